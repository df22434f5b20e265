package org.clientele.platform.runtime;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * An open dashboard. Its tiles run in the background, each for itself; of several requests the latest wins. Thread-safe;
 * no method blocks.
 */
public final class DashboardView implements AutoCloseable {
    private final Session session;
    private final DashboardSpec spec;
    private final Consumer<String> tileChanged;
    private final @Nullable PeriodChoice wanted;
    private final Map<String, TileContent> contents = new ConcurrentHashMap<>();
    private final Map<String, TileTiming> timings = new ConcurrentHashMap<>();
    private volatile Run run;

    /** One pass over all tiles. */
    private static final class Run {
        final CancelSignal cancel = CancelSignal.create();
        final CountDownLatch open;
        volatile PeriodChoice choice = PeriodChoice.ALL;
        volatile Period period = Period.all();
        volatile @Nullable LocalDateTime first;
        volatile @Nullable LocalDateTime last;

        Run(int tiles) {
            open = new CountDownLatch(tiles);
        }
    }

    DashboardView(Session session, DashboardSpec spec, @Nullable PeriodChoice period, Consumer<String> tileChanged) {
        this.session = session;
        this.spec = spec;
        this.tileChanged = tileChanged;
        this.wanted = period;
        this.run = new Run(0);
        start(period);
    }

    private synchronized void start(@Nullable PeriodChoice choice) {
        run.cancel.cancel();
        Run next = new Run(spec.tiles().size());
        next.choice = choice == null ? run.choice : choice;
        run = next;
        session.queryThreads().execute(() -> {
            WorkspaceStatus status = session.workspace().status();
            next.first = status.firstRow();
            next.last = status.dataAsOf();
            if (choice == null) {
                next.choice = PeriodChoice.best(day(next.first), day(next.last));
            }
            next.period = next.choice.resolve(day(next.last));
            for (TileSpec tile : spec.tiles()) {
                submit(next, tile);
            }
        });
    }

    private static java.time.@Nullable LocalDate day(@Nullable LocalDateTime t) {
        return t == null ? null : t.toLocalDate();
    }

    private void submit(Run mine, TileSpec tile) {
        try {
            session.queryThreads().execute(() -> {
                try {
                    if (mine == run && !mine.cancel.isCancelled()) {
                        TileRun.Outcome outcome = TileRun.of(session, tile, mine.period, mine.cancel);
                        publish(mine, tile, outcome);
                    }
                } catch (AnalyticsException e) {
                    if (e.code() != ErrorCode.CANCELLED) {
                        throw e;
                    }
                } finally {
                    mine.open.countDown();
                }
            });
        } catch (RejectedExecutionException e) {
            mine.open.countDown();
        }
    }

    private void publish(Run mine, TileSpec tile, TileRun.Outcome outcome) {
        synchronized (this) {
            if (mine != run) {
                return;
            }
            contents.put(tile.id(), outcome.content());
            timings.put(tile.id(), outcome.timing());
        }
        tileChanged.accept(tile.id());
    }

    /** Waits until every tile of the newest run is there. For renderers, not for windows. */
    void await() {
        try {
            run.open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, "Cancelled.", e);
        }
    }

    /** What it shows. */
    public DashboardSpec spec() {
        return spec;
    }

    /** The period's choice in force; the best one once the data is known, where nobody chose. */
    public PeriodChoice choice() {
        return run.choice;
    }

    /** The days in force. */
    public Period period() {
        return run.period;
    }

    /** The days in force for people: "1 Dec 2010 – 9 Dec 2011", or "" without data. */
    public String periodLabel() {
        Run r = run;
        return PeriodText.of(r.period, day(r.first), day(r.last));
    }

    /** Where each tile goes on a page of that width, in pixels at 100 %. */
    public List<Placed> layout(double width) {
        return new DashboardLayout().place(spec.tiles(), width, cards()::minWidth);
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
        return content instanceof TileContent.Forbidden ? TileState.FORBIDDEN : TileState.LOADING;
    }

    /** The data of a tile, for copying as a table; empty unless it is ready. */
    public Optional<Frame> frame(String tile) {
        return content(tile) instanceof TileContent.Ready ready ? Optional.of(ready.frame()) : Optional.empty();
    }

    /** Why a tile failed, or "". */
    public String failure(String tile) {
        return content(tile) instanceof TileContent.Failed failed ? failed.message() : "";
    }

    TileContent content(String tile) {
        return contents.getOrDefault(tile, new TileContent.Loading());
    }

    /** The whole card of a tile as it is now, laid out off the UI thread. A chart that throws becomes an error card. */
    public CompletableFuture<Scene> scene(String tile, SceneRequest request) {
        TileSpec tileSpec = tile(tile);
        TileContent content = content(tile);
        return CompletableFuture.supplyAsync(() -> card(tileSpec, content, request), session.layoutThreads());
    }

    Scene card(TileSpec tile, TileContent content, SceneRequest request) {
        return cards().scene(
                        tile,
                        content,
                        definitions(),
                        request.view(),
                        request.theme(),
                        request.width(),
                        request.height());
    }

    TileCard cards() {
        return new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format());
    }

    /** The definition of each metric that the tiles show, by the name of its column. */
    public Map<String, MetricDefinition> definitions() {
        Map<String, MetricDefinition> all = new HashMap<>();
        MetricCatalog metrics = session.workspace().metrics();
        for (TileSpec tile : spec.tiles()) {
            for (String name : tile.query().metrics()) {
                known(metrics, name).ifPresent(m -> all.put(m.id().name(), m));
            }
        }
        return all;
    }

    /** A tile that names an unknown metric says so itself; here it is left out. */
    private static Optional<MetricDefinition> known(MetricCatalog metrics, String name) {
        try {
            return Optional.of(metrics.resolve(name));
        } catch (AnalyticsException e) {
            return Optional.empty();
        }
    }

    private TileSpec tile(String id) {
        return spec.tiles().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, "Dashboard " + spec.id() + " has no tile \"" + id + "\"."));
    }

    /** Asks again for other days; the old pictures stay until the new ones are there. */
    public void show(PeriodChoice choice) {
        start(choice);
    }

    /** Asks again; answers that are still true come from the cache. */
    public void refresh() {
        start(wanted == null && run.period.isAll() ? null : run.choice);
    }

    /** The moment of the newest row of the data, if there is data. */
    public Optional<LocalDateTime> dataAsOf() {
        return Optional.ofNullable(run.last);
    }

    /** How long each tile's queries took, in the tiles' order. */
    public List<TileTiming> timings() {
        return spec.tiles().stream()
                .map(t -> timings.get(t.id()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Cancels what runs. */
    @Override
    public void close() {
        run.cancel.cancel();
    }
}
