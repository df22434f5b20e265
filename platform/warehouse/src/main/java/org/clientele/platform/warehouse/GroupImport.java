package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.clientele.platform.warehouse.mapping.JoinProposal;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of one import, carried out in one transaction: each is staged, then all are loaded, what is referred to
 * before what refers. A source that cannot be read is left out, and the listener says whether the others follow.
 */
final class GroupImport implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(GroupImport.class);

    private static final Logger log = LoggerFactory.getLogger(GroupImport.class);
    private static final double STAGING_SHARE = 0.6;
    private static final double LOADED = 0.95;

    private final Warehouse warehouse;
    private final ImportJournal journal;
    private final RejectsFolder rejects;
    private final ImportPlan plan;
    private final ImportSettings settings;
    private final boolean dry;
    private final CancelSignal cancel;
    private final FileImporter.FileListener listener;
    private final List<SourceImport> sources = new ArrayList<>();
    private final Map<Long, PlannedSource> begun = new LinkedHashMap<>();
    private final Set<Long> ended = new HashSet<>();

    GroupImport(
            Warehouse warehouse,
            ImportJournal journal,
            ImportPlan plan,
            ImportSettings settings,
            boolean dry,
            CancelSignal cancel,
            FileImporter.FileListener listener) {
        this.warehouse = warehouse;
        this.journal = dry ? new DryJournal(journal) : journal;
        this.rejects = dry ? RejectsFolder.ofTrials(warehouse) : RejectsFolder.of(warehouse);
        this.plan = plan;
        this.settings = settings;
        this.dry = dry;
        this.cancel = cancel;
        this.listener = listener;
    }

    void run(Progress progress) {
        try {
            open();
            if (sources.size() == 1 && streams(sources.get(0))) {
                stream(sources.get(0), progress);
            } else {
                stage(part(progress, 0, STAGING_SHARE));
                load(part(progress, STAGING_SHARE, LOADED));
            }
        } catch (IOException e) {
            AnalyticsException failure = new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get(
                            "group.import.cannot_write_workspace",
                            warehouse.workspace(),
                            String.valueOf(e.getMessage())),
                    e);
            failAll(failure);
            throw failure;
        } catch (AnalyticsException e) {
            List<PlannedSource> open = failAll(e);
            if (e.code() == ErrorCode.CANCELLED || open.isEmpty()) {
                throw e;
            }
            open.forEach(p -> listener.failed(p.file(), e));
        } catch (RuntimeException | Error e) {
            failAll(e);
            throw e;
        }
    }

    private boolean streams(SourceImport source) {
        return plan.mode() != ImportRequest.Mode.UPDATE && plan.kept().isEmpty() && source.streams();
    }

    private static Progress part(Progress progress, double from, double to) {
        return (fraction, message) -> progress.report(from + (to - from) * Math.max(0, fraction), message);
    }

    private void open() throws IOException {
        for (PlannedSource planned : plan.sources()) {
            cancel.throwIfCancelled();
            long id = journal.begin(new ImportJournal.Begun(
                    planned.name(),
                    planned.recipe().entity(),
                    planned.recognised() ? planned.recipe().id().toString() : "",
                    warehouse.options().clock().instant()));
            begun.put(id, planned);
            try {
                TableSource source = Planner.open(planned);
                sources.add(new SourceImport(
                        planned, plan.joins(), source, id, staging(id), settings, warehouse.options(), cancel));
            } catch (AnalyticsException e) {
                leaveOut(id, e);
            }
        }
    }

    private Path staging(long id) {
        return warehouse.workspace().resolve("staging").resolve(String.valueOf(id));
    }

    private void leaveOut(long id, AnalyticsException why) {
        PlannedSource planned = begun.get(id);
        fail(id, why);
        if (why.code() == ErrorCode.CANCELLED || planned == null) {
            throw why;
        }
        listener.failed(planned.file(), why);
    }

    private void stage(Progress progress) {
        int count = sources.size();
        int done = 0;
        for (SourceImport source : List.copyOf(sources)) {
            try {
                source.stage(part(progress, done / (double) count, (done + 1.0) / count));
            } catch (AnalyticsException e) {
                sources.remove(source);
                source.close();
                leaveOut(source.id(), e);
            }
            done++;
        }
    }

    private void load(Progress progress) throws IOException {
        List<SourceImport> staged = new ArrayList<>(sources);
        leaveOutMarksOfNothing(staged);
        List<SourceImport> inOrder = new ArrayList<>();
        Map<String, SourceImport> contents = new HashMap<>();
        Map<SourceImport, SourceImport> twice = new LinkedHashMap<>();
        for (SourceImport source : staged) {
            SourceImport first = contents.putIfAbsent(source.entity() + " " + source.sha256(), source);
            if (first != null) {
                twice.put(source, first);
            } else if (!endedAsDuplicate(source)) {
                inOrder.add(source);
            }
        }
        if (!inOrder.isEmpty()) {
            load(inOrder, progress);
        }
        twice.forEach((source, first) -> endAsDuplicate(source, first.id()));
    }

    private void load(List<SourceImport> inOrder, Progress progress) throws IOException {
        List<String> tables = CustomerModel.standard().tables().stream()
                .map(CustomerModel.Table::name)
                .toList();
        // What gives columns goes first, then what is referred to.
        inOrder.sort(Comparator.<SourceImport, Boolean>comparing(s -> !s.helps())
                .thenComparing(s -> s.planned().marks())
                .thenComparing(s -> tables.indexOf(s.entity())));
        try (Loader loader = warehouse.begin(cancel)) {
            Set<String> replaced = new LinkedHashSet<>();
            Map<String, HelperTable> helpers = new LinkedHashMap<>();
            int done = 0;
            for (SourceImport source : inOrder) {
                progress.report(
                        done++ / (double) inOrder.size(),
                        TEXTS.get("group.import.loading", source.planned().name()));
                begin(loader, source, replaced);
                if (source.helps()) {
                    helpers.put(source.planned().name(), source.loadAsHelper(loader, keyOf(source)));
                } else if (source.planned().marks()) {
                    source.loadAsMarks(loader);
                } else {
                    source.load(loader, helpersOf(source, helpers));
                }
                source.writeRejects(loader, rejects);
            }
            progress.report(1, TEXTS.get("group.import.finding_products_customers_2"));
            end(loader, inOrder);
        }
    }

    /** Where there is no order line at all, a mark of orders that came back says nothing. */
    private void leaveOutMarksOfNothing(List<SourceImport> loading) {
        List<SourceImport> marks =
                loading.stream().filter(s -> s.planned().marks()).toList();
        if (marks.isEmpty()
                || loading.stream().anyMatch(GroupImport::bringsLines)
                || warehouse.span().rows().getOrDefault(CustomerModel.ORDER_LINE, 0L) > 0) {
            return;
        }
        loading.removeAll(marks);
        for (SourceImport source : marks) {
            leaveOut(
                    source.id(),
                    new AnalyticsException(
                            ErrorCode.FILE_UNRECOGNISED,
                            TEXTS.get(
                                    "group.import.left_out_only_says",
                                    source.planned().name())));
        }
    }

    private static boolean bringsLines(SourceImport source) {
        return source.entity().equals(CustomerModel.ORDER_LINE)
                && !source.helps()
                && !source.planned().marks();
    }

    private String keyOf(SourceImport helper) {
        return plan.joins().stream()
                .filter(j -> j.right().equals(helper.planned().name()))
                .map(JoinProposal::rightColumn)
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.FILE_UNRECOGNISED,
                        TEXTS.get(
                                "group.import.has_columns_for_rows",
                                helper.planned().name())));
    }

    private LinkedHashMap<HelperTable, String> helpersOf(SourceImport source, Map<String, HelperTable> helpers) {
        LinkedHashMap<HelperTable, String> own = new LinkedHashMap<>();
        plan.kept().forEach(k -> own.put(HelperTable.of(k), k.header()));
        for (JoinProposal join : plan.joins()) {
            HelperTable helper = helpers.get(join.right());
            if (helper != null && join.left().equals(source.planned().name())) {
                own.put(helper, join.leftColumn());
            }
        }
        return own;
    }

    /** Loads while it reads. Only then it is known whether the content was there already, and how values are written. */
    private void stream(SourceImport source, Progress progress) throws IOException {
        try (Loader loader = warehouse.begin(cancel)) {
            begin(loader, source, new HashSet<>());
            if (source.stream(loader, part(progress, 0, LOADED))) {
                if (!endedAsDuplicate(source)) {
                    source.writeRejects(loader, rejects);
                    progress.report(LOADED, TEXTS.get("group.import.finding_products_customers_2"));
                    end(loader, List.of(source));
                }
                return;
            }
        }
        load(part(progress, LOADED, 1));
    }

    private void begin(Loader loader, SourceImport source, Set<String> replaced) {
        long group = begun.keySet().iterator().next();
        loader.next(source.batch(group));
        if (source.planned().marks()) {
            return;
        }
        if (plan.mode() == ImportRequest.Mode.REPLACE && !source.helps() && replaced.add(source.entity())) {
            loader.replace(source.entity());
        }
        if (plan.mode() == ImportRequest.Mode.UPDATE) {
            loader.byKey();
        }
    }

    private boolean endedAsDuplicate(SourceImport source) {
        if (plan.mode() == ImportRequest.Mode.REPLACE) {
            return false;
        }
        OptionalLong same = journal.findLoaded(source.sha256(), source.entity());
        if (same.isEmpty() || !warehouse.hasBatch(same.getAsLong())) {
            return false;
        }
        endAsDuplicate(source, same.getAsLong());
        return true;
    }

    private void endAsDuplicate(SourceImport source, long of) {
        journal.duplicate(source.id(), source.sha256(), of);
        ended.add(source.id());
        listener.imported(source.duplicate());
    }

    private void end(Loader loader, List<SourceImport> loaded) {
        List<List<Orphan>> orphans = loaded.stream()
                .map(s -> s.helps() || s.planned().marks()
                        ? List.<Orphan>of()
                        : loader.orphans(CustomerModel.standard().table(s.entity()), s.id()))
                .toList();
        List<ImportOutcome> outcomes = dry ? loader.outcomes() : loader.commit();
        outcomes.forEach(outcome -> ended.add(outcome.batch().id()));
        outcomes.forEach(journal::loaded);
        for (int i = 0; i < loaded.size(); i++) {
            listener.imported(loaded.get(i).report(outcomes.get(i), orphans.get(i)));
        }
    }

    /** Ends what has no end yet. */
    private List<PlannedSource> failAll(Throwable reason) {
        List<PlannedSource> open = new ArrayList<>();
        begun.forEach((id, planned) -> {
            if (!ended.contains(id)) {
                open.add(planned);
                fail(id, reason);
            }
        });
        return open;
    }

    /** Ends the entry; if even that fails, the next start does. */
    private void fail(long id, Throwable reason) {
        ended.add(id);
        try {
            // A commit may fail after it has worked; then the next start ends the entry as loaded.
            if (!warehouse.hasBatch(id)) {
                rejects.discard(id);
                journal.failed(id, String.valueOf(reason.getMessage()));
            }
        } catch (RuntimeException e) {
            log.warn("The end of import {} is noted at the next start: {}", id, e.getMessage());
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        sources.forEach(SourceImport::close);
        for (long id : begun.keySet()) {
            try {
                Folders.delete(staging(id));
            } catch (IOException e) {
                // The next start deletes it.
                log.warn("Staged files of import {} are left", id, e);
            }
        }
    }
}
