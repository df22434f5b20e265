package org.clientele.plugins.segmentation.rules;

import org.clientele.plugins.segmentation.features.Days;
import org.clientele.sdk.extension.Parameter;

/**
 * How customers are scored.
 *
 * @param days of which days features are told
 * @param cuts own cuts, {@code recency=30,60,90,180; frequency=2,3,5,8; monetary=100,250,500,1000}, or "" for quantiles; what is
 *     not named is cut at its quantiles
 * @param segments which segment each cell is in, see {@link Grid}
 */
public record RfmParameters(
        Days days,

        @Parameter(label = "%parameter.cuts", help = "%parameter.cuts.help")
        String cuts,

        @Parameter(label = "%parameter.cells", help = "%parameter.cells.help")
        String segments) {
    /** Fifths of all the days on show, and the usual eleven segments. */
    public static RfmParameters usual() {
        return new RfmParameters(Days.ON_SHOW, "", Grid.usual());
    }
}
