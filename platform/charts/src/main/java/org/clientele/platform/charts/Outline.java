package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.PathData;

/** Geometry of outlines; curves are taken as short lines. */
final class Outline {
    private static final int PIECES = 12;

    private Outline() {}

    /** The smallest rectangle around it. */
    static Bounds bounds(PathData data) {
        Bounds all = Bounds.EMPTY;
        for (double[] s : segments(data)) {
            all = all.or(
                    new Bounds(Math.min(s[0], s[2]), Math.min(s[1], s[3]), Math.max(s[0], s[2]), Math.max(s[1], s[3])));
        }
        return all;
    }

    /** Whether a point lies inside, by the non-zero rule. */
    static boolean contains(PathData data, double x, double y) {
        return contains(segments(data), x, y);
    }

    /** The same for an outline of which much is asked. */
    static boolean contains(List<double[]> segments, double x, double y) {
        int winding = 0;
        for (double[] s : segments) {
            boolean down = s[1] <= y && s[3] > y;
            boolean up = s[3] <= y && s[1] > y;
            if ((down || up) && s[0] + (y - s[1]) / (s[3] - s[1]) * (s[2] - s[0]) > x) {
                winding += down ? 1 : -1;
            }
        }
        return winding != 0;
    }

    /** Whether a point is at most so far from its lines; an open outline is not closed for that. */
    static boolean near(PathData data, double x, double y, double reach) {
        for (double[] s : segments(data, false)) {
            double dx = s[2] - s[0];
            double dy = s[3] - s[1];
            double length = dx * dx + dy * dy;
            double part = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - s[0]) * dx + (y - s[1]) * dy) / length));
            if (Math.hypot(x - s[0] - part * dx, y - s[1] - part * dy) <= reach) {
                return true;
            }
        }
        return false;
    }

    static List<double[]> segments(PathData data) {
        return segments(data, true);
    }

    private static List<double[]> segments(PathData data, boolean closed) {
        List<double[]> out = new ArrayList<>();
        data.visit(new PathData.Visitor() {
            private double startX;
            private double startY;
            private double x;
            private double y;

            @Override
            public void move(double nx, double ny) {
                if (closed) {
                    close();
                }
                startX = x = nx;
                startY = y = ny;
            }

            @Override
            public void line(double nx, double ny) {
                out.add(new double[] {x, y, nx, ny});
                x = nx;
                y = ny;
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double nx, double ny) {
                double fromX = x;
                double fromY = y;
                for (int i = 1; i <= PIECES; i++) {
                    double t = i / (double) PIECES;
                    double u = 1 - t;
                    line(
                            u * u * u * fromX + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * nx,
                            u * u * u * fromY + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * ny);
                }
            }

            @Override
            public void close() {
                if (x != startX || y != startY) {
                    line(startX, startY);
                }
            }
        });
        return out;
    }
}
