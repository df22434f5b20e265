package org.clientele.platform.runtime.records;

import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** The figures of one customer as a dashboard like any other. */
final class CustomerBoard {
    private static final Texts TEXTS = Texts.of(CustomerBoard.class);
    private static final String CORE = "clientele.core/";

    private CustomerBoard() {}

    static DashboardSpec of(String customer) {
        Filter hers = Filter.in("customer", customer);
        return DashboardSpec.builder("clientele.records/customer", TEXTS.get("board.title", customer))
                .description(TEXTS.get("board.description"))
                .tile(figure("revenue", TEXTS.get("board.revenue"), hers))
                .tile(figure("orders", TEXTS.get("board.orders"), hers))
                .tile(figure("average-order-value", TEXTS.get("board.order.value"), hers))
                .tile(figure("return-rate", TEXTS.get("board.return.rate"), hers))
                .tile(TileSpec.builder(
                                "by-month",
                                TEXTS.get("board.months"),
                                MetricQuery.of(CORE + "revenue").by("month").where(hers),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "revenue"))
                        .subtitle(TEXTS.get("board.months.returns"))
                        .size(12, 4))
                .tile(TileSpec.builder(
                                "products",
                                TEXTS.get("board.products"),
                                MetricQuery.of(CORE + "revenue", CORE + "units", CORE + "orders")
                                        .by("product", "product-name")
                                        .where(hers)
                                        .top(20),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(Channel.COLUMN, "product", "revenue", "units", "orders")
                                        .encode(Channel.LABEL, "product-name")
                                        .option("bars", "revenue"))
                        .subtitle(TEXTS.get("board.products.most"))
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
