package org.clientele.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/** Handles a window's events, as its loop would. */
final class WindowEvents {
    /** A window sleeps where it has nothing to do, and leaves the processor to others. */
    private static final long POLL = 100_000L;

    private static final long PATIENCE = 60_000_000_000L;

    private WindowEvents() {}

    /** Handles the next one, or rests a moment. */
    static void handle(Display display) {
        if (!display.readAndDispatch()) {
            LockSupport.parkNanos(POLL);
        }
    }

    /** Handles them until something is so. */
    static void await(Display display, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The window did not get ready in a minute.");
            }
            handle(display);
        }
    }
}
