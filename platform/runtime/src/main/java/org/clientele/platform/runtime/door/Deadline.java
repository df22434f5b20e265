package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits how long a step waits on a channel: sockets of this family have no time-out of their own. */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private final CountDownLatch met = new CountDownLatch(1);
    private volatile boolean missed;

    private Deadline() {}

    /** What must be done in time. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /**
     * Does a step that reads, writes or connects.
     *
     * @throws SocketTimeoutException if it took too long; the channel is closed then
     */
    static <T> T within(Duration patience, Channel channel, Step<T> step) throws IOException {
        Deadline deadline = new Deadline();
        Door.thread("clientele-door-deadline", () -> deadline.watch(channel, patience));
        try {
            return step.run();
        } catch (IOException e) {
            if (deadline.missed) {
                SocketTimeoutException late = new SocketTimeoutException("No answer within " + patience);
                late.initCause(e);
                throw late;
            }
            throw e;
        } finally {
            deadline.met.countDown();
        }
    }

    private void watch(Channel channel, Duration patience) {
        try {
            if (!met.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                missed = true;
                channel.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A socket did not close", e);
        }
    }
}
