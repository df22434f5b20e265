package org.clientele.platform.runtime;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An open dashboard. Its tiles run in the background, each for itself; of several requests the latest wins. Thread-safe;
 * no public method blocks or throws because the session was closed.
 */
public final class DashboardView implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(DashboardView.class);

    private final Session session;
    private final DashboardSource source;
    private final DashboardSpec spec;
    private final Consumer<String> tileChanged;
    private final TileContents contents = new TileContents();
    private final TileMarks marks;
    private final TilePictures pictures;
    private final TilePasses passes;
    private @Nullable BrushSession brush;

    DashboardView(Session session, DashboardSource source, Scope scope, Consumer<String> tileChanged) {
        this.session = session;
        this.source = source;
        this.spec = source.spec();
        this.tileChanged = tileChanged;
        this.marks = new TileMarks(source, contents);
        this.pictures = new TilePictures(session, source, contents, this::members);
        this.passes = new TilePasses(session, source, receiver());
        start(before -> scope);
    }

    private void start(UnaryOperator<Scope> choose) {
        endBrush();
        passes.start(choose);
    }

    private TilePasses.Receiver receiver() {
        return new TilePasses.Receiver() {
            @Override
            public void answered(TilePasses.Pass pass, TileSpec tile, TileRun.Outcome outcome) {
                DashboardView.this.answered(pass, tile, outcome);
            }

            /** Colours are given by the members of all tiles: whoever was drawn before the last of them came is drawn anew. */
            @Override
            public void answered(TilePasses.Pass pass) {
                spec.tiles().stream()
                        .filter(pictures::otherColours)
                        .forEach(tile -> tell(tile.id(), passes.during(pass, () -> {
                            contents.redraw(tile.id());
                            return true;
                        })));
            }

            @Override
            public void early(TilePasses.Pass pass, TileSpec tile, TileRun.Outcome outcome) {
                tell(tile.id(), passes.during(pass, () -> {
                    if (brush() != null) {
                        return false;
                    }
                    contents.early(tile.id(), outcome);
                    return true;
                }));
            }
        };
    }

    private void answered(TilePasses.Pass pass, TileSpec tile, TileRun.Outcome outcome) {
        tell(tile.id(), passes.during(pass, () -> {
            BrushSession now = brush();
            if (now != null && now.keeps(tile.id(), outcome.content())) {
                return false;
            }
            contents.put(tile.id(), outcome);
            return true;
        }));
    }

    private boolean tell(String tile, boolean changed) {
        if (changed) {
            Listeners.guard(() -> tileChanged.accept(tile));
        }
        return changed;
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
            TilePasses.Pass pass = passes.newest();
            contents.noRanges();
            BrushSession begun = new BrushSession(
                    session,
                    dimension,
                    source.linked(session, pass.days().period(), pass.scope().picked(tile, List.of())).stream()
                            .filter(l -> !l.id().equals(tile))
                            .toList(),
                    contents.all(),
                    (id, content, old, range) -> brushed(pass, id, content, old, range));
            brush = begun;
            return begun;
        }
    }

    private boolean brushed(TilePasses.Pass pass, String tile, TileContent content, boolean old, long range) {
        return tell(tile, passes.during(pass, () -> {
            contents.put(tile, content, old, range);
            return true;
        }));
    }

    private synchronized @Nullable BrushSession brush() {
        return brush;
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

    /**
     * The dimension whose members a column of a tile's data holds, so that they can be picked, or brushed; empty where the
     * column holds anything else.
     */
    public Optional<String> dimension(String tile, String column) {
        return marks.dimension(tile(tile), column);
    }

    /**
     * What a mark of a tile stands for, by dimension, so that it can be picked.
     *
     * @param mark the values of its columns, as its datum has them; null for the unknown
     * @return empty where none of them is a member of a dimension, or one stands for several; null for the unknown member
     */
    public Map<String, @Nullable String> members(String tile, Map<String, @Nullable String> mark) {
        return marks.members(tile(tile), mark);
    }

    /** Whether a mark of an analysis stands for several members of a dimension together. */
    public boolean isRest(String tile, Map<String, @Nullable String> mark) {
        return marks.isRest(tile(tile), mark);
    }

    /** How often a tile was given something to show: a picture of it is up to date while this stays. */
    public long version(String tile) {
        return contents.version(tile);
    }

    /**
     * The number of the range of the brush under way, counted from 1, that a tile answers, or is asked for and stale meanwhile;
     * 0 before the first.
     */
    public long answered(String tile) {
        return contents.range(tile);
    }

    /**
     * Whether a tile shows the answer to an earlier brush, or to none, or about older data, while that to the latest is on its
     * way. After a {@link #refresh} that takes a moment to be so.
     */
    public boolean isStale(String tile) {
        return contents.isStale(tile);
    }

    /**
     * Waits until every tile is there. For renderers, not for windows.
     *
     * @throws AnalyticsException CANCELLED if this, or the session, is closed before
     */
    void await() {
        await(CancelSignal.create());
    }

    /** The same, which ends as CANCELLED also when nobody waits any more. */
    void await(CancelSignal cancel) {
        passes.await(cancel);
    }

    /** What it shows. */
    public DashboardSpec spec() {
        return spec;
    }

    /** How its tiles were arranged when it was opened; empty where nobody can arrange them. */
    public Optional<Arrangement> arrangement() {
        return source.arrangement();
    }

    /** The period's choice in force; the best one once the data is known, where nobody chose. */
    public PeriodChoice choice() {
        return passes.newest().days().choice();
    }

    /** The days in force. */
    public Period period() {
        return passes.newest().days().period();
    }

    /** The days that a choice comes to, for people; "" without data. */
    public String periodLabel(PeriodChoice choice) {
        return passes.newest()
                .days()
                .label(choice, session.workspace().settings().now().calendar());
    }

    /** The steps of time of a tile that can be shown in other ways; empty for others. */
    public Optional<Grain> steps(String tile) {
        return source.ofAllTime() ? Optional.empty() : ScopedTile.steps(tile(tile));
    }

    /** The one kind of steps of time that a question is by; empty for others. */
    public Optional<Grain> steps(MetricQuery query) {
        return ScopedTile.steps(query);
    }

    /** The days in force for people: "1 Dec 2010 – 9 Dec 2011", or "" without data. */
    public String periodLabel() {
        return source.ofAllTime() ? "" : passes.newest().days().label();
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
        return contents.state(tile);
    }

    /** The data of a tile, for copying as a table; empty unless it is ready. */
    public Optional<Frame> frame(String tile) {
        return contents.frame(tile);
    }

    /**
     * What can be chosen about a tile's analysis, with what is chosen now; empty for other tiles.
     *
     * @param tile its id
     */
    public Map<AnalysisView.Parameter, String> parameters(String tile) {
        Map<AnalysisView.Parameter, String> all = new LinkedHashMap<>();
        if (tile(tile).question() instanceof AnalysisCall call) {
            Map<String, String> chosen = scope().parameters();
            session.analyses()
                    .open(call)
                    .forEach(p -> all.put(AnalysisView.Parameter.of(p), chosen.getOrDefault(p.name(), p.initial())));
        }
        return all;
    }

    /** What the analyses of its tiles suggest and nobody chose yet. Answers at once. */
    public List<Suggestion> suggestions() {
        Map<String, String> chosen = scope().parameters();
        List<AnalysisCall> calls = spec.tiles().stream()
                .map(TileSpec::question)
                .filter(AnalysisCall.class::isInstance)
                .map(AnalysisCall.class::cast)
                .toList();
        return session.analyses().suggestions(calls).stream()
                .filter(s -> !chosen.entrySet().containsAll(s.parameters().entrySet()))
                .toList();
    }

    /** The question for metrics that a tile answers now, narrowed down as the tile is; empty where it asks something else. */
    public Optional<MetricQuery> asked(String tile) {
        TilePasses.Pass now = passes.newest();
        return ScopedTile.of(tile(tile), now.scope()).question() instanceof MetricQuery query && !source.ofAllTime()
                ? Optional.of(new Narrowing(now.days().period(), now.scope().filtersOf(tile)).of(query))
                : Optional.empty();
    }

    /** What publishing the segments of a tile would publish, without a name; empty where it asks nothing that puts customers into segments. */
    public Optional<SegmentDraft> segments(String tile) {
        TilePasses.Pass now = passes.newest();
        return tile(tile).question() instanceof AnalysisCall call
                        && session.analyses().publishes(call)
                ? Optional.of(SegmentDraft.of(
                                "", session.analyses().chosen(call, now.scope().parameters()))
                        .narrowed(now.days().period(), now.scope().filtersOf(tile)))
                : Optional.empty();
    }

    /** Why a tile failed, or "". */
    public String failure(String tile) {
        return contents.failure(tile);
    }

    TileContent content(String tile) {
        return contents.get(tile);
    }

    /**
     * The whole card of a tile as it is now, laid out off the UI thread. A chart that throws becomes an error card. Ends as
     * CANCELLED when the session is closed.
     */
    public CompletableFuture<Scene> scene(String tile, SceneRequest request) {
        return pictures.scene(tile(tile), scope(), request);
    }

    /** The same with the tile's data as a table of all of its columns, whatever its chart is. */
    public CompletableFuture<Scene> table(String tile, SceneRequest request) {
        return pictures.scene(asTable(tile(tile)), scope(), request);
    }

    TileSpec asTable(TileSpec tile) {
        return pictures.asTable(tile);
    }

    /** What narrows all of its figures, in words, one each; empty for all rows. Exports say it. */
    public List<String> filters() {
        return ExportSnapshot.filters(this, session.policy());
    }

    /** The ways to files and the clipboard. */
    public Exports exports() {
        return new Exports(session, this);
    }

    TileCard cards() {
        return pictures.cards();
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
                        TEXTS.get(
                                "dashboard.view.dashboard_has_no_tile_has",
                                spec.id(),
                                id,
                                String.join(
                                        ", ",
                                        spec.tiles().stream().map(TileSpec::id).toList()))));
    }

    /** What it is narrowed down to. */
    public Scope scope() {
        return passes.newest().scope();
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
        contents.age();
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
                .or(() -> Optional.ofNullable(passes.newest().days().last()));
    }

    /** Who hears how long pictures take from now on, or null. */
    public void meter(@Nullable TileMeter who) {
        pictures.meter(who);
    }

    /** About how much memory a tile's data takes, in bytes; 0 without data. */
    public long bytes(String tile) {
        return frame(tile).map(QueryCache::bytes).orElse(0);
    }

    /** How long each tile's queries took, in the tiles' order. */
    public List<TileTiming> timings() {
        return spec.tiles().stream()
                .map(t -> contents.timing(t.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Cancels what runs; no tile changes after that. */
    @Override
    public void close() {
        passes.close();
        endBrush();
    }
}
