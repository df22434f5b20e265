package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.warehouse.csv.PlainRows;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.jspecify.annotations.Nullable;

/**
 * Chunks that follow each other and are loaded together: the plain ones by a statement that takes them as they come, the
 * others, set aside, by one behind it. Not too many: rows that do not fit are looked for in all of them.
 */
final class ChunkRun implements RowFeed.Source {
    private static final int MOST = 32;
    private static final int MOST_TEXTS = 4;

    private final ChunkPipe pipe;
    private final List<StagedChunk> all = new ArrayList<>();
    private final List<StagedChunk> texts = new ArrayList<>();
    private @Nullable StagedChunk first;

    ChunkRun(ChunkPipe pipe) {
        this.pipe = pipe;
    }

    /**
     * Begins the next.
     *
     * @return whether there is one
     */
    synchronized boolean begin() {
        all.clear();
        texts.clear();
        // Before the first plain one nothing runs that could take it.
        while (texts.size() < MOST_TEXTS) {
            StagedChunk chunk = take();
            if (chunk == null || chunk.isPlain()) {
                first = chunk;
                break;
            }
            all.add(chunk);
            texts.add(chunk);
        }
        return first != null || !all.isEmpty();
    }

    private @Nullable StagedChunk take() {
        StagedChunk chunk = first == null ? pipe.take() : first;
        first = null;
        return chunk;
    }

    /** The types of its plain chunks; null if it has none. */
    synchronized @Nullable List<PlainType> types() {
        PlainRows plain = first == null ? null : first.plain();
        return plain == null ? null : plain.types();
    }

    @Override
    public synchronized @Nullable PlainRows next() {
        while (all.size() < MOST && texts.size() < MOST_TEXTS) {
            StagedChunk chunk = take();
            if (chunk == null) {
                return null;
            }
            all.add(chunk.onFile());
            PlainRows plain = chunk.plain();
            if (plain != null) {
                return plain;
            }
            texts.add(chunk);
        }
        return null;
    }

    /** Takes what the statement has left; most often nothing. */
    synchronized void drop() {
        for (PlainRows rows = next(); rows != null; rows = next()) {
            rows.release();
        }
    }

    /** Those that were taken, on file. */
    synchronized List<StagedChunk> all() {
        return List.copyOf(all);
    }

    /** Those of them that are not plain. */
    synchronized List<StagedChunk> texts() {
        return List.copyOf(texts);
    }
}
