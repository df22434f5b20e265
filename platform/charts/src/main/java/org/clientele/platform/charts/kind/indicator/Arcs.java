package org.clientele.platform.charts.kind.indicator;

import org.clientele.sdk.scene.PathData;

/** Parts of circles as cubic curves. */
final class Arcs {
    private Arcs() {}

    /** An open arc; angles in radians, clockwise from three o'clock. */
    static PathData arc(double cx, double cy, double radius, double start, double end) {
        PathData.Builder path = PathData.builder().move(x(cx, radius, start), y(cy, radius, start));
        int pieces = (int) Math.max(1, Math.ceil(Math.abs(end - start) / (Math.PI / 4)));
        double step = (end - start) / pieces;
        double k = 4.0 / 3 * Math.tan(step / 4) * radius;
        for (int i = 0; i < pieces; i++) {
            double a = start + i * step;
            double b = a + step;
            path.curve(
                    x(cx, radius, a) - k * Math.sin(a),
                    y(cy, radius, a) + k * Math.cos(a),
                    x(cx, radius, b) + k * Math.sin(b),
                    y(cy, radius, b) - k * Math.cos(b),
                    x(cx, radius, b),
                    y(cy, radius, b));
        }
        return path.build();
    }

    static double x(double cx, double radius, double angle) {
        return cx + radius * Math.cos(angle);
    }

    static double y(double cy, double radius, double angle) {
        return cy + radius * Math.sin(angle);
    }
}
