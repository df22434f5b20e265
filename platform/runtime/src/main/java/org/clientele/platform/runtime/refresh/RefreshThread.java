package org.clientele.platform.runtime.refresh;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is due as long as a workspace is open, beginning with what was missed. */
public final class RefreshThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshThread.class);
    /** The clock on the wall may be put forward, or the machine may have slept. */
    private static final long LOOK_SECONDS = 10;

    private static final long PATIENCE_MILLIS = 2_000;

    private final RefreshBook book;
    private final CancelSignal cancel = CancelSignal.create();
    private final Semaphore called = new Semaphore(0);
    private final Thread thread;

    private RefreshThread(RefreshBook book) {
        this.book = book;
        thread = new Thread(this::run, "clientele-refresh");
        thread.setDaemon(true);
    }

    /** Starts to look what is due. Answers at once. */
    public static RefreshThread start(RefreshBook book) {
        RefreshThread started = new RefreshThread(book);
        started.thread.start();
        return started;
    }

    /** Looks again soon. */
    public void look() {
        called.release();
    }

    private void run() {
        while (!cancel.isCancelled()) {
            try {
                book.runDue(cancel);
                called.drainPermits();
                called.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (AnalyticsException e) {
                LOG.debug("Nothing more is read by the clock", e);
                return;
            } catch (RuntimeException e) {
                LOG.error("What is due cannot be read", e);
                return;
            }
        }
    }

    /** Stops; what is being read is cancelled. Waits a moment for it. */
    @Override
    public void close() {
        cancel.cancel();
        called.release();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
