package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clientele.platform.catalog.ImportEntry;
import org.clientele.platform.warehouse.FileImporter;
import org.clientele.platform.warehouse.ImportJournal;
import org.clientele.platform.warehouse.ImportReport;
import org.clientele.platform.warehouse.MendedImport;
import org.clientele.platform.warehouse.Recipes;
import org.clientele.platform.warehouse.rejects.CellJudge;
import org.clientele.platform.warehouse.rejects.Mend;
import org.clientele.platform.warehouse.rejects.MendedFile;
import org.clientele.platform.warehouse.rejects.RejectOrigin;
import org.clientele.platform.warehouse.rejects.RejectTable;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** Rows that imports could not load: shown, judged while they are mended, and loaded again. Thread-safe. */
public final class Rejects {
    private static final Texts TEXTS = Texts.of(Rejects.class);

    private final Session session;
    private final Workspace workspace;
    private final MendedImport mending;

    /** @param importers gives an importer that tells a journal */
    Rejects(Session session, Function<ImportJournal, FileImporter> importers) {
        this.session = session;
        this.workspace = session.workspace();
        this.mending = new MendedImport(workspace.warehouse(), new CatalogJournal(workspace.catalog()), importers);
    }

    private ImportEntry entry(long batch) {
        return workspace
                .catalog()
                .imports()
                .find(batch)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("rejects.there_is_no_import_in", String.valueOf(batch))));
    }

    private String rejectsOf(ImportEntry entry) {
        String name = entry.rejectsFile();
        if (name == null) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("rejects.import_rejected_no_row_there", String.valueOf(entry.id()), entry.file()));
        }
        return name;
    }

    /**
     * The rows that an import could not load, to be mended in a table. Reads a file: not for the UI thread.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such import
     */
    public RejectedRows of(long batch) {
        ImportEntry entry = entry(batch);
        String name = entry.rejectsFile();
        if (name == null) {
            return new RejectedRows(batch, entry.file(), "", List.of(), List.of(), null);
        }
        RejectTable table = mending.table(name);
        List<RejectedRows.Row> rows = table.rows().stream()
                .map(r -> new RejectedRows.Row(
                        r.number(),
                        r.reject().line(),
                        r.reject().column(),
                        r.reject().code(),
                        r.reject().reason(),
                        r.reject().text(),
                        r.cells(),
                        r.parted(),
                        r.bad()))
                .toList();
        Path file = workspace.directory().resolve("rejects").resolve(name);
        return new RejectedRows(batch, entry.file(), table.version(), table.headers(), rows, file);
    }

    /**
     * What would keep a mended row out, as far as its cells tell; the import has the last word. Quick enough for each key.
     *
     * @param cells one value a header of the rejects
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such import, or it rejected nothing
     */
    public List<CellFault> judge(long batch, List<String> cells) {
        RejectOrigin origin = mending.origin(rejectsOf(entry(batch)));
        return new CellJudge(origin.headers(), Recipes.parse(origin.recipeJson(), origin.source()))
                .judge(cells).stream()
                        .map(f -> new CellFault(
                                f.cell(), f.finding().code(), f.finding().sentence()))
                        .toList();
    }

    /**
     * Loads mended rows under the recipe of their import, as a batch of its own; they leave its rejects, and those that are
     * still bad are rejects of the new batch. Blocks.
     *
     * @param version of the rejects that were mended
     * @throws AnalyticsException ARGUMENT_INVALID if the rejects have changed since; else as an import; then no row is
     *     loaded and none has left
     */
    public MendReply mend(long batch, String version, List<MendedRow> rows, Progress progress, CancelSignal cancel) {
        return listed(progress, cancel, (told, stop) -> {
            List<Mend> mends =
                    rows.stream().map(r -> new Mend(r.number(), r.cells())).toList();
            return load(batch, rejectsOf(entry(batch)), version, mends, told, stop);
        });
    }

    /**
     * The same for rows that were mended in a file: the rejects file itself with its texts corrected, or a table of {@code
     * line} and the source's columns. Blocks.
     */
    public MendReply mendFrom(long batch, Path file, Progress progress, CancelSignal cancel) {
        return listed(progress, cancel, (told, stop) -> {
            String name = rejectsOf(entry(batch));
            RejectTable table = mending.table(name);
            List<Mend> mends = MendedFile.read(file, table, mending.origin(name));
            return load(batch, name, table.version(), mends, told, stop);
        });
    }

    private MendReply listed(
            Progress progress, CancelSignal cancel, BiFunction<Progress, CancelSignal, MendReply> work) {
        return session.listed(TEXTS.get("rejects.load_mended_rows"), progress, cancel, work);
    }

    private MendReply load(
            long batch, String name, String version, List<Mend> mends, Progress progress, CancelSignal cancel) {
        long before = workspace.warehouse().version();
        try {
            ImportReport report = workspace.importAlone(
                    progress, cancel, () -> mending.load(batch, name, version, mends, progress, cancel));
            return new MendReply(
                    report.batch(),
                    report.rowsLoaded(),
                    report.rowsRejected(),
                    report.rejectsFile(),
                    mending.table(name).rows().size());
        } finally {
            if (workspace.warehouse().version() != before) {
                workspace.dataChanged();
            }
        }
    }
}
