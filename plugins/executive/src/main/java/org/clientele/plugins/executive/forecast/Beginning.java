package org.clientele.plugins.executive.forecast;

import java.util.Arrays;
import org.clientele.plugins.executive.forecast.HoltWinters.State;
import org.clientele.plugins.executive.forecast.Shape.Season;
import org.clientele.plugins.executive.forecast.Shape.Trend;

/**
 * The parts of a series before its first value: a straight line and a season through its first cycles, by least squares, one
 * after the other until they stand still.
 */
final class Beginning {
    /** Cycles that are looked at, where there are so many: few, so that a change of the season is followed, not averaged. */
    private static final int CYCLES = 3;

    private static final int LEAST_STEPS = 10;
    private static final int ROUNDS = 30;

    private Beginning() {}

    static State of(double[] y, int cycle, Shape shape) {
        int n = length(y.length, cycle);
        boolean factor = shape.season() == Season.MULTIPLICATIVE;
        double[] season = new double[cycle];
        Arrays.fill(season, factor ? 1 : 0);
        double[] line = {0, 0};
        for (int round = 0; round < (shape.season() == Season.NONE ? 1 : ROUNDS); round++) {
            line = line(y, n, season, factor, shape.trend() != Trend.NONE);
            if (shape.season() != Season.NONE) {
                season(y, n, line, season, factor);
            }
        }
        return new State(line[0] - line[1], line[1], season, 0);
    }

    /** How many values of {@code length} are looked at: whole cycles, two where there are as many. */
    static int length(int length, int cycle) {
        int n = Math.min(length, Math.max(LEAST_STEPS, CYCLES * cycle));
        return cycle > 1 ? Math.max(Math.min(2 * cycle, length), n / cycle * cycle) : n;
    }

    /** Intercept at step 0 and slope of what is left without the season. */
    private static double[] line(double[] y, int n, double[] season, boolean factor, boolean sloped) {
        double count = 0;
        double sumT = 0;
        double sumY = 0;
        for (int t = 0; t < n; t++) {
            double v = bare(y, t, season, factor);
            if (!Double.isNaN(v)) {
                count++;
                sumT += t;
                sumY += v;
            }
        }
        if (count == 0) {
            return new double[] {0, 0};
        }
        double top = 0;
        double bottom = 0;
        for (int t = 0; t < n; t++) {
            double v = bare(y, t, season, factor);
            if (!Double.isNaN(v)) {
                top += (t - sumT / count) * (v - sumY / count);
                bottom += (t - sumT / count) * (t - sumT / count);
            }
        }
        double slope = sloped && bottom > 0 ? top / bottom : 0;
        return new double[] {sumY / count - slope * sumT / count, slope};
    }

    private static double bare(double[] y, int t, double[] season, boolean factor) {
        double s = season[t % season.length];
        return factor ? y[t] / s : y[t] - s;
    }

    private static void season(double[] y, int n, double[] line, double[] season, boolean factor) {
        double[] sum = new double[season.length];
        int[] count = new int[season.length];
        for (int t = 0; t < n; t++) {
            double base = line[0] + line[1] * t;
            if (!Double.isNaN(y[t]) && !(factor && base <= 0)) {
                sum[t % season.length] += factor ? y[t] / base : y[t] - base;
                count[t % season.length]++;
            }
        }
        double mean = 0;
        for (int i = 0; i < season.length; i++) {
            season[i] = count[i] == 0 ? (factor ? 1 : 0) : sum[i] / count[i];
            mean += season[i] / season.length;
        }
        for (int i = 0; i < season.length; i++) {
            season[i] = factor ? Math.max(1e-6, season[i] / mean) : season[i] - mean;
        }
    }
}
