package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/** Ward's distance, which follows from the means and sizes of groups: no distance is kept. */
final class ByMeans implements Hierarchy.Nearness {
    private static final int PIECE = 2048;

    private final int columns;
    private final CancelSignal cancel;
    /** Means by column, of the groups that are left one after another; which group is where, and where a group is. */
    private final double[][] means;

    private final double[] sizes;
    private final int[] groupAt;
    private final int[] placeOf;
    private int left;
    private double distance;

    ByMeans(Points points, CancelSignal cancel) {
        this.cancel = cancel;
        columns = points.columns();
        left = points.rows();
        means = new double[columns][left];
        sizes = new double[left];
        groupAt = new int[left];
        placeOf = new int[left];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < left; i++) {
            groupAt[i] = i;
            placeOf[i] = i;
            for (int j = 0; j < columns; j++) {
                means[j][i] = points.at(i, j);
            }
        }
    }

    @Override
    public int nearest(int group, int preferred) {
        int own = placeOf[group];
        Chunks pieces = Chunks.of(left, PIECE);
        double[] least = new double[pieces.count()];
        int[] found = new int[pieces.count()];
        pieces.each(cancel, (piece, from, to) -> {
            double[] squares = new double[to - from];
            squares(own, from, to, squares);
            int best = -1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double square = squares[i - from];
                if (i != own
                        && (square < smallest || square == smallest && better(groupAt[i], groupAt[best], preferred))) {
                    smallest = square;
                    best = i;
                }
            }
            least[piece] = smallest;
            found[piece] = best;
        });
        int best = found[0];
        double smallest = least[0];
        for (int p = 1; p < found.length; p++) {
            if (found[p] >= 0
                    && (best < 0
                            || least[p] < smallest
                            || least[p] == smallest && better(groupAt[found[p]], groupAt[best], preferred))) {
                smallest = least[p];
                best = found[p];
            }
        }
        distance = Math.sqrt(smallest);
        return groupAt[best];
    }

    private static boolean better(int group, int than, int preferred) {
        return group == preferred || than != preferred && group < than;
    }

    private void squares(int own, int from, int to, double[] squares) {
        int length = to - from;
        for (int j = 0; j < columns; j++) {
            double[] column = means[j];
            double mean = column[own];
            for (int i = 0; i < length; i++) {
                double apart = column[from + i] - mean;
                squares[i] += apart * apart;
            }
        }
        double size = sizes[own];
        for (int i = 0; i < length; i++) {
            squares[i] *= 2 * size * sizes[from + i] / (size + sizes[from + i]);
        }
    }

    @Override
    public double distance() {
        return distance;
    }

    @Override
    public void join(int gone, int kept) {
        int a = placeOf[gone];
        int b = placeOf[kept];
        double size = sizes[a] + sizes[b];
        for (double[] column : means) {
            column[b] += (column[a] - column[b]) * (sizes[a] / size);
        }
        sizes[b] = size;
        left--;
        for (double[] column : means) {
            column[a] = column[left];
        }
        sizes[a] = sizes[left];
        groupAt[a] = groupAt[left];
        placeOf[groupAt[a]] = a;
    }
}
