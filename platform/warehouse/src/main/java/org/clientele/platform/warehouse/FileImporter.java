package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files into a warehouse: each is one transaction, wholly there or wholly absent whatever happens. Call {@link
 * ImportRecovery#recover} once before. Thread-safe; imports run one after another.
 */
public final class FileImporter {
    private static final Logger log = LoggerFactory.getLogger(FileImporter.class);

    private final Warehouse warehouse;
    private final ImportJournal journal;
    private final Supplier<List<ImportRecipe>> recipes;

    /** @param recipes all that are known at the moment, {@link Recipes#builtIn()} and those of plugins */
    public FileImporter(Warehouse warehouse, ImportJournal journal, Supplier<List<ImportRecipe>> recipes) {
        this.warehouse = warehouse;
        this.journal = journal;
        this.recipes = recipes;
    }

    /**
     * Imports files one after another. If one fails, those before it stay.
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
        if (request.files().isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, "Name at least one file to import.");
        }
        Set<String> replaced = new HashSet<>();
        int count = request.files().size();
        int begun = 0;
        for (Path file : request.files()) {
            double done = begun++;
            Progress part = (fraction, message) -> progress.report((done + Math.max(0, fraction)) / count, message);
            ImportReport report;
            try (FileImport one = new FileImport(warehouse, request, file, cancel)) {
                one.decide(recipes.get());
                report = run(one, replaced, part);
            } catch (AnalyticsException e) {
                listener.failed(file, e);
                continue;
            }
            listener.imported(report);
        }
        progress.report(1, "Imported");
    }

    private ImportReport run(FileImport one, Set<String> replaced, Progress progress) {
        String entity = one.entity();
        long id = journal.begin(new ImportJournal.Begun(
                one.name(), entity, one.recipe(), warehouse.options().clock().instant()));
        boolean committed = false;
        try {
            Path staging = warehouse.workspace().resolve("staging").resolve(String.valueOf(id));
            Files.createDirectories(staging);
            boolean replace = one.replaces() && !replaced.contains(entity);
            try (Loader loader = one.begin(id, staging)) {
                if (replace) {
                    loader.replace(entity);
                }
                String sha256 = one.load(progress);
                OptionalLong same = one.replaces() ? OptionalLong.empty() : findLoaded(sha256, entity);
                if (same.isPresent()) {
                    journal.duplicate(id, sha256, same.getAsLong());
                    return one.duplicate(id);
                }
                one.writeRejects(id, sha256);
                progress.report(0.95, "Finding products and customers");
                ImportOutcome outcome = loader.commit();
                committed = true;
                journal.loaded(outcome);
                replaced.add(entity);
                return one.report(outcome);
            } finally {
                Folders.delete(staging);
            }
        } catch (IOException e) {
            AnalyticsException failure = new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "Cannot write to the workspace " + warehouse.workspace() + ": " + e.getMessage() + ".",
                    e);
            fail(id, committed, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            fail(id, committed, e);
            throw e;
        }
    }

    private OptionalLong findLoaded(String sha256, String entity) {
        OptionalLong found = journal.findLoaded(sha256, entity);
        return found.isPresent() && warehouse.hasBatch(found.getAsLong()) ? found : OptionalLong.empty();
    }

    /** Ends the entry; if even that fails, the next start does. */
    private void fail(long id, boolean committed, Throwable reason) {
        if (committed) {
            return;
        }
        try {
            // A commit may fail after it has worked; then the next start ends the entry as loaded.
            if (!warehouse.hasBatch(id)) {
                RejectsFolder.of(warehouse).discard(id);
                journal.failed(id, String.valueOf(reason.getMessage()));
            }
        } catch (RuntimeException e) {
            log.warn("The failure of import {} could not be noted", id, e);
            reason.addSuppressed(e);
        }
    }
}
