package org.clientele.platform.charts.kind.indicator;

import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Status;
import org.clientele.sdk.chart.Theme;

/** The colours around a value. */
final class Quiet {
    private Quiet() {}

    /** A stretch of the scale, pale, so that the value speaks. */
    static int band(Theme theme, Status status) {
        return Colors.mix(theme.surface(), status.colour(theme), theme.isDark() ? 0.34 : 0.28);
    }

    /** The part of the scale that is not reached. */
    static int track(Theme theme) {
        return Colors.mix(theme.border(), theme.secondary(), theme.isDark() ? 0.15 : 0);
    }
}
