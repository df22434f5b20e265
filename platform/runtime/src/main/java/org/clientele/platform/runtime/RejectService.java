package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
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

/** Rejected rows: shown, judged while they are mended, and loaded again. */
final class RejectService {
    private final Workspace workspace;
    private final MendedImport mending;

    /** @param importers gives an importer that tells a journal */
    RejectService(Workspace workspace, Function<ImportJournal, FileImporter> importers) {
        this.workspace = workspace;
        this.mending = new MendedImport(workspace.warehouse(), new CatalogJournal(workspace.catalog()), importers);
    }

    private ImportEntry entry(long batch) {
        return workspace
                .catalog()
                .imports()
                .find(batch)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        "There is no import " + batch
                                + " in this workspace. Look at the list of imports for its number."));
    }

    private String rejectsOf(ImportEntry entry) {
        String name = entry.rejectsFile();
        if (name == null) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Import " + entry.id() + " of " + entry.file() + " rejected no row, so there is nothing to mend.");
        }
        return name;
    }

    RejectedRows rejects(long batch) {
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

    List<CellFault> judge(long batch, List<String> cells) {
        RejectOrigin origin = mending.origin(rejectsOf(entry(batch)));
        return new CellJudge(origin.headers(), Recipes.parse(origin.recipeJson(), origin.source()))
                .judge(cells).stream()
                        .map(f -> new CellFault(
                                f.cell(), f.finding().code(), f.finding().sentence()))
                        .toList();
    }

    MendReply mend(long batch, String version, List<MendedRow> rows, Progress progress, CancelSignal cancel) {
        List<Mend> mends =
                rows.stream().map(r -> new Mend(r.number(), r.cells())).toList();
        return load(batch, rejectsOf(entry(batch)), version, mends, progress, cancel);
    }

    MendReply mendFrom(long batch, Path file, Progress progress, CancelSignal cancel) {
        String name = rejectsOf(entry(batch));
        RejectTable table = mending.table(name);
        List<Mend> mends = MendedFile.read(file, table, mending.origin(name));
        return load(batch, name, table.version(), mends, progress, cancel);
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
