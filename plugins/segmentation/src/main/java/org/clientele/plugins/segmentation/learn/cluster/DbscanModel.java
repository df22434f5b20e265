package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * What DBSCAN found.
 *
 * @param labels for each point its group, or {@link Dbscan#NOISE}
 * @param core for each point whether it is a core
 * @param groups how many groups there are, perhaps none
 * @param radius that they were found with
 * @param cores the points that are cores
 * @param coreLabels the groups of those
 */
public record DbscanModel(int[] labels, boolean[] core, int groups, double radius, Points cores, int[] coreLabels) {
    /**
     * The groups of other points: of each the group of a core within the radius, of several the first group, or noise. Points
     * that the groups were found on get their own labels back.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the columns are not those of the cores;
     *     DATA_VALUE_INVALID if a number is not finite
     */
    public int[] assign(Points points, CancelSignal cancel) {
        if (points.columns() != cores.columns()) {
            throw Refusal.unequal(points.columns(), cores.columns());
        }
        points.check(0, cancel);
        int[] assigned = new int[points.rows()];
        Arrays.fill(assigned, Dbscan.NOISE);
        KdTree tree = new KdTree(cores);
        Chunks.of(points.rows(), 256).each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                int row = i;
                tree.within(points, i, radius, near -> {
                    if (assigned[row] == Dbscan.NOISE || coreLabels[near] < assigned[row]) {
                        assigned[row] = coreLabels[near];
                    }
                });
            }
        });
        return assigned;
    }
}
