package org.clientele.plugins.segmentation.cluster;

import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.Missing;
import org.clientele.plugins.segmentation.features.PreparationOptions;
import org.clientele.plugins.segmentation.features.Scaling;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.sdk.extension.Parameter;

/**
 * All that decides a clustering. Of what an algorithm does not ask for, the value does not matter.
 *
 * @param algorithm how customers are grouped
 * @param k how many groups
 * @param features see {@link FeatureChoice}
 * @param weights how much features count, {@code monetary=2, recency=0.5}; 1 where nothing is said
 * @param scaling how units are made comparable
 * @param covariance what shapes components of a mixture may have
 * @param linkage how far apart groups of a hierarchy are
 * @param cut the height at which a hierarchy is cut, or 0 for k groups
 * @param radius within which DBSCAN looks for neighbours, in prepared coordinates, or 0 for the one at the bend of the distances
 * @param neighbours how many customers make a dense place
 * @param seed decides all that is drawn
 * @param restarts from how many starts the best is taken
 * @param missing what becomes of missing values
 * @param log whether skewed numbers are taken as logarithms
 * @param winsor the share of numbers at each end that are drawn in
 * @param asOf the day on which features are told, or "" for the last of the days on show
 * @param windowDays how many days up to then count, or 0 for the days on show
 * @param sample on how many customers groups are looked for at most, or 0 for all; everybody is then put into them
 */
public record ClusterParameters(
        @Parameter(label = "%parameter.algorithm") Algorithm algorithm,

        @Parameter(label = "%parameter.k", least = 2, most = 20, step = 1)
        int k,

        @Parameter(label = "%parameter.features", help = "%parameter.features.help")
        String features,

        @Parameter(label = "%parameter.weights", help = "%parameter.weights.help")
        String weights,

        @Parameter(label = "%parameter.scaling") Scaling scaling,

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

        @Parameter(label = "%parameter.missing") Missing missing,
        @Parameter(label = "%parameter.log") boolean log,

        @Parameter(label = "%parameter.winsor", least = 0, most = 0.2, step = 0.005)
        double winsor,

        @Parameter(label = "%parameter.asof", help = "%parameter.asof.help")
        String asOf,

        @Parameter(
                label = "%parameter.windowdays",
                help = "%parameter.windowdays.help",
                least = 0,
                most = 3660,
                step = 1)
        int windowDays,

        @Parameter(label = "%parameter.sample", help = "%parameter.sample.help", least = 0, step = 1)
        int sample) {
    /** For pictures: beyond so many customers groups are looked for on a sample. */
    static final int LIVE_SAMPLE = 20_000;
    /** For hierarchies, whose time grows with the square. */
    static final int TREE_SAMPLE = 3_000;
    /** For DBSCAN, whose model is as large as its cores. */
    static final int DENSITY_SAMPLE = 10_000;

    /** Four groups by k-means on all customers. */
    public static ClusterParameters usual() {
        PreparationOptions d = PreparationOptions.DEFAULT;
        return new ClusterParameters(
                Algorithm.K_MEANS,
                4,
                FeatureChoice.AUTO,
                "",
                d.scaling(),
                Covariance.FULL,
                Linkage.WARD,
                0,
                0,
                10,
                1,
                10,
                d.missing(),
                d.log(),
                d.winsor(),
                "",
                0,
                0);
    }

    ClusterParameters with(Algorithm other, int groups) {
        return new ClusterParameters(
                other,
                groups,
                features,
                weights,
                scaling,
                covariance,
                linkage,
                cut,
                radius,
                neighbours,
                seed,
                restarts,
                missing,
                log,
                winsor,
                asOf,
                windowDays,
                sample);
    }

    ClusterParameters sampled(int most) {
        return new ClusterParameters(
                algorithm,
                k,
                features,
                weights,
                scaling,
                covariance,
                linkage,
                cut,
                radius,
                neighbours,
                seed,
                restarts,
                missing,
                log,
                winsor,
                asOf,
                windowDays,
                most);
    }

    PreparationOptions preparation() {
        return new PreparationOptions(missing, log, winsor, scaling, PreparationOptions.weights(weights));
    }

    FeatureChoice choice() {
        return new FeatureChoice(features, asOf, windowDays);
    }

    /** The most customers that groups are looked for on, 0 for all: fewer where an algorithm cannot do with so many. */
    int most() {
        int able = switch (algorithm) {
            case K_MEANS, GAUSSIAN_MIXTURE -> 0;
            case HIERARCHICAL -> TREE_SAMPLE;
            case DBSCAN -> DENSITY_SAMPLE;
        };
        boolean live = sample == LIVE_SAMPLE;
        return sample == 0 || live && able > 0 ? able : sample;
    }
}
