package org.clientele.platform.charts.kind;

import java.util.Arrays;

/** Figures of samples. */
final class Moments {
    private Moments() {}

    /** A quantile of rising values by linear interpolation: type 7 of Hyndman and Fan, "Sample quantiles", 1996. */
    static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int i = (int) Math.floor(h);
        double low = sorted[i];
        return i + 1 < sorted.length ? low + (h - i) * (sorted[i + 1] - low) : low;
    }

    /** The standard deviation of a sample (by n - 1); 0 for one value. */
    static double deviation(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    /** Pearson's correlation; NaN where one side does not vary. */
    static double correlation(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx) / Math.sqrt(yy);
    }
}
