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
import org.clientele.sdk.text.Texts;

/** The dashboard "Revenue and profitability": what changed it, who brings it, what may go and what could come. */
public final class RevenuePage {
    private static final Texts TEXTS = Texts.of(RevenuePage.class);

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
        return DashboardSpec.builder(NAMESPACE + "revenue", TEXTS.get("revenue.page.title"))
                .description(TEXTS.get("revenue.page.description"))
                .tile(figure(
                        Core.REVENUE,
                        "revenue",
                        TEXTS.get("revenue.page.revenue"),
                        TEXTS.get("revenue.page.returns_and_adjustments_deducted")))
                .tile(marginFigure(RevenueMetrics.MARGIN, "margin", TEXTS.get("revenue.page.margin")))
                .tile(marginFigure(RevenueMetrics.MARGIN_RATE, "margin-rate", TEXTS.get("revenue.page.margin_rate")))
                .tile(figure(
                        Core.ORDER_VALUE,
                        "average-order-value",
                        TEXTS.get("revenue.page.average_order_value"),
                        TEXTS.get("revenue.page.sales_per_order")))
                .tile(bridge())
                .tile(margin())
                .tile(pareto())
                .tile(contribution("country", TEXTS.get("revenue.page.column.country")))
                .tile(contribution("category", TEXTS.get("revenue.page.column.category")))
                .tile(contribution("channel", TEXTS.get("revenue.page.column.channel")))
                .tile(contribution(Segments.DIMENSION, TEXTS.get("revenue.page.revenue_by_segment")))
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
                .subtitle(TEXTS.get("revenue.page.subtitle"))
                .size(3, 3)
                .trend(MetricQuery.of(metric).compare(Comparison.YEAR_BEFORE).by("month"));
    }

    private static TileSpec.Builder bridge() {
        return TileSpec.builder(
                        "revenue-bridge",
                        TEXTS.get("revenue.page.revenue_bridge.title"),
                        AnalysisCall.of(RevenueBridge.ID),
                        ChartSpec.of(ChartSpec.WATERFALL)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "amount")
                                .option("total", RevenueBridge.BEFORE + "," + RevenueBridge.NOW))
                .subtitle(TEXTS.get("revenue.page.revenue_bridge.subtitle"))
                .size(12, 6);
    }

    private static TileSpec.Builder margin() {
        return TileSpec.builder(
                        "margin-by-month",
                        TEXTS.get("revenue.page.margin_by_month.title"),
                        AnalysisCall.of(MarginByMonth.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "revenue", "margin")
                                .option("area", "true"))
                .subtitle(TEXTS.get("revenue.page.margin_by_month.subtitle"))
                .size(6, 6);
    }

    private static TileSpec.Builder products() {
        return TileSpec.builder(
                        "product-effects",
                        TEXTS.get("revenue.page.product_effects.title"),
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
                .subtitle(TEXTS.get("revenue.page.product_effects.subtitle"))
                .size(12, 7);
    }

    private static TileSpec.Builder pareto() {
        return TileSpec.builder(
                        "pareto",
                        TEXTS.get("revenue.page.pareto.title"),
                        MetricQuery.of(Core.REVENUE)
                                .by("product", "product-name")
                                .where(Filter.where("is_charge is null or is_charge = false")),
                        ChartSpec.of(ChartSpec.PARETO)
                                .encode(Channel.X, "product")
                                .encode(Channel.Y, "revenue")
                                .encode(Channel.LABEL, "product-name"))
                .subtitle(TEXTS.get("revenue.page.pareto.subtitle"))
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
                .subtitle(TEXTS.get("revenue.page.subtitle_2"))
                .size(6, 5);
    }

    private static TileSpec.Builder risk() {
        return TileSpec.builder(
                        "revenue-at-risk",
                        TEXTS.get("revenue.page.revenue_at_risk.title"),
                        AnalysisCall.of(RiskOutlook.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "amount")
                                .encode(Channel.LOW, "low")
                                .encode(Channel.HIGH, "high")
                                .option("horizontal", "true"))
                .subtitle(TEXTS.get("revenue.page.revenue_at_risk.subtitle"))
                .size(5, 4);
    }

    private static TileSpec.Builder gap() {
        return TileSpec.builder(
                        "opportunity-gap",
                        TEXTS.get("revenue.page.opportunity_gap.title"),
                        AnalysisCall.of(TierGaps.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "tier", "customers", "mean", "gap")
                                .option("bars", "gap"))
                .subtitle(TEXTS.get("revenue.page.opportunity_gap.subtitle"))
                .size(7, 4);
    }
}
