package org.clientele.platform.warehouse;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Gives chunks in order to a thread of its own, which loads them while the next are being staged: decoding keeps one core
 * busy, the engine the others. Few wait, since they are held in memory.
 */
final class ChunkPipe implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ChunkPipe.class);

    private static final int MOST = 3;

    private final Consumer<ChunkPipe> load;
    private final Thread thread = new Thread(this::run, "clientele-import");
    private final Queue<StagedChunk> waiting = new ArrayDeque<>();
    private boolean ended;
    private @Nullable Throwable failure;

    /** @param load takes all chunks */
    ChunkPipe(Consumer<ChunkPipe> load) {
        this.load = load;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            load.accept(this);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    /** The next chunk, once there is one; nothing once there will be no more. */
    synchronized @Nullable StagedChunk take() {
        await(() -> !waiting.isEmpty() || ended);
        StagedChunk taken = waiting.poll();
        notifyAll();
        return taken;
    }

    /** Takes a chunk; throws what an earlier one failed with. */
    synchronized void accept(StagedChunk chunk) {
        await(() -> waiting.size() < MOST || failure != null);
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
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("cancelled"), e);
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
            throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("chunk.pipe.loading_failed", failure), failure);
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
