package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * One start of expectation and maximization. Both steps are one pass over the points: squares are summed around the means of
 * the step before and moved to the new ones, so that posteriors need no room.
 */
final class Expectation {
    /** Added to what a component has of the points, as scikit-learn does, so that an empty one divides by no zero. */
    private static final double CRUMB = 10 * Math.ulp(1.0);

    /** A share of a point that is as good as none. */
    private static final double NOTHING = 1e-9;

    private final Points points;
    private final int groups;
    private final int columns;
    private final Covariance shape;
    private final double[] floor;
    private final CancelSignal cancel;
    private final Chunks chunks;
    private final boolean diagonal;

    private double[] weights;
    private double[] means;
    private double[][][] covariances;
    private double logLikelihood = Double.NEGATIVE_INFINITY;
    private int iterations;
    private boolean converged;

    /** What is summed over points: of each component its share of them, of the numbers, and of their squares. */
    private final class Sums {
        final double[] shares = new double[groups];
        final double[] numbers = new double[groups * columns];
        final double[][] squares = new double[groups][diagonal ? columns : columns * (columns + 1) / 2];
        final double[] apart = new double[columns];
        double logLikelihood;

        void add(int row, int group, double share) {
            shares[group] += share;
            double[] square = squares[group];
            for (int j = 0, q = group * columns, at = 0; j < columns; j++) {
                apart[j] = points.values()[row * columns + j] - means[q + j];
                double part = share * apart[j];
                numbers[q + j] += part;
                if (diagonal) {
                    square[j] += part * apart[j];
                } else {
                    for (int l = 0; l <= j; l++) {
                        square[at++] += part * apart[l];
                    }
                }
            }
        }

        void add(Sums other) {
            logLikelihood += other.logLikelihood;
            add(shares, other.shares);
            add(numbers, other.numbers);
            for (int c = 0; c < groups; c++) {
                add(squares[c], other.squares[c]);
            }
        }

        private static void add(double[] to, double[] some) {
            for (int i = 0; i < to.length; i++) {
                to[i] += some[i];
            }
        }
    }

    /** @param floor what is added to the variances of the columns */
    Expectation(Points points, int groups, Covariance shape, double[] floor, CancelSignal cancel) {
        this.points = points;
        this.groups = groups;
        this.shape = shape;
        this.floor = floor;
        this.cancel = cancel;
        columns = points.columns();
        chunks = Chunks.of(points.rows());
        diagonal = shape == Covariance.DIAGONAL || shape == Covariance.SPHERICAL;
        weights = new double[groups];
        means = new double[groups * columns];
        covariances = new double[groups][columns][columns];
    }

    /** Takes groups for components. */
    void start(int[] labels) {
        int[] counts = new int[groups];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int j = 0; j < columns; j++) {
                means[labels[i] * columns + j] += points.at(i, j);
            }
        }
        for (int m = 0; m < means.length; m++) {
            means[m] /= Math.max(1, counts[m / columns]);
        }
        maximize(over((sums, from, to) -> {
            for (int i = from; i < to; i++) {
                sums.add(i, labels[i], 1);
            }
        }));
    }

    /** Goes on until the likelihood is at rest or there were so many iterations, those before included. */
    void improve(int upTo, double tolerance) {
        while (!converged && iterations < upTo) {
            Densities densities = Densities.of(mixture());
            Sums sums = over((some, from, to) -> {
                Densities.Row row = densities.row();
                for (int i = from; i < to; i++) {
                    some.logLikelihood += row.logLikelihood(points, i);
                    for (int c = 0; c < groups; c++) {
                        // Most points are far from most components, whose sums they do not change in any digit that
                        // counts.
                        if (row.posteriors()[c] > NOTHING) {
                            some.add(i, c, row.posteriors()[c]);
                        }
                    }
                }
            });
            converged = Math.abs(sums.logLikelihood - logLikelihood) / points.rows() < tolerance;
            logLikelihood = sums.logLikelihood;
            maximize(sums);
            iterations++;
        }
    }

    /** The logarithm of the likelihood before the last step. */
    double logLikelihood() {
        return logLikelihood;
    }

    int iterations() {
        return iterations;
    }

    boolean converged() {
        return converged;
    }

    Mixture mixture() {
        return new Mixture(weights, new Points(means, groups, columns), covariances, shape);
    }

    private interface Part {
        void add(Sums sums, int from, int to);
    }

    private Sums over(Part part) {
        Sums[] some = new Sums[chunks.count()];
        chunks.each(cancel, (chunk, from, to) -> {
            some[chunk] = new Sums();
            part.add(some[chunk], from, to);
        });
        Sums total = new Sums();
        for (Sums sums : some) {
            total.add(sums);
        }
        return total;
    }

    private void maximize(Sums sums) {
        double[] newWeights = new double[groups];
        double[] newMeans = means.clone();
        double[][][] newCovariances = new double[groups][columns][columns];
        double all = 0;
        for (int c = 0; c < groups; c++) {
            newWeights[c] = sums.shares[c] + CRUMB;
            all += newWeights[c];
            double[] shift = new double[columns];
            for (int j = 0; j < columns; j++) {
                shift[j] = sums.numbers[c * columns + j] / newWeights[c];
                newMeans[c * columns + j] += shift[j];
            }
            for (int j = 0, at = 0; j < columns; j++) {
                for (int l = diagonal ? j : 0; l <= j; l++) {
                    double value = sums.squares[c][at++] / newWeights[c] - shift[j] * shift[l];
                    newCovariances[c][j][l] = value;
                    newCovariances[c][l][j] = value;
                }
            }
        }
        if (shape == Covariance.TIED) {
            tie(newCovariances, newWeights, all);
        }
        for (int c = 0; c < groups; c++) {
            for (int j = 0; j < columns; j++) {
                newCovariances[c][j][j] = Math.max(0, newCovariances[c][j][j]) + floor[j];
            }
            if (shape == Covariance.SPHERICAL) {
                round(newCovariances[c]);
            }
            newWeights[c] /= all;
        }
        weights = newWeights;
        means = newMeans;
        covariances = newCovariances;
    }

    private void tie(double[][][] all, double[] shares, double total) {
        double[][] tied = new double[columns][columns];
        for (int c = 0; c < groups; c++) {
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    tied[j][l] += all[c][j][l] * shares[c] / total;
                }
            }
        }
        for (int c = 0; c < groups; c++) {
            for (int j = 0; j < columns; j++) {
                all[c][j] = tied[j].clone();
            }
        }
    }

    private void round(double[][] covariance) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += covariance[j][j];
        }
        for (int j = 0; j < columns; j++) {
            Arrays.fill(covariance[j], 0);
            covariance[j][j] = sum / columns;
        }
    }
}
