package org.clientele.platform.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.CancelSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While this is open, who ends the process (Ctrl-C, a shutdown of the machine) cancels the command first, and the process
 * waits a moment for it to leave the workspace in order.
 */
final class Interruption implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread hook;

    Interruption(CancelSignal cancel) {
        hook = new Thread(
                () -> {
                    cancel.cancel();
                    await();
                },
                "clientele-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The command did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        left.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.trace("The process is ending", e);
        }
    }
}
