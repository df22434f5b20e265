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
 * rank correlations, that of normal scores (van der Waerden) is kept: it is all that a normal copula says of points. Where
 * the numbers themselves correlate more than that gives, the references do too.
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
        double[][] rising = rising(points);
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
        return like.asLong(points, normal, seed, cancel);
    }

    /**
     * The same with higher correlations where the numbers themselves correlate more than their ranks make them: in a sample,
     * what is far out in one column is so in others more often than ranks tell, and without that a cloud comes out rounder
     * than it is. Correlations are never lowered by this, which errs on the side of no groups.
     */
    private OneComponent asLong(Points points, double[][] normal, long seed, CancelSignal cancel) {
        double[][] wanted = correlations(points);
        double[][] floor = Arrays.stream(normal).map(double[]::clone).toArray(double[][]::new);
        OneComponent like = this;
        for (int round = 0; round < ROUNDS; round++) {
            cancel.throwIfCancelled();
            double[][] got = correlations(like.draw(Draws.seedOf(seed, ROUNDS + round)));
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    if (j != l) {
                        double side = wanted[j][l] < 0 ? -1 : 1;
                        double more = side * (normal[j][l] + (wanted[j][l] - got[j][l]) / Math.max(1, round - 2));
                        normal[j][l] = side * Math.min(MOST, Math.max(side * floor[j][l], more));
                    }
                }
            }
            like = new OneComponent(rising, mixing(normal), rows);
        }
        return like;
    }

    private static double[][] rising(Points points) {
        double[][] rising = new double[points.columns()][points.rows()];
        for (int j = 0; j < rising.length; j++) {
            rising[j] = column(points, j);
            Arrays.sort(rising[j]);
        }
        return rising;
    }

    private static double[] column(Points points, int column) {
        double[] values = new double[points.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = points.at(i, column);
        }
        return values;
    }

    /** Points without groups, as many as were given. */
    Points draw(long seed) {
        Points normal = along(seed);
        double[] values = new double[rows * columns];
        Integer[] order = new Integer[rows];
        for (int j = 0; j < columns; j++) {
            int column = j;
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> normal.at(i, column)));
            for (int rank = 0; rank < rows; rank++) {
                values[order[rank] * columns + j] = rising[j][rank];
            }
        }
        return new Points(values, rows, columns);
    }

    /** Normal numbers with the correlations. */
    private Points along(long seed) {
        double[][] normal = white(new Draws(seed));
        double[] along = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    along[i * columns + j] += mixing[j][l] * normal[l][i];
                }
            }
        }
        return new Points(along, rows, columns);
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
        double[][] scores = new double[points.columns()][];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = scores(points, j);
        }
        return correlations(scores);
    }

    private static double[][] correlations(Points points) {
        double[][] byColumn = new double[points.columns()][];
        for (int j = 0; j < byColumn.length; j++) {
            byColumn[j] = column(points, j);
        }
        return correlations(byColumn);
    }

    /** @param byColumn a column a row; centred and scaled here */
    private static double[][] correlations(double[][] byColumn) {
        for (double[] column : byColumn) {
            centre(column);
            double size = Math.sqrt(dot(column, column));
            for (int i = 0; i < column.length; i++) {
                column[i] = size < FLAT ? 0 : column[i] / size;
            }
        }
        double[][] correlations = new double[byColumn.length][byColumn.length];
        for (int j = 0; j < byColumn.length; j++) {
            for (int l = 0; l < j; l++) {
                correlations[j][l] = dot(byColumn[j], byColumn[l]);
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
