package org.clientele.platform.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Daemon threads for one kind of work. Every task that was handed over ends: one that comes too late, or that waits when
 * this closes, ends as CANCELLED, so that nobody waits for it in vain. Thread-safe.
 */
final class Workers implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Workers.class);

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int PATIENCE_SECONDS = 5;

    private final String name;
    private final ExecutorService pool;

    private Workers(String name, ExecutorService pool) {
        this.name = name;
        this.pool = pool;
    }

    /** So many threads; more work waits. */
    static Workers fixed(String name, int threads) {
        return new Workers(name, Executors.newFixedThreadPool(threads, DaemonThreads.named(name)));
    }

    /** As many threads as there is work. */
    static Workers growing(String name) {
        return new Workers(name, Executors.newCachedThreadPool(DaemonThreads.named(name)));
    }

    private record Task<T>(Callable<T> work, CompletableFuture<T> result) implements Runnable {
        @Override
        public void run() {
            try {
                result.complete(work.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        }

        void drop() {
            result.completeExceptionally(closed());
        }
    }

    /** Does the work soon; never throws. */
    <T> CompletableFuture<T> submit(Callable<T> work) {
        Task<T> task = new Task<>(work, new CompletableFuture<>());
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            task.drop();
        }
        return task.result();
    }

    /** What those get who come after the end. */
    static AnalyticsException closed() {
        return new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("workers.cancelled_because_workspace_was_closed"));
    }

    /** Interrupts what runs, which was asked to stop before, and waits a few seconds for it. */
    @Override
    public void close() {
        for (Runnable waiting : pool.shutdownNow()) {
            if (waiting instanceof Task<?> task) {
                task.drop();
            }
        }
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Work on {} does not stop; it is left behind.", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
