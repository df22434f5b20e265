package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes lines of values along steps. Scales never turn round, so that a pixel column's extremes are found among the values: of
 * a million only those few thousand that are drawn are given a place. Not thread-safe.
 */
final class Tracer {
    private final Track track;
    private final double[] values;
    private final DoubleUnaryOperator scale;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int[] step = new int[64];
    private int n;

    /**
     * @param values by step, NaN where there is none
     * @param scale where a value stands
     */
    Tracer(Track track, double[] values, DoubleUnaryOperator scale) {
        this.track = track;
        this.values = values;
        this.scale = scale;
    }

    /** A line for each row of steps with values; where these were more than {@code most}, one line through all of them. */
    List<Polyline> lines(int first, int behind, int most) {
        List<Polyline> lines = new ArrayList<>();
        for (int i = first; i < behind; i++) {
            if (!Double.isNaN(values[i])) {
                int start = i;
                while (i < behind && !Double.isNaN(values[i])) {
                    i++;
                }
                if (lines.size() == most) {
                    return through(first, behind);
                }
                add(lines, start, i, i - start);
            }
        }
        return lines;
    }

    /** One line through all values; none where there are none. */
    List<Polyline> through(int first, int behind) {
        int known = 0;
        for (int i = first; i < behind; i++) {
            known += Double.isNaN(values[i]) ? 0 : 1;
        }
        List<Polyline> lines = new ArrayList<>();
        if (known > 0) {
            add(lines, firstKnown(first), lastKnown(behind - 1) + 1, known);
        }
        return lines;
    }

    private int firstKnown(int from) {
        int i = from;
        while (Double.isNaN(values[i])) {
            i++;
        }
        return i;
    }

    private int lastKnown(int from) {
        int i = from;
        while (Double.isNaN(values[i])) {
            i--;
        }
        return i;
    }

    /** Where more than two points fall into a pixel column, its first, lowest, highest and last one are drawn. */
    private void add(List<Polyline> lines, int from, int to, int known) {
        n = 0;
        if (known < 3 || known <= 2 * Math.abs(track.x(to - 1) - track.x(from))) {
            for (int i = from; i < to; i++) {
                place(i);
            }
        } else {
            for (int i = from; i < to; ) {
                int end = track.reach(i, to, Math.floor(track.x(i)) + 1);
                column(i, end);
                i = end;
            }
        }
        if (n > 0) {
            lines.add(new Polyline(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(step, n)));
        }
    }

    private void column(int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int low = -1;
        int high = -1;
        for (int i = from; i < to; i++) {
            double v = values[i];
            if (v < lowest) {
                lowest = v;
                low = i;
            }
            if (v > highest) {
                highest = v;
                high = i;
            }
        }
        if (low < 0 || high < 0) {
            return;
        }
        place(firstKnown(from));
        place(Math.min(low, high));
        place(Math.max(low, high));
        place(lastKnown(to - 1));
    }

    /** Draws on to a step, unless the line is there already or has no place for it. */
    private void place(int i) {
        double at = n > 0 && step[n - 1] >= i ? Double.NaN : scale.applyAsDouble(values[i]);
        if (!Double.isFinite(at)) {
            return;
        }
        if (n == x.length) {
            x = Arrays.copyOf(x, 2 * n);
            y = Arrays.copyOf(y, 2 * n);
            step = Arrays.copyOf(step, 2 * n);
        }
        x[n] = track.x(i);
        y[n] = at;
        step[n++] = i;
    }
}
