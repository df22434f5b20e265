package org.clientele.plugins.segmentation.features;

import org.clientele.sdk.extension.Parameter;

/**
 * Of which days features are told, and what is made of their values.
 *
 * @param missing what becomes of missing values
 * @param log whether skewed numbers are taken as logarithms
 * @param days of which days they are told
 */
public record Values(
        @Parameter(label = "%parameter.missing") Missing missing,
        @Parameter(label = "%parameter.log") boolean log,
        Days days) {
    /** As {@link PreparationOptions#DEFAULT} says, of the days on show. */
    public static final Values USUAL =
            new Values(PreparationOptions.DEFAULT.missing(), PreparationOptions.DEFAULT.log(), Days.ON_SHOW);

    /** The features that are read. */
    public FeatureChoice choice(Basis basis) {
        return new FeatureChoice(basis.features(), days.asOf(), days.windowDays());
    }
}
