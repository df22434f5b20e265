package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.platform.warehouse.source.SourceRow;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;

/**
 * Imports files into a warehouse: those of one request are one transaction, wholly there or wholly absent whatever
 * happens. Call {@link ImportRecovery#recover} once before. Thread-safe; imports run one after another.
 */
public final class FileImporter {
    private static final Texts TEXTS = Texts.of(FileImporter.class);

    private final Warehouse warehouse;
    private final ImportJournal journal;
    private final Supplier<List<ImportRecipe>> recipes;
    private final Supplier<ImportSettings> settings;

    /**
     * @param recipes all that are known at the moment, {@link Recipes#builtIn()} and those of plugins
     * @param settings what the workspace says at the moment
     */
    public FileImporter(
            Warehouse warehouse,
            ImportJournal journal,
            Supplier<List<ImportRecipe>> recipes,
            Supplier<ImportSettings> settings) {
        this.warehouse = warehouse;
        this.journal = journal;
        this.recipes = recipes;
        this.settings = settings;
    }

    /**
     * Imports files together. If one fails, nothing of any is kept.
     *
     * @return one report a file, in order
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED, DATA_COLUMN_MISSING, RECIPE_UNKNOWN,
     *     ARGUMENT_INVALID, CANCELLED (within a second), RESOURCE_EXHAUSTED; nothing of that file is there then
     */
    public List<ImportReport> run(ImportRequest request, Progress progress, CancelSignal cancel) {
        List<ImportReport> reports = new ArrayList<>();
        run(request, progress, cancel, new FileListener() {
            @Override
            public void imported(ImportReport report) {
                reports.add(report);
            }

            @Override
            public void failed(Path file, AnalyticsException why) {
                throw why;
            }
        });
        return reports;
    }

    /** Hears what became of each file, in order. */
    public interface FileListener {
        /** It is in the warehouse, or was before. */
        void imported(ImportReport report);

        /** Nothing of it is there. What this throws ends the import; else the next file follows. */
        void failed(Path file, AnalyticsException why);
    }

    /** The same, telling file by file; whether one that fails ends it all, the listener says. */
    public void run(ImportRequest request, Progress progress, CancelSignal cancel, FileListener listener) {
        carryOut(plan(request, cancel, listener), false, progress, cancel, listener);
    }

    /**
     * Decides how files would be imported; nothing is changed. Reads their starts only.
     *
     * @param listener hears of files that cannot be read or fit nothing
     * @throws AnalyticsException ARGUMENT_INVALID, RECIPE_UNKNOWN, CANCELLED within a second
     */
    public ImportPlan plan(ImportRequest request, CancelSignal cancel, FileListener listener) {
        if (request.files().isEmpty() && request.database() == null) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("file.importer.name_at_least_one"));
        }
        return new Planner(recipes.get()).plan(request, cancel, listener);
    }

    /**
     * Reads a source's start again by its choice, and decides again where its columns go.
     *
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED, DATA_COLUMN_MISSING
     */
    public PlannedSource reread(PlannedSource planned, CancelSignal cancel) {
        return reread(planned, ImportRequest.of(planned.file()), cancel);
    }

    /**
     * The first rows of a source as they stand there, its headers and what is above them among them, for a person to say
     * which row has the headers. Empty where a format does not tell.
     *
     * @throws AnalyticsException FILE_UNREADABLE
     */
    public List<SourceRow> firstRows(PlannedSource planned, int most, CancelSignal cancel) {
        cancel.throwIfCancelled();
        return new Planner(recipes.get()).firstRows(planned, most);
    }

    /**
     * The same, going to a table or by a recipe that somebody wishes. What a wished table needs may be missing: a person
     * sees to it.
     *
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED, DATA_COLUMN_MISSING, RECIPE_UNKNOWN
     */
    public PlannedSource reread(PlannedSource planned, ImportRequest wish, CancelSignal cancel) {
        cancel.throwIfCancelled();
        return new Planner(recipes.get()).reread(planned, wish);
    }

    /**
     * Carries a plan out: all its sources in one transaction.
     *
     * @param dry whether to go all the way but for the end, so that the reports say what would be; nothing stays
     * @param listener hears a report for each source, or why it failed
     */
    public void carryOut(ImportPlan plan, boolean dry, Progress progress, CancelSignal cancel, FileListener listener) {
        if (!plan.sources().isEmpty()) {
            try (GroupImport group = new GroupImport(warehouse, journal, plan, settings.get(), dry, cancel, listener)) {
                group.run(progress);
            }
        }
        progress.report(1, dry ? TEXTS.get("file.importer.tried") : TEXTS.get("file.importer.imported"));
    }

    /**
     * Undoes a whole import: everything it brought goes, in every table, and what it had put out comes back.
     *
     * @param id of one of its batches
     * @return the ids of its batches; empty if it is not there
     * @throws AnalyticsException CANCELLED, RESOURCE_EXHAUSTED; then nothing has changed
     */
    public List<Long> undo(long id, CancelSignal cancel) {
        List<Long> gone = warehouse.undo(id, cancel);
        gone.forEach(RejectsFolder.of(warehouse)::discard);
        MendedImport.settle(warehouse);
        ImportRecovery.reconcile(warehouse, journal);
        return gone;
    }
}
