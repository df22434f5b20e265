package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.warehouse.csv.CsvHead;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/** One file on its way: opened, decided, staged, loaded. */
final class FileImport implements AutoCloseable {
    private final Warehouse warehouse;
    private final ImportRequest request;
    private final CancelSignal cancel;
    private final SourceFile source;
    private final CsvStager stager;
    private final long started = System.nanoTime();
    private @Nullable CsvHead head;
    private HeaderMatch.@Nullable Match match;
    private @Nullable Loader loader;
    private @Nullable Path staging;
    private @Nullable RejectSpool lines;
    private @Nullable RejectSpool values;
    private @Nullable Path rejectsFile;
    private long read;

    FileImport(Warehouse warehouse, ImportRequest request, Path file, CancelSignal cancel) {
        this.warehouse = warehouse;
        this.request = request;
        this.cancel = cancel;
        this.source = SourceFile.open(file);
        this.stager = new CsvStager(source);
    }

    /** Reads the head and decides where columns go. */
    void decide(List<ImportRecipe> recipes) {
        head = stager.head();
        match = new HeaderMatch(source.name(), head.headers(), request, recipes).decide();
    }

    private HeaderMatch.Match match() {
        return Objects.requireNonNull(match, "decide() comes first");
    }

    String name() {
        return source.name();
    }

    String entity() {
        return match().table().name();
    }

    String recipe() {
        return match().mapping().recipe();
    }

    boolean replaces() {
        return request.mode() == ImportRequest.Mode.REPLACE;
    }

    /** Begins the transaction; the caller closes it. */
    Loader begin(long id, Path stagingFolder) throws IOException {
        staging = stagingFolder;
        lines = new RejectSpool(stagingFolder.resolve("lines.rejects"));
        values = new RejectSpool(stagingFolder.resolve("values.rejects"));
        loader = warehouse.begin(new ImportBatch(id, "", name(), entity(), recipe()), cancel);
        return loader;
    }

    /**
     * Stages and loads everything.
     *
     * @return sha256 of the content
     */
    String load(Progress progress) {
        HeaderMatch.Match m = match();
        // Keys must be compared over the whole file, and an attribute's type is known only at its end.
        boolean whole = !m.table().key().isEmpty() || !m.mapping().attributes().isEmpty();
        CsvStager.Result result = whole ? loadWhole(progress) : loadWhileStaging(progress);
        read = result.records() + result.rejects();
        return result.sha256();
    }

    private CsvStager.Result loadWhileStaging(Progress progress) {
        RowSql sql = sql(Map.of());
        try (ChunkPipe pipe = new ChunkPipe(chunks -> {
            load(sql, chunks);
            chunks.forEach(FileImport::discard);
        })) {
            CsvStager.Result result = stage(pipe::accept, (f, message) -> progress.report(f * 0.9, message));
            pipe.finish();
            return result;
        }
    }

    private CsvStager.Result loadWhole(Progress progress) {
        HeaderMatch.Match m = match();
        CsvHead h = Objects.requireNonNull(head);
        Loader l = Objects.requireNonNull(loader);
        List<StagedChunk> chunks = new ArrayList<>();
        CsvStager.Result result = stage(chunks::add, (f, message) -> progress.report(f * 0.5, message));
        progress.report(0.5, "Finding the types of columns");
        Map<String, String> attributeSources = new java.util.LinkedHashMap<>();
        m.mapping()
                .attributes()
                .keySet()
                .forEach(a -> attributeSources.put(a, CsvSql.column(m.sources().getOrDefault(a, 0))));
        Map<String, ColumnType> types = l.attributeTypes(
                attributeSources, chunks, h.delimiter(), h.headers().size());
        Map<String, ColumnType> stored =
                l.addAttributes(entity(), types, m.mapping().attributes());
        progress.report(0.6, "Loading rows");
        if (!chunks.isEmpty()) {
            load(sql(stored), chunks);
        }
        return result;
    }

    private RowSql sql(Map<String, ColumnType> attributes) {
        HeaderMatch.Match m = match();
        return new RowSql(m.table(), m.origins(), attributes, true, m.recipe());
    }

    private CsvStager.Result stage(CsvStager.ChunkSink sink, Progress progress) {
        CsvHead h = Objects.requireNonNull(head);
        return stager.stage(
                h.delimiter(),
                h.headers().size(),
                Objects.requireNonNull(staging),
                sink,
                Objects.requireNonNull(lines),
                progress,
                cancel);
    }

    private void load(RowSql sql, List<StagedChunk> chunks) {
        CsvHead h = Objects.requireNonNull(head);
        Objects.requireNonNull(loader)
                .load(sql, chunks, h.delimiter(), h.headers(), match().sources(), Objects.requireNonNull(values));
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
    void writeRejects(long id, String sha256) throws IOException {
        RejectSpool l = Objects.requireNonNull(lines);
        RejectSpool v = Objects.requireNonNull(values);
        l.close();
        v.close();
        if (l.count() + v.count() > 0) {
            rejectsFile = RejectsFolder.of(warehouse).write(id, name(), l, v);
        }
        Objects.requireNonNull(loader)
                .describe(sha256, l.count(), rejectsFile == null ? null : String.valueOf(rejectsFile.getFileName()));
    }

    ImportReport duplicate(long id) {
        return new ImportReport(source.path(), id, entity(), read, 0, 0, null, match().mapping(), seconds(), true);
    }

    ImportReport report(ImportOutcome outcome) {
        return new ImportReport(
                source.path(),
                outcome.batch().id(),
                entity(),
                outcome.rowsRead(),
                outcome.rowsLoaded(),
                outcome.rowsRejected(),
                rejectsFile,
                match().mapping(),
                seconds(),
                false);
    }

    private double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    @Override
    public void close() {
        try (source) {
            if (lines != null) {
                lines.close();
            }
            if (values != null) {
                values.close();
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(FileImport.class).debug("Closing {}", source.path(), e);
        }
    }
}
