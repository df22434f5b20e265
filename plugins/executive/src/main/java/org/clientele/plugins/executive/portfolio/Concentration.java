package org.clientele.plugins.executive.portfolio;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * How unevenly an amount is spread over customers. Sums are exact; ties need no rule, because equal amounts may change places
 * in the order without changing any sum.
 */
public final class Concentration {
    private final long[] ascending;
    private final BigInteger[] running;

    private Concentration(long[] ascending) {
        this.ascending = ascending;
        this.running = new BigInteger[ascending.length + 1];
        running[0] = BigInteger.ZERO;
        for (int i = 0; i < ascending.length; i++) {
            running[i + 1] = running[i].add(BigInteger.valueOf(ascending[i]));
        }
    }

    /**
     * Of these amounts, one a customer, in the smallest unit of money.
     *
     * @throws IllegalArgumentException if one is below 0: shares of a sum of credits and debts mean nothing
     */
    public static Concentration of(long[] amounts) {
        long[] sorted = amounts.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("an amount of " + sorted[0]);
        }
        return new Concentration(sorted);
    }

    /** How many customers there are. */
    public int customers() {
        return ascending.length;
    }

    /** What the {@code n} largest bring, as a share of all; NaN where all bring nothing. */
    public double shareOfLargest(int n) {
        BigInteger total = running[ascending.length];
        return ratio(total.subtract(running[ascending.length - n]), total);
    }

    /** How many customers the top tenth is: a tenth, rounded up. */
    public int topTenth() {
        return (ascending.length + 9) / 10;
    }

    /**
     * The Gini coefficient: {@code sum over i of (2i - n - 1) x(i) / (n * sum of x)} of the ascending amounts x(1) to x(n). 0
     * where all bring the same, (n - 1) / n where one brings everything; NaN where all bring nothing.
     *
     * <p>Source: A. Sen, "On Economic Inequality" (1973), section 2.7, in the form of the mean difference, without the
     * correction for small samples, because these are all customers and no sample.
     */
    public double gini() {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < ascending.length; i++) {
            sum = sum.add(
                    BigInteger.valueOf(2L * (i + 1) - ascending.length - 1).multiply(BigInteger.valueOf(ascending[i])));
        }
        return ratio(sum, running[ascending.length].multiply(BigInteger.valueOf(ascending.length)));
    }

    /**
     * The Lorenz curve: what share of everything the smallest customers bring.
     *
     * @param steps how many points beyond the origin, at equal distances, rounded to whole customers
     * @return pairs of the share of customers and their share of the amount, ascending from (0, 0) to (1, 1)
     */
    public double[][] lorenz(int steps) {
        int points = Math.min(steps, Math.max(1, ascending.length));
        double[][] curve = new double[points + 1][];
        for (int p = 0; p <= points; p++) {
            int n = (int) Math.round((double) ascending.length * p / points);
            curve[p] = new double[] {
                ascending.length == 0 ? Double.NaN : (double) n / ascending.length,
                ratio(running[n], running[ascending.length])
            };
        }
        return curve;
    }

    private static double ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? Double.NaN
                : new BigDecimal(part)
                        .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                        .doubleValue();
    }
}
