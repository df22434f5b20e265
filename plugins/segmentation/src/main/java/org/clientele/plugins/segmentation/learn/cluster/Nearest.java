package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/** Points given to the nearest of some others. */
public final class Nearest {
    /** Of more centres the nearest is found without looking at all. */
    private static final int MANY = 200;

    private Nearest() {}

    /**
     * For each point the row of the centre at the smallest Euclidean distance, of several equally near ones the first.
     *
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if a number is not finite; ARGUMENT_INVALID if the
     *     columns are not those of the centres
     */
    public static int[] of(Points points, Points centres, CancelSignal cancel) {
        if (points.columns() != centres.columns()) {
            throw Refusal.unequal(points.columns(), centres.columns());
        }
        points.check(0, cancel);
        int[] nearest = new int[points.rows()];
        if (centres.rows() > MANY) {
            KdTree tree = new KdTree(centres);
            Chunks.of(points.rows()).each(cancel, (chunk, from, to) -> {
                for (int i = from; i < to; i++) {
                    nearest[i] = tree.nearest(points, i);
                }
            });
            return nearest;
        }
        Chunks.of(points.rows()).each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < centres.rows(); c++) {
                    double apart = points.squaredDistance(i, centres, c);
                    if (apart < least) {
                        least = apart;
                        nearest[i] = c;
                    }
                }
            }
        });
        return nearest;
    }
}
