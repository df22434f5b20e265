package org.clientele.platform.runtime.records;

import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;

/** The figures of one customer as a dashboard like any other. */
final class CustomerBoard {
    private static final String CORE = "clientele.core/";

    private CustomerBoard() {}

    static DashboardSpec of(String customer) {
        Filter hers = Filter.in("customer", customer);
        return DashboardSpec.builder("clientele.records/customer", "Customer " + customer)
                .description("What she bought, when, and what came back.")
                .tile(figure("revenue", "Net revenue", hers))
                .tile(figure("orders", "Orders", hers))
                .tile(figure("average-order-value", "Average order value", hers))
                .tile(figure("return-rate", "Return rate", hers))
                .tile(TileSpec.builder(
                                "by-month",
                                "Revenue by month",
                                MetricQuery.of(CORE + "revenue").by("month").where(hers),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "revenue"))
                        .subtitle("Returns count in the month they come back")
                        .size(12, 4))
                .tile(TileSpec.builder(
                                "products",
                                "Products bought most",
                                MetricQuery.of(CORE + "revenue", CORE + "units", CORE + "orders")
                                        .by("product", "product-name")
                                        .where(hers)
                                        .top(20),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(Channel.COLUMN, "product", "revenue", "units", "orders")
                                        .encode(Channel.LABEL, "product-name")
                                        .option("bars", "revenue"))
                        .subtitle("The twenty with most net revenue")
                        .size(12, 6))
                .build();
    }

    private static TileSpec.Builder figure(String metric, String title, Filter hers) {
        MetricQuery query = MetricQuery.of(CORE + metric).where(hers);
        return TileSpec.builder(
                        metric, title, query, ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, metric))
                .size(3, 2);
    }
}
