package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.PlainRows;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads chunks of one source as they come. Those whose fields are all plain are handed to the engine as they are in memory,
 * typed; the others it reads from file as text and judges value by value.
 */
final class StreamedLoad {
    private static final Logger log = LoggerFactory.getLogger(StreamedLoad.class);

    private final Loader loader;
    private final PlannedSource planned;
    private final RecipeColumns columns;
    private final RowSql plainSql;
    private final RowSql textSql;
    private final RejectSpool rejects;
    private boolean failed;

    StreamedLoad(
            Loader loader, PlannedSource planned, RecipeColumns columns, ColumnFormats formats, RejectSpool rejects) {
        this.loader = loader;
        this.planned = planned;
        this.columns = columns;
        this.plainSql = sql(formats, formats.plainOrigins());
        this.textSql = sql(formats, formats.origins());
        this.rejects = rejects;
    }

    private RowSql sql(ColumnFormats formats, Map<String, Origin> origins) {
        return new RowSql(columns.table(), origins, Map.of(), formats.typing(), planned.recipe());
    }

    /** Loads the next chunks, in their order. */
    void load(List<StagedChunk> chunks) {
        if (!failed) {
            loadAll(chunks);
        }
        chunks.stream().map(StagedChunk::plain).filter(Objects::nonNull).forEach(PlainRows::release);
    }

    private void loadAll(List<StagedChunk> chunks) {
        long plainOnes = chunks.stream().filter(StagedChunk::isPlain).count();
        if (plainOnes * 2 < chunks.size()) {
            // Many small statements would cost more than reading all as text.
            loadText(chunks);
            return;
        }
        List<StagedChunk> run = new ArrayList<>();
        for (StagedChunk chunk : chunks) {
            if (!run.isEmpty() && run.get(0).isPlain() != chunk.isPlain()) {
                loadAlike(run);
                run = new ArrayList<>();
            }
            run.add(chunk);
        }
        loadAlike(run);
    }

    private void loadAlike(List<StagedChunk> chunks) {
        if (!chunks.get(0).isPlain()) {
            loadText(chunks);
        } else if (!failed) {
            try {
                List<PlainRows> typed = chunks.stream()
                        .map(StagedChunk::plain)
                        .filter(Objects::nonNull)
                        .toList();
                loader.load(plainSql, typed, textSql, rows(chunks), columns.sources(), rejects);
            } catch (AnalyticsException e) {
                if (e.code() == ErrorCode.CANCELLED || e.code() == ErrorCode.RESOURCE_EXHAUSTED) {
                    throw e;
                }
                log.warn("{} was taken for plain and is not; its values are read as text", planned.name(), e);
                failed = true;
            }
        }
    }

    private void loadText(List<StagedChunk> chunks) {
        if (!failed) {
            loader.load(textSql, rows(chunks), columns.sources(), rejects);
        }
    }

    private StagedRows rows(List<StagedChunk> some) {
        return StagedRows.of(some, planned.head().delimiter(), planned.head().headers());
    }

    /** Whether the transaction has to be taken back, since the engine read a chunk otherwise than was thought. */
    boolean failed() {
        return failed;
    }
}
