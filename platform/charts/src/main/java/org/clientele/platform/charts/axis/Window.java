package org.clientele.platform.charts.axis;

import org.clientele.sdk.chart.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * A part of an axis, as a view state holds it: "0.25..0.75" of the whole.
 *
 * @param low from 0 to 1
 * @param high above {@code low}, at most 1
 */
public record Window(double low, double high) {
    /** All of it. */
    public static final Window WHOLE = new Window(0, 1);

    private static final double LEAST = 1e-6;

    /** What is in view, by a parameter of the view state; the whole where nobody said. */
    public static Window of(ViewState view, String parameter) {
        Window w = chosen(view, parameter);
        return w == null ? WHOLE : w;
    }

    /** A chosen part, or null where none is. */
    public static @Nullable Window chosen(ViewState view, String parameter) {
        String value = view.get(parameter);
        double[] ends = value == null ? null : ends(value);
        if (ends == null) {
            return null;
        }
        double low = Math.max(0, Math.min(1 - LEAST, Math.min(ends[0], ends[1])));
        double high = Math.max(low + LEAST, Math.min(1, Math.max(ends[0], ends[1])));
        return new Window(low, high);
    }

    /** Two numbers with ".." between, or null. */
    public static double @Nullable [] ends(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return null;
        }
        Double a = number(text.substring(0, dots));
        Double b = number(text.substring(dots + 2));
        return a == null || b == null ? null : new double[] {a, b};
    }

    /** A finite number, or null. */
    public static @Nullable Double number(String text) {
        try {
            double v = Double.parseDouble(text.strip());
            return Double.isFinite(v) ? v : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether it is all. */
    public boolean isWhole() {
        return low <= 0 && high >= 1;
    }

    /** The lower end in view of an axis from {@code from} to {@code to}. */
    public double from(double from, double to) {
        return from + low * (to - from);
    }

    /** The upper end in view. */
    public double to(double from, double to) {
        return from + high * (to - from);
    }

    /** The same, or what is around its middle where it is smaller than a part of the whole, which may be all of it. */
    public Window atLeast(double part) {
        double size = Math.min(1, Math.max(part, high - low));
        double start = Math.max(0, Math.min(1 - size, (low + high - size) / 2));
        return new Window(start, Math.min(1, start + size));
    }

    /** As a gesture's value. */
    public String text() {
        return low + ".." + high;
    }
}
