package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/** One source on its way: staged, typed, loaded. */
final class SourceImport implements AutoCloseable {
    private final PlannedSource planned;
    private final TableSource source;
    private final CancelSignal cancel;
    private final long id;
    private final Path staging;
    private final RecipeColumns columns;
    private final RejectSpool lines;
    private final RejectSpool values;
    private final long started = System.nanoTime();
    private final List<StagedChunk> chunks = new ArrayList<>();
    private CsvStager.@Nullable Result staged;
    private @Nullable Path rejectsFile;

    /** @param staging a folder for this source alone, which the caller deletes */
    SourceImport(PlannedSource planned, TableSource source, long id, Path staging, CancelSignal cancel)
            throws IOException {
        this.planned = planned;
        this.source = source;
        this.cancel = cancel;
        this.id = id;
        this.staging = staging;
        this.columns = RecipeColumns.apply(planned.name(), planned.head().headers(), planned.recipe());
        Files.createDirectories(staging);
        this.lines = new RejectSpool(staging.resolve("lines.rejects"));
        this.values = new RejectSpool(staging.resolve("values.rejects"));
    }

    long id() {
        return id;
    }

    PlannedSource planned() {
        return planned;
    }

    String entity() {
        return columns.table().name();
    }

    ImportBatch batch(long group) {
        return new ImportBatch(id, "", planned.name(), entity(), recipeId(), group);
    }

    private String recipeId() {
        String recipe = planned.recipe().id().toString();
        return recipe.equals(HeaderMatch.BY_NAME) ? "" : recipe;
    }

    /** Whether rows can be loaded while later ones are still read: nothing must be known of the whole source first. */
    boolean streams() {
        return columns.table().key().isEmpty()
                && columns.attributes().isEmpty()
                && columns.origins().values().stream().noneMatch(RowSql.Origin::numbered);
    }

    /** Reads everything; what parses is in chunks then. */
    void stage(Progress progress) {
        staged = stage(chunks::add, progress);
    }

    private CsvStager.Result stage(CsvStager.ChunkSink sink, Progress progress) {
        return source.stage(staging, sink, lines, progress, cancel);
    }

    private CsvStager.Result staged() {
        return Objects.requireNonNull(staged, "stage() comes first");
    }

    /** Of the content, in hex. */
    String sha256() {
        return staged().sha256();
    }

    private long read() {
        return staged().records() + staged().rejects();
    }

    /** Loads what was staged. */
    void load(Loader loader) {
        Map<String, ColumnType> attributes = Map.of();
        if (!chunks.isEmpty()) {
            StagedRows rows = rows(chunks);
            attributes = attributes(loader, rows);
            loader.load(sql(attributes), rows, columns.sources(), values);
        }
    }

    /** Stages and loads at once. */
    void stream(Loader loader, Progress progress) {
        RowSql sql = sql(Map.of());
        try (ChunkPipe pipe = new ChunkPipe(some -> {
            loader.load(sql, rows(some), columns.sources(), values);
            some.forEach(SourceImport::discard);
        })) {
            staged = stage(pipe::accept, progress);
            pipe.finish();
        }
    }

    private StagedRows rows(List<StagedChunk> some) {
        return StagedRows.of(some, planned.head().delimiter(), planned.head().headers());
    }

    private Map<String, ColumnType> attributes(Loader loader, StagedRows rows) {
        if (columns.attributes().isEmpty()) {
            return Map.of();
        }
        Map<String, String> sourceOf = new LinkedHashMap<>();
        columns.attributes()
                .keySet()
                .forEach(a -> sourceOf.put(a, CsvSql.column(columns.sources().getOrDefault(a, 0))));
        return loader.addAttributes(entity(), loader.attributeTypes(sourceOf, rows), columns.attributes());
    }

    private RowSql sql(Map<String, ColumnType> attributes) {
        return new RowSql(columns.table(), columns.origins(), attributes, Typing.USUAL, planned.recipe());
    }

    private static void discard(StagedChunk chunk) {
        try {
            Files.deleteIfExists(chunk.file());
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, "A staged file cannot be deleted: " + e.getMessage() + ".", e);
        }
    }

    /** Writes the rejects, if there are any, so that they are there when the import is. */
    void writeRejects(Loader loader, RejectsFolder folder) throws IOException {
        lines.close();
        values.close();
        if (lines.count() + values.count() > 0) {
            rejectsFile = folder.write(id, planned.name(), lines, values);
        }
        loader.describe(
                sha256(), lines.count(), rejectsFile == null ? null : String.valueOf(rejectsFile.getFileName()));
    }

    ImportReport duplicate() {
        return report(0, 0, true);
    }

    ImportReport report(ImportOutcome outcome) {
        return report(outcome.rowsLoaded(), outcome.rowsRejected(), false);
    }

    private ImportReport report(long loaded, long rejected, boolean duplicate) {
        List<String> doubts = new ArrayList<>(planned.doubts());
        doubts.addAll(columns.doubts());
        ImportMapping mapping = new ImportMapping(
                recipeId(), planned.recipe().columns(), planned.recipe().constants(), columns.attributes(), doubts);
        return new ImportReport(
                planned.file(),
                planned.name(),
                id,
                entity(),
                read(),
                loaded,
                rejected,
                duplicate ? null : rejectsFile,
                mapping,
                (System.nanoTime() - started) / 1e9,
                duplicate);
    }

    @Override
    public void close() {
        try (source) {
            lines.close();
            values.close();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(SourceImport.class).debug("Closing {}", planned.file(), e);
        }
    }
}
