package org.clientele.plugins.executive.insights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which of many latest changes lie outside what was usual, judged together. Each series of changes is centred at its median and
 * scaled by its median absolute deviation, the latest change among them. The latest changes are then compared, from the largest
 * down, with the largest one of all remaining series in each step before: the step-down maxT procedure of Westfall and Young
 * (Resampling-Based Multiple Testing, 1993, algorithm 2.8), in which the steps before stand for the permutations. Where steps are
 * exchangeable, the chance that any series is named wrongly is at most {@link #ERROR}, however the series depend on each other.
 */
final class StandOut {
    /** The chance of naming anything in a step like all others. */
    static final double ERROR = 0.05;
    /** With fewer steps before no change can lie outside 95 % of them: 1 of 20 is the twentieth. */
    static final int LEAST = 19;

    /** From a median absolute deviation to a standard deviation of the normal distribution. */
    private static final double NORMAL = 1.4826;

    private static final double SAME = 1e-9;

    private StandOut() {}

    /**
     * How the latest change of a series stands to those before.
     *
     * @param series its index
     * @param size the change, centred and scaled
     * @param chance the chance of a change of that size in any of the series, adjusted for all of them
     * @param smaller how many of the changes before were smaller in size
     */
    record Verdict(int series, double size, double chance, int smaller) {
        boolean standsOut() {
            return chance <= ERROR;
        }
    }

    /**
     * All verdicts, the largest first.
     *
     * @param changes of each series, the latest last; all of one length, without NaN
     */
    static List<Verdict> of(double[][] changes) {
        List<double[]> scaled = new ArrayList<>();
        List<Integer> index = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            double[] sizes = sizes(changes[i]);
            if (sizes.length > 0) {
                scaled.add(sizes);
                index.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scaled.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparingDouble((Integer i) -> -last(scaled.get(i))).thenComparing(i -> i));
        int before = changes.length == 0 ? 0 : changes[0].length - 1;
        double[][] most = maxima(scaled, order, before);
        List<Verdict> all = new ArrayList<>();
        double least = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            double[] sizes = scaled.get(order.get(rank));
            double now = last(sizes);
            int smaller = 0;
            int reached = 1;
            for (int t = 0; t < before; t++) {
                smaller += sizes[t] < now - SAME ? 1 : 0;
                reached += most[rank][t] >= now - SAME ? 1 : 0;
            }
            least = Math.max(least, reached / (before + 1.0));
            all.add(new Verdict(index.get(order.get(rank)), now, least, smaller));
        }
        return all;
    }

    /** For each rank the largest size, in each step before, of that series and those after it. */
    private static double[][] maxima(List<double[]> scaled, List<Integer> order, int before) {
        double[][] most = new double[order.size()][before];
        for (int rank = order.size() - 1; rank >= 0; rank--) {
            double[] sizes = scaled.get(order.get(rank));
            for (int t = 0; t < before; t++) {
                double rest = rank + 1 < order.size() ? most[rank + 1][t] : 0;
                most[rank][t] = Math.max(rest, sizes[t]);
            }
        }
        return most;
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /** Distances from the median in units of the usual one; empty where nothing ever changes. */
    private static double[] sizes(double[] changes) {
        double centre = median(changes);
        double[] away = Arrays.stream(changes).map(c -> Math.abs(c - centre)).toArray();
        double usual = median(away);
        double scale =
                usual > SAME ? NORMAL * usual : Arrays.stream(away).average().orElse(0);
        return scale <= SAME
                ? new double[0]
                : Arrays.stream(away).map(a -> a / scale).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
