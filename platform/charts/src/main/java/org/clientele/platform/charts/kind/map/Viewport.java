package org.clientele.platform.charts.kind.map;

import java.util.Locale;
import org.clientele.sdk.chart.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * What part of the whole is looked at, as even a zoom in both directions, because a map must not be stretched.
 *
 * @param zoom 1 for the whole
 * @param middleX from the left, in parts of the whole
 * @param middleY from the bottom, in parts of the whole
 */
record Viewport(double zoom, double middleX, double middleY) {
    /** The view-state parameter of the range from left to right. */
    static final String X = "view-x";
    /** The view-state parameter of the range from bottom to top. */
    static final String Y = "view-y";

    private static final double DEEPEST = 60;

    static Viewport of(ViewState view) {
        double[] x = range(view.get(X));
        double[] y = range(view.get(Y));
        double zoom = Math.min(DEEPEST, 1 / Math.max(x[1] - x[0], y[1] - y[0]));
        return new Viewport(zoom, held((x[0] + x[1]) / 2, zoom), held((y[0] + y[1]) / 2, zoom));
    }

    /** What is in view from left to right, as a gesture says it. */
    String spanX() {
        return span(middleX);
    }

    /** What is in view from bottom to top. */
    String spanY() {
        return span(middleY);
    }

    private String span(double middle) {
        return String.format(Locale.ROOT, "%.5f..%.5f", middle - 0.5 / zoom, middle + 0.5 / zoom);
    }

    /** A middle from which the view does not leave the whole. */
    private static double held(double middle, double zoom) {
        return Math.max(0.5 / zoom, Math.min(1 - 0.5 / zoom, middle));
    }

    /** Two parts of the whole; what cannot be read is the whole. */
    private static double[] range(@Nullable String text) {
        double[] whole = {0, 1};
        if (text == null) {
            return whole;
        }
        String[] ends = text.split("\\.\\.", 2);
        try {
            double from = Math.max(0, Math.min(1, Double.parseDouble(ends[0])));
            double to = ends.length < 2 ? 1 : Math.max(0, Math.min(1, Double.parseDouble(ends[1])));
            return to - from > 1e-6 ? new double[] {from, to} : whole;
        } catch (NumberFormatException e) {
            return whole;
        }
    }
}
