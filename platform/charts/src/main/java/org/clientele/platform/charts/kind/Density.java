package org.clientele.platform.charts.kind;

/**
 * How dense a sample lies: a sum of normal curves around its values, with the bandwidth of B. Silverman, "Density Estimation
 * for Statistics and Data Analysis", 1986, equation 3.31: 0.9 min(sd, IQR / 1.34) / n^(1/5).
 *
 * @param at rising places from the least to the greatest value
 * @param density at each place, per unit of the values
 */
record Density(double[] at, double[] density) {
    /** Beyond so many bandwidths a normal curve adds nothing that is seen. */
    private static final double FAR = 5;

    private static final int MOST_CURVES = 4000;
    private static final int CELLS = 2048;

    /** The bandwidth for rising values; 0 where they do not vary. */
    static double bandwidth(double[] sorted) {
        double sd = Moments.deviation(sorted);
        double iqr = (Moments.quantile(sorted, 0.75) - Moments.quantile(sorted, 0.25)) / 1.34;
        double spread = iqr > 0 ? Math.min(sd, iqr) : sd;
        return 0.9 * spread * Math.pow(sorted.length, -0.2);
    }

    /**
     * Of rising values that vary, at {@code places} places. Curves are no narrower than from one place to the next, since the
     * picture could not show them; many values are first counted in narrow cells.
     */
    static Density of(double[] sorted, int places) {
        double from = sorted[0];
        double span = sorted[sorted.length - 1] - from;
        double h = Math.max(bandwidth(sorted), span / (places - 1));
        double[] centres = sorted;
        double[] weights = new double[sorted.length];
        java.util.Arrays.fill(weights, 1);
        if (sorted.length > MOST_CURVES) {
            centres = new double[CELLS];
            weights = new double[CELLS];
            for (int c = 0; c < CELLS; c++) {
                centres[c] = from + span * (c + 0.5) / CELLS;
            }
            for (double v : sorted) {
                weights[(int) Math.min(CELLS - 1.0, (v - from) / span * CELLS)]++;
            }
        }
        double[] at = new double[places];
        double[] density = new double[places];
        double norm = 1 / (sorted.length * h * Math.sqrt(2 * Math.PI));
        int first = 0;
        for (int i = 0; i < places; i++) {
            at[i] = from + span * i / (places - 1);
            while (first < centres.length && centres[first] < at[i] - FAR * h) {
                first++;
            }
            double sum = 0;
            for (int k = first; k < centres.length && centres[k] <= at[i] + FAR * h; k++) {
                double z = (at[i] - centres[k]) / h;
                sum += weights[k] * Math.exp(-z * z / 2);
            }
            density[i] = sum * norm;
        }
        return new Density(at, density);
    }
}
