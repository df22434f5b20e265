package org.clientele.plugins.segmentation.features;

import org.clientele.sdk.extension.Parameter;

/**
 * How features are read and made ready.
 *
 * @param missing what becomes of missing values
 * @param log whether skewed numbers are taken as logarithms
 * @param winsor the share of numbers at each end that are drawn in
 * @param days of which days they are told
 */
public record Reading(
        @Parameter(label = "%parameter.missing") Missing missing,
        @Parameter(label = "%parameter.log") boolean log,

        @Parameter(label = "%parameter.winsor", least = 0, most = 0.2, step = 0.005)
        double winsor,

        Days days) {
    /** As {@link PreparationOptions#DEFAULT} says, of the days on show. */
    public static final Reading USUAL = new Reading(
            PreparationOptions.DEFAULT.missing(),
            PreparationOptions.DEFAULT.log(),
            PreparationOptions.DEFAULT.winsor(),
            Days.ON_SHOW);

    /** The features that are read. */
    public FeatureChoice choice(Basis basis) {
        return new FeatureChoice(basis.features(), days.asOf(), days.windowDays());
    }

    /**
     * What is done to them.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the weights cannot be read
     */
    public PreparationOptions preparation(Basis basis) {
        return new PreparationOptions(
                missing, log, winsor, basis.scaling(), PreparationOptions.weights(basis.weights()));
    }
}
