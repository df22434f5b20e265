package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/** The means of groups, to which new points go where an algorithm leaves no model, such as a tree of joins. */
public final class Centroids {
    private Centroids() {}

    /**
     * The mean of each group, a row a label.
     *
     * @param labels from 0 to {@code groups - 1} a point; points below 0 are left out
     * @param groups how many; a label that no point has gets a row of zeros
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if there is not a label a point
     */
    public static Points of(Points points, int[] labels, int groups, CancelSignal cancel) {
        if (labels.length != points.rows()) {
            throw Refusal.unequal(labels.length, points.rows());
        }
        int columns = points.columns();
        Chunks chunks = Chunks.of(points.rows());
        double[][] sums = new double[chunks.count()][groups * columns];
        int[] counts = new int[groups];
        for (int label : labels) {
            if (label >= 0) {
                counts[label]++;
            }
        }
        chunks.each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; labels[i] >= 0 && j < columns; j++) {
                    sums[chunk][labels[i] * columns + j] += points.at(i, j);
                }
            }
        });
        double[] means = new double[groups * columns];
        for (double[] some : sums) {
            for (int m = 0; m < means.length; m++) {
                means[m] += some[m];
            }
        }
        for (int m = 0; m < means.length; m++) {
            means[m] /= Math.max(1, counts[m / columns]);
        }
        return new Points(means, groups, columns);
    }
}
