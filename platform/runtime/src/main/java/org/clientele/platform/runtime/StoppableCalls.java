package org.clientele.platform.runtime;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.clientele.sdk.CancelSignal;

/**
 * Calls on callers' own threads that end early when this closes, and closing waits for them: nobody may take the warehouse
 * away under a running query. Thread-safe.
 */
final class StoppableCalls implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final CancelSignal closing = CancelSignal.create();
    private int inside;

    /** Does the work on this thread under a signal that ends with {@code asked} and with this. */
    <T> T call(CancelSignal asked, Function<CancelSignal, T> work) {
        CancelSignal either = CancelSignal.create();
        CancelSignal.Registration first = asked.onCancel(either::cancel);
        CancelSignal.Registration second = closing.onCancel(either::cancel);
        enter();
        try {
            either.throwIfCancelled();
            return work.apply(either);
        } finally {
            leave();
            second.close();
            first.close();
        }
    }

    /** Cancelled when this closes. */
    CancelSignal closing() {
        return closing;
    }

    private synchronized void enter() {
        inside++;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }

    @Override
    public void close() {
        closing.cancel();
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            try {
                for (long left = PATIENCE_NANOS; inside > 0 && left > 0; left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
