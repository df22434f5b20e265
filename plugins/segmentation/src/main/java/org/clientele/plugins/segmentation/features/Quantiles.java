package org.clientele.plugins.segmentation.features;

/** Moments and quantiles of numbers, all of them known. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * A quantile, between two numbers in proportion (type 7 of Hyndman and Fan 1996, the default of R and NumPy).
     *
     * @param sorted at least one number, ascending
     * @param share 0 to 1
     */
    public static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The mean. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** The standard deviation, divided by n. */
    public static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** The third standardized moment; 0 where all are the same. */
    public static double skewness(double[] values) {
        double mean = mean(values);
        double second = 0;
        double third = 0;
        for (double v : values) {
            double apart = v - mean;
            second += apart * apart;
            third += apart * apart * apart;
        }
        second /= values.length;
        return second <= 0 ? 0 : third / values.length / Math.pow(second, 1.5);
    }
}
