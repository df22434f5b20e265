package org.clientele.plugins.executive;

import org.clientele.plugins.executive.insights.Insights;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** The dashboard "Executive overview": six figures with their status, what stands out, then where they come from. */
final class Overview {
    private static final Texts TEXTS = Texts.of(Overview.class);

    // Whole ids, so that another plugin's metric of the same name cannot make them ambiguous.
    private static final String CORE = "clientele.core/";
    private static final String YEAR_BEFORE = "_year_before";
    private static final String REVENUE_PAGE = ExecutivePlugin.ID + "/revenue";
    private static final String PORTFOLIO = ExecutivePlugin.ID + "/portfolio-health";
    private static final String HERE = ExecutivePlugin.ID + "/overview";

    private Overview() {}

    static DashboardSpec dashboard() {
        return DashboardSpec.builder(ExecutivePlugin.ID + "/overview", TEXTS.get("overview.title"))
                .description(TEXTS.get("overview.description"))
                .tile(figure(
                        "revenue",
                        TEXTS.get("overview.figure.revenue"),
                        TEXTS.get("overview.returns_and_adjustments_deducted"),
                        REVENUE_PAGE + "#revenue-bridge"))
                .tile(figure(
                        "sales",
                        TEXTS.get("overview.figure.sales"),
                        TEXTS.get("overview.before_returns"),
                        REVENUE_PAGE + "#product-effects"))
                .tile(figure(
                        "orders",
                        TEXTS.get("overview.figure.orders"),
                        TEXTS.get("overview.with_at_least_one"),
                        HERE + "#top-products"))
                .tile(figure(
                        "customers",
                        TEXTS.get("overview.figure.customers"),
                        TEXTS.get("overview.known_customers_who_bought"),
                        PORTFOLIO))
                .tile(figure(
                        "average-order-value",
                        TEXTS.get("overview.figure.average_order_value"),
                        TEXTS.get("overview.sales_per_order_before"),
                        HERE + "#top-customers"))
                .tile(figure(
                        "return-rate",
                        TEXTS.get("overview.figure.return_rate"),
                        TEXTS.get("overview.value_returned_as_share"),
                        REVENUE_PAGE + "#revenue-bridge"))
                .tile(Insights.tile())
                .tile(revenueByMonth())
                .tile(revenueByCountry())
                .tile(topProducts())
                .tile(topCustomers())
                .build();
    }

    private static TileSpec.Builder figure(String metric, String title, String subtitle, String detail) {
        MetricQuery query = MetricQuery.of(CORE + metric).compare(Comparison.YEAR_BEFORE);
        ChartSpec chart = ChartSpec.of(ChartSpec.KPI)
                .encode(Channel.Y, metric)
                .encode(Channel.BASE, metric + YEAR_BEFORE, metric + "_previous")
                .encode(Channel.TARGET, metric + "_target")
                .encode(Channel.TREND, metric);
        return TileSpec.builder(metric, title, query, chart)
                .subtitle(subtitle)
                .size(2, 3)
                .trend(query.by("month"))
                .detail(detail);
    }

    private static TileSpec.Builder revenueByMonth() {
        return TileSpec.builder(
                        "revenue-by-month",
                        TEXTS.get("overview.revenue_by_month.title"),
                        MetricQuery.of(CORE + "revenue").by("month").compare(Comparison.YEAR_BEFORE),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "revenue")
                                .encode(Channel.BASE, "revenue" + YEAR_BEFORE)
                                .option("area", "true"))
                .subtitle(TEXTS.get("overview.revenue_by_month.subtitle"))
                .size(8, 6);
    }

    private static TileSpec.Builder revenueByCountry() {
        return TileSpec.builder(
                        "revenue-by-country",
                        TEXTS.get("overview.revenue_by_country.title"),
                        MetricQuery.of(CORE + "revenue").by("country").top(10),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "country")
                                .encode(Channel.Y, "revenue")
                                .option("horizontal", "true"))
                .subtitle(TEXTS.get("overview.revenue_by_country.subtitle"))
                .size(4, 6);
    }

    private static TileSpec.Builder topProducts() {
        return TileSpec.builder(
                        "top-products",
                        TEXTS.get("overview.top_products.title"),
                        MetricQuery.of(CORE + "revenue", CORE + "units", CORE + "orders")
                                .by("product", "product-name")
                                .where(Filter.where("is_charge = false"))
                                .top(10),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "product", "revenue", "units", "orders")
                                .encode(Channel.LABEL, "product-name")
                                .option("bars", "revenue"))
                .subtitle(TEXTS.get("overview.top_products.subtitle"))
                .size(6, 7);
    }

    private static TileSpec.Builder topCustomers() {
        return TileSpec.builder(
                        "top-customers",
                        TEXTS.get("overview.top_customers.title"),
                        MetricQuery.of(CORE + "sales", CORE + "orders", CORE + "average-order-value")
                                .by("customer")
                                .where(Filter.where("customer is not null"))
                                .top(10),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "customer", "sales", "orders", "average-order-value")
                                .option("bars", "sales"))
                .subtitle(TEXTS.get("overview.top_customers.subtitle"))
                .size(6, 7);
    }
}
