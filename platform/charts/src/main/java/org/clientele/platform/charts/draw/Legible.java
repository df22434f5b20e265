package org.clientele.platform.charts.draw;

import org.clientele.sdk.chart.Theme;

/** Text that can be read on a coloured ground; contrast as in WCAG 2.2, success criterion 1.4.3. */
public final class Legible {
    /** What text needs at least. */
    public static final double ENOUGH = 4.5;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private Legible() {}

    /**
     * The theme's text colour where it reads on {@code ground}, else black or white: so cells of one hue have two inks, not
     * three.
     */
    public static int on(Theme theme, int ground) {
        return contrast(theme.text(), ground) >= ENOUGH ? theme.text() : better(BLACK, WHITE, ground);
    }

    /** From 1, the same, to 21, black on white. */
    public static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static int better(int a, int b, int ground) {
        return contrast(a, ground) >= contrast(b, ground) ? a : b;
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
