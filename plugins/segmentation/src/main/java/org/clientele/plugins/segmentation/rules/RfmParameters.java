package org.clientele.plugins.segmentation.rules;

import org.clientele.sdk.extension.Parameter;

/**
 * How customers are scored.
 *
 * @param asOf the day on which recency is told, or "" for the last of the days on show
 * @param windowDays how many days up to then count, or 0 for the days on show
 * @param cuts own cuts, {@code recency=30,60,90,180; frequency=2,3,5,8; monetary=100,250,500,1000}, or "" for quantiles; what is
 *     not named is cut at its quantiles
 * @param segments which segment each cell is in, see {@link Grid}
 */
public record RfmParameters(
        @Parameter(label = "%parameter.asof", help = "%parameter.asof.help")
        String asOf,

        @Parameter(
                label = "%parameter.windowdays",
                help = "%parameter.windowdays.help",
                least = 0,
                most = 3660,
                step = 1)
        int windowDays,

        @Parameter(label = "%parameter.cuts", help = "%parameter.cuts.help")
        String cuts,

        @Parameter(label = "%parameter.cells", help = "%parameter.cells.help")
        String segments) {
    /** Fifths of all the days on show, and the usual eleven segments. */
    public static RfmParameters usual() {
        return new RfmParameters("", 0, "", Grid.usual());
    }
}
