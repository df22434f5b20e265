package org.clientele.platform.charts.axis;

import java.math.BigDecimal;

/**
 * Four to six multiples of a round step (1, 2, 2.5 or 5 times a power of ten) that cover a range, wasting as little of the
 * picture as possible. After P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, with a choice among the
 * candidates by coverage as in Talbot, Lin and Hanrahan, "An extension of Wilkinson's algorithm", 2010.
 *
 * @param values rising
 * @param step between them
 */
public record RoundTicks(double[] values, double step) {
    private static final int[] MANTISSAS = {10, 20, 25, 50};
    /** What a less familiar step must gain in coverage to be taken. */
    private static final double[] STRANGENESS = {0, 0, 0.06, 0};

    private static final int FEWEST = 4;
    private static final int MOST = 6;

    /** Ticks from at most {@code low} to at least {@code high}; a range of nothing is widened. */
    public static RoundTicks covering(double low, double high) {
        return covering(low, high, FEWEST, MOST);
    }

    /** The same with at least {@code fewest} (3 or more) and at most {@code most} ticks. */
    public static RoundTicks covering(double low, double high, int fewest, int most) {
        double lo = Math.min(low, high);
        double hi = Math.max(low, high);
        double magnitude = Math.max(Math.abs(lo), Math.abs(hi));
        // Below this width the ticks could not be told apart in double precision.
        if (hi - lo <= magnitude * 1e-9) {
            double pad = magnitude == 0 ? 1 : magnitude / 4;
            hi = hi <= 0 && magnitude != 0 ? hi : hi + pad;
            lo = lo >= 0 ? lo : lo - pad;
            lo = lo > 0 ? lo - pad : lo;
            hi = hi < 0 ? hi + pad : hi;
        }
        double range = hi - lo;
        int exponent = (int) Math.floor(Math.log10(range)) - 1;
        RoundTicks best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int e = exponent - 1; e <= exponent + 1; e++) {
            for (int m = 0; m < MANTISSAS.length; m++) {
                BigDecimal step = BigDecimal.valueOf(MANTISSAS[m]).scaleByPowerOfTen(e - 1);
                double s = step.doubleValue();
                double first = Math.floor(lo / s + 1e-9);
                double last = Math.ceil(hi / s - 1e-9);
                double count = last - first + 1;
                if (count < fewest || count > most || s == 0) {
                    continue;
                }
                double score = range / ((last - first) * s) - STRANGENESS[m];
                if (score > bestScore + 1e-9) {
                    bestScore = score;
                    best = new RoundTicks(multiples(step, (long) first, (int) count), s);
                }
            }
        }
        // A range of three and a bit steps may straddle a fifth boundary at each candidate; two ends always serve.
        return best != null ? best : new RoundTicks(new double[] {lo, hi}, range);
    }

    private static double[] multiples(BigDecimal step, long first, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = step.multiply(BigDecimal.valueOf(first + i)).doubleValue();
        }
        return values;
    }
}
