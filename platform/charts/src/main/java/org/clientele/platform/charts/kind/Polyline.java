package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.PathData;

/**
 * Points of a line without gaps, in pixels; dense ones are reduced to what a pixel column can show.
 *
 * @param step the step of each point
 */
record Polyline(double[] x, double[] y, int[] step) {
    /** Narrower gaps cannot be seen. */
    private static final double SEEN = 1.5;

    int size() {
        return x.length;
    }

    /** Splits points, each of which stands at or right of the one before it, where y is missing. */
    static List<Polyline> of(double[] x, double[] y) {
        return new Tracer(i -> x[i], y, at -> at).lines(0, x.length, Integer.MAX_VALUE);
    }

    /** The same in parts: a new one begins where steps are missing, if that can be seen. */
    List<Polyline> parted(boolean[] missingBefore) {
        List<Polyline> out = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= size(); i++) {
            if (i == size() || x[i] - x[i - 1] >= SEEN && isMissing(missingBefore, step[i - 1] + 1, step[i])) {
                out.add(new Polyline(
                        java.util.Arrays.copyOfRange(x, start, i),
                        java.util.Arrays.copyOfRange(y, start, i),
                        java.util.Arrays.copyOfRange(step, start, i)));
                start = i;
            }
        }
        return out;
    }

    private static boolean isMissing(boolean[] before, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (before[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of it, or of its width, lies in a rectangle. */
    boolean meets(double left, double top, double right, double bottom) {
        for (int i = 1; i < size(); i++) {
            double from = Math.max(left, x[i - 1]);
            double to = Math.min(right, x[i]);
            if (from <= to) {
                double slope = x[i] > x[i - 1] ? (y[i] - y[i - 1]) / (x[i] - x[i - 1]) : 0;
                double a = y[i - 1] + slope * (from - x[i - 1]);
                double b = slope == 0 ? y[i] : y[i - 1] + slope * (to - x[i - 1]);
                if (Math.min(a, b) <= bottom && Math.max(a, b) >= top) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same without its last point. */
    Polyline withoutLast() {
        int n = size() - 1;
        return new Polyline(
                java.util.Arrays.copyOf(x, n), java.util.Arrays.copyOf(y, n), java.util.Arrays.copyOf(step, n));
    }

    /** The last step it passes. */
    int lastStep() {
        return step[size() - 1];
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
