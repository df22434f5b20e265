package org.clientele.platform.runtime;

import org.clientele.sdk.chart.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a picture of a whole dashboard.
 *
 * @param dashboard its id or a suffix of it
 * @param theme colours
 * @param width in pixels
 * @param height in pixels, or 0 for as high as the content
 * @param period the period, or null for the best
 */
public record RenderRequest(
        String dashboard,
        Theme theme,
        double width,
        double height,
        @Nullable PeriodChoice period) {
    /** The width where nobody says. */
    public static final double DEFAULT_WIDTH = 1280;
}
