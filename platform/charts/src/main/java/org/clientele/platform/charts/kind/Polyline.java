package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.PathData;

/** Points of a line without gaps, in pixels; dense ones are reduced to what a pixel column can show. */
record Polyline(double[] x, double[] y, int[] row) {

    int size() {
        return x.length;
    }

    /** Splits a series where values are missing. Rows whose x is NaN have no place and are left out. */
    static List<Polyline> of(double[] x, double[] y) {
        List<Polyline> out = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                if (i > start) {
                    out.add(slice(x, y, start, i));
                }
                start = i + 1;
            }
        }
        return out;
    }

    /** One line through all points that are known; none where there are none. */
    static List<Polyline> through(double[] x, double[] y) {
        int[] rows = java.util.stream.IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        if (rows.length == 0) {
            return List.of();
        }
        double[] kx = new double[rows.length];
        double[] ky = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            kx[i] = x[rows[i]];
            ky[i] = y[rows[i]];
        }
        return List.of(new Polyline(kx, ky, rows));
    }

    private static Polyline slice(double[] x, double[] y, int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return new Polyline(java.util.Arrays.copyOfRange(x, from, to), java.util.Arrays.copyOfRange(y, from, to), rows);
    }

    /** The same in parts: a new one begins at each row before which something is missing. */
    List<Polyline> parted(boolean[] missingBefore, int offset) {
        List<Polyline> out = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= size(); i++) {
            if (i == size() || missingBefore[offset + row[i]]) {
                out.add(new Polyline(
                        java.util.Arrays.copyOfRange(x, start, i),
                        java.util.Arrays.copyOfRange(y, start, i),
                        java.util.Arrays.copyOfRange(row, start, i)));
                start = i;
            }
        }
        return out;
    }

    /** The first, lowest, highest and last point of each pixel column, where there are more than two points in one. */
    Polyline reduced() {
        if (size() < 3 || size() <= 2 * Math.abs(x[size() - 1] - x[0])) {
            return this;
        }
        int[] keep = new int[size()];
        int n = 0;
        for (int i = 0; i < size(); ) {
            int end = i;
            int low = i;
            int high = i;
            while (end < size() && Math.floor(x[end]) == Math.floor(x[i])) {
                low = y[end] < y[low] ? end : low;
                high = y[end] > y[high] ? end : high;
                end++;
            }
            int[] candidates = {i, Math.min(low, high), Math.max(low, high), end - 1};
            for (int c : candidates) {
                if (n == 0 || keep[n - 1] < c) {
                    keep[n++] = c;
                }
            }
            i = end;
        }
        double[] rx = new double[n];
        double[] ry = new double[n];
        int[] rr = new int[n];
        for (int i = 0; i < n; i++) {
            rx[i] = x[keep[i]];
            ry[i] = y[keep[i]];
            rr[i] = row[keep[i]];
        }
        return new Polyline(rx, ry, rr);
    }

    /** The same without its last point. */
    Polyline withoutLast() {
        int n = size() - 1;
        return new Polyline(
                java.util.Arrays.copyOf(x, n), java.util.Arrays.copyOf(y, n), java.util.Arrays.copyOf(row, n));
    }

    /** The last row it passes. */
    int lastRow() {
        return row[size() - 1];
    }

    /** As an open outline. */
    PathData path() {
        PathData.Builder b = PathData.builder();
        for (int i = 0; i < size(); i++) {
            if (i == 0) {
                b.move(x[0], y[0]);
            } else {
                b.line(x[i], y[i]);
            }
        }
        return b.build();
    }

    /** As an outline closed along a base line. */
    PathData area(double base) {
        PathData.Builder b = PathData.builder().move(x[0], base);
        for (int i = 0; i < size(); i++) {
            b.line(x[i], y[i]);
        }
        return b.line(x[size() - 1], base).close().build();
    }
}
