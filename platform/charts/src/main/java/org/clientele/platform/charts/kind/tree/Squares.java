package org.clientele.platform.charts.kind.tree;

/**
 * Rectangles of given areas, as square as can be. After M. Bruls, K. Huizing and J. van Wijk, "Squarified treemaps", 2000.
 */
final class Squares {
    private final double[] area;
    private final double[][] out;

    private double x;
    private double y;
    private double w;
    private double h;

    private Squares(double[] area, double x, double y, double w, double h) {
        this.area = area;
        this.x = x;
        this.y = y;
        this.w = w;
        this.h = h;
        out = new double[area.length][];
    }

    /**
     * Fills a rectangle.
     *
     * @param values positive; the shapes are best where they fall
     * @return x, y, width and height of each
     */
    static double[][] fill(double[] values, double x, double y, double w, double h) {
        double sum = 0;
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, v);
        }
        double[] area = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // Sums of the largest doubles would overflow: all are scaled first.
            area[i] = values[i] / largest;
            sum += area[i];
        }
        for (int i = 0; i < area.length; i++) {
            area[i] *= w * h / sum;
        }
        return new Squares(area, x, y, w, h).run();
    }

    private double[][] run() {
        int from = 0;
        while (from < area.length) {
            double side = Math.min(w, h);
            int to = from + 1;
            double sum = area[from];
            while (to < area.length && worst(from, to + 1, sum + area[to], side) <= worst(from, to, sum, side)) {
                sum += area[to++];
            }
            row(from, to, sum);
            from = to;
        }
        return out;
    }

    /** The worst ratio of sides in a row. */
    private double worst(int from, int to, double sum, double side) {
        double s2 = sum * sum;
        double d2 = side * side;
        double worst = 0;
        for (int i = from; i < to; i++) {
            worst = Math.max(worst, Math.max(d2 * area[i] / s2, s2 / (d2 * area[i])));
        }
        return worst;
    }

    private void row(int from, int to, double sum) {
        boolean upright = w >= h;
        double side = upright ? h : w;
        double thick = side <= 0 ? 0 : Math.min(upright ? w : h, sum / side);
        double at = upright ? y : x;
        for (int i = from; i < to; i++) {
            double length = sum <= 0 ? 0 : side * area[i] / sum;
            out[i] = upright ? new double[] {x, at, thick, length} : new double[] {at, y, length, thick};
            at += length;
        }
        if (upright) {
            x += thick;
            w = Math.max(0, w - thick);
        } else {
            y += thick;
            h = Math.max(0, h - thick);
        }
    }
}
