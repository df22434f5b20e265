package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Whether there are groups at all. Any algorithm finds groups in anything; these are compared with what the same algorithm
 * finds in points of one group that have the same numbers in each column and the same rank correlations. Groups are there if
 * their silhouette is above 95 % of those: points of one group are then said to have groups in at most 1 of 20 cases.
 *
 * @param silhouette the mean silhouette of the groups found in (a sample of) the points; -1 if fewer than two were found
 * @param references the mean silhouettes of groups found in points of one group, rising
 * @param threshold the reference that has to be passed
 * @param chance how likely so high a silhouette is without groups: one more than the references that reach it, by one more
 *     than their number (Davison and Hinkley 1997, section 4.2)
 * @param rows how many points were compared
 */
public record Evidence(double silhouette, double[] references, double threshold, double chance, int rows) {
    /** How many points are compared at most, so that the answer comes within seconds. */
    public static final int ROWS = 1_000;
    /** How many references the promise of 1 in 20 is measured with. */
    public static final int REFERENCES = 200;

    private static final double LEVEL = 0.05;
    private static final Texts TEXTS = Texts.of(Evidence.class);

    /** Whether the points have groups, at the level of 5 %. */
    public boolean grouped() {
        return silhouette > threshold;
    }

    /**
     * Compares, with 200 references.
     *
     * @param points at least two more than columns
     * @param grouping the algorithm with its number of groups; few starts suffice
     * @throws AnalyticsException as the grouping on the points themselves; DATA_VALUE_INVALID for fewer points than columns
     *     and two or if a number is not finite
     */
    public static Evidence of(Points points, Grouping grouping, long seed, Progress progress, CancelSignal cancel) {
        return of(points, grouping, REFERENCES, seed, progress, cancel);
    }

    /**
     * Compares.
     *
     * @param references how many, at least 19: fewer cannot reach a level of 5 %
     * @throws AnalyticsException as with 200; ARGUMENT_INVALID for fewer than 19 references
     */
    public static Evidence of(
            Points points, Grouping grouping, int references, long seed, Progress progress, CancelSignal cancel) {
        if (references < 19) {
            throw Refusal.tooSmall(Setting.REFERENCES, references, 19);
        }
        points.check(points.columns() + 2, cancel);
        Points some = points.rows() > ROWS ? points.rows(new Draws(seed).sample(points.rows(), ROWS)) : points;
        double found = silhouette(some, grouping.labels(some, seed, cancel), cancel);
        OneComponent one = OneComponent.like(some, seed, cancel);
        double[] silhouettes = new double[references];
        AtomicInteger done = new AtomicInteger();
        Chunks.of(references, 1).each(cancel, (reference, from, to) -> {
            long own = Draws.seedOf(seed, reference);
            silhouettes[reference] = silhouette(one.draw(own), grouping, own, cancel);
            int now = done.incrementAndGet();
            progress.report((double) now / references, TEXTS.get("reference", now, references));
        });
        Arrays.sort(silhouettes);
        int reached = 0;
        for (double s : silhouettes) {
            reached += s >= found ? 1 : 0;
        }
        // As many references may be higher as keep the chance at the level.
        int above = (int) Math.floor(LEVEL * (references + 1)) - 1;
        return new Evidence(
                found,
                silhouettes,
                silhouettes[references - 1 - above],
                (reached + 1.0) / (references + 1),
                some.rows());
    }

    private static double silhouette(Points points, Grouping grouping, long seed, CancelSignal cancel) {
        try {
            return silhouette(points, grouping.labels(points, seed, cancel), cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.DATA_VALUE_INVALID) {
                return -1;
            }
            throw e;
        }
    }

    private static double silhouette(Points points, int[] labels, CancelSignal cancel) {
        Groups groups = Groups.of(labels);
        boolean comparable = groups.count() >= 2 && groups.count() < groups.points();
        return comparable ? Silhouette.exact(points, labels, cancel).mean() : -1;
    }
}
