package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * Average and complete distances of a few groups, all of which are kept: those of joined groups follow from those of their parts
 * (Lance and Williams 1967).
 */
final class ByDistance implements Hierarchy.Nearness {
    private static final int ROWS = 16;

    private final boolean average;
    /** Half a matrix: of each group to those before it. */
    private final float[][] distances;
    /** The groups by their places in the matrix: their numbers, how many points each has, and which are left. */
    private final int[] numbers;

    private final int[] sizes;
    private final int[] left;
    private final int[] placeOf;
    private int count;
    private double distance;

    ByDistance(Points points, GrowingGroup[] groups, Linkage linkage, CancelSignal cancel) {
        average = linkage == Linkage.AVERAGE;
        count = groups.length;
        numbers = new int[count];
        sizes = new int[count];
        left = new int[count];
        placeOf = new int[points.rows()];
        distances = new float[count][];
        int[] ends = new int[count];
        int[] members = new int[points.rows()];
        int end = 0;
        for (int g = 0; g < count; g++) {
            left[g] = g;
            numbers[g] = groups[g].number();
            placeOf[numbers[g]] = g;
            sizes[g] = groups[g].size();
            System.arraycopy(groups[g].members(), 0, members, end, sizes[g]);
            end += sizes[g];
            ends[g] = end;
        }
        double[][] columns = points.rows(members).byColumn();
        Chunks.of(count, ROWS).each(cancel, (chunk, from, to) -> {
            for (int g = from; g < to; g++) {
                distances[g] = toThoseBefore(g, columns, ends);
            }
        });
    }

    /** The distances of a group to those before it, of points by column, which stand group by group. */
    private float[] toThoseBefore(int group, double[][] columns, int[] ends) {
        float[] found = new float[group];
        if (group == 0) {
            return found;
        }
        int before = ends[group - 1];
        double[] squares = new double[before];
        double[] sums = new double[before];
        for (int i = before; i < ends[group]; i++) {
            Arrays.fill(squares, 0);
            for (double[] column : columns) {
                addSquares(column, column[i], squares);
            }
            if (average) {
                addRoots(squares, sums);
            } else {
                raise(squares, sums);
            }
        }
        for (int g = 0, at = 0; g < group; g++) {
            double sum = 0;
            for (; at < ends[g]; at++) {
                sum = average ? sum + sums[at] : Math.max(sum, sums[at]);
            }
            found[g] = (float) (average ? sum / ((double) sizes[g] * sizes[group]) : Math.sqrt(sum));
        }
        return found;
    }

    private static void addSquares(double[] column, double own, double[] squares) {
        for (int i = 0; i < squares.length; i++) {
            double apart = column[i] - own;
            squares[i] += apart * apart;
        }
    }

    private static void addRoots(double[] squares, double[] sums) {
        for (int i = 0; i < squares.length; i++) {
            sums[i] += Math.sqrt(squares[i]);
        }
    }

    private static void raise(double[] squares, double[] most) {
        for (int i = 0; i < squares.length; i++) {
            most[i] = Math.max(most[i], squares[i]);
        }
    }

    private float between(int a, int b) {
        return a > b ? distances[a][b] : distances[b][a];
    }

    @Override
    public int nearest(int group, int preferred) {
        int own = placeOf[group];
        int best = preferred < 0 ? -1 : placeOf[preferred];
        float least = best < 0 ? Float.POSITIVE_INFINITY : between(own, best);
        float[] before = distances[own];
        for (int i = 0; i < count; i++) {
            int other = left[i];
            if (other != own) {
                float apart = other < own ? before[other] : distances[other][own];
                if (apart < least || best < 0) {
                    least = apart;
                    best = other;
                }
            }
        }
        distance = least;
        return numbers[best];
    }

    @Override
    public double distance() {
        return distance;
    }

    @Override
    public void join(int gone, int kept) {
        int a = placeOf[gone];
        int b = placeOf[kept];
        int at = Arrays.binarySearch(left, 0, count, a);
        System.arraycopy(left, at + 1, left, at, count - at - 1);
        count--;
        double share = (double) sizes[a] / (sizes[a] + sizes[b]);
        for (int i = 0; i < count; i++) {
            int other = left[i];
            if (other != b) {
                double one = between(a, other);
                double two = between(b, other);
                float joined = (float) (average ? two + (one - two) * share : Math.max(one, two));
                if (b > other) {
                    distances[b][other] = joined;
                } else {
                    distances[other][b] = joined;
                }
            }
        }
        sizes[b] += sizes[a];
    }
}
