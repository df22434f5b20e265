package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;

/** Ranks from 1; equal values share the mean of theirs, and missing ones have none. */
public final class Ranks {
    private Ranks() {}

    /** @return a rank for each value, NaN for a missing one */
    public static double[] of(double[] values) {
        double[] sorted = sorted(values);
        double[] shared = new double[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from);
            Arrays.fill(shared, from, to, (from + 1 + to) / 2.0);
            from = to;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // A zero of either sign is the same number, but not to a binary search.
            double v = values[i] == 0 ? 0.0 : values[i];
            ranks[i] = Double.isNaN(v) ? Double.NaN : shared[Arrays.binarySearch(sorted, v)];
        }
        return ranks;
    }

    /** The sum of t^3 - t over sets of t equal values. */
    static double ties(double[] values) {
        double[] sorted = sorted(values);
        double ties = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from);
            double t = to - from;
            ties += t * t * t - t;
            from = to;
        }
        return ties;
    }

    private static int end(double[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v == 0 ? 0.0 : v)
                .sorted()
                .toArray();
    }
}
