package org.clientele.plugins.segmentation.features;

import org.clientele.sdk.extension.Parameter;

/**
 * How features are read and made ready.
 *
 * @param scaling how units are made comparable
 * @param winsor the share of numbers at each end that are drawn in
 * @param values of which days they are told, and what is made of their values
 */
public record Reading(
        @Parameter(label = "%parameter.scaling") Scaling scaling,

        @Parameter(label = "%parameter.winsor", least = 0, most = 0.2, step = 0.005)
        double winsor,

        Values values) {
    /** As {@link PreparationOptions#DEFAULT} says, of the days on show. */
    public static final Reading USUAL =
            new Reading(PreparationOptions.DEFAULT.scaling(), PreparationOptions.DEFAULT.winsor(), Values.USUAL);

    /** The features that are read. */
    public FeatureChoice choice(Basis basis) {
        return values.choice(basis);
    }

    /**
     * What is done to them.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the weights cannot be read
     */
    public PreparationOptions preparation(Basis basis) {
        return new PreparationOptions(
                values.missing(), values.log(), winsor, scaling, PreparationOptions.weights(basis.weights()));
    }
}
