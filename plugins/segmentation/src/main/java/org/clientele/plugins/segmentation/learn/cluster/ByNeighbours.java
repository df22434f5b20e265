package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * Groups that remember their neighbours: no distance is kept but those of a few near ones to each. Ward's follow from means and
 * sizes. Average and complete distances are worked out from the points, which is little work while groups are small; looking
 * around, a group passes over those that the means tell to be too far.
 */
final class ByNeighbours implements Hierarchy.Nearness {
    private static final int ROWS = 64;
    /** Distances that differ by no more are equal: rounding moves their sums by less. */
    private static final double EQUAL = 1e-10;

    private final Points points;
    private final Linkage linkage;
    /** Of the groups that are left, one after another: means by column, sizes, and the mean squares around the means. */
    private final double[][] means;

    private final double[] sizes;
    private final double[] spreads;
    private final GrowingGroup[] groups;
    private final int[] placeOf;
    private final double[] squares;
    private int left;
    private double distance;

    ByNeighbours(Points points, Linkage linkage, CancelSignal cancel) {
        this.points = points;
        this.linkage = linkage;
        left = points.rows();
        means = points.byColumn();
        sizes = new double[left];
        spreads = new double[left];
        squares = new double[left];
        groups = new GrowingGroup[left];
        placeOf = new int[left];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < left; i++) {
            placeOf[i] = i;
            groups[i] = GrowingGroup.of(i);
        }
        Chunks.of(left, ROWS).each(cancel, (chunk, from, to) -> {
            double[] own = new double[left];
            for (int i = from; i < to; i++) {
                lookAround(groups[i], own);
            }
        });
    }

    @Override
    public int nearest(int group, int preferred) {
        GrowingGroup own = groups[placeOf[group]];
        if (!own.renew(this::between)) {
            lookAround(own, squares);
        }
        distance = own.least();
        boolean equal = preferred >= 0 && between(own, groups[placeOf[preferred]]) <= distance * (1 + EQUAL);
        return equal ? preferred : own.nearest().number();
    }

    /** Lists those nearest to a group: first by what they are apart at least, which tells whom else to look at. */
    private void lookAround(GrowingGroup own, double[] squares) {
        int place = placeOf[own.number()];
        leastSquares(place, squares);
        squares[place] = Double.POSITIVE_INFINITY;
        own.clear();
        for (int i = 0; i < left; i++) {
            if (squares[i] < own.bound()) {
                own.list(groups[i], squares[i]);
            }
        }
        GrowingGroup[] likely = own.listed();
        own.clear();
        for (GrowingGroup other : likely) {
            own.list(other, between(own, other));
            squares[placeOf[other.number()]] = Double.POSITIVE_INFINITY;
        }
        double bound = own.bound() * own.bound();
        for (int i = 0; i < left; i++) {
            if (squares[i] < bound) {
                own.list(groups[i], between(own, groups[i]));
                bound = own.bound() * own.bound();
            }
        }
    }

    /**
     * The squares of what groups are apart at least: Ward's distance itself; the distance of the means, below which the mean
     * distance of points cannot be; and the mean square distance of points, which the largest cannot be below.
     */
    private void leastSquares(int place, double[] squares) {
        Arrays.fill(squares, 0, left, 0);
        for (double[] column : means) {
            addSquares(column, column[place], squares, left);
        }
        double size = sizes[place];
        double spread = spreads[place];
        if (linkage == Linkage.WARD) {
            for (int i = 0; i < left; i++) {
                squares[i] *= 2 * size * sizes[i] / (size + sizes[i]);
            }
        } else if (linkage == Linkage.COMPLETE) {
            for (int i = 0; i < left; i++) {
                squares[i] += spread + spreads[i];
            }
        }
    }

    private static void addSquares(double[] column, double mean, double[] squares, int length) {
        for (int i = 0; i < length; i++) {
            double apart = column[i] - mean;
            squares[i] += apart * apart;
        }
    }

    /** How far apart two groups are; the same bits whichever is the first. */
    private double between(GrowingGroup a, GrowingGroup b) {
        if (linkage == Linkage.WARD) {
            int p = placeOf[a.number()];
            int q = placeOf[b.number()];
            double square = 0;
            for (double[] column : means) {
                square += (column[p] - column[q]) * (column[p] - column[q]);
            }
            return Math.sqrt(square * (2 * sizes[p] * sizes[q] / (sizes[p] + sizes[q])));
        }
        return a.number() < b.number() ? ofPoints(a.members(), b.members()) : ofPoints(b.members(), a.members());
    }

    private double ofPoints(int[] some, int[] others) {
        double sum = 0;
        double most = 0;
        for (int i : some) {
            for (int j : others) {
                double square = points.squaredDistance(i, points, j);
                if (linkage == Linkage.COMPLETE) {
                    most = Math.max(most, square);
                } else {
                    sum += Math.sqrt(square);
                }
            }
        }
        return linkage == Linkage.COMPLETE ? Math.sqrt(most) : sum / ((double) some.length * others.length);
    }

    @Override
    public double distance() {
        return distance;
    }

    @Override
    public void join(int gone, int kept) {
        int p = placeOf[gone];
        int q = placeOf[kept];
        groups[q] = GrowingGroup.joined(groups[p], groups[q]);
        double share = sizes[p] / (sizes[p] + sizes[q]);
        double between = 0;
        left--;
        for (double[] column : means) {
            double apart = column[p] - column[q];
            between += apart * apart;
            column[q] += apart * share;
            column[p] = column[left];
        }
        spreads[q] += (spreads[p] - spreads[q]) * share + between * share * (1 - share);
        spreads[p] = spreads[left];
        sizes[q] += sizes[p];
        sizes[p] = sizes[left];
        groups[p] = groups[left];
        placeOf[groups[p].number()] = p;
    }

    /** The groups that are left, in no order. */
    GrowingGroup[] left() {
        return Arrays.copyOf(groups, left);
    }
}
