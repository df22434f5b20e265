package org.clientele.plugins.executive.revenue;

import java.util.List;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** The metrics of revenue and profitability beyond those of the customer model. */
public final class RevenueMetrics {
    private static final Texts TEXTS = Texts.of(RevenueMetrics.class);

    static final String UNITS_SOLD = "clientele.executive/units-sold";
    static final String MARGIN = "clientele.executive/margin";
    static final String MARGIN_RATE = "clientele.executive/margin-rate";
    static final String COSTED_REVENUE = "clientele.executive/revenue-with-cost";
    static final String LINES_WITHOUT_COST = "clientele.executive/lines-without-cost";

    private RevenueMetrics() {}

    /** All of them. */
    public static List<MetricDefinition> all() {
        return List.of(
                MetricDefinition.builder(
                                UNITS_SOLD,
                                "sum(quantity) where quantity > 0 and (unit_price > 0 or unit_price is null)")
                        .label(TEXTS.get("metric.units_sold.label"))
                        .description(TEXTS.get("metric.units_sold.description"))
                        .unit(Unit.of("units"))
                        .build(),
                // A line without cost makes the difference null, which a sum leaves out: margin is unknown where no
                // cost is known,
                // never 0 and never all of revenue.
                MetricDefinition.builder(MARGIN, "sum(amount - cost)")
                        .label(TEXTS.get("metric.margin.label"))
                        .description(TEXTS.get("metric.margin.description"))
                        .unit(Unit.money())
                        .build(),
                MetricDefinition.builder(COSTED_REVENUE, "sum(amount) where cost is not null")
                        .label(TEXTS.get("metric.revenue_with_cost.label"))
                        .description(TEXTS.get("metric.revenue_with_cost.description"))
                        .unit(Unit.money())
                        .build(),
                MetricDefinition.builder(
                                MARGIN_RATE, "[clientele.executive/margin] / [clientele.executive/revenue-with-cost]")
                        .label(TEXTS.get("metric.margin_rate.label"))
                        .description(TEXTS.get("metric.margin_rate.description"))
                        .unit(Unit.ratio())
                        .build(),
                MetricDefinition.builder(LINES_WITHOUT_COST, "count(order_id) where cost is null")
                        .label(TEXTS.get("metric.lines_without_cost.label"))
                        .description(TEXTS.get("metric.lines_without_cost.description"))
                        .unit(Unit.of("lines"))
                        .direction(MetricDefinition.Direction.DOWN_IS_GOOD)
                        .build());
    }
}
