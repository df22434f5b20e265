package org.clientele.plugins.executive.revenue;

import java.util.List;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;

/** The metrics of revenue and profitability beyond those of the customer model. */
public final class RevenueMetrics {
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
                        .label("Units sold")
                        .description("The quantity of sales lines. Returned units do not lower it.")
                        .unit(Unit.of("units"))
                        .build(),
                // A line without cost makes the difference null, which a sum leaves out: margin is unknown where no
                // cost is known,
                // never 0 and never all of revenue.
                MetricDefinition.builder(MARGIN, "sum(amount - cost)")
                        .label("Margin")
                        .description("Amount less cost of the order lines whose cost is known, returns included."
                                + " Unknown where no cost is.")
                        .unit(Unit.money())
                        .build(),
                MetricDefinition.builder(COSTED_REVENUE, "sum(amount) where cost is not null")
                        .label("Revenue with known cost")
                        .description("The amount of the order lines whose cost is known: what margin is a part of.")
                        .unit(Unit.money())
                        .build(),
                MetricDefinition.builder(
                                MARGIN_RATE, "[clientele.executive/margin] / [clientele.executive/revenue-with-cost]")
                        .label("Margin rate")
                        .description("Margin as a share of the revenue of the order lines whose cost is known.")
                        .unit(Unit.ratio())
                        .build(),
                MetricDefinition.builder(LINES_WITHOUT_COST, "count(order_id) where cost is null")
                        .label("Lines without cost")
                        .description("Order lines whose cost is not known and which margin leaves out.")
                        .unit(Unit.of("lines"))
                        .direction(MetricDefinition.Direction.DOWN_IS_GOOD)
                        .build());
    }
}
