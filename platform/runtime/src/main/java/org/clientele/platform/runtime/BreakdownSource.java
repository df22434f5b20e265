package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.platform.runtime.breakdown.BreakdownTable;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** The breakdown of a metric as a dashboard of one tile. */
record BreakdownSource(MetricDefinition metric, DashboardSpec spec) implements DashboardSource {
    private static final Texts TEXTS = Texts.of(BreakdownSource.class);

    private static final int ROWS = 9;

    BreakdownSource(MetricDefinition metric) {
        this(metric, spec(metric));
    }

    private static DashboardSpec spec(MetricDefinition metric) {
        String value = metric.id().name();
        ChartSpec chart = ChartSpec.of(ChartSpec.DECOMPOSITION)
                .encode(Channel.TO, BreakdownTable.NODE)
                .encode(Channel.FROM, BreakdownTable.UNDER)
                .encode(Channel.LABEL, BreakdownTable.PART)
                .encode(Channel.LEVEL, BreakdownTable.BY)
                .encode(Channel.STEP, BreakdownTable.OPEN)
                .encode(Channel.SIZE, BreakdownTable.SHARE)
                .encode(Channel.Y, value)
                .encode(Channel.BASE, BreakdownTable.BASE)
                .encode(Channel.COLUMN, BreakdownTable.DIMENSION, BreakdownTable.KEY, BreakdownTable.MERGED);
        return DashboardSpec.builder("clientele.breakdown/" + metric.id().name(), Breakdowns.title(metric))
                .description(TEXTS.get("breakdown.source.where_number_comes_from_level"))
                .tile(TileSpec.builder(
                                Breakdowns.TILE,
                                metric.label(),
                                MetricQuery.of(metric.id().toString()),
                                chart)
                        .subtitle(TEXTS.get("breakdown.source.click_part_break_down_enter"))
                        .size(12, ROWS))
                .build();
    }

    @Override
    public Map<String, String> headings() {
        return Map.of();
    }

    @Override
    public Map<String, MetricDefinition> definitions(Session session) {
        return Map.of(metric.id().name(), metric);
    }

    @Override
    public boolean ofAllTime() {
        return false;
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public Function<TileSpec, TileRun.Outcome> answers(
            Session session,
            Period period,
            Scope scope,
            BiConsumer<TileSpec, TileRun.Outcome> early,
            CancelSignal cancel) {
        Comparison comparison = scope.comparison() == null ? Comparison.NONE : scope.comparison();
        MetricQuery question = new Narrowing(period, scope.filtersOf(Breakdowns.TILE))
                .of(MetricQuery.of(metric.id().toString()).compare(comparison))
                .incomplete(scope.incomplete());
        return tile -> TileRun.of(
                tile,
                cancel,
                () -> TileRun.content(
                        BreakdownTable.of(session.breakdowns().tree(question, scope.drill(Breakdowns.TILE), cancel)),
                        null,
                        session.format()));
    }

    @Override
    public List<BrushSession.Linked> linked(Session session, Period period, Scope scope) {
        return List.of();
    }
}
