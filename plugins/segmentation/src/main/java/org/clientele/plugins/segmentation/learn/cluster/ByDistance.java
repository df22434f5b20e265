package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/** Average and complete distances, which follow from those of the groups that were joined (Lance and Williams 1967). */
final class ByDistance implements Hierarchy.Nearness {
    private static final float[] GONE = {};

    private final boolean average;
    private final float[][] distances;
    private final int[] sizes;
    private final int[] left;
    private int count;
    private double distance;

    ByDistance(Points points, Linkage linkage, CancelSignal cancel) {
        average = linkage == Linkage.AVERAGE;
        count = points.rows();
        sizes = new int[count];
        left = new int[count];
        Arrays.fill(sizes, 1);
        Arrays.setAll(left, i -> i);
        distances = new float[count][];
        Chunks.of(count, 64).each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                distances[i] = new float[i];
                for (int j = 0; j < i; j++) {
                    distances[i][j] = (float) Math.sqrt(points.squaredDistance(i, points, j));
                }
            }
        });
    }

    /** For how many points a half matrix fits into so many bytes. */
    static int mostFor(long bytes) {
        return (int) Math.sqrt(bytes / 2.0);
    }

    private float between(int a, int b) {
        return a > b ? distances[a][b] : distances[b][a];
    }

    @Override
    public int nearest(int group, int preferred) {
        int best = preferred;
        float least = preferred < 0 ? Float.POSITIVE_INFINITY : between(group, preferred);
        float[] own = distances[group];
        for (int i = 0; i < count; i++) {
            int other = left[i];
            if (other != group) {
                float apart = other < group ? own[other] : distances[other][group];
                if (apart < least || best < 0) {
                    least = apart;
                    best = other;
                }
            }
        }
        distance = least;
        return best;
    }

    @Override
    public double distance() {
        return distance;
    }

    @Override
    public void join(int gone, int kept) {
        int at = Arrays.binarySearch(left, 0, count, gone);
        System.arraycopy(left, at + 1, left, at, count - at - 1);
        count--;
        double share = (double) sizes[gone] / (sizes[gone] + sizes[kept]);
        for (int i = 0; i < count; i++) {
            int other = left[i];
            if (other != kept) {
                double a = between(gone, other);
                double b = between(kept, other);
                float joined = (float) (average ? b + (a - b) * share : Math.max(a, b));
                if (kept > other) {
                    distances[kept][other] = joined;
                } else {
                    distances[other][kept] = joined;
                }
            }
        }
        sizes[kept] += sizes[gone];
        distances[gone] = GONE;
    }
}
