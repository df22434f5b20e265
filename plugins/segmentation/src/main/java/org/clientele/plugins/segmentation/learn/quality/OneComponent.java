package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import java.util.Comparator;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Cholesky;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.learn.numeric.SymmetricEigen;
import org.clientele.sdk.CancelSignal;

/**
 * Points without groups that are like given points column by column and pair by pair: the same numbers in each column, put
 * together anew so that their rank correlations are kept and nothing else. That is a normal copula (Nelsen 2006) of the
 * points' own numbers, arranged by ranks of normal draws (Iman and Conover 1982) whose correlations are made exact.
 */
final class OneComponent {
    private static final int ROUNDS = 6;
    private static final double MOST = 0.999;

    private final int rows;
    private final int columns;
    private final double[][] rising;
    private final double[][] mixing;

    private OneComponent(double[][] rising, double[][] mixing, int rows) {
        this.rising = rising;
        this.mixing = mixing;
        this.rows = rows;
        columns = rising.length;
    }

    /** What is kept of points: at least two more than they have columns. */
    static OneComponent like(Points points, long seed, CancelSignal cancel) {
        int columns = points.columns();
        double[][] rising = new double[columns][points.rows()];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < points.rows(); i++) {
                rising[j][i] = points.at(i, j);
            }
            Arrays.sort(rising[j]);
        }
        double[][] wanted = rankCorrelations(points);
        double[][] normal = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            for (int l = 0; l < columns; l++) {
                // Pearson's correlation of normal numbers with that rank correlation.
                normal[j][l] = j == l ? 1 : 2 * Math.sin(Math.PI * wanted[j][l] / 6);
            }
        }
        // Numbers that repeat blur ranks: what comes out is compared with what was wanted, and the difference made up
        // for.
        OneComponent like = new OneComponent(rising, mixing(normal), points.rows());
        for (int round = 0; round < ROUNDS; round++) {
            cancel.throwIfCancelled();
            double[][] got = rankCorrelations(like.draw(Draws.seedOf(seed, round)));
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    if (j != l) {
                        double mended = normal[j][l] + wanted[j][l] - got[j][l];
                        normal[j][l] = Math.max(-MOST, Math.min(MOST, mended));
                    }
                }
            }
            like = new OneComponent(rising, mixing(normal), points.rows());
        }
        return like;
    }

    /** Points without groups, as many as were given. */
    Points draw(long seed) {
        double[][] normal = white(new Draws(seed));
        double[] values = new double[rows * columns];
        double[] along = new double[rows];
        Integer[] order = new Integer[rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                along[i] = 0;
                for (int l = 0; l < mixing[j].length; l++) {
                    along[i] += mixing[j][l] * normal[l][i];
                }
                order[i] = i;
            }
            Arrays.sort(order, Comparator.comparingDouble(i -> along[i]));
            for (int rank = 0; rank < rows; rank++) {
                values[order[rank] * columns + j] = rising[j][rank];
            }
        }
        return new Points(values, rows, columns);
    }

    /** Normal draws by column whose means are 0 and whose covariances are exactly those of independent ones. */
    private double[][] white(Draws draws) {
        double[][] normal = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : normal) {
                column[i] = draws.normal();
            }
        }
        for (int j = 0; j < columns; j++) {
            centre(normal[j]);
            for (int l = 0; l < j; l++) {
                double shared = dot(normal[j], normal[l]) / rows;
                for (int i = 0; i < rows; i++) {
                    normal[j][i] -= shared * normal[l][i];
                }
            }
            double size = Math.sqrt(dot(normal[j], normal[j]) / rows);
            for (int i = 0; i < rows; i++) {
                normal[j][i] /= size;
            }
        }
        return normal;
    }

    /** What makes independent normal numbers correlate so; the nearest that is possible, if nothing does. */
    private static double[][] mixing(double[][] correlations) {
        double[][] lower = Cholesky.lower(correlations);
        if (lower != null) {
            return lower;
        }
        int n = correlations.length;
        SymmetricEigen eigen = SymmetricEigen.of(correlations);
        double[][] mixing = new double[n][n];
        for (int j = 0; j < n; j++) {
            double size = 0;
            for (int c = 0; c < n; c++) {
                mixing[j][c] = eigen.vectors()[c][j] * Math.sqrt(Math.max(1e-9, eigen.values()[c]));
                size += mixing[j][c] * mixing[j][c];
            }
            for (int c = 0; c < n; c++) {
                mixing[j][c] /= Math.sqrt(size);
            }
        }
        return mixing;
    }

    /** Spearman's correlations, equal numbers with their mean rank; 0 with a constant column. */
    static double[][] rankCorrelations(Points points) {
        int columns = points.columns();
        double[][] ranks = new double[columns][];
        for (int j = 0; j < columns; j++) {
            ranks[j] = ranks(points, j);
            centre(ranks[j]);
            double size = Math.sqrt(dot(ranks[j], ranks[j]));
            for (int i = 0; i < ranks[j].length; i++) {
                ranks[j][i] = size == 0 ? 0 : ranks[j][i] / size;
            }
        }
        double[][] correlations = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            for (int l = 0; l < j; l++) {
                correlations[j][l] = dot(ranks[j], ranks[l]);
                correlations[l][j] = correlations[j][l];
            }
            correlations[j][j] = 1;
        }
        return correlations;
    }

    private static double[] ranks(Points points, int column) {
        int rows = points.rows();
        Integer[] order = new Integer[rows];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> points.at(i, column)));
        double[] ranks = new double[rows];
        for (int from = 0, to; from < rows; from = to) {
            to = from + 1;
            while (to < rows && points.at(order[to], column) == points.at(order[from], column)) {
                to++;
            }
            for (int r = from; r < to; r++) {
                ranks[order[r]] = (from + to - 1) / 2.0;
            }
        }
        return ranks;
    }

    private static void centre(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
