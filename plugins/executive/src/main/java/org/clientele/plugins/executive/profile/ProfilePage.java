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

/** The page "Customer profile". */
public final class ProfilePage {
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
        return DashboardSpec.builder(NAMESPACE + "profile", "Customer profile")
                .description("Who buys: ages, genders, households, countries, and how loyal they are.")
                .tile(figure("customers", "Customers", CORE, "Known customers who bought"))
                .tile(figure("sales-per-customer", "Sales per customer", NAMESPACE, "Before returns"))
                .tile(figure("orders", "Orders", CORE, "With at least one sale"))
                .tile(age())
                .tile(bars("revenue-by-age", "Revenue by age", ProfileAnalyses.BRACKETS, "age", "revenue")
                        .size(6, 5))
                .tile(bars("customers-by-age", "Customers by age", ProfileAnalyses.BRACKETS, "age", "customers")
                        .size(6, 5))
                .tile(bars("gender", "Revenue by gender", ProfileAnalyses.GENDER, "customer.gender", "revenue")
                        .size(4, 5))
                .tile(bars("children", "Revenue by household", ProfileAnalyses.CHILDREN, "children", "revenue")
                        .size(4, 5))
                .tile(tiers("tier-revenue", "Revenue by tier", "revenue"))
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
                        "Average age",
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
                id.equals("revenue-by-age") ? chart.option("reference.1", "average|Average") : chart);
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
                        "Revenue by country",
                        MetricQuery.of(CORE + "revenue").by("country").top(10),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "country")
                                .encode(Channel.Y, "revenue")
                                .option("horizontal", "true"))
                .subtitle("The ten largest, by where the order goes")
                .size(5, 6);
    }

    private static TileSpec.Builder topCustomers() {
        return TileSpec.builder(
                        "top-customers",
                        "Top customers",
                        MetricQuery.of(CORE + "revenue", CORE + "orders", CORE + "average-order-value")
                                .by("customer")
                                .where(Filter.where("customer is not null"))
                                .top(10),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "customer", "revenue", "orders", "average-order-value")
                                .option("bars", "revenue"))
                .subtitle("The ten that brought most, returns deducted")
                .size(7, 6);
    }
}
