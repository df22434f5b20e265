package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.clientele.platform.warehouse.rejects.Mend;
import org.clientele.platform.warehouse.rejects.MendLoader;
import org.clientele.platform.warehouse.rejects.MendedRows;
import org.clientele.platform.warehouse.rejects.RejectOrigin;
import org.clientele.platform.warehouse.rejects.RejectTable;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Imports mended rows under the recipe of the import that rejected them, as a batch of its own called "mended rows of
 * import N". Call {@link #settle} once a workspace is open and {@link ImportRecovery#recover} is done. The caller sees to
 * it that nothing else is imported meanwhile.
 */
public final class MendedImport {
    private static final Texts TEXTS = Texts.of(MendedImport.class);

    private final Warehouse warehouse;
    private final ImportJournal journal;
    private final Function<ImportJournal, FileImporter> importers;

    /** @param importers gives an importer that tells a journal, with the recipes and settings of the moment */
    public MendedImport(Warehouse warehouse, ImportJournal journal, Function<ImportJournal, FileImporter> importers) {
        this.warehouse = warehouse;
        this.journal = journal;
        this.importers = importers;
    }

    /**
     * The rejected rows of an import, as they are now; also while something is imported.
     *
     * @param rejectsFile the name of its file in the folder of rejects
     */
    public RejectTable table(String rejectsFile) {
        Path file = RejectsFolder.of(warehouse).file(rejectsFile);
        return RejectTable.read(file, RejectOrigin.read(file));
    }

    /** What is known of the import of a rejects file. */
    public RejectOrigin origin(String rejectsFile) {
        return RejectOrigin.read(RejectsFolder.of(warehouse).file(rejectsFile))
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID, TEXTS.get("mended.import.import_was_made_older", rejectsFile)));
    }

    /**
     * Loads mended rows. They leave the rejects; those that are still bad are rejects of the new batch.
     *
     * @param of the import that rejected them
     * @param rejectsFile the name of its file in the folder of rejects
     * @param version of the table that the mends were made of
     * @throws AnalyticsException ARGUMENT_INVALID, CANCELLED, RESOURCE_EXHAUSTED and what an import throws; then every row
     *     is still among the rejects and none is loaded
     */
    public ImportReport load(
            long of, String rejectsFile, String version, List<Mend> mends, Progress progress, CancelSignal cancel) {
        RejectOrigin origin = origin(rejectsFile);
        requireLoadable(of, origin);
        Importing importing = new Importing(request(origin), origin.joins(), progress, cancel);
        Path staging = warehouse.workspace().resolve("staging");
        try {
            Files.createDirectories(staging);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("mended.import.cannot_write", staging, String.valueOf(e.getMessage())),
                    e);
        }
        new MendedRows(RejectsFolder.of(warehouse).file(rejectsFile), origin)
                .load(version, mends, staging.resolve("mended rows of import " + of + ".csv"), importing);
        ImportReport report = importing.report;
        if (report == null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "The import of mended rows gave no report.");
        }
        return report;
    }

    private void requireLoadable(long of, RejectOrigin origin) {
        if (origin.helps()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("mended.import.rows_no_rows_table", origin.source(), String.valueOf(of)));
        }
        for (RejectOrigin.Join join : origin.joins()) {
            if (!warehouse.hasTable(join.table())) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("mended.import.rows_take_columns_from", origin.source(), join.source()));
            }
        }
    }

    private static ImportRequest request(RejectOrigin origin) {
        ImportRequest request = ImportRequest.of().into(origin.entity());
        if (!origin.recipeJson().isEmpty()) {
            return request.by(Recipes.parse(origin.recipeJson(), origin.source()));
        }
        return origin.recipe().isEmpty() ? request : request.by(origin.recipe());
    }

    /** Finishes what a crash left half done, and brings back to the rejects the rows of mends that have been undone. */
    public static void settle(Warehouse warehouse) {
        MendedRows.settleAll(RejectsFolder.of(warehouse).path(), new Asking(warehouse));
    }

    /** Loads nothing. */
    private record Asking(Warehouse warehouse) implements MendLoader {
        @Override
        public void load(Path file, LongConsumer begun) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "Nothing is loaded while rejects are settled.");
        }

        @Override
        public boolean holds(long batch) {
            return warehouse.hasBatch(batch);
        }
    }

    /** One import of mended rows. */
    private final class Importing implements MendLoader, FileImporter.FileListener {
        private final ImportRequest request;
        private final List<RejectOrigin.Join> joins;
        private final Progress progress;
        private final CancelSignal cancel;
        private @Nullable ImportReport report;

        Importing(ImportRequest request, List<RejectOrigin.Join> joins, Progress progress, CancelSignal cancel) {
            this.request = request;
            this.joins = joins;
            this.progress = progress;
            this.cancel = cancel;
        }

        @Override
        public void load(Path file, LongConsumer begun) {
            FileImporter importer = importers.apply(new TellingJournal(journal, false, begun));
            ImportPlan plan = importer.plan(request.of(List.of(file)), cancel, this);
            importer.carryOut(plan.keeping(joins), false, progress, cancel, this);
        }

        @Override
        public void imported(ImportReport told) {
            report = told;
        }

        @Override
        public void failed(Path file, AnalyticsException why) {
            throw why;
        }

        @Override
        public boolean holds(long batch) {
            return warehouse.hasBatch(batch);
        }
    }
}
