package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.sdk.text.Texts;

/**
 * Series laid upon each other.
 *
 * @param lower where each begins, by series and step; NaN where a step has no value at all
 * @param upper where each ends
 * @param leftOut how many negative values had no place
 */
record Stack(double[][] lower, double[][] upper, int leftOut) {
    private static final Texts TEXTS = Texts.of(Stack.class);

    /** What stacks show. */
    enum Mode {
        NONE,
        TOTAL,
        SHARE;

        static Mode of(org.clientele.sdk.chart.ChartSpec spec) {
            return switch (spec.options().getOrDefault("stack", "")) {
                case "total" -> TOTAL;
                case "share" -> SHARE;
                default -> NONE;
            };
        }
    }

    /**
     * Stacks the first upon zero and each next upon it.
     *
     * @param below whether negative values go down from zero; else, and in shares, they are left out
     */
    static Stack of(List<Series> series, int steps, Mode mode, boolean below) {
        double[][] lower = new double[series.size()][steps];
        double[][] upper = new double[series.size()][steps];
        boolean down = below && mode == Mode.TOTAL;
        int leftOut = 0;
        for (int i = 0; i < steps; i++) {
            double up = 0;
            double deep = 0;
            boolean any = false;
            for (int s = 0; s < series.size(); s++) {
                double v = series.get(s).values()[i];
                any |= !Double.isNaN(v);
                boolean negative = v < 0;
                leftOut += negative && !down ? 1 : 0;
                double kept = Double.isNaN(v) || negative && !down ? 0 : v;
                lower[s][i] = kept < 0 ? deep : up;
                upper[s][i] = lower[s][i] + kept;
                up += Math.max(0, kept);
                deep += Math.min(0, kept);
            }
            for (int s = 0; s < series.size(); s++) {
                double whole = mode == Mode.SHARE ? up : 1;
                boolean none = !any || whole == 0;
                lower[s][i] = none ? Double.NaN : lower[s][i] / whole;
                upper[s][i] = none ? Double.NaN : upper[s][i] / whole;
            }
        }
        return new Stack(lower, upper, leftOut);
    }

    /** What a series takes of its step: its value, or its share. */
    double part(int series, int step) {
        return upper[series][step] - lower[series][step];
    }

    /** A sentence about what was left out, or "". */
    String note() {
        return leftOut == 0 ? "" : TEXTS.get("stack.negative_values_have_no", leftOut);
    }
}
