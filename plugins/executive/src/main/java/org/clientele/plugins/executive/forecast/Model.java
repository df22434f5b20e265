package org.clientele.plugins.executive.forecast;

import java.util.Arrays;
import org.clientele.plugins.executive.forecast.HoltWinters.Fit;
import org.clientele.plugins.executive.forecast.HoltWinters.Weights;
import org.clientele.plugins.executive.forecast.Shape.Season;
import org.clientele.plugins.executive.forecast.Shape.Trend;
import org.clientele.sdk.text.Texts;

/** A way to forecast a series. */
sealed interface Model {
    Texts TEXTS = Texts.of(Model.class);

    /** For people. */
    String label();

    /** Whether it can be tried on a series. */
    boolean fits(double[] y, int cycle);

    /** What it says of the steps after {@code y}. */
    Outlook ahead(double[] y, int cycle, int horizon);

    /** What was a cycle before comes again; without a cycle, the last value does. */
    record SeasonalNaive() implements Model {
        @Override
        public String label() {
            return TEXTS.get("model.seasonal_naive");
        }

        @Override
        public boolean fits(double[] y, int cycle) {
            return y.length > cycle;
        }

        @Override
        public Outlook ahead(double[] y, int cycle, int horizon) {
            double[] errors = new double[y.length];
            for (int t = 0; t < y.length; t++) {
                errors[t] = t < cycle ? Double.NaN : y[t] - seen(y, t - cycle, cycle);
            }
            double[] points = new double[horizon];
            double[] carried = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                points[h] = seen(y, y.length - cycle + h % cycle, cycle);
                carried[h] = h % cycle == 0 ? 1 : 0;
            }
            double all = Scale.recent(errors, cycle, cycle, 0);
            double bias = Math.min(all, Math.abs(mean(errors)));
            double[] scale = new double[horizon];
            double[] shared = new double[horizon];
            Arrays.fill(scale, Math.sqrt(all * all - bias * bias));
            Arrays.fill(shared, bias);
            return new Outlook(points, scale, carried, new double[][] {shared});
        }

        /** The value at {@code t}; where it is missing, that of a cycle before, or a cycle before that. */
        private static double seen(double[] y, int t, int cycle) {
            for (int s = t; s >= 0; s -= cycle) {
                if (!Double.isNaN(y[s])) {
                    return y[s];
                }
            }
            return mean(y);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        }
    }

    /**
     * Holt-Winters.
     *
     * @param shape which parts it has
     */
    record Smoothing(Shape shape) implements Model {
        @Override
        public String label() {
            return shape.label();
        }

        @Override
        public boolean fits(double[] y, int cycle) {
            boolean enough =
                    shape.season() == Season.NONE ? y.length >= 8 && cycle == 1 : cycle > 1 && y.length >= 2 * cycle;
            return enough
                    && (shape.season() != Season.MULTIPLICATIVE
                            || Arrays.stream(y).noneMatch(v -> v <= 0));
        }

        @Override
        public Outlook ahead(double[] y, int cycle, int horizon) {
            Fit fit = HoltWinters.fit(y, cycle, shape);
            double[] points = HoltWinters.ahead(fit.run().end(), shape, fit.weights(), horizon);
            double[] errors = fit.run().errors();
            boolean factor = shape.season() == Season.MULTIPLICATIVE;
            double[] scale = new double[horizon];
            if (factor) {
                double[] relative = new double[errors.length];
                for (int t = 0; t < errors.length; t++) {
                    relative[t] = errors[t] / Math.abs(fit.run().forecasts()[t]);
                }
                double part = Scale.recent(relative, 0, cycle, freedom(cycle));
                for (int h = 0; h < horizon; h++) {
                    scale[h] = part * Math.abs(points[h]);
                }
            } else {
                Arrays.fill(scale, Scale.recent(errors, 0, cycle, freedom(cycle)));
            }
            double[] carried = carried(fit.weights(), cycle, horizon);
            return new Outlook(points, scale, carried, shared(fit.weights(), scale, y.length, cycle));
        }

        /**
         * What is left of the doubt about the level and the slope that the first values told, as of a straight line through
         * them by least squares.
         */
        private double[][] shared(Weights w, double[] scale, int length, int cycle) {
            int first = Beginning.length(length, cycle);
            double levelLeft = Math.pow(1 - w.level(), length - first);
            double slopeLeft = Math.pow(1 - w.level() * w.trend(), length - first);
            double[] level = new double[scale.length];
            double[] slope = new double[scale.length];
            double way = levelLeft * first / 2;
            double left = 1;
            for (int h = 0; h < scale.length; h++) {
                left *= w.damping();
                way += left;
                level[h] = scale[h] * levelLeft / Math.sqrt(first);
                slope[h] = shape.trend() == Trend.NONE
                        ? 0
                        : scale[h] * slopeLeft * way * Math.sqrt(12 / Math.pow(first, 3));
            }
            return new double[][] {level, slope};
        }

        /** Weights, level, slope and season. */
        private int freedom(int cycle) {
            boolean sloped = shape.trend() != Trend.NONE;
            boolean seasonal = shape.season() != Season.NONE;
            return 2 + (sloped ? 2 : 0) + (seasonal ? cycle : 0) + (shape.trend() == Trend.DAMPED ? 1 : 0);
        }

        /** Hyndman and others, International Journal of Forecasting 18, 2002, 439-454: the additive case, for both. */
        private double[] carried(Weights w, int cycle, int horizon) {
            double[] carried = new double[horizon];
            carried[0] = 1;
            double damped = 0;
            double left = 1;
            for (int j = 1; j < horizon; j++) {
                left *= w.damping();
                damped += left;
                double season = shape.season() != Season.NONE && j % cycle == 0 ? w.season() * (1 - w.level()) : 0;
                double trend = shape.trend() == Trend.NONE ? 0 : w.level() * w.trend() * damped;
                carried[j] = w.level() + trend + season;
            }
            return carried;
        }
    }
}
