package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Centroids;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * How groups lie around their means.
 *
 * @param within the squared distances of the points to the means of their groups, summed: k-means' inertia, of any grouping
 * @param daviesBouldin how large groups are for their distance to the most similar other, averaged; smaller is better, 0 the
 *     best (Davies and Bouldin 1979)
 * @param calinskiHarabasz the variance between groups by that within them; larger is better, infinite where groups have no
 *     extent (Calinski and Harabasz 1974)
 */
public record Separation(double within, double daviesBouldin, double calinskiHarabasz) {
    /**
     * Of all points that are in a group.
     *
     * @param labels a group from 0 a point; points below 0 are in no group and left out
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there are fewer than two groups, if all points are
     *     alone, or if a number is not finite; ARGUMENT_INVALID if there is not a label a point
     */
    public static Separation of(Points points, int[] labels, CancelSignal cancel) {
        points.check(1, cancel);
        Groups groups = Groups.of(labels);
        Points means = Centroids.of(points, labels, groups.sizes().length, cancel);
        groups.needTwo();
        double[][] sums = distances(points, labels, means, cancel);
        double within = Chunks.total(sums[1]);
        double between = between(means, groups);
        int k = groups.count();
        double ratio = within == 0 ? Double.POSITIVE_INFINITY : between / (k - 1.0) / (within / (groups.points() - k));
        return new Separation(within, daviesBouldin(means, groups, sums[0]), ratio);
    }

    /** The distances to the own mean and their squares, summed by group. */
    private static double[][] distances(Points points, int[] labels, Points means, CancelSignal cancel) {
        int groups = means.rows();
        Chunks chunks = Chunks.of(points.rows());
        double[][] some = new double[chunks.count()][2 * groups];
        chunks.each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                if (labels[i] >= 0) {
                    double square = points.squaredDistance(i, means, labels[i]);
                    some[chunk][labels[i]] += Math.sqrt(square);
                    some[chunk][groups + labels[i]] += square;
                }
            }
        });
        double[] total = new double[2 * groups];
        for (double[] one : some) {
            for (int g = 0; g < total.length; g++) {
                total[g] += one[g];
            }
        }
        return new double[][] {Arrays.copyOf(total, groups), Arrays.copyOfRange(total, groups, 2 * groups)};
    }

    private static double between(Points means, Groups groups) {
        double[] centre = new double[means.columns()];
        for (int g = 0; g < means.rows(); g++) {
            for (int j = 0; j < centre.length; j++) {
                centre[j] += means.at(g, j) * groups.sizes()[g] / groups.points();
            }
        }
        Points all = new Points(centre, 1, centre.length);
        double between = 0;
        for (int g = 0; g < means.rows(); g++) {
            between += groups.sizes()[g] * (groups.sizes()[g] == 0 ? 0 : means.squaredDistance(g, all, 0));
        }
        return between;
    }

    private static double daviesBouldin(Points means, Groups groups, double[] distances) {
        int[] sizes = groups.sizes();
        double sum = 0;
        for (int a = 0; a < sizes.length; a++) {
            double worst = 0;
            for (int b = 0; b < sizes.length && sizes[a] > 0; b++) {
                if (a != b && sizes[b] > 0) {
                    double extent = distances[a] / sizes[a] + distances[b] / sizes[b];
                    double apart = Math.sqrt(means.squaredDistance(a, means, b));
                    // Two groups with the same mean are as alike as can be, unless both have no extent.
                    worst = Math.max(worst, extent == 0 ? 0 : extent / apart);
                }
            }
            sum += worst;
        }
        return sum / groups.count();
    }
}
