package org.clientele.platform.runtime;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Suggestion;
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
    private final TileContents contents = new TileContents();
    private final TileMarks marks;
    private final TilePictures pictures;
    private final TilePasses passes;
    private final TileAnswers answers;
    private final TileQuestions questions;

    DashboardView(Session session, DashboardSource source, Scope scope, Consumer<String> tileChanged) {
        this.session = session;
        this.source = source;
        this.spec = source.spec();
        this.marks = new TileMarks(source, contents);
        this.pictures = new TilePictures(session, source, contents, this::members);
        this.answers = new TileAnswers(session, source, contents, pictures::otherColours, tileChanged);
        this.passes = answers.passes();
        this.questions = new TileQuestions(session, source, passes);
        answers.start(before -> scope);
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
        return answers.brush(tile, dimension);
    }

    /**
     * Makes ready what a {@link #brush} would need, while nobody asks for anything: it is given up when somebody does, when
     * something else is made ready, and when this asks its tiles anew. Who brushes there meanwhile only waits for the rest.
     * Answers at once.
     *
     * @return ends once it is ready, or exceptionally where it was given up or could not be done
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such tile
     */
    public CompletableFuture<BrushCubes.Filling> prepare(String tile, String dimension) {
        tile(tile);
        return answers.ahead(tile, dimension);
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
        return questions.steps(tile(tile));
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
        return questions.parameters(tile(tile));
    }

    /** What the analyses of its tiles suggest and nobody chose yet. Answers at once. */
    public List<Suggestion> suggestions() {
        return questions.suggestions();
    }

    /** The names that people gave dimensions, see {@link Session#names}. Answers at once. */
    public Map<String, String> names() {
        return session.names();
    }

    /** The question for metrics that a tile answers now, narrowed down as the tile is; empty where it asks something else. */
    public Optional<MetricQuery> asked(String tile) {
        return questions.asked(tile(tile));
    }

    /** The order lines that a tile's analysis is narrowed down to; empty for a tile that asks for metrics, see {@link #asked}. */
    public Optional<MetricQuery> lines(String tile) {
        return questions.lines(tile(tile));
    }

    /** What publishing the segments of a tile would publish, without a name; empty where it asks nothing that puts customers into segments. */
    public Optional<SegmentDraft> segments(String tile) {
        return questions.segments(tile(tile));
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
            answers.start(before -> scope);
        }
    }

    /** Asks again for other days; the old pictures stay until the new ones are there. */
    public void show(PeriodChoice choice) {
        if (!source.ofAllTime()) {
            answers.start(before -> before.during(choice));
        }
    }

    /** Asks again, for the best days where nobody chose; answers that are still true come from the cache. */
    public void refresh() {
        contents.age();
        answers.start(before -> before);
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
        answers.close();
    }
}
