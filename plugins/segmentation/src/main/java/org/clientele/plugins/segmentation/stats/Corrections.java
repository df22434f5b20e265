package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** P-values that allow for how many were looked at. A missing one stays missing and does not count. */
public final class Corrections {
    private Corrections() {}

    /**
     * Controls the probability of one false finding or more. S. Holm, A simple sequentially rejective multiple test procedure,
     * Scandinavian Journal of Statistics 6, 1979.
     *
     * @param p p-values, NaN where there is none
     */
    public static double[] holm(double[] p) {
        int[] order = order(p);
        double[] adjusted = filled(p.length);
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            least = Math.max(least, Math.min(1, p[order[i]] * (order.length - i)));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /**
     * Controls the share of false findings among all. Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal
     * of the Royal Statistical Society B 57, 1995.
     *
     * @param p p-values, NaN where there is none
     */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = order(p);
        double[] adjusted = filled(p.length);
        double most = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            most = Math.min(most, p[order[i]] * order.length / (i + 1));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    private static double[] filled(int n) {
        double[] none = new double[n];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static int[] order(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
