package org.clientele.plugins.segmentation;

import java.util.List;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** What segmentation asks of orders beyond the metrics of the customer model. */
public final class SegmentationMetrics {
    /** The day of the first sales line, as days since 1970-01-01. */
    public static final String FIRST_SALE = "first-sale";
    /** The day of the last sales line, as days since 1970-01-01. */
    public static final String LAST_SALE = "last-sale";
    /** Sales lines. */
    public static final String SALES_LINES = "sales-lines";
    /** Units that were sold, those that came back among them. */
    public static final String UNITS = "units-sold";
    /** Distinct products that were sold. */
    public static final String PRODUCTS = "products-bought";
    /** Sales that carry a discount. */
    public static final String DISCOUNTED = "discounted-sales";
    /** The namespace, with the slash. */
    public static final String NAMESPACE = SegmentationPlugin.ID + "/";

    private static final Texts TEXTS = Texts.of(SegmentationMetrics.class);
    private static final String SALE = " where quantity > 0 and (unit_price > 0 or unit_price is null)";

    private SegmentationMetrics() {}

    static List<MetricDefinition> all() {
        return List.of(
                metric(FIRST_SALE, "min(days(ordered_at))" + SALE, Unit.none(), MetricDefinition.Direction.NEUTRAL),
                metric(LAST_SALE, "max(days(ordered_at))" + SALE, Unit.none(), MetricDefinition.Direction.NEUTRAL),
                metric(SALES_LINES, "count(order_id)" + SALE, Unit.of("lines"), MetricDefinition.Direction.UP_IS_GOOD),
                metric(UNITS, "sum(quantity)" + SALE, Unit.of("units"), MetricDefinition.Direction.UP_IS_GOOD),
                metric(
                        PRODUCTS,
                        "count(distinct product_id)" + SALE,
                        Unit.of("products"),
                        MetricDefinition.Direction.UP_IS_GOOD),
                metric(
                        DISCOUNTED,
                        "sum(amount)" + SALE + " and discount > 0",
                        Unit.money(),
                        MetricDefinition.Direction.NEUTRAL));
    }

    private static MetricDefinition metric(
            String name, String formula, Unit unit, MetricDefinition.Direction direction) {
        return MetricDefinition.builder(NAMESPACE + name, formula)
                .label(TEXTS.get("metric." + name))
                .description(TEXTS.get("metric." + name + ".description"))
                .unit(unit)
                .direction(direction)
                .build();
    }
}
