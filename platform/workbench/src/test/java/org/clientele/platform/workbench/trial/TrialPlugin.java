package org.clientele.platform.workbench.trial;

import java.util.List;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;

/** Dashboards with built-in kinds of charts, with a tile that fails among living ones, and with a chart of its own. */
@PluginEntry
public final class TrialPlugin extends ClientelePlugin {
    @Override
    public List<DashboardSpec> dashboards() {
        return List.of(overview(), broken(), pad(), segments());
    }

    private static DashboardSpec overview() {
        return DashboardSpec.builder("trial.window/overview", "Overview")
                .description("One of each kind.")
                .tile(figure("revenue"))
                .tile(figure("orders"))
                .tile(TileSpec.builder(
                                "by-month",
                                "Revenue by month",
                                MetricQuery.of("clientele.core/revenue").by("month"),
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "revenue"))
                        .size(8, 5))
                .tile(TileSpec.builder(
                                "by-country",
                                "Revenue by country",
                                MetricQuery.of("clientele.core/revenue")
                                        .by("country")
                                        .top(5),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "country")
                                        .encode(Channel.Y, "revenue"))
                        .size(4, 5))
                .tile(TileSpec.builder(
                                "customers",
                                "Customers",
                                MetricQuery.of("clientele.core/sales", "clientele.core/orders")
                                        .by("customer")
                                        .top(60),
                                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", "sales", "orders"))
                        .size(12, 6))
                .build();
    }

    @Override
    public List<Analysis<?>> analyses() {
        return List.of(new TrialShares(), new TrialSentences(), new TrialSegments(), new TrialWorth());
    }

    @Override
    public List<ChartType> chartTypes() {
        return List.of(new TrialPad());
    }

    private static DashboardSpec pad() {
        return DashboardSpec.builder("trial.window/pad", "Pad")
                .tile(TileSpec.builder(
                                "pad", "Pad", MetricQuery.of("clientele.core/revenue"), ChartSpec.of(TrialPad.KIND))
                        .size(12, 6))
                .tile(figure("orders"))
                .tile(measured("sales"))
                .tile(TileSpec.builder(
                        "shares",
                        "Shares",
                        AnalysisCall.of(TrialShares.ID),
                        ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "place").encode(Channel.Y, "sum")))
                .tile(TileSpec.builder(
                                "choice",
                                "Choice",
                                AnalysisCall.of(TrialShares.ID),
                                ChartSpec.of(TrialPad.KIND).option("chooses", "named"))
                        .size(6, 5))
                .build();
    }

    /** A figure with a target, which leads on to a tile of another dashboard. */
    private static TileSpec.Builder measured(String metric) {
        return TileSpec.builder(
                        metric,
                        metric,
                        MetricQuery.of("clientele.core/" + metric).compare(Comparison.YEAR_BEFORE),
                        ChartSpec.of(ChartSpec.KPI)
                                .encode(Channel.Y, metric)
                                .encode(Channel.TARGET, metric + "_target"))
                .size(6, 3)
                .detail("trial.window/overview#customers");
    }

    private static DashboardSpec segments() {
        return DashboardSpec.builder("trial.window/spenders", "Spenders")
                .tile(TileSpec.builder(
                        "spenders",
                        "Spenders",
                        AnalysisCall.of(TrialSegments.ID),
                        ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "segment").encode(Channel.Y, "customers")))
                .tile(TileSpec.builder(
                                "worth",
                                "Expected value",
                                AnalysisCall.of(TrialWorth.ID),
                                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", "score"))
                        .size(12, 4))
                .tile(TileSpec.builder(
                        "countries",
                        "Revenue by country",
                        MetricQuery.of("clientele.core/revenue").by("country"),
                        ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "country").encode(Channel.Y, "revenue")))
                .tile(TileSpec.builder(
                                "map",
                                "Customers",
                                MetricQuery.of("clientele.core/revenue", "clientele.core/orders")
                                        .by("customer"),
                                ChartSpec.of(ChartSpec.POINT)
                                        .encode(Channel.X, "orders")
                                        .encode(Channel.Y, "revenue")
                                        .encode(Channel.LABEL, "customer")
                                        .option("scale", "log")
                                        .option("scale.x", "log"))
                        .size(12, 6))
                .build();
    }

    private static DashboardSpec broken() {
        return DashboardSpec.builder("trial.window/broken", "Half broken")
                .tile(figure("orders"))
                .tile(TileSpec.builder(
                        "bad",
                        "Bad",
                        MetricQuery.of("clientele.core/no-such-metric"),
                        ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "no-such-metric")))
                .tile(TileSpec.builder(
                                "said",
                                "Said",
                                AnalysisCall.of(TrialSentences.ID),
                                ChartSpec.of(ChartSpec.SENTENCES)
                                        .encode(Channel.LABEL, "sentence")
                                        .option("open", "query"))
                        .size(12, 3))
                .build();
    }

    private static TileSpec.Builder figure(String metric) {
        return TileSpec.builder(
                        metric,
                        metric,
                        MetricQuery.of("clientele.core/" + metric).compare(Comparison.YEAR_BEFORE),
                        ChartSpec.of(ChartSpec.KPI)
                                .encode(Channel.Y, metric)
                                .encode(Channel.BASE, metric + "_year_before"))
                .size(6, 2);
    }
}
