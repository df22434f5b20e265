package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;

/**
 * Greedy k-means++: each further centre is, of 2 + ln k points drawn by their squared distance to the centres so far, the one
 * that leaves the smallest sum of such distances.
 */
final class Seeding {
    private final Points points;
    private final Chunks chunks;
    private final CancelSignal cancel;
    private final Draws draws;
    private final double[] nearest;
    private final double[] sums;

    private Seeding(Points points, long seed, CancelSignal cancel) {
        this.points = points;
        this.cancel = cancel;
        chunks = Chunks.of(points.rows());
        draws = new Draws(seed);
        nearest = new double[points.rows()];
        sums = new double[chunks.count()];
    }

    /** The first centres, a row each. */
    static Points draw(Points points, int groups, long seed, CancelSignal cancel) {
        return points.rows(new Seeding(points, seed, cancel).chosen(groups));
    }

    private int[] chosen(int groups) {
        int[] chosen = new int[groups];
        int trials = 2 + (int) Math.log(groups);
        chosen[0] = draws.below(points.rows());
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        add(chosen[0]);
        for (int c = 1; c < groups; c++) {
            double total = Chunks.total(sums);
            if (total <= 0) {
                throw Refusal.tooFewDifferent(c, groups);
            }
            int[] candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = at(draws.uniform() * total);
            }
            chosen[c] = best(candidates);
            add(chosen[c]);
        }
        return chosen;
    }

    /** The first point at which the running sum of squared distances passes an amount. */
    private int at(double amount) {
        double left = amount;
        int chunk = 0;
        while (chunk < sums.length - 1 && left >= sums[chunk]) {
            left -= sums[chunk++];
        }
        int last = chunks.from(chunk);
        for (int row = chunks.from(chunk); row < chunks.to(chunk); row++) {
            if (nearest[row] > 0) {
                last = row;
                left -= nearest[row];
                if (left < 0) {
                    return row;
                }
            }
        }
        return last;
    }

    private int best(int[] candidates) {
        double[][] left = new double[chunks.count()][candidates.length];
        chunks.each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int t = 0; t < candidates.length; t++) {
                    left[chunk][t] += Math.min(nearest[i], points.squaredDistance(i, points, candidates[t]));
                }
            }
        });
        double[] totals = new double[candidates.length];
        for (double[] some : left) {
            for (int t = 0; t < totals.length; t++) {
                totals[t] += some[t];
            }
        }
        int best = 0;
        for (int t = 1; t < totals.length; t++) {
            best = totals[t] < totals[best] ? t : best;
        }
        return candidates[best];
    }

    private void add(int centre) {
        chunks.each(cancel, (chunk, from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                nearest[i] = Math.min(nearest[i], points.squaredDistance(i, points, centre));
                sum += nearest[i];
            }
            sums[chunk] = sum;
        });
    }
}
