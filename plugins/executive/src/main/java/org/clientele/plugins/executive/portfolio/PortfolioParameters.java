package org.clientele.plugins.executive.portfolio;

import org.clientele.sdk.extension.Parameter;

/**
 * What can be changed about the states of customers.
 *
 * @param riskQuantile a customer is at risk when her absence, in terms of her rhythm, is longer than this share of all gaps
 *     that ended
 * @param lapsedQuantile and has lapsed when it is longer than this share
 * @param horizonDays how many days the back-test looks ahead
 * @param activeDays for how many days a purchase keeps a customer in the growth account
 */
public record PortfolioParameters(
        @Parameter(label = "%portfolio.parameters.riskquantile", least = 0.5, most = 0.99, step = 0.01)
        double riskQuantile,

        @Parameter(label = "%portfolio.parameters.lapsedquantile", least = 0.5, most = 0.99, step = 0.01)
        double lapsedQuantile,

        @Parameter(label = "%portfolio.parameters.horizondays", least = 1, most = 730, step = 1)
        int horizonDays,

        @Parameter(label = "%portfolio.parameters.activedays", least = 31, most = 730, step = 1)
        int activeDays) {
    /** Three of four gaps, nine of ten gaps, 90 days, 90 days. */
    public static final PortfolioParameters DEFAULT = new PortfolioParameters(0.75, 0.90, 90, 90);
}
