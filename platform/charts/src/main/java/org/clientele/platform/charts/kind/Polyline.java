package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.sdk.scene.PathData;

/**
 * Points of a line without gaps, in pixels; dense ones are reduced to what a pixel column can show.
 *
 * @param step the step of each point
 */
record Polyline(double[] x, double[] y, int[] step) {

    int size() {
        return x.length;
    }

    /** Splits points, each of which stands at or right of the one before it, where y is missing. */
    static List<Polyline> of(double[] x, double[] y) {
        return new Tracer(i -> x[i], y, at -> at).lines(0, x.length, Integer.MAX_VALUE);
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
