package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;

/** A plugin's dashboard: each tile asks what its query says. */
record QuerySource(DashboardSpec spec, Optional<Arrangement> arrangement) implements DashboardSource {
    @Override
    public Map<String, String> headings() {
        return Map.of();
    }

    @Override
    public Map<String, MetricDefinition> definitions(Session session) {
        Map<String, MetricDefinition> all = new HashMap<>();
        MetricCatalog metrics = session.workspace().knownMetrics();
        for (TileSpec tile : spec.tiles()) {
            List<String> names = new ArrayList<>();
            if (tile.question() instanceof MetricQuery query) {
                names.addAll(query.metrics());
            }
            MetricQuery trend = tile.trend();
            if (trend != null) {
                names.addAll(trend.metrics());
            }
            for (String name : names) {
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

    @Override
    public boolean ofAllTime() {
        return false;
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public Function<TileSpec, TileRun.Outcome> answers(
            Session session,
            Period period,
            Scope scope,
            BiConsumer<TileSpec, TileRun.Outcome> early,
            CancelSignal cancel) {
        return tile -> {
            TileSpec scoped = chosen(session, ScopedTile.of(tile, scope), scope);
            Narrowing to = new Narrowing(period, scope.filtersOf(tile.id()));
            return answer(
                    session, scoped, to, isSplit(tile, scoped, scope), shown -> early.accept(tile, shown), cancel);
        };
    }

    private static boolean isSplit(TileSpec tile, TileSpec scoped, Scope scope) {
        return !scope.drill(tile.id()).split().isEmpty()
                && scoped.question() instanceof MetricQuery
                && !scoped.equals(tile);
    }

    /**
     * Answers a tile.
     *
     * @param split whether its figures are split by a dimension of which only the largest members are shown
     * @param early hears of what it can show until then
     */
    static TileRun.Outcome answer(
            Session session,
            TileSpec scoped,
            Narrowing to,
            boolean split,
            Consumer<TileRun.Outcome> early,
            CancelSignal cancel) {
        return split && scoped.question() instanceof MetricQuery query
                ? TileRun.of(
                        scoped,
                        cancel,
                        () -> TileRun.content(split(session, to.of(query), cancel), null, session.format()))
                : TileRun.of(session, scoped, to, early, cancel);
    }

    /** The tile with what somebody chose about its analysis. */
    private static TileSpec chosen(Session session, TileSpec tile, Scope scope) {
        return scope.parameters().isEmpty() || !(tile.question() instanceof AnalysisCall call)
                ? tile
                : new TileSpec(
                        tile.id(),
                        tile.title(),
                        tile.subtitle(),
                        tile.span(),
                        tile.rows(),
                        session.analyses().chosen(call, scope.parameters()),
                        tile.trend(),
                        tile.chart(),
                        tile.detail());
    }

    private static Frame split(Session session, MetricQuery query, CancelSignal cancel) {
        return new SplitRun(q -> session.queries()
                        .ask(q, session.subject(), session.policy(), cancel)
                        .frame())
                .answer(query);
    }

    @Override
    public List<BrushSession.Linked> linked(Session session, Period period, Scope scope) {
        return spec.tiles().stream()
                .map(t -> {
                    TileSpec scoped = chosen(session, ScopedTile.of(t, scope), scope);
                    Narrowing to = new Narrowing(period, scope.filtersOf(t.id()));
                    return new BrushSession.Linked(scoped, to, isSplit(t, scoped, scope));
                })
                .toList();
    }
}
