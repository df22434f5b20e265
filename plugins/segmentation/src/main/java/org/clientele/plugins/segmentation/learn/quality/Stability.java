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
 * Whether a grouping comes out again when the points are drawn anew (bootstrap; Hennig, Cluster-wise assessment of cluster
 * stability, 2007): for each resample, the adjusted Rand index of its groups with the given ones, over the points drawn.
 *
 * @param mean of the indices: 1 always the same, 0 as by chance
 * @param low the 2.5th percentile of the indices
 * @param high the 97.5th percentile
 * @param indices one a resample, rising
 * @param rows how many points a resample draws; fewer than there are if those are many
 */
public record Stability(double mean, double low, double high, double[] indices, int rows) {
    /** More points than this are resampled from so many of them, so that the picture can follow. */
    public static final int ROWS = 3_000;

    private static final Texts TEXTS = Texts.of(Stability.class);

    /**
     * Resamples and groups again.
     *
     * @param labels the groups that are asked about, a label a point
     * @param grouping how they were found; it may look from fewer starts than they did
     * @param resamples how many, at least 2; 100 are usual
     * @throws AnalyticsException as the grouping, but that a resample that cannot be grouped, for it repeats too few points,
     *     counts as an index of 0; ARGUMENT_INVALID if there is not a label a point or for fewer than 2 resamples
     */
    public static Stability of(
            Points points,
            int[] labels,
            Grouping grouping,
            int resamples,
            long seed,
            Progress progress,
            CancelSignal cancel) {
        if (labels.length != points.rows()) {
            throw Refusal.unequal(labels.length, points.rows());
        }
        if (resamples < 2) {
            throw Refusal.tooSmall(Setting.RESAMPLES, resamples, 2);
        }
        points.check(2, cancel);
        int[] pool = new Draws(seed).sample(points.rows(), ROWS);
        double[] indices = new double[resamples];
        AtomicInteger done = new AtomicInteger();
        Chunks.of(resamples, 1).each(cancel, (resample, from, to) -> {
            long own = Draws.seedOf(seed, resample);
            indices[resample] = index(points, labels, pool, grouping, own, cancel);
            int now = done.incrementAndGet();
            progress.report((double) now / resamples, TEXTS.get("resampled", now, resamples));
        });
        Arrays.sort(indices);
        return new Stability(
                Chunks.total(indices) / resamples,
                percentile(indices, 0.025),
                percentile(indices, 0.975),
                indices,
                pool.length);
    }

    private static double index(
            Points points, int[] labels, int[] pool, Grouping grouping, long seed, CancelSignal cancel) {
        Draws draws = new Draws(seed);
        int[] drawn = new int[pool.length];
        Arrays.setAll(drawn, i -> pool[draws.below(pool.length)]);
        Arrays.sort(drawn);
        int[] found;
        try {
            found = grouping.labels(points.rows(drawn), seed, cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.DATA_VALUE_INVALID) {
                return 0;
            }
            throw e;
        }
        int[] first = new int[drawn.length];
        int count = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (i == 0 || drawn[i] != drawn[i - 1]) {
                first[count++] = i;
            }
        }
        int[] once = Arrays.copyOf(first, count);
        return AdjustedRand.of(
                Arrays.stream(once).map(i -> labels[drawn[i]]).toArray(),
                Arrays.stream(once).map(i -> found[i]).toArray());
    }

    /** Between the two nearest of rising numbers, as R's type 7. */
    static double percentile(double[] rising, double share) {
        double at = share * (rising.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(rising.length - 1, below + 1);
        return rising[below] + (rising[above] - rising[below]) * (at - below);
    }
}
