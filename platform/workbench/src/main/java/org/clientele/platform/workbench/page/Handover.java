package org.clientele.platform.workbench.page;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Brings answers to the UI thread in the order in which they come. Whoever is on that thread can wait a moment for them: what
 * comes while an event is handled is painted in the frame that the event belongs to, anything later in the one after it.
 */
final class Handover {
    private final Background background;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    Handover(Background background) {
        this.background = background;
    }

    /** Runs something on the UI thread soon, or for whoever waits there. Any thread. */
    void bring(Runnable work) {
        waiting.add(work);
        background.ui(this::takeAll);
    }

    private void takeAll() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    /**
     * Runs what is brought until nothing more is waited for, or the time is over. UI thread only.
     *
     * @param nanos how long at most; what comes later is brought as ever
     * @return whether all that was waited for has come
     */
    boolean await(BooleanSupplier done, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!done.getAsBoolean()) {
            try {
                Runnable next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return false;
                }
                next.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
