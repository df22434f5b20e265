package org.clientele.plugins.segmentation.stats;

/**
 * Pearson's test whether two divisions are independent of one another, and how closely they go together. Rows and columns
 * without anybody do not count. NaN where fewer than two of either are left.
 *
 * @param statistic the sum of squared deviations from what is expected, in parts of it; without continuity correction
 * @param degrees of freedom
 * @param p how likely a statistic as large is, were they independent
 * @param cramersV how closely they go together, from 0 to 1, in this sample. H. Cramér, Mathematical Methods of Statistics, 1946
 * @param correctedV the same, less what chance alone would give. W. Bergsma, A bias-correction for Cramér's V and Tschuprow's T,
 *     Journal of the Korean Statistical Society 42, 2013
 * @param sparse in how many cells fewer than five are expected, where p is not to be trusted
 * @param cells how many cells there are
 */
public record ChiSquare(
        double statistic, int degrees, double p, double cramersV, double correctedV, int sparse, int cells) {
    private static final double ENOUGH = 5;

    /** @param counts how many, by row and column; not negative */
    public static ChiSquare of(long[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        double[] rows = new double[counts.length];
        double[] columns = new double[width];
        double n = 0;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < width; c++) {
                rows[r] += counts[r][c];
                columns[c] += counts[r][c];
                n += counts[r][c];
            }
        }
        double statistic = 0;
        int sparse = 0;
        int cells = 0;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < width; c++) {
                double expected = rows[r] * columns[c] / n;
                if (expected > 0) {
                    double d = counts[r][c] - expected;
                    statistic += d * d / expected;
                    sparse += expected < ENOUGH ? 1 : 0;
                    cells++;
                }
            }
        }
        int high = filled(rows);
        int wide = filled(columns);
        int degrees = (high - 1) * (wide - 1);
        if (high < 2 || wide < 2) {
            return new ChiSquare(Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN, sparse, cells);
        }
        double phi = statistic / n;
        return new ChiSquare(
                statistic,
                degrees,
                Tails.chiSquared(statistic, degrees),
                Math.sqrt(phi / (Math.min(high, wide) - 1)),
                corrected(phi, high, wide, n),
                sparse,
                cells);
    }

    private static double corrected(double phi, int high, int wide, double n) {
        if (n < 2) {
            return Double.NaN;
        }
        double less = Math.max(0, phi - (high - 1.0) * (wide - 1.0) / (n - 1));
        double h = high - (high - 1.0) * (high - 1.0) / (n - 1);
        double w = wide - (wide - 1.0) * (wide - 1.0) / (n - 1);
        double smaller = Math.min(h, w) - 1;
        return smaller > 0 ? Math.sqrt(less / smaller) : Double.NaN;
    }

    private static int filled(double[] sums) {
        int filled = 0;
        for (double s : sums) {
            filled += s > 0 ? 1 : 0;
        }
        return filled;
    }
}
