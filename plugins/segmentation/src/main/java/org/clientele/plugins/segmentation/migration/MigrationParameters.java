package org.clientele.plugins.segmentation.migration;

import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.cluster.SegmentChoice.Method;
import org.clientele.sdk.extension.Parameter;

/**
 * Which customers' moves are followed.
 *
 * @param by how customers are put into segments
 * @param k how many segments, by an algorithm
 * @param features of an algorithm, see {@link org.clientele.plugins.segmentation.features.FeatureChoice}
 * @param seed of an algorithm
 * @param reference the month at whose end the model is found and then frozen, such as 2011-03, or "" for the first of {@code months}
 * @param months how many months are followed, up to the last that is over
 */
public record MigrationParameters(
        @Parameter(label = "%parameter.by") Method by,

        @Parameter(label = "%parameter.k", help = "%parameter.k.help", least = 2, most = 20, step = 1)
        int k,

        @Parameter(label = "%parameter.features", help = "%parameter.features.help")
        String features,

        @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
        long seed,

        @Parameter(label = "%parameter.reference", help = "%parameter.reference.help")
        String reference,

        @Parameter(label = "%parameter.months", help = "%parameter.months.help", least = 1, most = 24, step = 1)
        int months) {
    /** The usual eleven segments over six months. */
    static MigrationParameters usual() {
        SegmentChoice d = SegmentChoice.usual();
        return new MigrationParameters(Method.RFM, d.k(), d.features(), d.seed(), "", 6);
    }

    SegmentChoice choice() {
        return new SegmentChoice(by, k, features, "", seed, "", 0);
    }
}
