package org.clientele.plugins.executive.revenue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.plugins.executive.portfolio.Share;

/**
 * What customers at risk brought in twelve months, times the share of such customers who did not come back when it was
 * tried. The interval is that of the share; that next year's value would be last year's is an assumption.
 *
 * @param value the net value of the customers at risk over twelve months, in the smallest unit of money
 * @param expected to be lost
 * @param low if as many come back as the interval allows
 * @param high if as few come back as the interval allows
 */
public record RevenueAtRisk(long value, long expected, long low, long high) {
    /** With this share of customers at risk who came back. */
    public static RevenueAtRisk of(long value, Share cameBack) {
        long a = part(value, 1 - cameBack.high());
        long b = part(value, 1 - cameBack.low());
        return new RevenueAtRisk(value, part(value, 1 - cameBack.value()), Math.min(a, b), Math.max(a, b));
    }

    private static long part(long value, double share) {
        return BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(share))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
