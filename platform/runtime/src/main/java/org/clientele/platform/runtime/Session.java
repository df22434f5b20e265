package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.alerts.AlertBook;
import org.clientele.platform.runtime.arrange.ArrangementBook;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.platform.runtime.brush.CubeFilling;
import org.clientele.platform.runtime.gallery.Gallery;
import org.clientele.platform.runtime.gallery.GalleryPicture;
import org.clientele.platform.runtime.records.Records;
import org.clientele.platform.runtime.refresh.RefreshBook;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;

/**
 * One user's way into a workspace: every question and every import goes through here, under her policy. Thread-safe.
 * Methods that say so block and must not be called on the UI thread.
 */
public final class Session implements AutoCloseable {
    private final Workspace workspace;
    private final Subject subject;
    private final Policy policy;
    private final ValueFormat format;
    private final QueryService queries;
    private final AnalysisService analyses;
    private final Targets targets;
    private final ImportService imports;
    private final RejectService rejects;
    private final StoppableCalls calls = new StoppableCalls();
    private final Jobs jobs;
    private final Workers queryThreads;
    private final Workers layoutThreads;
    private final RowService rows;
    private final CustomerSets sets = new CustomerSets(new SetService(this));
    private final Segmentations segmentations = new Segmentations(new SegmentService(this));
    private final Workers brushThreads = Workers.growing("clientele-brush");
    private final CubeService cubes;
    private final ArrangementBook arrangements;

    Session(Workspace workspace, Subject subject, Policy policy) {
        this.workspace = workspace;
        this.jobs = new Jobs(workspace.jobs());
        this.subject = subject;
        this.policy = policy;
        this.format = new CalendarFormat(
                () -> workspace.settings().now().format(),
                () -> workspace.settings().now().calendar());
        QueryCache cache = new QueryCache();
        this.queries = new QueryService(workspace, cache);
        this.analyses = new AnalysisService(workspace, queries, cache, cancel -> goals().all(cancel));
        this.targets = new Targets(workspace, queries, cancel -> goals().all(cancel), format);
        this.cubes = new CubeService(workspace, queries, brushThreads, CubeFilling.Limits.standard());
        this.imports = new ImportService(workspace);
        this.rejects = new RejectService(workspace, imports::importer);
        int cores = Runtime.getRuntime().availableProcessors();
        this.queryThreads = Workers.fixed("clientele-query", Math.max(2, Math.min(4, cores)));
        this.rows = new RowService(this);
        this.layoutThreads = Workers.fixed("clientele-layout", Math.max(1, Math.min(4, cores)));
        this.arrangements = new ArrangementBook(workspace.directory(), Clock.systemUTC());
    }

    /** The workspace's folder. */
    public Path directory() {
        return workspace.directory();
    }

    /** Who asks. */
    public Subject subject() {
        return subject;
    }

    /** The policy in force. */
    public Policy policy() {
        return policy;
    }

    /** Numbers and dates for people, in the workspace's locale. */
    public ValueFormat format() {
        return format;
    }

    /** The dashboards that the policy allows, by plugin and in its order. Answers at once. */
    public List<DashboardEntry> dashboards() {
        Map<String, String> titles = workspace.plugins().stream()
                .collect(Collectors.toMap(PluginView::id, PluginView::title, (first, second) -> first));
        return workspace.contributed().dashboards().stream()
                .filter(owned -> policy.allowsDashboard(owned.value().id().toString()))
                .map(owned -> new DashboardEntry(
                        owned.value().id().toString(),
                        owned.value().title(),
                        owned.value().description(),
                        owned.plugin(),
                        titles.getOrDefault(owned.plugin(), owned.plugin())))
                .toList();
    }

    /**
     * A dashboard as its plugin has it, however somebody arranged it. Answers at once.
     *
     * @param id its id or a suffix of it
     * @throws AnalyticsException DASHBOARD_UNKNOWN, or FORBIDDEN by the policy
     */
    public DashboardSpec dashboard(String id) {
        return DashboardSource.own(this, id);
    }

    /** How dashboards are arranged in this workspace, in versions. */
    public ArrangementBook arrangements() {
        return arrangements;
    }

    /** The ids of all metrics that can be asked for. Answers at once. */
    public List<QualifiedId> metrics() {
        return workspace.knownMetrics().all().stream()
                .map(MetricDefinition::id)
                .sorted()
                .toList();
    }

    /** The definition of a metric, by its id or a suffix of it. Answers at once. */
    public MetricDefinition metric(String id) {
        return workspace.knownMetrics().resolve(id);
    }

    /** The bookmarks of the workspace, by title. Reads files: not for the UI thread. */
    public List<Bookmark> bookmarks() {
        return new BookmarkFolder(workspace.directory()).all();
    }

    /**
     * Saves a bookmark; one of the same title is replaced. Blocks for a moment.
     *
     * @return its JSON file, which may be copied to another workspace
     * @throws AnalyticsException ARGUMENT_INVALID without a title; RESOURCE_EXHAUSTED if it cannot be written
     */
    public Path saveBookmark(Bookmark bookmark) {
        return new BookmarkFolder(workspace.directory()).save(bookmark);
    }

    /** Deletes the bookmark of that title, if there is one. Blocks for a moment. */
    public void removeBookmark(String title) {
        new BookmarkFolder(workspace.directory()).remove(title);
    }

    /** What the data at hand can be narrowed down by. Blocks. */
    public List<DimensionView> dimensions(CancelSignal cancel) {
        return DimensionCatalog.of(this, workspace.metrics().model(), cancel);
    }

    /** The days that a choice comes to, by the data that the policy shows and the workspace's calendar. Blocks. */
    public Period days(PeriodChoice choice, CancelSignal cancel) {
        LocalDateTime last =
                calls.call(cancel, either -> queries.facts(policy, either)).last();
        return choice.resolve(
                last == null ? null : last.toLocalDate(),
                workspace.settings().now().calendar());
    }

    /** Answers a question for metrics. Blocks; ends as CANCELLED when the session is closed. */
    public Frame query(MetricQuery query, CancelSignal cancel) {
        return calls.call(cancel, either -> queries.ask(query, subject, policy, either))
                .frame();
    }

    /**
     * The same for a question without dimensions, with the target of each metric for these days, how far it was reached, and how
     * it comes about. Blocks; ends as CANCELLED when the session is closed.
     */
    public Frame assessed(MetricQuery query, CancelSignal cancel) {
        return calls.call(cancel, either -> Assessed.of(this, query, either));
    }

    Targets targets() {
        return targets;
    }

    /** Answers a question for rows. Blocks; ends as CANCELLED when the session is closed. */
    public Frame rows(RowQuery query, CancelSignal cancel) {
        return calls.call(cancel, either -> queries.ask(query, subject, policy, either))
                .frame();
    }

    /** Lists of records, those behind numbers, and what is known of a customer. */
    public Records records() {
        return rows.records();
    }

    /** Metrics taken apart. */
    public Breakdowns breakdowns() {
        return new Breakdowns(this);
    }

    /** All analyses of plugins, by plugin and in its order. Answers at once. */
    public List<AnalysisView> analysesOffered() {
        return workspace.contributed().analyses().stream().map(AnalysisView::of).toList();
    }

    /**
     * Runs an analysis, or finds what it gave before. Blocks; ends as CANCELLED when the session is closed.
     *
     * @param call which, and with which parameters
     * @param period the days in force
     * @param filters what the data is narrowed down to
     * @throws AnalyticsException ANALYSIS_UNKNOWN, ARGUMENT_INVALID, or what the analysis says
     */
    public Frame analyse(
            AnalysisCall call, Period period, List<Filter> filters, Progress progress, CancelSignal cancel) {
        return calls.call(
                        cancel,
                        either -> analyses.ask(call, new Narrowing(period, filters), subject, policy, progress, either))
                .frame();
    }

    /**
     * Fills the cubes from which the answers to some questions under any one filter on a dimension are added up. Blocks; those
     * of the same questions about the same data are kept.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN or FORBIDDEN for the dimension; CANCELLED
     */
    public BrushCubes cubes(List<MetricQuery> questions, String dimension, CancelSignal cancel) {
        return calls.call(cancel, either -> cubes.cubes(questions, dimension, subject, policy, either));
    }

    /**
     * Opens a dashboard: its tiles start to run at once in the background. Answers at once.
     *
     * @param dashboard its id or a suffix of it, or that of the {@link GalleryBoard}
     * @param scope what it is narrowed down to
     * @param tileChanged hears, on a worker thread, the id of a tile whose state changed
     * @throws AnalyticsException DASHBOARD_UNKNOWN, or FORBIDDEN by the policy; CANCELLED if the session is closed
     */
    public DashboardView open(String dashboard, Scope scope, Consumer<String> tileChanged) {
        if (calls.closing().isCancelled()) {
            throw Workers.closed();
        }
        return new DashboardView(this, DashboardSource.of(this, dashboard), scope, tileChanged);
    }

    /** Opens a dashboard that no plugin has, as {@link #open(String, Scope, Consumer)}. */
    public DashboardView open(DashboardSpec dashboard, Scope scope, Consumer<String> tileChanged) {
        calls.closing().throwIfCancelled();
        return new DashboardView(this, new QuerySource(dashboard), scope, tileChanged);
    }

    /** Runs a dashboard and lays the whole of it out. Blocks. */
    public RenderedDashboard render(RenderRequest request) {
        return RenderedDashboard.of(this, request);
    }

    /** Runs dashboards for a document, one after the other. Blocks. */
    public RenderedReport report(ReportRequest request, CancelSignal cancel) {
        return calls.call(cancel, either -> RenderedReport.of(this, request, either));
    }

    /**
     * Pictures of every kind of chart with the workspace's data. Blocks.
     *
     * @throws AnalyticsException CANCELLED
     */
    public List<GalleryPicture> gallery(CancelSignal cancel) {
        return calls.call(
                cancel, either -> Gallery.of(this, workspace.contributed().charts(), either));
    }

    /**
     * Imports files, one after the other. Blocks. Of several files, one that cannot be imported does not keep the others
     * out; the reply says why it failed.
     *
     * @throws AnalyticsException if the only file cannot be imported, or the command itself is wrong, or it is cancelled;
     *     files before that stay imported
     */
    public ImportReply importFiles(ImportCommand command, Progress progress, CancelSignal cancel) {
        return listed(
                title(command), progress, cancel, (told, stop) -> imports.importFiles(command, false, told, stop));
    }

    /** The same all the way but for the end: the reply says what would be, and nothing stays. Blocks. */
    public ImportReply tryFiles(ImportCommand command, Progress progress, CancelSignal cancel) {
        return listed("Check files", progress, cancel, (told, stop) -> imports.importFiles(command, true, told, stop));
    }

    /**
     * Decides how files would be imported; nothing is changed. Blocks; reads only their starts.
     *
     * @throws AnalyticsException if the command itself is wrong, or it is cancelled
     */
    public ImportProposal proposeImport(ImportCommand command, CancelSignal cancel) {
        return calls.call(cancel, either -> imports.propose(command, either));
    }

    /**
     * The first rows of a table's source as they stand there, with its headers and what is above them, for a person to say
     * which row has the headers; empty where a format does not tell. Blocks.
     */
    public List<SourceRow> firstRows(ProposedTable table, int most, CancelSignal cancel) {
        return calls.call(cancel, either -> imports.firstRows(table, most, either));
    }

    /** Reads a table's start again in the way that its {@link ProposedTable#reading} now says. Blocks. */
    public ProposedTable reread(ProposedTable table, CancelSignal cancel) {
        return calls.call(cancel, either -> imports.reread(table, either));
    }

    /**
     * Decides again where a table's columns go, read as {@link ProposedTable#reading} says. What the wished table needs may
     * be missing then, for a person to choose. Blocks.
     *
     * @param entity the table of the customer model, or "" to find it
     * @param recipe the id of a recipe or the path of a recipe's JSON file, or "" to find one
     */
    public ProposedTable rematch(ProposedTable table, String entity, String recipe, CancelSignal cancel) {
        return calls.call(cancel, either -> imports.rematch(table, entity, recipe, either));
    }

    /**
     * Saves how a table is mapped as a recipe of the workspace: files with the same headers are known by it from now on.
     * Blocks for a moment.
     *
     * @param title for people; a recipe of the same title is replaced
     * @return the recipe's JSON file, which may be given to others
     */
    public Path saveRecipe(ProposedTable table, String title) {
        return imports.saveRecipe(table, title);
    }

    /** Imports all the way but for the end: the reply says what would be, and nothing stays. Blocks. */
    public ImportReply tryImport(ImportProposal proposal, Progress progress, CancelSignal cancel) {
        return listed("Check files", progress, cancel, (told, stop) -> imports.carryOut(proposal, true, told, stop));
    }

    /** Imports what is included, in one transaction. Blocks. */
    public ImportReply importProposed(ImportProposal proposal, Progress progress, CancelSignal cancel) {
        return listed("Import files", progress, cancel, (told, stop) -> imports.carryOut(proposal, false, told, stop));
    }

    /** Imports some lines of a file, which lie in a file of their own, as a table of it. */
    ImportReply importPart(
            ProposedTable table,
            String name,
            Path part,
            boolean once,
            LongConsumer begun,
            Progress progress,
            CancelSignal cancel) {
        return listed(
                "Import " + name,
                progress,
                cancel,
                (told, stop) -> imports.importPart(table, name, part, once, begun, told, stop));
    }

    /** All imports ever begun, the newest first. Blocks. */
    public List<ImportView> imports() {
        return imports.imports();
    }

    /** What {@link #undoImport} would do now; nothing if the import is not there. Blocks for a moment. */
    public UndoForecast forecastUndo(long id, CancelSignal cancel) {
        return calls.call(cancel, either -> imports.forecastUndo(id, either));
    }

    /**
     * Undoes a whole import: what it brought goes, in every table, and what it had put out comes back. Blocks.
     *
     * @param id of one of its batches
     */
    public UndoReply undoImport(long id, CancelSignal cancel) {
        return listed("Undo an import", Progress.NONE, cancel, (told, stop) -> imports.undo(id, stop));
    }

    /**
     * Loads rows that a program makes, in one batch: wholly there or wholly absent. Blocks.
     *
     * @param title for the list of imports
     * @param identity what makes two loads the same; an equal one is not loaded twice
     * @param cancel stops it within a second; nothing of it is kept then
     * @param source hands its rows to the sink
     */
    public LoadReply load(String title, String identity, CancelSignal cancel, Consumer<RowSink> source) {
        return listed(
                "Load " + title, Progress.NONE, cancel, (told, stop) -> imports.load(title, identity, stop, source));
    }

    /** The goals of the workspace, which people set. */
    public GoalBook goals() {
        return new GoalBook(this);
    }

    /** The customer sets of the workspace. */
    public CustomerSets sets() {
        return sets;
    }

    /**
     * The customers of a set as a list, ready to be written as XLSX or CSV. Blocks.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there are too many for a file; CANCELLED
     */
    public Export exportMembers(CustomerSet set, CancelSignal cancel) {
        return calls.call(cancel, either -> MembersExport.of(this, set, either));
    }

    /** The published segmentations of the workspace. */
    public Segmentations segmentations() {
        return segmentations;
    }

    /** The alerts of the workspace, by the machine's clock. */
    public AlertBook alerts() {
        return alerts(Clock.systemUTC());
    }

    /** The same by another clock. */
    public AlertBook alerts(Clock clock) {
        return new AlertBook(new SessionAlerts(this), workspace.catalog().alerts(), clock, workspace.judging());
    }

    /** What the workspace reads again by the machine's clock. */
    public RefreshBook refreshes() {
        return refreshes(Clock.systemUTC());
    }

    /** The same by another clock. */
    public RefreshBook refreshes(Clock clock) {
        return new RefreshBook(
                workspace.catalog().schedules(),
                new SessionRefresh(this, clock),
                clock,
                () -> workspace.settings().now().timeZone(),
                workspace.refreshing(),
                workspace::refreshesChanged);
    }

    /** All settings of the workspace, in a fixed order. Answers at once. */
    public List<SettingView> settings() {
        return workspace.settings().all();
    }

    /**
     * A setting of the workspace. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none of that name
     */
    public SettingView setting(String name) {
        return workspace.settings().get(name);
    }

    /**
     * Changes a setting of the workspace; answers that it touches are asked anew. A rule for charges is applied to all stored
     * order lines at once. Blocks.
     *
     * @param value as text; "default" takes the setting back
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such setting or the value is wrong; nothing changed then
     */
    public SettingView change(String name, String value, CancelSignal cancel) {
        return calls.call(cancel, either -> {
            SettingView changed = workspace.settings().change(name, value, either);
            workspace.dataChanged();
            return changed;
        });
    }

    /**
     * The rows that an import could not load, to be mended in a table. Reads a file: not for the UI thread.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such import
     */
    public RejectedRows rejects(long batch) {
        return rejects.rejects(batch);
    }

    /**
     * What would keep a mended row out, as far as its cells tell; the import has the last word. Quick enough for each key.
     *
     * @param cells one value a header of the {@link #rejects}
     */
    public List<CellFault> judge(long batch, List<String> cells) {
        return rejects.judge(batch, cells);
    }

    /**
     * Loads mended rows under the recipe of their import, as a batch of its own; they leave its rejects, and those that are
     * still bad are rejects of the new batch. Blocks.
     *
     * @param version of the {@link #rejects} that were mended
     * @throws AnalyticsException ARGUMENT_INVALID if the rejects have changed since; else as an import; then no row is
     *     loaded and none has left
     */
    public MendReply mend(long batch, String version, List<MendedRow> rows, Progress progress, CancelSignal cancel) {
        return listed(
                "Load mended rows", progress, cancel, (told, stop) -> rejects.mend(batch, version, rows, told, stop));
    }

    /**
     * The same for rows that were mended in a file: the rejects file itself with its texts corrected, or a table of {@code
     * line} and the source's columns. Blocks.
     */
    public MendReply mendFrom(long batch, Path file, Progress progress, CancelSignal cancel) {
        return listed("Load mended rows", progress, cancel, (told, stop) -> rejects.mendFrom(batch, file, told, stop));
    }

    /**
     * Starts work in the background; it shows in {@link #jobs()} until it ends, and what it gives comes right after. Never
     * throws: on a closed session what it gives is CANCELLED.
     */
    public <T> CompletableFuture<T> background(String title, Job<T> job) {
        return jobs.start(title, job);
    }

    /** What runs in the background now, oldest first. */
    public List<JobView> jobs() {
        return jobs.views();
    }

    /** Hears, on any thread, that {@link #jobs()} changed. */
    public CancelSignal.Registration onJobs(Runnable listener) {
        return jobs.onChange(listener);
    }

    /** Asks a job to stop; it ends within a second. */
    public void cancel(long job) {
        jobs.cancel(job);
    }

    /** Long work on the caller's thread, which {@link Workspace#jobs()} lists as well. */
    <T> T listed(String title, Progress progress, CancelSignal cancel, BiFunction<Progress, CancelSignal, T> work) {
        return calls.call(cancel, either -> jobs.listed(title, progress, either, work));
    }

    private static String title(ImportCommand command) {
        int n = command.files().size();
        return "Import " + (n == 1 ? command.files().get(0).getFileName() : n == 0 ? "from a database" : n + " files");
    }

    /** Work on this thread that ends as CANCELLED when the session is closed. */
    <T> T call(CancelSignal cancel, Function<CancelSignal, T> work) {
        return calls.call(cancel, work);
    }

    Workspace workspace() {
        return workspace;
    }

    QueryService queries() {
        return queries;
    }

    AnalysisService analyses() {
        return analyses;
    }

    CubeService cubes() {
        return cubes;
    }

    Workers brushThreads() {
        return brushThreads;
    }

    Workers queryThreads() {
        return queryThreads;
    }

    Workers layoutThreads() {
        return layoutThreads;
    }

    /** Cancelled when this closes. */
    CancelSignal closing() {
        return calls.closing();
    }

    /** Cancels what runs and waits for it, a few seconds at most. The workspace stays open. */
    @Override
    public void close() {
        jobs.cancelAll();
        calls.close();
        jobs.close();
        queryThreads.close();
        rows.close();
        layoutThreads.close();
        brushThreads.close();
        workspace.forget(this);
    }
}
