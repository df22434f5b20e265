package org.clientele.platform.charts.kind.tree;

import org.clientele.sdk.scene.PathData;

/**
 * A piece of a ring.
 *
 * @param from angle in radians, from the top, clockwise
 * @param to angle where it ends
 * @param inner radius
 * @param outer radius
 */
record Arc(double from, double to, double inner, double outer) {
    /** Its outline around a centre. */
    PathData path(double cx, double cy) {
        PathData.Builder b = PathData.builder().move(x(cx, from, outer), y(cy, from, outer));
        curve(b, cx, cy, outer, from, to);
        b.line(x(cx, to, inner), y(cy, to, inner));
        curve(b, cx, cy, inner, to, from);
        return b.close().build();
    }

    private static double x(double cx, double angle, double radius) {
        return cx + radius * Math.sin(angle);
    }

    private static double y(double cy, double angle, double radius) {
        return cy - radius * Math.cos(angle);
    }

    private static void curve(PathData.Builder b, double cx, double cy, double radius, double start, double end) {
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(end - start) / (Math.PI / 4)));
        double step = (end - start) / pieces;
        double k = 4.0 / 3 * Math.tan(step / 4) * radius;
        for (int i = 0; i < pieces; i++) {
            double a = start + i * step;
            double z = a + step;
            b.curve(
                    x(cx, a, radius) + k * Math.cos(a),
                    y(cy, a, radius) + k * Math.sin(a),
                    x(cx, z, radius) - k * Math.cos(z),
                    y(cy, z, radius) - k * Math.sin(z),
                    x(cx, z, radius),
                    y(cy, z, radius));
        }
    }

    /** Whether a text box around the middle of the piece lies within it. */
    boolean holds(double width, double height) {
        double middle = (from + to) / 2;
        double radius = (inner + outer) / 2;
        double mx = radius * Math.sin(middle);
        double my = -radius * Math.cos(middle);
        for (double[] corner : new double[][] {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}) {
            double px = mx + corner[0] * width / 2;
            double py = my + corner[1] * height / 2;
            double distance = Math.hypot(px, py);
            double turned = Math.IEEEremainder(Math.atan2(px, -py) - middle, 2 * Math.PI);
            if (distance < inner || distance > outer || Math.abs(turned) > (to - from) / 2) {
                return false;
            }
        }
        return true;
    }

    double middleX(double cx) {
        return x(cx, (from + to) / 2, (inner + outer) / 2);
    }

    double middleY(double cy) {
        return y(cy, (from + to) / 2, (inner + outer) / 2);
    }
}
