package org.clientele.plugins.executive.revenue;

import java.util.List;
import org.clientele.plugins.executive.page.Core;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;

/** The dashboard "Revenue and profitability": what changed it, who brings it, what may go and what could come. */
public final class RevenuePage {
    static final String NAMESPACE = "clientele.executive/";

    private RevenuePage() {}

    /** What it asks. */
    public static List<Analysis<?>> analyses() {
        return List.of(
                new RevenueBridge(),
                new ProductEffects(),
                new Contribution(),
                new MarginFigures(),
                new MarginByMonth(),
                new RiskOutlook(),
                new TierGaps());
    }

    /** The dashboard. */
    public static DashboardSpec dashboard() {
        return DashboardSpec.builder(NAMESPACE + "revenue", "Revenue and profitability")
                .description(
                        "What changed revenue, who and what brings it, what margin is left, what may go and what could"
                                + " come.")
                .tile(figure(Core.REVENUE, "revenue", "Revenue", "Returns and adjustments deducted"))
                .tile(marginFigure(RevenueMetrics.MARGIN, "margin", "Margin"))
                .tile(marginFigure(RevenueMetrics.MARGIN_RATE, "margin-rate", "Margin rate"))
                .tile(figure(Core.ORDER_VALUE, "average-order-value", "Average order value", "Sales per order"))
                .tile(bridge())
                .tile(margin())
                .tile(pareto())
                .tile(contribution("country", "Revenue by country"))
                .tile(contribution("category", "Revenue by category"))
                .tile(contribution("channel", "Revenue by channel"))
                .tile(contribution(Segments.DIMENSION, "Revenue by segment"))
                .tile(products())
                .tile(risk())
                .tile(gap())
                .build();
    }

    private static TileSpec.Builder figure(String metric, String column, String title, String subtitle) {
        MetricQuery query = MetricQuery.of(metric).compare(Comparison.YEAR_BEFORE);
        return TileSpec.builder(column, title, query, card(column))
                .subtitle(subtitle)
                .size(3, 3)
                .trend(query.by("month"));
    }

    /** A figure with its target and both comparisons. */
    private static ChartSpec card(String column) {
        return ChartSpec.of(ChartSpec.KPI)
                .encode(Channel.Y, column)
                .encode(Channel.BASE, column + "_year_before", column + "_previous")
                .encode(Channel.TARGET, column + "_target")
                .encode(Channel.TREND, column);
    }

    private static TileSpec.Builder marginFigure(String metric, String column, String title) {
        return TileSpec.builder(column, title, AnalysisCall.of(MarginFigures.ID), card(column))
                .subtitle("Of order lines whose cost is known")
                .size(3, 3)
                .trend(MetricQuery.of(metric).compare(Comparison.YEAR_BEFORE).by("month"));
    }

    private static TileSpec.Builder bridge() {
        return TileSpec.builder(
                        "revenue-bridge",
                        "What changed revenue",
                        AnalysisCall.of(RevenueBridge.ID),
                        ChartSpec.of(ChartSpec.WATERFALL)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "amount")
                                .option("total", RevenueBridge.BEFORE + "," + RevenueBridge.NOW))
                .subtitle("Price, volume and mix of products, charges and returns")
                .size(12, 6);
    }

    private static TileSpec.Builder margin() {
        return TileSpec.builder(
                        "margin-by-month",
                        "Revenue and margin by month",
                        AnalysisCall.of(MarginByMonth.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "revenue", "margin")
                                .option("area", "true"))
                .subtitle("Margin of the order lines whose cost is known")
                .size(6, 6);
    }

    private static TileSpec.Builder products() {
        return TileSpec.builder(
                        "product-effects",
                        "Products that changed most",
                        AnalysisCall.of(ProductEffects.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(
                                        Channel.COLUMN,
                                        "product",
                                        "change",
                                        "price",
                                        "volume",
                                        "mix",
                                        "new_or_lost",
                                        "before",
                                        "now")
                                .encode(Channel.LABEL, "name"))
                .subtitle("Sales before returns; price, volume and mix add up to the change")
                .size(12, 7);
    }

    private static TileSpec.Builder pareto() {
        return TileSpec.builder(
                        "pareto",
                        "Products by revenue",
                        MetricQuery.of(Core.REVENUE)
                                .by("product", "product-name")
                                .where(Filter.where("is_charge is null or is_charge = false")),
                        ChartSpec.of(ChartSpec.PARETO)
                                .encode(Channel.X, "product")
                                .encode(Channel.Y, "revenue")
                                .encode(Channel.LABEL, "product-name"))
                .subtitle("From the largest, with their running share; postage and fees left out")
                .size(6, 6);
    }

    private static TileSpec.Builder contribution(String dimension, String title) {
        return TileSpec.builder(
                        "by-" + dimension,
                        title,
                        AnalysisCall.of(Contribution.ID).with("dimension", dimension),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, dimension)
                                .encode(Channel.Y, "now")
                                .encode(Channel.BASE, "before")
                                .option("horizontal", "true"))
                .subtitle("Net revenue now and before")
                .size(6, 5);
    }

    private static TileSpec.Builder risk() {
        return TileSpec.builder(
                        "revenue-at-risk",
                        "Revenue at risk",
                        AnalysisCall.of(RiskOutlook.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "amount")
                                .encode(Channel.LOW, "low")
                                .encode(Channel.HIGH, "high")
                                .option("horizontal", "true"))
                .subtitle("What customers at risk brought in twelve months")
                .size(5, 4);
    }

    private static TileSpec.Builder gap() {
        return TileSpec.builder(
                        "opportunity-gap",
                        "Opportunity gap",
                        AnalysisCall.of(TierGaps.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "tier", "customers", "mean", "gap")
                                .option("bars", "gap"))
                .subtitle("What some customers would bring at the mean of the tier above")
                .size(7, 4);
    }
}
