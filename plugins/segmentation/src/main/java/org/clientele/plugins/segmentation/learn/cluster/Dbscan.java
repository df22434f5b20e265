package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Groups as dense places that thin ones part (Ester, Kriegel, Sander and Xu 1996): a point with enough others around it is a
 * core; cores that are near each other are of one group, and so are the points near a core. The rest is noise. Nothing is
 * drawn: the same points give the same groups, numbered by their first core, and a point near cores of several groups
 * belongs to the first of them, as in scikit-learn.
 */
public final class Dbscan {
    /** The label of a point in no group. */
    public static final int NOISE = -1;

    private static final Texts TEXTS = Texts.of(Dbscan.class);
    private static final int CURVE = 2_000;
    /** So many neighbours of a point are kept at most, and so many of all. */
    private static final int MOST_KEPT = 2_000;

    private static final int ROOM = 20_000_000;

    private Dbscan() {}

    /**
     * Finds the dense places.
     *
     * @param radius up to which Euclidean distance, included, points are around another; above 0
     * @param least how many points, itself included, make a core; at least 1
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID without points or if a number is not finite;
     *     ARGUMENT_INVALID for a radius that is not above 0 or less than one point
     */
    public static DbscanModel fit(Points points, double radius, int least, Progress progress, CancelSignal cancel) {
        if (!(radius > 0)) {
            throw Refusal.notAbove(Setting.RADIUS, radius, 0);
        }
        if (least < 1) {
            throw Refusal.tooSmall(Setting.NEIGHBOURS, least, 1);
        }
        points.check(1, cancel);
        KdTree tree = new KdTree(points);
        boolean[] core = new boolean[points.rows()];
        // Who is near is looked up once and kept, as far as there is room; beyond it is looked up again.
        int[][] neighbours = new int[points.rows()][];
        int kept = Math.min(MOST_KEPT, ROOM / points.rows());
        progress.report(0, TEXTS.get("cores"));
        Chunks.of(points.rows(), 256).each(cancel, (chunk, from, to) -> {
            int[] some = new int[kept];
            for (int i = from; i < to; i++) {
                int[] count = new int[1];
                tree.within(points, i, radius, near -> {
                    if (count[0] < kept) {
                        some[count[0]] = near;
                    }
                    count[0]++;
                });
                core[i] = count[0] >= least;
                neighbours[i] = core[i] && count[0] <= kept ? Arrays.copyOf(some, count[0]) : null;
            }
        });
        progress.report(0.5, TEXTS.get("spreading"));
        int[] labels = new int[points.rows()];
        Arrays.fill(labels, NOISE);
        int groups = 0;
        for (int i = 0; i < labels.length; i++) {
            if (core[i] && labels[i] == NOISE) {
                spread(points, tree, radius, core, neighbours, labels, i, groups++, cancel);
            }
        }
        int[] rows = IntStream.range(0, core.length).filter(i -> core[i]).toArray();
        return new DbscanModel(
                labels,
                core,
                groups,
                radius,
                points.rows(rows),
                Arrays.stream(rows).map(i -> labels[i]).toArray());
    }

    private static void spread(
            Points points,
            KdTree tree,
            double radius,
            boolean[] core,
            int[][] neighbours,
            int[] labels,
            int first,
            int group,
            CancelSignal cancel) {
        int[] queue = new int[16];
        int[] end = {1};
        queue[0] = first;
        labels[first] = group;
        int[][] growing = {queue};
        IntConsumer visit = near -> {
            if (labels[near] == NOISE) {
                labels[near] = group;
                if (core[near]) {
                    if (end[0] == growing[0].length) {
                        growing[0] = Arrays.copyOf(growing[0], 2 * end[0]);
                    }
                    growing[0][end[0]++] = near;
                }
            }
        };
        for (int at = 0; at < end[0]; at++) {
            if (at % 64 == 0) {
                cancel.throwIfCancelled();
            }
            int[] known = neighbours[growing[0][at]];
            if (known == null) {
                tree.within(points, growing[0][at], radius, visit);
            } else {
                for (int near : known) {
                    visit.accept(near);
                }
            }
        }
    }

    /**
     * The distances of points to their nearest others, for choosing a radius.
     *
     * @param distances to the {@code least - 1}th nearest other point, falling; of a sample where there are many points
     * @param suggested the distance at the bend of the curve: the one farthest below the straight line between its ends
     */
    public record Curve(double[] distances, double suggested) {}

    /**
     * Draws the curve of distances and finds its bend. A bend need not mean anything: the suggestion is a place to begin.
     *
     * @param least as of {@link #fit}; at least 2
     * @param seed decides the sample, which has at most 2,000 points; their neighbours are looked for among all
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID for fewer points than {@code least}, if all points are
     *     the same, or if a number is not finite; ARGUMENT_INVALID for {@code least} below 2
     */
    public static Curve curve(Points points, int least, long seed, CancelSignal cancel) {
        if (least < 2) {
            throw Refusal.tooSmall(Setting.NEIGHBOURS, least, 2);
        }
        points.check(least, cancel);
        KdTree tree = new KdTree(points);
        int[] rows = new Draws(seed).sample(points.rows(), CURVE);
        double[] falling = new double[rows.length];
        Chunks.of(rows.length, 64).each(cancel, (chunk, from, to) -> {
            double[] squares = new double[least];
            for (int i = from; i < to; i++) {
                tree.nearest(points, rows[i], squares);
                falling[i] = -Math.sqrt(squares[least - 1]);
            }
        });
        Arrays.sort(falling);
        double[] distances = Arrays.stream(falling).map(d -> 0 - d).toArray();
        if (distances[0] == 0) {
            throw Refusal.tooFewDifferent(1, 2);
        }
        double bend = distances[Bend.of(distances)];
        // Where most points repeat, the curve bends at 0, which is no radius: the smallest distance that is one, then.
        for (int i = distances.length - 1; bend == 0 && i >= 0; i--) {
            bend = distances[i];
        }
        return new Curve(distances, bend);
    }
}
