package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;

/**
 * What k-means found.
 *
 * @param centres the means of the groups, a row each, in the coordinates of the points
 * @param labels for each point the row of its nearest centre
 * @param inertia the squared distances of the points to their centres, summed
 * @param iterations how often the centres were moved
 * @param converged whether the centres had come to rest before the highest number of iterations
 */
public record KMeansModel(Points centres, int[] labels, double inertia, int iterations, boolean converged) {
    /** How many groups there are. */
    public int groups() {
        return centres.rows();
    }

    /** The group of each of other points: the nearest centre, of several equally near ones the first. */
    public int[] assign(Points points, CancelSignal cancel) {
        return Nearest.of(points, centres, cancel);
    }
}
