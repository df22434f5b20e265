package org.clientele.bench;

import java.util.List;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;

/** A dashboard of twelve tiles, as full as people make them, all of which find room on a large screen. */
@PluginEntry
public final class TwelveTiles extends ClientelePlugin {
    static final String ID = "bench.window/twelve";

    @Override
    public List<DashboardSpec> dashboards() {
        DashboardSpec.Builder all = DashboardSpec.builder(ID, "Twelve tiles");
        for (String metric : List.of("revenue", "orders", "customers", "units")) {
            all.tile(TileSpec.builder(
                            "kpi-" + metric,
                            metric,
                            MetricQuery.of(metric).compare(Comparison.YEAR_BEFORE),
                            ChartSpec.of(ChartSpec.KPI)
                                    .encode(Channel.Y, metric)
                                    .encode(Channel.BASE, metric + "_year_before")
                                    .encode(Channel.TREND, metric))
                    .trend(MetricQuery.of(metric).by("week"))
                    .size(3, 2));
            all.tile(TileSpec.builder(
                            "line-" + metric,
                            metric + " by day",
                            MetricQuery.of(metric).by("day"),
                            ChartSpec.of(ChartSpec.LINE)
                                    .encode(Channel.X, "day")
                                    .encode(Channel.Y, metric))
                    .size(6, 5));
        }
        for (String metric : List.of("revenue", "orders")) {
            all.tile(TileSpec.builder(
                            "bar-" + metric,
                            metric + " by country",
                            MetricQuery.of(metric).by("country").top(10),
                            ChartSpec.of(ChartSpec.BAR)
                                    .encode(Channel.X, "country")
                                    .encode(Channel.Y, metric)
                                    .option("horizontal", "true"))
                    .size(6, 5));
            all.tile(TileSpec.builder(
                            "table-" + metric,
                            metric + " by customer",
                            MetricQuery.of(metric, "sales").by("customer").top(50),
                            ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", metric, "sales"))
                    .size(6, 5));
        }
        return List.of(all.build());
    }
}
