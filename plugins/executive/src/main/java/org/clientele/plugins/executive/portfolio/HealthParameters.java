package org.clientele.plugins.executive.portfolio;

import org.clientele.sdk.extension.Parameter;

/**
 * How much each part of the health score weighs; 0 leaves it out.
 *
 * @param revenue net revenue of the month
 * @param margin margin as a share of revenue, of lines whose cost is known
 * @param activeCustomers customers active at the end of the month
 * @param keptCustomers the share of those active at its beginning who are active at its end
 * @param orderValue sales per order
 * @param returnRate value returned as a share of sales; less is better
 * @param activeDays for how many days a purchase keeps a customer active
 */
public record HealthParameters(
        @Parameter(label = "%health.parameters.revenue", least = 0, most = 100, step = 1)
        double revenue,

        @Parameter(label = "%health.parameters.margin", least = 0, most = 100, step = 1)
        double margin,

        @Parameter(label = "%health.parameters.activecustomers", least = 0, most = 100, step = 1)
        double activeCustomers,

        @Parameter(label = "%health.parameters.keptcustomers", least = 0, most = 100, step = 1)
        double keptCustomers,

        @Parameter(label = "%health.parameters.ordervalue", least = 0, most = 100, step = 1)
        double orderValue,

        @Parameter(label = "%health.parameters.returnrate", least = 0, most = 100, step = 1)
        double returnRate,

        @Parameter(label = "%health.parameters.activedays", least = 31, most = 730, step = 1)
        int activeDays) {
    /** A quarter each for money and customers, the rest for what moves them. */
    public static final HealthParameters DEFAULT = new HealthParameters(25, 15, 25, 15, 10, 10, 90);
}
