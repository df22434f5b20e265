package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;

/** Ranks from 1; equal values share the mean of theirs, and missing ones have none. */
final class Ranks {
    private Ranks() {}

    /** @return a rank for each value, NaN for a missing one */
    static double[] of(double[] values) {
        int[] order = sorted(values);
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            from = to;
        }
        return ranks;
    }

    /** The sum of t^3 - t over sets of t equal values. */
    static double ties(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double ties = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            ties += t * t * t - t;
            from = to;
        }
        return ties;
    }

    /** Numbers of the values that are there, the least first. */
    private static int[] sorted(double[] values) {
        Integer[] order = new Integer[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                order[n++] = i;
            }
        }
        Arrays.sort(order, 0, n, (a, b) -> Double.compare(values[a], values[b]));
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = order[i];
        }
        return sorted;
    }
}
