package org.clientele.sdk.chart;

import java.util.List;

/**
 * The colours of a picture, 0xAARRGGBB.
 *
 * @param name "light" or "dark"
 * @param canvas behind the cards
 * @param surface of a card
 * @param border of a card, and grid lines
 * @param text main text
 * @param secondary labels and axes
 * @param accent the one accent colour
 * @param good status: target reached
 * @param warning status: below target
 * @param bad status: far below target
 * @param series colours of series, in order, safe for colour-blind readers
 */
public record Theme(
        String name,
        int canvas,
        int surface,
        int border,
        int text,
        int secondary,
        int accent,
        int good,
        int warning,
        int bad,
        List<Integer> series) {
    public Theme {
        series = List.copyOf(series);
    }

    /** Dark text on white cards. */
    public static final Theme LIGHT = new Theme(
            "light",
            0xFFF5F6F8,
            0xFFFFFFFF,
            0xFFE3E6EB,
            0xFF1B2330,
            0xFF667085,
            0xFF2F6FED,
            0xFF067647,
            0xFFB54708,
            0xFFB42318,
            List.of(0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFCC79A7, 0xFF56B4E9, 0xFFD55E00, 0xFF999999));

    /** Light text on dark cards. */
    public static final Theme DARK = new Theme(
            "dark",
            0xFF14171C,
            0xFF1C2127,
            0xFF2A313A,
            0xFFE8ECF1,
            0xFF98A2B3,
            0xFF5B95FF,
            0xFF47CD89,
            0xFFFDB022,
            0xFFF97066,
            List.of(0xFF4DA3D9, 0xFFF0B429, 0xFF2EC49A, 0xFFDB9CC0, 0xFF8CCBF2, 0xFFE8823D, 0xFFB3B3B3));

    /**
     * A colour of the sequential scale: one hue from near the surface to the accent, even to the eye.
     *
     * @param part from 0 to 1; NaN gives the border's colour
     */
    public int sequential(double part) {
        if (Double.isNaN(part)) {
            return border;
        }
        return Shade.between(Shade.between(surface, accent, 0.08), Shade.between(accent, text, 0.25), clamp(part, 0));
    }

    /**
     * A colour of the diverging scale: blue below, grey at 0, orange above.
     *
     * @param part from -1 to 1; NaN gives the border's colour
     */
    public int diverging(double part) {
        if (Double.isNaN(part)) {
            return border;
        }
        double p = clamp(part, -1);
        int middle = Shade.between(surface, secondary, 0.18);
        return Shade.between(middle, series.get(p < 0 ? 0 : 5), Math.abs(p));
    }

    private static double clamp(double part, double least) {
        return Math.max(least, Math.min(1, part));
    }

    /** Whether it is the dark one. */
    public boolean isDark() {
        return name.equals("dark");
    }
}
