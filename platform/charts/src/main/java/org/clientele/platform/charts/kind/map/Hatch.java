package org.clientele.platform.charts.kind.map;

import java.util.Arrays;
import org.clientele.sdk.scene.PathData;

/** Slanted lines inside an outline, cut at its edges: every sink draws lines alike, and no pattern is needed. */
final class Hatch {
    private final double gap;
    private final double least;
    private final int lines;
    private final double[][] crossings;
    private final int[] counts;

    /** Lines at 45 degrees, {@code gap} apart from each other along x, in a rectangle from (0, 0). */
    Hatch(double width, double height, double gap) {
        this.gap = gap;
        this.least = 0;
        this.lines = (int) Math.ceil((width + height) / gap) + 1;
        this.crossings = new double[lines][];
        this.counts = new int[lines];
    }

    /** The lines inside an outline of straight edges, by the even-odd rule. To be called once. */
    PathData inside(PathData outline) {
        outline.visit(new Edges());
        PathData.Builder out = PathData.builder();
        for (int k = 0; k < lines; k++) {
            if (counts[k] == 0) {
                continue;
            }
            double c = least + k * gap;
            double[] xs = crossings[k];
            Arrays.sort(xs, 0, counts[k]);
            for (int i = 0; i + 1 < counts[k]; i += 2) {
                if (xs[i + 1] - xs[i] > 0.4) {
                    out.move(xs[i], c - xs[i]).line(xs[i + 1], c - xs[i + 1]);
                }
            }
        }
        return out.build();
    }

    /** The line k is where x + y = k * gap; an edge crosses it where that sum passes. */
    private void edge(double x1, double y1, double x2, double y2) {
        double from = x1 + y1;
        double to = x2 + y2;
        int first = (int) Math.max(0, Math.ceil((Math.min(from, to) - least) / gap));
        for (int k = first; k < lines && least + k * gap < Math.max(from, to); k++) {
            double t = (least + k * gap - from) / (to - from);
            add(k, x1 + t * (x2 - x1));
        }
    }

    private void add(int k, double x) {
        double[] xs = crossings[k];
        if (xs == null) {
            xs = new double[8];
        } else if (xs.length == counts[k]) {
            xs = Arrays.copyOf(xs, xs.length * 2);
        }
        xs[counts[k]++] = x;
        crossings[k] = xs;
    }

    private final class Edges implements PathData.Visitor {
        private double startX;
        private double startY;
        private double x;
        private double y;

        @Override
        public void move(double toX, double toY) {
            startX = toX;
            startY = toY;
            x = toX;
            y = toY;
        }

        @Override
        public void line(double toX, double toY) {
            edge(x, y, toX, toY);
            x = toX;
            y = toY;
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
            line(toX, toY);
        }

        @Override
        public void close() {
            line(startX, startY);
        }
    }
}
