package org.clientele.platform.charts.kind.space;

import org.clientele.sdk.chart.ViewState;

/**
 * Where between two steps the picture stands.
 *
 * @param part of the way from the first step to the last
 * @param from the step before
 * @param to the step after; the same at a step
 * @param between 0 at {@code from}, 1 at {@code to}
 */
record Moment(double part, int from, int to, double between) {
    /** The view-state parameter of the part. */
    static final String STEP = "step";

    /** The moment that the view says; the last step where nobody said any. */
    static Moment of(ViewState view, int steps) {
        double part = 1;
        String text = view.get(STEP);
        if (text != null) {
            try {
                double v = Double.parseDouble(text);
                part = Double.isNaN(v) ? 1 : Math.max(0, Math.min(1, v));
            } catch (NumberFormatException e) {
                part = 1;
            }
        }
        double at = part * (steps - 1);
        int nearest = (int) Math.rint(at);
        if (Math.abs(at - nearest) < 1e-6) {
            return new Moment(part, nearest, nearest, 0);
        }
        int from = (int) Math.floor(at);
        return new Moment(part, from, from + 1, at - from);
    }

    /** The nearest step. */
    int nearest() {
        return between < 0.5 ? from : to;
    }

    /** A mover here, or null where it is not at the nearest step. */
    @org.jspecify.annotations.Nullable
    Place of(Steps.Mover m) {
        boolean before = m.knownAt(from);
        boolean after = m.knownAt(to);
        if (before && after) {
            return new Place(mixed(m.x()), mixed(m.y()), mixed(m.size()));
        }
        // Whoever comes or goes grows and shrinks on the spot, so that nobody appears from nowhere.
        if (before && between < 0.5) {
            return new Place(m.x()[from], m.y()[from], m.size()[from] * (1 - 2 * between));
        }
        if (after && between >= 0.5) {
            return new Place(m.x()[to], m.y()[to], m.size()[to] * (2 * between - 1));
        }
        return null;
    }

    private double mixed(double[] values) {
        return from == to ? values[from] : values[from] + (values[to] - values[from]) * between;
    }

    /** Where a mover is, and how large. */
    record Place(double x, double y, double size) {}
}
