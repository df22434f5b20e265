package org.clientele.platform.warehouse;

import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads chunks of one source as they come. Those whose fields are all plain are handed to the engine as they are in memory,
 * typed, by a statement that runs while they come; the others it reads from file as text and judges value by value.
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

    /** Loads all chunks that come. */
    void load(ChunkPipe pipe) {
        ChunkRun run = new ChunkRun(pipe);
        while (run.begin()) {
            load(run);
        }
    }

    private void load(ChunkRun run) {
        List<PlainType> types = run.types();
        long count = types == null || failed ? 0 : loadPlain(run, types);
        run.drop();
        if (!failed) {
            if (!run.texts().isEmpty()) {
                count += loader.insert(textSql, rows(run.texts()));
            }
            loader.settle(count, textSql, rows(run.all()), columns.sources(), rejects);
        }
    }

    private long loadPlain(ChunkRun run, List<PlainType> types) {
        try {
            return loader.insert(plainSql, types, run);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.CANCELLED || e.code() == ErrorCode.RESOURCE_EXHAUSTED) {
                throw e;
            }
            log.warn("{} was taken for plain and is not; its values are read as text", planned.name(), e);
            failed = true;
            return 0;
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
