package org.clientele.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;

/** The points of the longest outline of a scene: its line, from the first value to the last. */
final class DrawnLine {
    private double[] longest = {};

    DrawnLine(Scene scene) {
        find(scene.root(), 0, 0);
    }

    private void find(Node node, double dx, double dy) {
        if (node instanceof Node.Group g) {
            g.children().forEach(child -> find(child, dx + g.x(), dy + g.y()));
        } else if (node instanceof Node.Path p) {
            double[] points = points(p.data(), dx, dy);
            if (points.length > longest.length) {
                longest = points;
            }
        }
    }

    private static double[] points(PathData data, double dx, double dy) {
        List<Double> all = new ArrayList<>();
        data.visit(new PathData.Visitor() {
            @Override
            public void move(double x, double y) {
                line(x, y);
            }

            @Override
            public void line(double x, double y) {
                all.add(x + dx);
                all.add(y + dy);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                line(x, y);
            }

            @Override
            public void close() {
                // The line of a series is open.
            }
        });
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** For equally spaced values: how far the line stays from the extremes of a pixel column, in pixels, at worst. */
    double worstExtreme(double[] values) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < longest.length; i += 2) {
            left = Math.min(left, longest[i]);
            right = Math.max(right, longest[i]);
            top = Math.min(top, longest[i + 1]);
            bottom = Math.max(bottom, longest[i + 1]);
        }
        double max = Arrays.stream(values).max().orElse(0);
        double min = Arrays.stream(values).min().orElse(0);
        int first = (int) Math.floor(left);
        int columns = (int) Math.floor(right) - first + 1;
        double[][] drawn = empty(columns);
        for (int i = 0; i < longest.length; i += 2) {
            widen(drawn[(int) Math.floor(longest[i]) - first], longest[i + 1]);
        }
        double[][] wanted = empty(columns);
        for (int i = 0; i < values.length; i++) {
            double x = left + (right - left) * i / (values.length - 1);
            // A value on the edge of two columns may have gone to either by rounding.
            if (Math.abs(x - Math.rint(x)) > 1e-6) {
                widen(wanted[(int) Math.floor(x) - first], bottom - (values[i] - min) / (max - min) * (bottom - top));
            }
        }
        double worst = 0;
        for (int c = 0; c < columns; c++) {
            if (wanted[c][0] <= wanted[c][1]) {
                worst = Math.max(worst, Math.max(drawn[c][0] - wanted[c][0], wanted[c][1] - drawn[c][1]));
            }
        }
        return worst;
    }

    private static double[][] empty(int columns) {
        double[][] all = new double[columns][];
        for (int c = 0; c < columns; c++) {
            all[c] = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        }
        return all;
    }

    private static void widen(double[] range, double y) {
        range[0] = Math.min(range[0], y);
        range[1] = Math.max(range[1], y);
    }
}
