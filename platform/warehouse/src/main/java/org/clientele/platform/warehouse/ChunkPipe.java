package org.clientele.platform.warehouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * Loads chunks in order on a thread of its own while the next are being staged: decoding keeps one core busy, the engine
 * the others. Few chunks wait, so the staging folder stays small.
 */
final class ChunkPipe implements AutoCloseable {
    private static final int WAITING = 2;

    private final Consumer<StagedChunk> load;
    private final Deque<Future<?>> pending = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread t = new Thread(task, "clientele-import");
        t.setDaemon(true);
        return t;
    });
    private volatile boolean stopped;

    ChunkPipe(Consumer<StagedChunk> load) {
        this.load = load;
    }

    /** Takes a chunk, waiting for room; throws what an earlier one failed with. */
    void accept(StagedChunk chunk) {
        pending.add(thread.submit(() -> {
            if (!stopped) {
                load.accept(chunk);
            }
        }));
        while (pending.size() > WAITING) {
            join(pending.remove());
        }
    }

    /** Waits until all are loaded. */
    void finish() {
        while (!pending.isEmpty()) {
            join(pending.remove());
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new AnalyticsException(ErrorCode.INTERNAL, "Loading failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, "Cancelled.", e);
        }
    }

    /** Drops what waits and returns when nothing runs any more, so that the transaction can be ended. */
    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
