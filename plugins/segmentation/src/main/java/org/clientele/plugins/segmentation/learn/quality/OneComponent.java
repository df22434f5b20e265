package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import java.util.Comparator;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Cholesky;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.learn.numeric.NormalScore;
import org.clientele.plugins.segmentation.learn.numeric.SymmetricEigen;
import org.clientele.sdk.CancelSignal;

/**
 * Points without groups that are like given points column by column and pair by pair: the same numbers in each column, put
 * together anew so that their rank correlations are kept and nothing else. That is a normal copula (Nelsen 2006) of the
 * points' own numbers, arranged by ranks of normal draws (Iman and Conover 1982) whose correlations are made exact. Of the
 * rank correlations, that of normal scores (van der Waerden) is kept: it is all that a normal copula says of points, so that
 * the rest, their silhouette too, is as chance would have it.
 */
final class OneComponent {
    private static final int ROUNDS = 8;
    private static final double MOST = 0.999;
    /** What is left of equal scores by rounding is no variation. */
    private static final double FLAT = 1e-9;

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
                normal[j][l] = j == l ? 1 : Math.max(-MOST, Math.min(MOST, wanted[j][l]));
            }
        }
        // Numbers that repeat blur correlations: what comes out is compared with what was wanted, and the difference
        // made up
        // for.
        OneComponent like = new OneComponent(rising, mixing(normal), points.rows());
        for (int round = 0; round < ROUNDS; round++) {
            cancel.throwIfCancelled();
            double[][] got = rankCorrelations(like.draw(Draws.seedOf(seed, round)));
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    if (j != l) {
                        double mended = normal[j][l] + (wanted[j][l] - got[j][l]) / Math.max(1, round - 2);
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

    /** Correlations of normal scores, equal numbers with the mean of theirs; 0 with a constant column. */
    static double[][] rankCorrelations(Points points) {
        int columns = points.columns();
        double[][] scores = new double[columns][];
        for (int j = 0; j < columns; j++) {
            scores[j] = scores(points, j);
            centre(scores[j]);
            double size = Math.sqrt(dot(scores[j], scores[j]));
            for (int i = 0; i < scores[j].length; i++) {
                scores[j][i] = size < FLAT ? 0 : scores[j][i] / size;
            }
        }
        double[][] correlations = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            for (int l = 0; l < j; l++) {
                correlations[j][l] = dot(scores[j], scores[l]);
                correlations[l][j] = correlations[j][l];
            }
            correlations[j][j] = 1;
        }
        return correlations;
    }

    private static double[] scores(Points points, int column) {
        int rows = points.rows();
        Integer[] order = new Integer[rows];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> points.at(i, column)));
        double[] scores = new double[rows];
        for (int from = 0, to; from < rows; from = to) {
            double sum = 0;
            for (to = from; to < rows && points.at(order[to], column) == points.at(order[from], column); to++) {
                sum += NormalScore.of((to + 0.5) / rows);
            }
            for (int r = from; r < to; r++) {
                scores[order[r]] = sum / (to - from);
            }
        }
        return scores;
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
