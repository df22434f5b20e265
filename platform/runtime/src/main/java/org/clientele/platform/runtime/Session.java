package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Imports imports;
    private final Rejects rejects;
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
        ImportService importing = new ImportService(workspace);
        this.imports = new Imports(this, importing);
        this.rejects = new Rejects(this, importing::importer);
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

    /** The bookmarks of the workspace. */
    public BookmarkFolder bookmarks() {
        return new BookmarkFolder(workspace.directory());
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
                        either -> analyses.ask(
                                call, new Narrowing(period, filters), subject, policy, progress, frame -> {}, either))
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
        return new DashboardView(this, new QuerySource(dashboard, Optional.empty()), scope, tileChanged);
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

    /** How data comes into the workspace, and leaves it. */
    public Imports imports() {
        return imports;
    }

    /** The rows that imports could not load. */
    public Rejects rejects() {
        return rejects;
    }

    /** The goals of the workspace, which people set. */
    public GoalBook goals() {
        return new GoalBook(this);
    }

    /** The customer sets of the workspace. */
    public CustomerSets sets() {
        return sets;
    }

    /** The names that people gave dimensions: of segmentations, scores and customer sets, by dimension. Answers at once. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>(segmentations().names());
        sets().all().forEach(s -> names.put(s.dimension(), s.name()));
        return Map.copyOf(names);
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

    /** The settings of the workspace. */
    public SettingBook settings() {
        return new SettingBook(this);
    }

    /**
     * Starts work in the background; it shows in {@link #jobs} until it ends, and what it gives comes right after. Never
     * throws: on a closed session what it gives is CANCELLED.
     */
    public <T> CompletableFuture<T> background(String title, Job<T> job) {
        return jobs.start(title, job);
    }

    /** What runs in the background for this session. */
    public Jobs jobs() {
        return jobs;
    }

    /** Long work on the caller's thread, which {@link Workspace#jobs()} lists as well. */
    <T> T listed(String title, Progress progress, CancelSignal cancel, BiFunction<Progress, CancelSignal, T> work) {
        return calls.call(cancel, either -> jobs.listed(title, progress, either, work));
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
