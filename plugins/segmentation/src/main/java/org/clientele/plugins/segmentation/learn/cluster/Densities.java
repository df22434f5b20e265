package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Cholesky;

/** The densities of a mixture's components, ready to be computed. */
final class Densities {
    private final int groups;
    private final int columns;
    private final double[] means;
    /** Inverse lower triangles of the covariances, row by row without zeros, or only their diagonals. */
    private final double[][] whitening;
    /** The logarithm of what stands before the exponential, weight included. */
    private final double[] logScale;

    private final boolean diagonal;

    private Densities(Mixture mixture) {
        groups = mixture.groups();
        columns = mixture.means().columns();
        means = mixture.means().values();
        diagonal = mixture.shape() == Covariance.DIAGONAL || mixture.shape() == Covariance.SPHERICAL;
        whitening = new double[groups][];
        logScale = new double[groups];
        for (int c = 0; c < groups; c++) {
            double[][] lower = Cholesky.lower(mixture.covariances()[c]);
            if (lower == null) {
                throw Refusal.flat();
            }
            double[][] inverse = Cholesky.inverse(lower);
            whitening[c] = new double[diagonal ? columns : columns * (columns + 1) / 2];
            logScale[c] = Math.log(mixture.weights()[c]) - columns * Math.log(2 * Math.PI) / 2;
            for (int j = 0, at = 0; j < columns; j++) {
                logScale[c] += Math.log(inverse[j][j]);
                for (int l = diagonal ? j : 0; l <= j; l++) {
                    whitening[c][at++] = inverse[j][l];
                }
            }
        }
    }

    /** @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if a covariance is not positive definite */
    static Densities of(Mixture mixture) {
        return new Densities(mixture);
    }

    Row row() {
        return new Row();
    }

    /** One point after another; for one thread. */
    final class Row {
        private final double[] posteriors = new double[groups];
        private final double[] apart = new double[columns];

        /** The logarithm of a point's likelihood; its posteriors are then here. */
        double logLikelihood(Points points, int row) {
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < groups; c++) {
                for (int j = 0, p = row * columns, q = c * columns; j < columns; j++) {
                    apart[j] = points.values()[p + j] - means[q + j];
                }
                posteriors[c] = logScale[c] - distance(whitening[c]) / 2;
                most = Math.max(most, posteriors[c]);
            }
            double sum = 0;
            for (int c = 0; c < groups; c++) {
                posteriors[c] = Math.exp(posteriors[c] - most);
                sum += posteriors[c];
            }
            for (int c = 0; c < groups; c++) {
                posteriors[c] /= sum;
            }
            return most + Math.log(sum);
        }

        double[] posteriors() {
            return posteriors;
        }

        /** The squared Mahalanobis distance. */
        private double distance(double[] by) {
            double sum = 0;
            if (diagonal) {
                for (int j = 0; j < columns; j++) {
                    double white = by[j] * apart[j];
                    sum += white * white;
                }
                return sum;
            }
            for (int j = 0, at = 0; j < columns; j++) {
                double white = 0;
                for (int l = 0; l <= j; l++) {
                    white += by[at++] * apart[l];
                }
                sum += white * white;
            }
            return sum;
        }
    }
}
