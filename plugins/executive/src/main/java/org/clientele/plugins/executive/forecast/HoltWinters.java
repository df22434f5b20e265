package org.clientele.plugins.executive.forecast;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.clientele.plugins.executive.forecast.Shape.Season;
import org.clientele.plugins.executive.forecast.Shape.Trend;

/**
 * Exponential smoothing with trend and season (Winters, Management Science 6, 1960, 324-342; damped trend after Gardner and
 * McKenzie, Management Science 31, 1985, 1237-1246). The weights make the squared errors of forecasts one step ahead the
 * least. A missing value (NaN) moves the level on by its trend and teaches nothing.
 */
public final class HoltWinters {
    private static final int EVALUATIONS = 150;
    /** Of the level; the others begin low. */
    private static final double[] STARTS = {0.9, 0.5, 0.1};

    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;

    private HoltWinters() {}

    /**
     * How fast the parts follow the data.
     *
     * @param level from 0 to 1
     * @param trend from 0 to 1
     * @param season from 0 to 1
     * @param damping what is left of the trend after each step; 1 for a linear one
     */
    public record Weights(double level, double trend, double season, double damping) {}

    /**
     * The parts at a moment.
     *
     * @param level without season
     * @param trend a step
     * @param season by place in the cycle: that of step t is t modulo the cycle's length
     * @param next the step that comes next, counted from the first of the series
     */
    public record State(double level, double trend, double[] season, int next) {}

    /**
     * A series gone through.
     *
     * @param errors value less forecast, one step ahead; NaN where the value is missing
     * @param forecasts one step ahead
     * @param end the parts after the last step
     */
    public record Run(double[] errors, double[] forecasts, State end) {
        /** The sum of the squared errors from {@code from} on. */
        public double squares(int from) {
            double sum = 0;
            for (int t = from; t < errors.length; t++) {
                sum += Double.isNaN(errors[t]) ? 0 : errors[t] * errors[t];
            }
            return sum;
        }
    }

    /**
     * The model with the best weights for a series.
     *
     * @param weights the best
     * @param run the series gone through with them
     */
    public record Fit(Weights weights, Run run) {}

    /**
     * Goes through a series.
     *
     * @param y the values, NaN where missing
     * @param shape which parts there are
     * @param start the parts before the first value
     * @param w how fast they follow
     */
    public static Run run(double[] y, Shape shape, State start, Weights w) {
        double level = start.level();
        double trend = start.trend();
        double[] season = start.season().clone();
        double[] errors = new double[y.length];
        double[] forecasts = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            int place = (start.next() + t) % season.length;
            double base = level + w.damping() * trend;
            boolean factor = shape.season() == Season.MULTIPLICATIVE;
            double expected = factor ? base * season[place] : base + season[place];
            forecasts[t] = expected;
            errors[t] = y[t] - expected;
            if (Double.isNaN(y[t])) {
                level = base;
                trend *= w.damping();
                continue;
            }
            double bare = factor ? y[t] / season[place] : y[t] - season[place];
            double next = w.level() * bare + (1 - w.level()) * base;
            trend = w.trend() * (next - level) + (1 - w.trend()) * w.damping() * trend;
            level = next;
            if (shape.season() != Season.NONE) {
                double now = factor ? y[t] / level : y[t] - level;
                season[place] = w.season() * now + (1 - w.season()) * season[place];
            }
        }
        return new Run(errors, forecasts, new State(level, trend, season, start.next() + y.length));
    }

    /** The {@code horizon} steps that come after {@code state}. */
    public static double[] ahead(State state, Shape shape, Weights w, int horizon) {
        double[] points = new double[horizon];
        double level = state.level();
        double trend = state.trend();
        for (int h = 0; h < horizon; h++) {
            trend *= w.damping();
            level += trend;
            double season = state.season()[(state.next() + h) % state.season().length];
            points[h] = shape.season() == Season.MULTIPLICATIVE ? level * season : level + season;
        }
        return points;
    }

    /**
     * Finds the best weights.
     *
     * @param y at least two cycles of values where there is a season, else four values; NaN where missing; all positive for a
     *     multiplicative season
     * @param cycle steps a cycle; 1 without season
     */
    public static Fit fit(double[] y, int cycle, Shape shape) {
        return fit(y, shape, Beginning.of(y, cycle, shape), cycle);
    }

    /**
     * Finds the best weights from a given start.
     *
     * @param skip how many of the first errors do not count
     */
    public static Fit fit(double[] y, Shape shape, State start, int skip) {
        boolean sloped = shape.trend() != Trend.NONE;
        boolean seasonal = shape.season() != Season.NONE;
        boolean damped = shape.trend() == Trend.DAMPED;
        int n = 1 + (sloped ? 1 : 0) + (seasonal ? 1 : 0) + (damped ? 1 : 0);
        ToDoubleFunction<double[]> squares =
                p -> run(y, shape, start, weights(p, shape)).squares(skip);
        double[] best = new double[n];
        double least = Double.POSITIVE_INFINITY;
        for (double from : STARTS) {
            double[] first = new double[n];
            Arrays.fill(first, 0.1);
            first[0] = from;
            double[] at = NelderMead.least(squares, first, 0.2, EVALUATIONS);
            double value = squares.applyAsDouble(at);
            if (value < least) {
                least = value;
                best = at;
            }
        }
        // A simplex that has shrunk on the edge of the box may stand still before the least.
        best = NelderMead.least(squares, best, 0.1, EVALUATIONS);
        Weights w = weights(best, shape);
        return new Fit(w, run(y, shape, start, w));
    }

    private static Weights weights(double[] p, Shape shape) {
        int i = 1;
        double trend = shape.trend() == Trend.NONE ? 0 : p[i++];
        double season = shape.season() == Season.NONE ? 0 : p[i++];
        double damping = shape.trend() == Trend.DAMPED ? LEAST_DAMPING + p[i] * (MOST_DAMPING - LEAST_DAMPING) : 1;
        return new Weights(p[0], trend, season, damping);
    }
}
