package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;

/**
 * Numbers divided into classes of about equal size.
 *
 * @param codes the class of each value, from 0; missing values are the last class where there are any
 * @param classes how many classes there are
 * @param edges where classes after the first begin, ascending
 */
public record Bins(int[] codes, int classes, double[] edges) {
    /**
     * By quantiles; equal values are in one class, so there may be fewer.
     *
     * @param values NaN is missing
     * @param most how many classes at most, without that of the missing
     */
    public static Bins quantiles(double[] values, int most) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] edges;
        if (distinct.length <= most) {
            edges = Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length);
        } else {
            double[] cuts = new double[most - 1];
            for (int i = 1; i < most; i++) {
                cuts[i - 1] = Outliers.quantile(sorted, (double) i / most);
            }
            // Where many share the least value, such as 0, they are a class of their own.
            edges = Arrays.stream(cuts)
                    .map(c -> c > distinct[0] ? c : distinct[1])
                    .distinct()
                    .toArray();
        }
        int[] codes = new int[values.length];
        boolean missing = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                codes[i] = edges.length + 1;
                missing = true;
            } else {
                int at = Arrays.binarySearch(edges, values[i]);
                codes[i] = at >= 0 ? at + 1 : -at - 1;
            }
        }
        return new Bins(codes, edges.length + (missing ? 2 : 1), edges);
    }
}
