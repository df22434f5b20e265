package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Loads chunks in order on a thread of its own while the next are being staged: decoding keeps one core busy, the engine
 * the others. It loads all that wait at once, and waits for several: the engine reads them in parallel, and a statement
 * that brings few rows leaves it row groups to put together again. As many wait at most, since they are held in memory.
 */
final class ChunkPipe implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final Consumer<List<StagedChunk>> load;
    private final Thread thread = new Thread(this::run, "clientele-import");
    private List<StagedChunk> waiting = new ArrayList<>();
    private boolean ended;
    private @Nullable Throwable failure;

    ChunkPipe(Consumer<List<StagedChunk>> load) {
        this.load = load;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (List<StagedChunk> chunks = take(); !chunks.isEmpty(); chunks = take()) {
                load.accept(chunks);
            }
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    /** All that wait; nothing once there will be no more. */
    private synchronized List<StagedChunk> take() {
        await(() -> waiting.size() >= AT_ONCE || ended);
        List<StagedChunk> taken = waiting;
        waiting = new ArrayList<>();
        notifyAll();
        return taken;
    }

    /** Takes a chunk; throws what an earlier one failed with. */
    synchronized void accept(StagedChunk chunk) {
        await(() -> waiting.size() < AT_ONCE || failure != null);
        throwFailure();
        waiting.add(chunk);
        notifyAll();
    }

    private synchronized void await(java.util.function.BooleanSupplier until) {
        try {
            while (!until.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, "Cancelled.", e);
        }
    }

    /** Waits until all are loaded. */
    void finish() {
        end();
        synchronized (this) {
            throwFailure();
        }
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "Loading failed: " + failure, failure);
        }
    }

    private void end() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drops what waits and returns when nothing runs any more, so that the transaction can be ended. */
    @Override
    public void close() {
        synchronized (this) {
            waiting.clear();
        }
        end();
    }
}
