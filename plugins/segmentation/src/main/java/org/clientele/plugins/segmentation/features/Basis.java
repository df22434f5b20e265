package org.clientele.plugins.segmentation.features;

import org.clientele.sdk.extension.Parameter;

/**
 * By what customers are compared.
 *
 * @param features see {@link FeatureChoice}
 * @param weights how much features count, {@code monetary=2, recency=0.5}; 1 where nothing is said
 */
public record Basis(
        @Parameter(label = "%parameter.features", help = "%parameter.features.help")
        String features,

        @Parameter(label = "%parameter.weights", help = "%parameter.weights.help")
        String weights) {
    /** What there is, all of it alike. */
    public static final Basis USUAL = new Basis(FeatureChoice.AUTO, "");
}
