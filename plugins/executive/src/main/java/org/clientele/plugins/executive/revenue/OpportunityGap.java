package org.clientele.plugins.executive.revenue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it would bring if some customers of each tier rose to the mean of the tier above: {@code customers * (mean above -
 * own mean) * uptake}. Tiers are parts of all customers in the order of their value. That a customer can rise at all, and
 * that as many do as the uptake says, are assumptions and no forecast.
 *
 * @param tiers from the most to the least valuable
 */
public record OpportunityGap(List<Tier> tiers) {
    public OpportunityGap {
        tiers = List.copyOf(tiers);
    }

    /**
     * A tier.
     *
     * @param customers how many
     * @param value what they brought together, in the smallest unit of money
     * @param gap what the uptake would bring; 0 for the top
     */
    public record Tier(int customers, long value, long gap) {
        /** What one brought on average; NaN where there are none. */
        public double mean() {
            return customers == 0 ? Double.NaN : (double) value / customers;
        }
    }

    /**
     * The gaps.
     *
     * @param values one a customer, in the smallest unit of money; of equal ones the earlier ranks higher
     * @param shares of all customers in each tier but the last, which has the rest: 0.1, 0.2, 0.3. A tier ends at the
     *     running share of customers, rounded to whole ones
     * @param uptake the share of a tier's customers who rise, 0 to 1
     */
    public static OpportunityGap of(long[] values, double[] shares, double uptake) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> values[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        List<Tier> tiers = new ArrayList<>();
        double running = 0;
        int from = 0;
        for (int t = 0; t <= shares.length; t++) {
            running += t < shares.length ? shares[t] : 0;
            int to = t < shares.length
                    ? (int) Math.min(values.length, Math.round(running * values.length))
                    : values.length;
            long value = 0;
            for (int k = from; k < to; k++) {
                value = Math.addExact(value, values[order[k]]);
            }
            int customers = Math.max(0, to - from);
            tiers.add(new Tier(customers, value, t == 0 ? 0 : gap(tiers.get(t - 1), customers, value, uptake)));
            from = Math.max(from, to);
        }
        return new OpportunityGap(tiers);
    }

    private static long gap(Tier above, int customers, long value, double uptake) {
        if (above.customers() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(above.value())
                .multiply(BigDecimal.valueOf(customers))
                .divide(BigDecimal.valueOf(above.customers()), MathContext.DECIMAL128)
                .subtract(BigDecimal.valueOf(value))
                .multiply(BigDecimal.valueOf(uptake))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** What all tiers together would bring. */
    public long total() {
        return tiers.stream().mapToLong(Tier::gap).sum();
    }
}
