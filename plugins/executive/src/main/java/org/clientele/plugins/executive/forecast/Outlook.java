package org.clientele.plugins.executive.forecast;

/**
 * What a model says of the steps after a series, before it is known how well it forecasts.
 *
 * @param points by step ahead
 * @param scale how large an error of each of these steps is, if nothing carries over: its standard deviation
 * @param carried how much of an error of one step is in the forecast of the step 1, 2, ... after it; at 0 it is 1
 * @param shared what all steps are off by together, as a standard deviation by step: one row for each independent reason, such
 *     as a slope that few values told
 */
record Outlook(double[] points, double[] scale, double[] carried, double[][] shared) {
    /** The standard deviation of the error of step {@code h}, counted from 0. */
    double spread(int h) {
        double sum = 0;
        for (int j = 0; j <= h; j++) {
            double of = carried[h - j] * ratio(h, j) * scale[j];
            sum += of * of;
        }
        for (double[] reason : shared) {
            sum += reason[h] * reason[h];
        }
        return Math.sqrt(sum);
    }

    /**
     * The standard deviations of the errors of sums of the first 1, 2, ... steps: an error early on is in every later step as
     * well, so the errors do not cancel out.
     *
     * @param weights what each step counts in the sum
     */
    double[] spreads(double[] weights) {
        int n = Math.min(weights.length, points.length);
        double[] brought = new double[n];
        double[] spreads = new double[n];
        double[] off = new double[shared.length];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                brought[j] += weights[i] * carried[i - j] * ratio(i, j);
                sum += brought[j] * brought[j] * scale[j] * scale[j];
            }
            for (int r = 0; r < shared.length; r++) {
                off[r] += weights[i] * shared[r][i];
                sum += off[r] * off[r];
            }
            spreads[i] = Math.sqrt(sum);
        }
        return spreads;
    }

    /** In a multiplicative model an error carries over in proportion to the season. */
    private double ratio(int i, int j) {
        return scale[j] > 0 ? scale[i] / scale[j] : 1;
    }

    /** The sum of the first {@code steps} points, weighted. */
    double sum(double[] weights, int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += weights[i] * points[i];
        }
        return sum;
    }
}
