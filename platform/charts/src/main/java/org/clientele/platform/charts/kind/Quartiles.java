package org.clientele.platform.charts.kind;

import java.util.Arrays;

/**
 * Five figures of a sample and what lies beyond: quartiles of type 7 (Hyndman and Fan), whiskers to the outermost values
 * within 1.5 interquartile ranges of the box.
 *
 * @param low the end of the lower whisker
 * @param q1 a quarter lies below
 * @param median half lies below
 * @param q3 three quarters lie below
 * @param high the end of the upper whisker
 * @param outliers rising values beyond the whiskers
 */
record Quartiles(double low, double q1, double median, double q3, double high, double[] outliers) {
    private static final double REACH = 1.5;

    /** Of rising values, at least one. */
    static Quartiles of(double[] sorted) {
        double q1 = Moments.quantile(sorted, 0.25);
        double q3 = Moments.quantile(sorted, 0.75);
        double least = q1 - REACH * (q3 - q1);
        double most = q3 + REACH * (q3 - q1);
        double low = q1;
        double high = q3;
        boolean any = false;
        for (double v : sorted) {
            if (v >= least && v <= most) {
                low = any ? low : v;
                high = v;
                any = true;
            }
        }
        double[] outliers =
                Arrays.stream(sorted).filter(v -> v < least || v > most).toArray();
        return new Quartiles(Math.min(low, q1), q1, Moments.quantile(sorted, 0.5), q3, Math.max(high, q3), outliers);
    }
}
