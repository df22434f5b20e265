package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.Narrowed;
import org.clientele.platform.runtime.sets.SetComparison;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** Two customer sets side by side, opened as a dashboard. */
record ComparisonSource(DashboardSpec spec, SetComparison comparison) implements DashboardSource {
    private static final Texts TEXTS = Texts.of(ComparisonSource.class);

    /** @throws AnalyticsException DASHBOARD_UNKNOWN if a set is not there any more */
    static ComparisonSource of(Session session, String id) {
        SetComparison comparison = ComparisonBoard.find(id, session.sets())
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DASHBOARD_UNKNOWN,
                        TEXTS.get("comparison.source.customer_set_comparison_was_deleted")));
        return new ComparisonSource(ComparisonBoard.spec(id, comparison), comparison);
    }

    @Override
    public Map<String, String> headings() {
        return Map.of();
    }

    @Override
    public Map<String, MetricDefinition> definitions(Session session) {
        return Map.of();
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
        return tile -> TileRun.of(tile, cancel, () -> content(session, tile, period, scope, cancel));
    }

    private TileContent content(Session session, TileSpec tile, Period period, Scope scope, CancelSignal cancel) {
        try {
            List<DimensionView> dimensions = tile.id().equals("differences") ? session.dimensions(cancel) : List.of();
            Narrowed to = new Narrowed(period, scope.filtersOf(tile.id()));
            return TileRun.content(
                    ComparisonBoard.frame(tile.id(), comparison, dimensions, to, cancel), null, session.format());
        } catch (AnalyticsException e) {
            cancel.throwIfCancelled();
            return TileRun.content(e);
        }
    }

    /** Its pictures are worked out from other things than their questions. */
    @Override
    public List<BrushSession.Linked> linked(Session session, Period period, Scope scope) {
        return List.of();
    }
}
