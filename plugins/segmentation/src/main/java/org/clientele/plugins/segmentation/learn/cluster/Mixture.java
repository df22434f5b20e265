package org.clientele.plugins.segmentation.learn.cluster;

import java.util.BitSet;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * A mixture of normal distributions: what a fit found, whichever its points were.
 *
 * @param weights the share of each component, above 0, together 1
 * @param means of the components, a row each
 * @param covariances of the components, a square each
 * @param shape what the covariances were allowed to be; only the number of parameters depends on it
 */
public record Mixture(double[] weights, Points means, double[][][] covariances, Covariance shape) {
    /** A variance that is this share of the whole one, or less, is that of a repeated number. */
    private static final double NARROW = 1e-4;

    /** How many components there are. */
    public int groups() {
        return weights.length;
    }

    /** How many numbers were free: weights, means and covariances. */
    public int parameters() {
        return groups() - 1 + groups() * means.columns() + shape.parameters(groups(), means.columns());
    }

    /**
     * The columns in which some component has next to no width beside the whole mixture's, because the points in it repeat one
     * number. There the likelihood grows as the component narrows, whatever the other points are like (Day 1969), and only the
     * regularisation stops it.
     */
    public BitSet flat() {
        BitSet flat = new BitSet();
        for (int j = 0; j < means.columns(); j++) {
            double mean = 0;
            double square = 0;
            double narrowest = Double.POSITIVE_INFINITY;
            for (int c = 0; c < groups(); c++) {
                mean += weights[c] * means.at(c, j);
                square += weights[c] * (covariances[c][j][j] + means.at(c, j) * means.at(c, j));
                narrowest = Math.min(narrowest, covariances[c][j][j]);
            }
            flat.set(j, narrowest < NARROW * (square - mean * mean));
        }
        return flat;
    }

    /**
     * The logarithm of the likelihood of points, summed over them.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the columns are not those of the mixture;
     *     DATA_VALUE_INVALID if a number is not finite
     */
    public double logLikelihood(Points points, CancelSignal cancel) {
        check(points, cancel);
        Densities densities = Densities.of(this);
        return Chunks.of(points.rows()).sum(cancel, (from, to) -> {
            Densities.Row row = densities.row();
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += row.logLikelihood(points, i);
            }
            return sum;
        });
    }

    /**
     * How likely each point is of each component: {@code rows * groups} numbers from 0 to 1, row by row, together 1 a row.
     *
     * @throws org.clientele.sdk.AnalyticsException as {@link #logLikelihood}
     */
    public double[] posteriors(Points points, CancelSignal cancel) {
        check(points, cancel);
        Densities densities = Densities.of(this);
        double[] posteriors = new double[Math.multiplyExact(points.rows(), groups())];
        Chunks.of(points.rows()).each(cancel, (chunk, from, to) -> {
            Densities.Row row = densities.row();
            for (int i = from; i < to; i++) {
                row.logLikelihood(points, i);
                System.arraycopy(row.posteriors(), 0, posteriors, i * groups(), groups());
            }
        });
        return posteriors;
    }

    /**
     * The likeliest component of each point, of several the first.
     *
     * @throws org.clientele.sdk.AnalyticsException as {@link #logLikelihood}
     */
    public int[] assign(Points points, CancelSignal cancel) {
        double[] posteriors = posteriors(points, cancel);
        int[] labels = new int[points.rows()];
        for (int i = 0; i < labels.length; i++) {
            for (int c = 1; c < groups(); c++) {
                if (posteriors[i * groups() + c] > posteriors[i * groups() + labels[i]]) {
                    labels[i] = c;
                }
            }
        }
        return labels;
    }

    private void check(Points points, CancelSignal cancel) {
        if (points.columns() != means.columns()) {
            throw Refusal.unequal(points.columns(), means.columns());
        }
        points.check(0, cancel);
    }
}
