package org.clientele.platform.workbench;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/** What tests with a display share: one display for the whole run, and waiting for conditions. */
final class OnScreen {
    private static Display display;

    private OnScreen() {}

    /** The display of this run; the test is skipped where there is none. */
    static Display display() {
        String os = System.getProperty("os.name");
        boolean linux = os.startsWith("Linux");
        assumeThat(!linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null)
                .as("no display: run under xvfb-run")
                .isTrue();
        if (display == null || display.isDisposed()) {
            display = Display.getDefault();
        }
        return display;
    }

    /** Handles events until the condition holds, at most twenty seconds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        Display d = display();
        boolean[] tick = {false};
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited twenty seconds in vain for: " + what);
            }
            if (!d.readAndDispatch()) {
                tick[0] = false;
                d.timerExec(10, () -> tick[0] = true);
                d.sleep();
            }
        }
    }
}
