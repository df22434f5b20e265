package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.Theme;

/** Which of a theme's colours of text can be read on a coloured ground, by the contrast that WCAG 2.1 defines. */
final class Ink {
    /** What text needs at least. */
    static final double LEAST = 4.5;

    private Ink() {}

    /** The text or the surface of the theme, whichever differs more. */
    static int on(int ground, Theme theme) {
        return contrast(ground, theme.text()) >= contrast(ground, theme.surface()) ? theme.text() : theme.surface();
    }

    static double contrast(int a, int b) {
        double l = luminance(a);
        double m = luminance(b);
        return (Math.max(l, m) + 0.05) / (Math.min(l, m) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
