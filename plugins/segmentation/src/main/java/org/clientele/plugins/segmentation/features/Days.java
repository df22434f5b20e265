package org.clientele.plugins.segmentation.features;

import org.clientele.sdk.extension.Parameter;

/**
 * Of which days features are told.
 *
 * @param asOf the day on which they are told, or "" for the last of the days on show
 * @param windowDays how many days up to then count, or 0 for the days on show
 */
public record Days(
        @Parameter(label = "%parameter.asof", help = "%parameter.asof.help")
        String asOf,

        @Parameter(
                label = "%parameter.windowdays",
                help = "%parameter.windowdays.help",
                least = 0,
                most = 3660,
                step = 1)
        int windowDays) {
    /** The days on show. */
    public static final Days ON_SHOW = new Days("", 0);
}
