package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.Dimmed;
import org.clientele.platform.charts.MemberOrder;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open dashboard. Its tiles run in the background, each for itself; of several requests the latest wins. Thread-safe;
 * no public method blocks or throws because the session was closed.
 */
public final class DashboardView implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardView.class);

    private final Session session;
    private final DashboardSource source;
    private final DashboardSpec spec;
    private final Consumer<String> tileChanged;
    private final Map<String, TileContent> contents = new ConcurrentHashMap<>();
    private volatile Ordered ordered = new Ordered(Map.of(), MemberOrder.none());
    private final Map<String, TileTiming> timings = new ConcurrentHashMap<>();
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    private @Nullable BrushSession brush;
    private Scope wanted;
    private boolean closed;
    private volatile Run run = new Run(Scope.ALL, Days.UNKNOWN);

    /** One pass over all tiles. */
    private static final class Run {
        final CancelSignal cancel = CancelSignal.create();
        /** Complete, never exceptionally, once no tile of this pass can change any more. */
        final CompletableFuture<Boolean> done = new CompletableFuture<>();

        final Scope scope;
        volatile Days days;

        Run(Scope scope, Days days) {
            this.scope = scope;
            this.days = days;
        }
    }

    /** The period, and the first and last moment of the data that it was worked out from. */
    private record Days(
            PeriodChoice choice,
            Period period,
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime last) {
        static final Days UNKNOWN = new Days(PeriodChoice.ALL, Period.all(), null, null);

        static Days of(
                Scope wanted, @Nullable LocalDateTime first, @Nullable LocalDateTime last, BusinessCalendar calendar) {
            PeriodChoice rule = wanted.choice();
            PeriodChoice choice = rule == null ? PeriodChoice.best(day(first), day(last), calendar) : rule;
            Period own = wanted.days();
            return new Days(choice, own == null ? choice.resolve(day(last), calendar) : own, first, last);
        }

        String label() {
            return PeriodText.of(period, day(first), day(last));
        }

        private static @Nullable LocalDate day(@Nullable LocalDateTime t) {
            return t == null ? null : t.toLocalDate();
        }
    }

    DashboardView(Session session, DashboardSource source, Scope scope, Consumer<String> tileChanged) {
        this.session = session;
        this.source = source;
        this.spec = source.spec();
        this.tileChanged = tileChanged;
        this.wanted = scope;
        start(before -> scope);
    }

    private void start(UnaryOperator<Scope> choose) {
        endBrush();
        Run before;
        Run next;
        Scope scope;
        synchronized (this) {
            if (closed) {
                return;
            }
            before = run;
            scope = choose.apply(wanted);
            wanted = scope;
            next = new Run(scope, Days.of(scope, before.days.first(), before.days.last(), calendar()));
            run = next;
        }
        before.cancel.cancel();
        CancelSignal.Registration closing = session.closing().onCancel(next.cancel::cancel);
        session.queryThreads()
                .submit(() -> look(next))
                .handle((looked, failure) -> failure == null ? tiles(next) : failed(next, failure))
                .thenCompose(Function.identity())
                .whenComplete((all, failure) -> {
                    closing.close();
                    next.done.complete(true);
                });
    }

    private BusinessCalendar calendar() {
        return session.workspace().settings().now().calendar();
    }

    private boolean look(Run mine) {
        mine.cancel.throwIfCancelled();
        LineFacts facts = session.queries().facts(session.policy(), mine.cancel);
        mine.days = Days.of(mine.scope, facts.first(), facts.last(), calendar());
        return true;
    }

    private CompletableFuture<Void> tiles(Run mine) {
        Function<TileSpec, TileRun.Outcome> answers =
                source.answers(session, mine.days.period(), mine.scope, mine.cancel);
        int batches = source.oneByOne() ? 1 : Math.max(1, spec.tiles().size());
        return CompletableFuture.allOf(IntStream.range(0, batches)
                .mapToObj(batch -> session.queryThreads().submit(() -> {
                    for (int i = batch; i < spec.tiles().size(); i += batches) {
                        mine.cancel.throwIfCancelled();
                        publish(
                                mine,
                                spec.tiles().get(i),
                                answers.apply(spec.tiles().get(i)));
                    }
                    return true;
                }))
                .toArray(CompletableFuture[]::new));
    }

    /** Without the data's first and last day no tile can run. */
    private CompletableFuture<Void> failed(Run mine, Throwable failure) {
        if (!mine.cancel.isCancelled()) {
            LOG.warn("The tiles of {} cannot run", spec.id(), failure);
        }
        for (TileSpec tile : spec.tiles()) {
            publish(mine, tile, TileRun.failed(tile, failure));
        }
        return CompletableFuture.completedFuture(null);
    }

    private void publish(Run mine, TileSpec tile, TileRun.Outcome outcome) {
        synchronized (this) {
            if (mine != run || mine.cancel.isCancelled()) {
                return;
            }
            if (brush != null && brush.keeps(tile.id(), outcome.content())) {
                return;
            }
            stale.remove(tile.id());
            contents.put(tile.id(), outcome.content());
            timings.put(tile.id(), outcome.timing());
        }
        Listeners.guard(() -> tileChanged.accept(tile.id()));
    }

    /**
     * Somebody starts to drag a filter over a dimension in one tile: from now on the other tiles answer to what she picks, with
     * the period and filters in force; what was picked in that tile before does not count meanwhile. A brush of before ends.
     * Answers at once.
     *
     * @param tile where she drags; it does not answer itself
     * @param dimension what the filter is on
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such tile; what is wrong with the dimension says {@link
     *     BrushSession#activated}
     */
    public BrushSession brush(String tile, String dimension) {
        tile(tile);
        endBrush();
        synchronized (this) {
            Run mine = run;
            BrushSession begun = new BrushSession(
                    session,
                    dimension,
                    source.linked(mine.days.period(), mine.scope.picked(tile, List.of())).stream()
                            .filter(l -> !l.id().equals(tile))
                            .toList(),
                    contents,
                    (id, content, old) -> publishBrushed(mine, id, content, old));
            brush = begun;
            return begun;
        }
    }

    private boolean publishBrushed(Run mine, String tile, TileContent content, boolean old) {
        synchronized (this) {
            if (mine != run || mine.cancel.isCancelled()) {
                return false;
            }
            contents.put(tile, content);
            if (old) {
                stale.add(tile);
            } else {
                stale.remove(tile);
            }
        }
        Listeners.guard(() -> tileChanged.accept(tile));
        return true;
    }

    /** The tiles stay as they are. */
    private void endBrush() {
        BrushSession before;
        synchronized (this) {
            before = brush;
            brush = null;
        }
        if (before != null) {
            before.stop();
        }
    }

    /** Whether a tile shows the answer to an earlier brush, or to none, while that to the latest is on its way. */
    public boolean isStale(String tile) {
        return stale.contains(tile);
    }

    /**
     * Waits until every tile of the newest run is there. For renderers, not for windows.
     *
     * @throws AnalyticsException CANCELLED if this, or the session, is closed before
     */
    void await() {
        await(CancelSignal.create());
    }

    /** The same, which ends as CANCELLED also when nobody waits any more. */
    void await(CancelSignal cancel) {
        CompletableFuture<Boolean> givenUp = new CompletableFuture<>();
        try (CancelSignal.Registration stop = cancel.onCancel(() -> givenUp.complete(true))) {
            Objects.requireNonNull(stop);
            Run awaited;
            do {
                awaited = run;
                CompletableFuture.anyOf(awaited.done, givenUp).get();
                cancel.throwIfCancelled();
            } while (awaited != run);
            awaited.cancel.throwIfCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, "Cancelled.", e);
        } catch (ExecutionException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "The dashboard did not run: " + e.getCause(), e);
        }
    }

    /** What it shows. */
    public DashboardSpec spec() {
        return spec;
    }

    /** The period's choice in force; the best one once the data is known, where nobody chose. */
    public PeriodChoice choice() {
        return run.days.choice();
    }

    /** The days in force. */
    public Period period() {
        return run.days.period();
    }

    /** The days that a choice comes to, for people; "" without data. */
    public String periodLabel(PeriodChoice choice) {
        Days now = run.days;
        Period days = choice.resolve(Days.day(now.last()), calendar());
        return PeriodText.of(days, Days.day(now.first()), Days.day(now.last()));
    }

    /** The steps of time of a tile that can be shown in other ways; empty for others. */
    public Optional<Grain> steps(String tile) {
        return source.ofAllTime() ? Optional.empty() : ScopedTile.steps(tile(tile));
    }

    /** The days in force for people: "1 Dec 2010 – 9 Dec 2011", or "" without data. */
    public String periodLabel() {
        return source.ofAllTime() ? "" : run.days.label();
    }

    /** Where each tile goes on a page of that width, in pixels at 100 %. */
    public List<Placed> layout(double width) {
        return new DashboardLayout()
                .place(spec.tiles(), width, cards()::minWidth, headings().keySet());
    }

    /** Titles that stand above tiles, by the tile that comes first below; {@link #layout} leaves room for them. */
    public Map<String, String> headings() {
        return source.headings();
    }

    /** Whether it has no periods to choose from, and its tiles' data is not what their queries say. */
    public boolean isGallery() {
        return source.ofAllTime();
    }

    /** How far a tile is. */
    public TileState state(String tile) {
        TileContent content = content(tile);
        if (content instanceof TileContent.Ready) {
            return TileState.READY;
        }
        if (content instanceof TileContent.Empty) {
            return TileState.EMPTY;
        }
        if (content instanceof TileContent.Failed) {
            return TileState.FAILED;
        }
        if (content instanceof TileContent.TooMuch) {
            return TileState.TOO_MUCH;
        }
        return content instanceof TileContent.Forbidden ? TileState.FORBIDDEN : TileState.LOADING;
    }

    /** The data of a tile, for copying as a table; empty unless it is ready. */
    public Optional<Frame> frame(String tile) {
        return content(tile) instanceof TileContent.Ready ready ? Optional.of(ready.frame()) : Optional.empty();
    }

    /** The question for metrics that a tile answers now, narrowed down as the tile is; empty where it asks something else. */
    public Optional<MetricQuery> asked(String tile) {
        Run now = run;
        return ScopedTile.of(tile(tile), now.scope).question() instanceof MetricQuery query && !source.ofAllTime()
                ? Optional.of(new Narrowing(now.days.period(), now.scope.filtersOf(tile)).of(query))
                : Optional.empty();
    }

    /** Why a tile failed, or "". */
    public String failure(String tile) {
        return content(tile) instanceof TileContent.Failed failed ? failed.message() : "";
    }

    TileContent content(String tile) {
        return contents.getOrDefault(tile, new TileContent.Loading());
    }

    /**
     * The whole card of a tile as it is now, laid out off the UI thread. A chart that throws becomes an error card. Ends as
     * CANCELLED when the session is closed.
     */
    public CompletableFuture<Scene> scene(String tile, SceneRequest request) {
        return scene(tile(tile), request);
    }

    /** The same with the tile's data as a table of all of its columns, whatever its chart is. */
    public CompletableFuture<Scene> table(String tile, SceneRequest request) {
        return scene(asTable(tile(tile)), request);
    }

    TileSpec asTable(TileSpec t) {
        String[] columns = frame(t.id()).stream()
                .flatMap(f -> f.columns().stream())
                .map(Column::name)
                .toArray(String[]::new);
        return columns.length == 0
                ? t
                : new TileSpec(
                        t.id(),
                        t.title(),
                        t.subtitle(),
                        t.span(),
                        t.rows(),
                        t.question(),
                        t.trend(),
                        ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, columns));
    }

    /** What narrows all of its figures, in words, one each; empty for all rows. Exports say it. */
    public List<String> filters() {
        return ExportSnapshot.filters(this, session.policy());
    }

    /** The ways to files and the clipboard. */
    public Exports exports() {
        return new Exports(session, this);
    }

    private CompletableFuture<Scene> scene(TileSpec tile, SceneRequest request) {
        TileContent content = content(tile.id());
        Scope scope = run.scope;
        List<Filter> picked = scope.selection(tile.id());
        TileSpec scoped = ScopedTile.of(tile, scope);
        return session.layoutThreads().submit(() -> {
            Scene scene = cards().scene(
                            scoped,
                            content,
                            definitions(),
                            request.view(),
                            request.theme(),
                            request.width(),
                            request.height());
            return picked.isEmpty() ? scene : Dimmed.of(scene, mark -> Picked.holds(picked, mark));
        });
    }

    /** What the tiles show so far, reckoned again only when one of them has other data. */
    private MemberOrder memberOrder() {
        Map<String, TileContent> now = Map.copyOf(contents);
        Ordered known = ordered;
        if (!known.contents().equals(now)) {
            known = new Ordered(now, MemberOrder.of(shown(spec, now)));
            ordered = known;
        }
        return known.order();
    }

    /** The pictures of a dashboard whose data is there, in the order of its tiles. */
    static List<MemberOrder.Shown> shown(DashboardSpec dashboard, Map<String, TileContent> contents) {
        List<MemberOrder.Shown> all = new ArrayList<>();
        for (TileSpec tile : dashboard.tiles()) {
            if (contents.get(tile.id()) instanceof TileContent.Ready ready) {
                all.add(new MemberOrder.Shown(tile.chart(), ready.frame()));
            }
        }
        return all;
    }

    TileCard cards() {
        return new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format())
                .alike(memberOrder());
    }

    /** The definition of each metric that the tiles show, by the name of its column. */
    public Map<String, MetricDefinition> definitions() {
        return source.definitions(session);
    }

    TileSpec tile(String id) {
        return spec.tiles().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        "Dashboard " + spec.id() + " has no tile \"" + id + "\"; it has "
                                + String.join(
                                        ", ",
                                        spec.tiles().stream().map(TileSpec::id).toList())
                                + "."));
    }

    /** What it is narrowed down to. */
    public Scope scope() {
        return run.scope;
    }

    /** Asks again for something else; the old pictures stay until the new ones are there. */
    public void show(Scope scope) {
        if (!source.ofAllTime()) {
            start(before -> scope);
        }
    }

    /** Asks again for other days; the old pictures stay until the new ones are there. */
    public void show(PeriodChoice choice) {
        if (!source.ofAllTime()) {
            start(before -> before.during(choice));
        }
    }

    /** Asks again, for the best days where nobody chose; answers that are still true come from the cache. */
    public void refresh() {
        start(before -> before);
    }

    /**
     * The moment of the newest row of the data that is shown. While new answers are on the way, that of the oldest picture
     * still there; empty while nothing is known, or without data.
     */
    public Optional<LocalDateTime> dataAsOf() {
        return spec.tiles().stream()
                .flatMap(tile -> frame(tile.id()).stream())
                .flatMap(frame -> frame.dataAsOf().stream())
                .min(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(run.days.last()));
    }

    /** How long each tile's queries took, in the tiles' order. */
    public List<TileTiming> timings() {
        return spec.tiles().stream()
                .map(t -> timings.get(t.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Cancels what runs; no tile changes after that. */
    @Override
    public void close() {
        Run last;
        synchronized (this) {
            closed = true;
            last = run;
        }
        last.cancel.cancel();
        endBrush();
    }

    /** The order of members that goes with some contents. */
    private record Ordered(Map<String, TileContent> contents, MemberOrder order) {}
}
