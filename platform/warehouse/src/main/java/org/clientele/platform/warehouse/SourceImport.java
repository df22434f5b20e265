package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.CancelSignal;
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
    private final ColumnFormats formats;
    private final RejectSpool lines;
    private RejectSpool values;
    private final long started = System.nanoTime();
    private final List<StagedChunk> chunks = new ArrayList<>();
    private CsvStager.@Nullable Result staged;
    private @Nullable Path rejectsFile;

    /** @param staging a folder for this source alone, which the caller deletes */
    SourceImport(
            PlannedSource planned,
            TableSource source,
            long id,
            Path staging,
            ImportSettings settings,
            WarehouseOptions options,
            CancelSignal cancel)
            throws IOException {
        this.planned = planned;
        this.source = source;
        this.cancel = cancel;
        this.id = id;
        this.staging = staging;
        this.columns = RecipeColumns.apply(planned.name(), planned.head().headers(), planned.recipe());
        this.formats = new ColumnFormats(columns, planned.head(), settings, options);
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
                && columns.origins().values().stream().noneMatch(RowSql.Origin::numbered)
                && formats.plainSoFar();
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
        if (chunks.isEmpty()) {
            return;
        }
        StagedRows rows = rows(chunks);
        formats.decide(loader.tally(rows));
        Map<String, ColumnType> attributes = columns.attributes().isEmpty()
                ? Map.of()
                : loader.addAttributes(entity(), formats.attributes(), columns.attributes());
        loader.load(sql(attributes), rows, columns.sources(), values);
    }

    /**
     * Stages and loads at once, taking values for written the usual way.
     *
     * @return whether they were; if not, what was loaded must be taken back, and {@link #load} does it right
     */
    boolean stream(Loader loader, Progress progress) throws IOException {
        RowSql sql = sql(Map.of());
        try (ChunkPipe pipe = new ChunkPipe(some -> loader.load(sql, rows(some), columns.sources(), values))) {
            staged = stage(
                    chunk -> {
                        chunks.add(chunk);
                        pipe.accept(chunk);
                    },
                    progress);
            pipe.finish();
        }
        if (values.count() > 0) {
            formats.decide(loader.tally(rows(chunks)));
            if (formats.differ()) {
                values.close();
                values = new RejectSpool(staging.resolve("values.rejects"));
                return false;
            }
        }
        return true;
    }

    private StagedRows rows(List<StagedChunk> some) {
        return StagedRows.of(some, planned.head().delimiter(), planned.head().headers());
    }

    private RowSql sql(Map<String, ColumnType> attributes) {
        return new RowSql(columns.table(), formats.origins(), attributes, formats.typing(), planned.recipe());
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
        doubts.addAll(formats.doubts());
        ImportMapping mapping = new ImportMapping(
                recipeId(),
                planned.recipe().columns(),
                planned.recipe().constants(),
                columns.attributes(),
                formats.written(),
                doubts);
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
