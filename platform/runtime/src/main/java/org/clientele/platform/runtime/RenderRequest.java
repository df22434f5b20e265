package org.clientele.platform.runtime;

import org.clientele.sdk.chart.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a picture of a whole dashboard, or of one of its tiles.
 *
 * @param dashboard its id or a suffix of it
 * @param tile the tile's id, or "" for all
 * @param theme colours
 * @param width in pixels; of a tile 0 for as wide as on a dashboard of {@link #DEFAULT_WIDTH}
 * @param height in pixels, or 0 for as high as the content; of a tile without its foot
 * @param scope what it is narrowed down to
 */
public record RenderRequest(String dashboard, String tile, Theme theme, double width, double height, Scope scope) {
    /** The width where nobody says. */
    public static final double DEFAULT_WIDTH = 1280;

    /** A picture of a whole dashboard for the days of a rule; null for the best. */
    public RenderRequest(String dashboard, Theme theme, double width, double height, @Nullable PeriodChoice period) {
        this(dashboard, "", theme, width, height, Scope.of(period));
    }
}
