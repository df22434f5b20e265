package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;

/**
 * Values far from the others. Nothing is taken away: they are counted and told.
 *
 * @param low what lies below is far
 * @param high what lies above is far
 * @param below how many lie below
 * @param above how many lie above
 * @param count of how many values
 */
public record Outliers(double low, double high, int below, int above, int count) {
    /** The standard deviation of a normal distribution in median absolute deviations. */
    private static final double CONSISTENT = 1.482602218505602;

    /**
     * Beyond quartiles by more than so many interquartile ranges: J. W. Tukey, Exploratory Data Analysis, 1977. Quartiles are
     * linear between values (R's type 7).
     *
     * @param values NaN is missing
     * @param reach 1.5, or 3 for far out
     */
    public static Outliers fences(double[] values, double reach) {
        double[] sorted = sorted(values);
        double lower = quantile(sorted, 0.25);
        double upper = quantile(sorted, 0.75);
        double range = upper - lower;
        return count(sorted, lower - reach * range, upper + reach * range);
    }

    /**
     * Farther from the median than so many standard deviations, as the median absolute deviation tells them: B. Iglewicz and D.
     * Hoaglin, How to Detect and Handle Outliers, 1993. Where more than half of the values are equal there is no such deviation,
     * and nothing is far.
     *
     * @param values NaN is missing
     * @param reach 3.5
     */
    public static Outliers deviations(double[] values, double reach) {
        double[] sorted = sorted(values);
        double median = quantile(sorted, 0.5);
        double[] away =
                Arrays.stream(sorted).map(v -> Math.abs(v - median)).sorted().toArray();
        double mad = quantile(away, 0.5) * CONSISTENT;
        return mad > 0
                ? count(sorted, median - reach * mad, median + reach * mad)
                : new Outliers(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, sorted.length);
    }

    /** Whether a value is far; a missing one is not. */
    public boolean far(double value) {
        return value < low || value > high;
    }

    private static Outliers count(double[] values, double low, double high) {
        int below = 0;
        int above = 0;
        for (double v : values) {
            below += v < low ? 1 : 0;
            above += v > high ? 1 : 0;
        }
        return new Outliers(low, high, below, above, values.length);
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }

    /** Linear between the values; NaN of none. */
    static double quantile(double[] sorted, double part) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = part * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
