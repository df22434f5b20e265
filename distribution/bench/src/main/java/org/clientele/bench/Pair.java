package org.clientele.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Times two ways of doing the same by turns, so that a machine that drifts slows both. */
final class Pair {
    private final PrintStream out;

    Pair(PrintStream out) {
        this.out = out;
    }

    /** One timed run; gives its milliseconds, so that preparation can be left out. */
    interface Run {
        double millis() throws Exception;
    }

    /**
     * Prints medians and best of both, and the median of the ratios pair by pair.
     *
     * @return the median of {@code a} in milliseconds
     */
    double compare(String what, int rounds, String aName, Run a, String bName, Run b, double aim) throws Exception {
        a.millis();
        b.millis();
        double[] as = new double[rounds];
        double[] bs = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            as[i] = a.millis();
            bs[i] = b.millis();
            ratios[i] = as[i] / bs[i];
        }
        out.printf(
                Locale.ROOT,
                "%-34s %s %,.1f ms, %s %,.1f ms, ratio %.2f (%.2f to %.2f, %d pairs; aim at most %.2f); best %,.1f and"
                        + " %,.1f ms%n",
                what,
                aName,
                median(as),
                bName,
                median(bs),
                median(ratios),
                Arrays.stream(ratios).min().orElse(Double.NaN),
                Arrays.stream(ratios).max().orElse(Double.NaN),
                rounds,
                aim,
                Arrays.stream(as).min().orElse(Double.NaN),
                Arrays.stream(bs).min().orElse(Double.NaN));
        return median(as);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
