package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;

/**
 * The customers at risk at the end of the page's period, for who asks what they are worth.
 *
 * @param customers how many
 * @param value their net revenue of twelve months, as {@code Amounts}
 * @param allValue that of all known customers
 * @param values that of each customer who bought at all
 * @param money the unit of amounts
 * @param cameBack the share of such customers who bought again in the back-test, or empty where it could not be made
 * @param horizonDays within how many days
 */
public record AtRisk(
        int customers,
        long value,
        long allValue,
        long[] values,
        Unit money,
        Optional<Share> cameBack,
        int horizonDays) {
    /** Asks for them; empty where nobody bought. */
    public static Optional<AtRisk> of(AnalysisContext context, PortfolioParameters p) {
        return Purchases.of(context).map(purchases -> {
            PurchaseRhythm rhythm = purchases.rhythm(p);
            return new AtRisk(
                    rhythm.counts()[CustomerState.AT_RISK.ordinal()],
                    purchases.value(rhythm, CustomerState.AT_RISK),
                    purchases.allValue(),
                    purchases.value(),
                    purchases.money(),
                    purchases
                            .backTest(p)
                            .map(t -> t.share(CustomerState.AT_RISK))
                            .filter(s -> s.of() > 0),
                    p.horizonDays());
        });
    }
}
