package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.clientele.platform.warehouse.FileImporter;
import org.clientele.platform.warehouse.ImportBatch;
import org.clientele.platform.warehouse.ImportJournal;
import org.clientele.platform.warehouse.ImportOutcome;
import org.clientele.platform.warehouse.ImportPlan;
import org.clientele.platform.warehouse.ImportReport;
import org.clientele.platform.warehouse.ImportRequest;
import org.clientele.platform.warehouse.ImportSettings;
import org.clientele.platform.warehouse.Loader;
import org.clientele.platform.warehouse.PlannedSource;
import org.clientele.platform.warehouse.Recipes;
import org.clientele.platform.warehouse.TellingJournal;
import org.clientele.platform.warehouse.Warehouse;
import org.clientele.platform.warehouse.rejects.RejectFile;
import org.clientele.platform.warehouse.source.JdbcRequest;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings rows into the warehouse and says so in the catalog. One import at a time. */
final class ImportService {
    private static final Texts TEXTS = Texts.of(ImportService.class);

    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);
    /** What the catalog calls a load that fills several tables. */
    private static final String SEVERAL_TABLES = "customer model";

    private final Workspace workspace;
    private final ImportJournal journal;

    ImportService(Workspace workspace) {
        this.workspace = workspace;
        this.journal = new CatalogJournal(workspace.catalog());
    }

    ImportReply importFiles(ImportCommand command, boolean dry, Progress progress, CancelSignal cancel) {
        return changing(progress, cancel, () -> {
            List<FileImport> files = new ArrayList<>();
            Collecting listener = new Collecting(files, command.files().size() == 1);
            FileImporter importer = importer();
            importer.carryOut(importer.plan(request(command), cancel, listener), dry, progress, cancel, listener);
            // Files that cannot be read are known first, and lines are loaded last; she named them in an order.
            files.sort(Comparator.comparingInt(f -> command.files().indexOf(f.file())));
            return new ImportReply(files);
        });
    }

    ImportProposal propose(ImportCommand command, CancelSignal cancel) {
        List<FileImport> failed = new ArrayList<>();
        ImportPlan plan = importer().plan(request(command), cancel, new Collecting(failed, false));
        List<ProposedTable> tables =
                new ArrayList<>(plan.sources().stream().map(Proposals::view).toList());
        plan.strange().forEach(s -> tables.add(Proposals.view(s).include(false)));
        tables.sort(Comparator.comparingInt(t -> command.files().indexOf(t.file())));
        return new ImportProposal(
                tables, plan.joins().stream().map(Proposals::view).toList(), failed, command.mode());
    }

    ProposedTable reread(ProposedTable table, CancelSignal cancel) {
        return Proposals.view(importer().reread(Proposals.planned(table), cancel));
    }

    List<SourceRow> firstRows(ProposedTable table, int most, CancelSignal cancel) {
        return importer().firstRows(Proposals.planned(table), most, cancel).stream()
                .map(r -> new SourceRow(r.number(), r.cells()))
                .toList();
    }

    Path saveRecipe(ProposedTable table, String title) {
        return new RecipeFolder(workspace.directory()).save(table, title);
    }

    ProposedTable rematch(ProposedTable table, String entity, String recipe, CancelSignal cancel) {
        ImportCommand wish = new ImportCommand(List.of(table.file()), recipe, entity, ImportMode.APPEND);
        return Proposals.view(importer().reread(Proposals.planned(table), request(wish), cancel));
    }

    ImportReply carryOut(ImportProposal proposal, boolean dry, Progress progress, CancelSignal cancel) {
        ImportPlan plan = Proposals.plan(proposal);
        return changing(progress, cancel, () -> {
            List<FileImport> files = new ArrayList<>();
            importer()
                    .carryOut(
                            plan,
                            dry,
                            progress,
                            cancel,
                            new Collecting(files, plan.sources().size() == 1));
            return new ImportReply(files);
        });
    }

    /** Some lines of a table's file. What is said of them names the file itself. */
    ImportReply importPart(
            ProposedTable table,
            String name,
            Path part,
            boolean once,
            LongConsumer begun,
            Progress progress,
            CancelSignal cancel) {
        PlannedSource whole = Proposals.planned(table);
        PlannedSource source = new PlannedSource(
                part,
                name,
                null,
                whole.choice(),
                whole.head(),
                whole.recipe(),
                whole.recognised(),
                whole.role(),
                whole.reasons(),
                whole.doubts());
        ImportPlan plan = new ImportPlan(List.of(source), List.of(), Proposals.mode(ImportMode.APPEND));
        return changing(progress, cancel, () -> {
            List<FileImport> files = new ArrayList<>();
            importer(new TellingJournal(journal, once, begun))
                    .carryOut(plan, false, progress, cancel, new Collecting(files, true));
            return new ImportReply(files.stream().map(f -> f.of(table.file())).toList());
        });
    }

    UndoReply undo(long id, CancelSignal cancel) {
        return changing(Progress.NONE, cancel, () -> {
            List<Long> gone = importer().undo(id, cancel);
            return new UndoReply(
                    imports().stream().filter(i -> gone.contains(i.id())).toList());
        });
    }

    UndoForecast forecastUndo(long id, CancelSignal cancel) {
        return Proposals.view(workspace.warehouse().forecastUndo(id, cancel));
    }

    /** The newest first. */
    List<ImportView> imports() {
        Path rejects = workspace.directory().resolve("rejects");
        return workspace.catalog().imports().list().stream()
                .map(e -> Proposals.view(e, rejects))
                .toList();
    }

    private FileImporter importer() {
        return importer(journal);
    }

    /** An importer that tells another journal. */
    FileImporter importer(ImportJournal told) {
        return new FileImporter(workspace.warehouse(), told, this::recipes, () -> {
            WorkspaceSettings now = workspace.settings().now();
            return new ImportSettings(now.timeZone(), now.locale());
        });
    }

    private <T> T changing(Progress progress, CancelSignal cancel, Supplier<T> work) {
        long before = workspace.warehouse().version();
        try {
            return workspace.importAlone(progress, cancel, () -> {
                workspace.settings().pinTimeZone();
                return work.get();
            });
        } finally {
            tellIfChanged(before);
        }
    }

    /** Also when a later file failed: those before it are there. */
    private void tellIfChanged(long before) {
        if (workspace.warehouse().version() != before) {
            workspace.dataChanged();
        }
    }

    /** Files that are bad do not keep the others out; what is wrong with the wish itself ends it. */
    private record Collecting(List<FileImport> files, boolean only) implements FileImporter.FileListener {
        @Override
        public void imported(ImportReport report) {
            files.add(view(report));
        }

        @Override
        public void failed(Path file, AnalyticsException why) {
            if (only || why.blame() == Blame.USER) {
                throw why;
            }
            if (why.blame() == Blame.INTERNAL) {
                LOG.error("Import of {} failed", file, why);
            }
            files.add(FileImport.failed(file, why));
        }
    }

    private List<ImportRecipe> recipes() {
        List<ImportRecipe> all = new ArrayList<>(Recipes.builtIn());
        all.addAll(workspace.contributed().recipes());
        all.addAll(new RecipeFolder(workspace.directory()).all());
        return all;
    }

    private static ImportRequest request(ImportCommand command) {
        DatabaseSource database = command.database();
        ImportRequest request = database == null
                ? ImportRequest.of(command.files().toArray(Path[]::new))
                : ImportRequest.of(new JdbcRequest(
                        database.url(), database.user(), database.password(), database.table(), database.query()));
        if (!command.recipe().isEmpty()) {
            boolean isFile = command.recipe().endsWith(".json");
            request = isFile ? request.by(Recipes.read(Path.of(command.recipe()))) : request.by(command.recipe());
        }
        if (!command.entity().isEmpty()) {
            request = request.into(command.entity());
        }
        return request.as(Proposals.mode(command.mode())).read(Proposals.reading(command.reading()));
    }

    private static FileImport view(ImportReport r) {
        return new FileImport(
                r.file(),
                r.source(),
                r.batch(),
                r.entity(),
                r.rowsRead(),
                r.rowsLoaded(),
                r.rowsRejected(),
                r.rejectsFile(),
                firstRejects(r.rejectsFile()),
                Proposals.view(r.mapping()),
                r.orphans().stream()
                        .map(o -> new FileImport.Orphans(o.column(), o.refersTo(), o.rows(), o.values(), o.example()))
                        .toList(),
                r.duplicate(),
                r.seconds(),
                null);
    }

    /** The import itself is right whether or not its rejects can be shown. */
    private static List<FileImport.Reject> firstRejects(@Nullable Path rejects) {
        if (rejects == null) {
            return List.of();
        }
        try {
            return RejectFile.first(rejects, FileImport.FIRST_REJECTS).stream()
                    .map(r -> new FileImport.Reject(r.line(), r.column(), r.reason(), r.text()))
                    .toList();
        } catch (IOException e) {
            LOG.warn("The rejects in {} cannot be shown", rejects, e);
            return List.of();
        }
    }

    LoadReply load(String title, String identity, CancelSignal cancel, Consumer<RowSink> source) {
        long start = System.nanoTime();
        boolean loaded = changing(Progress.NONE, cancel, () -> loadAlone(title, sha256(identity), cancel, source));
        Map<String, Long> rows = new TreeMap<>(workspace.warehouse().span().rows());
        rows.values().removeIf(count -> count == 0);
        return new LoadReply(rows, !loaded, secondsSince(start));
    }

    /** Whether there was something to do. */
    private boolean loadAlone(String title, String digest, CancelSignal cancel, Consumer<RowSink> source) {
        Warehouse warehouse = workspace.warehouse();
        OptionalLong same = journal.findLoaded(digest, SEVERAL_TABLES);
        if (same.isPresent() && warehouse.hasBatch(same.getAsLong())) {
            return false;
        }
        if (!workspace.status().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    TEXTS.get("import.service.workspace_holds_other_data_already", workspace.directory(), title));
        }
        cancel.throwIfCancelled();
        long id = journal.begin(new ImportJournal.Begun(title, SEVERAL_TABLES, "", Instant.now()));
        try (Loader loader = warehouse.begin(new ImportBatch(id, digest, title, SEVERAL_TABLES, ""), cancel)) {
            source.accept(loader::append);
            ImportOutcome outcome = loader.commit().get(0);
            journal.loaded(outcome);
            return true;
        } catch (RuntimeException | Error e) {
            noteFailure(id, e);
            throw e;
        }
    }

    /** If even that fails, the next start does it. */
    private void noteFailure(long id, Throwable reason) {
        try {
            if (!workspace.warehouse().hasBatch(id)) {
                journal.failed(id, String.valueOf(reason.getMessage()));
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
