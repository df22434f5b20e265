package org.clientele.plugins.segmentation.learn.numeric;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;

/**
 * Means of columns, and how they vary.
 *
 * @param rows of how many points
 * @param means of the columns
 * @param squares the squared differences to the means, summed, of each column
 */
public record ColumnMoments(int rows, double[] means, double[] squares) {
    /** @param points at least one */
    public static ColumnMoments of(Points points, CancelSignal cancel) {
        int columns = points.columns();
        double[] means = sums(points, cancel, new double[columns], 1);
        for (int j = 0; j < columns; j++) {
            means[j] /= points.rows();
        }
        return new ColumnMoments(points.rows(), means, sums(points, cancel, means, 2));
    }

    private static double[] sums(Points points, CancelSignal cancel, double[] origin, int power) {
        int columns = origin.length;
        Chunks chunks = Chunks.of(points.rows());
        double[][] some = new double[chunks.count()][columns];
        chunks.each(cancel, (chunk, from, to) -> {
            double[] sums = some[chunk];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < columns; j++) {
                    double apart = points.at(i, j) - origin[j];
                    sums[j] += power == 2 ? apart * apart : apart;
                }
            }
        });
        double[] total = new double[columns];
        for (double[] sums : some) {
            for (int j = 0; j < columns; j++) {
                total[j] += sums[j];
            }
        }
        return total;
    }

    /** The mean over the columns of the variances, by the number of points. */
    public double meanVariance() {
        return Chunks.total(squares) / rows / squares.length;
    }

    /** The covariances of the columns, by one less than the number of points. */
    public double[][] covariance(Points points, CancelSignal cancel) {
        int columns = means.length;
        Chunks chunks = Chunks.of(rows);
        double[][][] some = new double[chunks.count()][columns][columns];
        chunks.each(cancel, (chunk, from, to) -> {
            double[] centred = new double[columns];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < columns; j++) {
                    centred[j] = points.at(i, j) - means[j];
                }
                for (int j = 0; j < columns; j++) {
                    for (int l = 0; l <= j; l++) {
                        some[chunk][j][l] += centred[j] * centred[l];
                    }
                }
            }
        });
        double[][] covariance = new double[columns][columns];
        for (double[][] one : some) {
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l <= j; l++) {
                    covariance[j][l] += one[j][l] / (rows - 1);
                    covariance[l][j] = covariance[j][l];
                }
            }
        }
        return covariance;
    }
}
