package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;

/**
 * How columns of numbers go together, pair by pair over the rows that have both.
 *
 * @param r the coefficients, -1 to 1, by column and column; NaN where one of the two does not vary
 * @param p how likely a coefficient as far from 0 is, were the two independent
 * @param counts over how many rows
 */
public record Correlations(double[][] r, double[][] p, int[][] counts) {
    /** By values: K. Pearson, 1895. Each column has a value a row, NaN where it is missing. */
    public static Correlations pearson(double[][] columns) {
        return of(columns, false);
    }

    /** By ranks among the rows that have both: C. Spearman, 1904. */
    public static Correlations spearman(double[][] columns) {
        return of(columns, true);
    }

    private static Correlations of(double[][] columns, boolean ranked) {
        int k = columns.length;
        double[][] r = new double[k][k];
        double[][] p = new double[k][k];
        int[][] counts = new int[k][k];
        // Columns without a gap have the same ranks in every pair, and ranking is what takes time.
        double[][] ready = new double[k][];
        boolean[] whole = new boolean[k];
        for (int i = 0; i < k; i++) {
            whole[i] = Arrays.stream(columns[i]).noneMatch(Double::isNaN);
            ready[i] = ranked && whole[i] ? Ranks.of(columns[i]) : columns[i];
        }
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                boolean again = ranked && !(whole[i] && whole[j]);
                double[][] pair = again ? ranks(columns[i], columns[j]) : new double[][] {ready[i], ready[j]};
                put(pair[0], pair[1], i, j, r, p, counts);
            }
        }
        return new Correlations(r, p, counts);
    }

    private static double[][] ranks(double[] a, double[] b) {
        double[] x = a.clone();
        double[] y = b.clone();
        for (int row = 0; row < x.length; row++) {
            if (Double.isNaN(x[row]) || Double.isNaN(y[row])) {
                x[row] = Double.NaN;
                y[row] = Double.NaN;
            }
        }
        return new double[][] {Ranks.of(x), Ranks.of(y)};
    }

    private static void put(double[] a, double[] b, int i, int j, double[][] r, double[][] p, int[][] counts) {
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        for (int row = 0; row < a.length; row++) {
            if (!Double.isNaN(a[row]) && !Double.isNaN(b[row])) {
                n++;
                sumA += a[row];
                sumB += b[row];
            }
        }
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int row = 0; row < a.length; row++) {
            if (!Double.isNaN(a[row]) && !Double.isNaN(b[row])) {
                double x = a[row] - sumA / n;
                double y = b[row] - sumB / n;
                aa += x * x;
                bb += y * y;
                ab += x * y;
            }
        }
        double c = aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa) / Math.sqrt(bb))) : Double.NaN;
        double likely = n < 3 ? Double.NaN : Tails.t(c * Math.sqrt((n - 2) / (1 - c * c)), n - 2);
        r[i][j] = i == j && !Double.isNaN(c) ? 1 : c;
        r[j][i] = r[i][j];
        p[i][j] = likely;
        p[j][i] = likely;
        counts[i][j] = n;
        counts[j][i] = n;
    }

    /**
     * The columns so that those which go together stand together: the leaves of an average-linkage tree over 1 - |r|, each merge
     * turned so that its most alike ends meet. What does not vary stands last.
     */
    public int[] order() {
        return Likeness.order(r);
    }
}
