package org.clientele.plugins.executive.profile;

import java.util.ArrayList;
import java.util.List;
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

/** The page "Customer profile". */
public final class ProfilePage {
    private static final Texts TEXTS = Texts.of(ProfilePage.class);

    /** The plugin's namespace, with the slash. */
    static final String NAMESPACE = "clientele.executive/";

    private static final String CORE = "clientele.core/";

    private ProfilePage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        List<Analysis<?>> all = new ArrayList<>(ProfileAnalyses.all());
        all.add(new LoyaltyTiers());
        return all;
    }

    /** The page. */
    public static DashboardSpec spec() {
        return DashboardSpec.builder(NAMESPACE + "profile", TEXTS.get("profile.page.title"))
                .description(TEXTS.get("profile.page.description"))
                .tile(figure(
                        "customers",
                        TEXTS.get("profile.page.column.customers"),
                        CORE,
                        TEXTS.get("profile.page.known_customers_who_bought")))
                .tile(figure(
                        "sales-per-customer",
                        TEXTS.get("profile.page.column.sales_per_customer"),
                        NAMESPACE,
                        TEXTS.get("profile.page.before_returns")))
                .tile(figure(
                        "orders",
                        TEXTS.get("profile.page.column.orders"),
                        CORE,
                        TEXTS.get("profile.page.with_at_least_one")))
                .tile(age())
                .tile(bars(
                                "revenue-by-age",
                                TEXTS.get("profile.page.column.revenue_by_age"),
                                ProfileAnalyses.BRACKETS,
                                "age",
                                "revenue")
                        .size(6, 5))
                .tile(bars(
                                "customers-by-age",
                                TEXTS.get("profile.page.column.customers_by_age"),
                                ProfileAnalyses.BRACKETS,
                                "age",
                                "customers")
                        .size(6, 5))
                .tile(bars(
                                "gender",
                                TEXTS.get("profile.page.column.gender"),
                                ProfileAnalyses.GENDER,
                                "customer.gender",
                                "revenue")
                        .size(4, 5))
                .tile(bars(
                                "children",
                                TEXTS.get("profile.page.column.children"),
                                ProfileAnalyses.CHILDREN,
                                "children",
                                "revenue")
                        .size(4, 5))
                .tile(tiers("tier-revenue", TEXTS.get("profile.page.column.tier_revenue"), "revenue"))
                .tile(country())
                .tile(topCustomers())
                .build();
    }

    private static TileSpec.Builder figure(String metric, String title, String namespace, String subtitle) {
        MetricQuery query = MetricQuery.of(namespace + metric).compare(Comparison.YEAR_BEFORE);
        return TileSpec.builder(
                        metric,
                        title,
                        query,
                        ChartSpec.of(ChartSpec.KPI)
                                .encode(Channel.Y, metric)
                                .encode(Channel.BASE, metric + "_year_before", metric + "_previous")
                                .encode(Channel.TARGET, metric + "_target")
                                .encode(Channel.TREND, metric))
                .subtitle(subtitle)
                .size(3, 3)
                .trend(query.by("month"));
    }

    private static TileSpec.Builder age() {
        return TileSpec.builder(
                        "age",
                        TEXTS.get("profile.page.age.title"),
                        AnalysisCall.of(NAMESPACE + ProfileAnalyses.AGE),
                        ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "age"))
                .size(3, 3);
    }

    private static TileSpec.Builder bars(String id, String title, String analysis, String x, String y) {
        ChartSpec chart = ChartSpec.of(ChartSpec.BAR).encode(Channel.X, x).encode(Channel.Y, y);
        return TileSpec.builder(
                id,
                title,
                AnalysisCall.of(NAMESPACE + analysis),
                id.equals("revenue-by-age") ? chart.option("reference.1", "average|" + TEXTS.get("average")) : chart);
    }

    private static TileSpec.Builder tiers(String id, String title, String y) {
        return TileSpec.builder(
                        id,
                        title,
                        AnalysisCall.of(NAMESPACE + LoyaltyTiers.NAME),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "tier", "customers", "orders", y)
                                .option("bars", y))
                .size(4, 5);
    }

    private static TileSpec.Builder country() {
        return TileSpec.builder(
                        "country",
                        TEXTS.get("profile.page.country.title"),
                        MetricQuery.of(CORE + "revenue").by("country").top(10),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "country")
                                .encode(Channel.Y, "revenue")
                                .option("horizontal", "true"))
                .subtitle(TEXTS.get("profile.page.country.subtitle"))
                .size(5, 6);
    }

    private static TileSpec.Builder topCustomers() {
        return TileSpec.builder(
                        "top-customers",
                        TEXTS.get("profile.page.top_customers.title"),
                        MetricQuery.of(CORE + "revenue", CORE + "orders", CORE + "average-order-value")
                                .by("customer")
                                .where(Filter.where("customer is not null"))
                                .top(10),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "customer", "revenue", "orders", "average-order-value")
                                .option("bars", "revenue"))
                .subtitle(TEXTS.get("profile.page.top_customers.subtitle"))
                .size(7, 6);
    }
}
