package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * A way of grouping points with all its settings but the seed, so that it can be repeated on other points.
 *
 * <pre>{@code
 * Grouping five = Grouping.kMeans(5, 3);
 * int[] labels = five.labels(points, 42, cancel);
 * }</pre>
 */
@FunctionalInterface
public interface Grouping {
    /**
     * Groups points.
     *
     * @return a label from 0 a point; below 0 for a point in no group
     * @throws org.clientele.sdk.AnalyticsException as the way itself
     */
    int[] labels(Points points, long seed, CancelSignal cancel);

    /** k-means from so many starts. */
    static Grouping kMeans(int groups, int restarts) {
        return (points, seed, cancel) -> KMeans.fit(
                        points, KMeans.Options.of(groups, seed).restarts(restarts), Progress.NONE, cancel)
                .labels();
    }

    /** A mixture of normal distributions from so many starts. */
    static Grouping mixture(int groups, Covariance shape, int restarts) {
        return (points, seed, cancel) -> GaussianMixture.fit(
                        points,
                        GaussianMixture.Options.of(groups, shape, seed).restarts(restarts),
                        Progress.NONE,
                        cancel)
                .labels();
    }

    /** A tree of joins cut into so many groups. */
    static Grouping hierarchy(Linkage linkage, int groups) {
        return (points, seed, cancel) ->
                Hierarchy.grow(points, linkage, Progress.NONE, cancel).cut(groups);
    }

    /** DBSCAN; see {@link Dbscan#fit}. */
    static Grouping dbscan(double radius, int least) {
        return (points, seed, cancel) ->
                Dbscan.fit(points, radius, least, Progress.NONE, cancel).labels();
    }
}
