package org.clientele.plugins.segmentation.cluster;

import org.clientele.plugins.segmentation.features.Basis;
import org.clientele.plugins.segmentation.features.Reading;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.sdk.extension.Parameter;

/**
 * All that decides a clustering. Of what an algorithm does not ask for, the value does not matter.
 *
 * @param algorithm how customers are grouped
 * @param k how many groups
 * @param basis by what customers are compared
 * @param covariance what shapes components of a mixture may have
 * @param linkage how far apart groups of a hierarchy are
 * @param cut the height at which a hierarchy is cut, or 0 for k groups
 * @param radius within which DBSCAN looks for neighbours, in prepared coordinates, or 0 for the one at the bend of the distances
 * @param neighbours how many customers make a dense place
 * @param seed decides all that is drawn
 * @param restarts from how many starts the best is taken
 * @param reading how features are read and made ready
 * @param sample on how many customers groups are looked for at most, or 0 for all; everybody is then put into them
 */
public record ClusterParameters(
        @Parameter(label = "%parameter.algorithm") Algorithm algorithm,

        @Parameter(label = "%parameter.k", least = 2, most = 20, step = 1)
        int k,

        Basis basis,

        @Parameter(label = "%parameter.covariance", help = "%parameter.covariance.help")
        Covariance covariance,

        @Parameter(label = "%parameter.linkage", help = "%parameter.linkage.help")
        Linkage linkage,

        @Parameter(label = "%parameter.cut", help = "%parameter.cut.help", least = 0)
        double cut,

        @Parameter(label = "%parameter.radius", help = "%parameter.radius.help", least = 0)
        double radius,

        @Parameter(
                label = "%parameter.neighbours",
                help = "%parameter.neighbours.help",
                least = 2,
                most = 100,
                step = 1)
        int neighbours,

        @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
        long seed,

        @Parameter(label = "%parameter.restarts", least = 1, most = 50, step = 1)
        int restarts,

        Reading reading,

        @Parameter(label = "%parameter.sample", help = "%parameter.sample.help", least = 0, step = 1)
        int sample) {
    /** For pictures: beyond so many customers groups are first looked for on a sample. */
    static final int LIVE_SAMPLE = 20_000;
    /** For hierarchies, whose time grows with the square: the sample of a picture that is there at once. */
    static final int TREE_AT_ONCE = 3_000;
    /** For hierarchies, whose model is as large as their sample. */
    static final int TREE_SAMPLE = 10_000;
    /** For DBSCAN, whose model is as large as its cores. */
    static final int DENSITY_SAMPLE = 10_000;

    /**
     * Four groups by k-means on all customers. Components of a mixture share one shape: where each has its own, its likelihood is
     * without bound as soon as customers have the very same number, and so finds those.
     */
    public static ClusterParameters usual() {
        return new ClusterParameters(
                Algorithm.K_MEANS, 4, Basis.USUAL, Covariance.TIED, Linkage.WARD, 0, 0, 10, 1, 10, Reading.USUAL, 0);
    }

    ClusterParameters with(Algorithm other, int groups) {
        return new ClusterParameters(
                other, groups, basis, covariance, linkage, cut, radius, neighbours, seed, restarts, reading, sample);
    }

    ClusterParameters sampled(int most) {
        return new ClusterParameters(
                algorithm, k, basis, covariance, linkage, cut, radius, neighbours, seed, restarts, reading, most);
    }

    /** The most customers whose groups a picture shows at once, before those of more are found; 0 if it waits for them. */
    int atOnce() {
        if (sample != LIVE_SAMPLE) {
            return 0;
        }
        return switch (algorithm) {
            case K_MEANS, GAUSSIAN_MIXTURE -> LIVE_SAMPLE;
            // A height is one of the tree that it was read from: that of fewer customers is lower.
            case HIERARCHICAL -> cut > 0 ? 0 : TREE_AT_ONCE;
            case DBSCAN -> 0;
        };
    }

    /** The most customers that groups are looked for on, 0 for all: fewer where an algorithm cannot do with so many. */
    int most() {
        boolean live = sample == LIVE_SAMPLE;
        return switch (algorithm) {
            case K_MEANS, GAUSSIAN_MIXTURE -> live ? 0 : sample;
            case HIERARCHICAL -> sample == 0 || live ? TREE_SAMPLE : sample;
            case DBSCAN -> sample == 0 || live ? DENSITY_SAMPLE : sample;
        };
    }
}
