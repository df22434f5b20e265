package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;

/**
 * Groups joined step by step, as SciPy's linkage writes it: {@code points - 1} joins, the lowest first. The numbers of groups
 * are those of the points up to {@code points - 1}, and {@code points + i} for what join {@code i} made.
 *
 * @param points how many points there are, at least 1
 * @param left the smaller of the numbers of the two groups that each join joins
 * @param right the larger one
 * @param heights how far apart they are, never falling
 * @param sizes how many points are then together
 */
public record Tree(int points, int[] left, int[] right, double[] heights, int[] sizes) {
    /**
     * The groups that are left when there are so many; they are numbered by their first point.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID for less than one group; DATA_VALUE_INVALID for more
     *     groups than points
     */
    public int[] cut(int groups) {
        if (groups < 1) {
            throw Refusal.tooSmall(Setting.GROUPS, groups, 1);
        }
        if (groups > points) {
            throw Refusal.tooFewPoints(points, groups);
        }
        return after(points - groups);
    }

    /** The groups that no join above a height has joined; they are numbered by their first point. */
    public int[] cutAt(double height) {
        return after(joinsUpTo(height));
    }

    /** How many groups a cut at a height leaves. */
    public int groupsAt(double height) {
        return points - joinsUpTo(height);
    }

    /** A height whose cut leaves so many groups, half way between two joins; the exact groups of {@link #cut} if they are not equally high. */
    public double heightOf(int groups) {
        int joins = points - groups;
        double below = joins < 1 ? 0 : heights[joins - 1];
        double above = joins < heights.length ? heights[joins] : below * 1.05;
        return (below + above) / 2;
    }

    /** How many different points there are: those that are alike are joined at 0. */
    public int different() {
        return groupsAt(0);
    }

    private int joinsUpTo(double height) {
        int joins = 0;
        while (joins < heights.length && heights[joins] <= height) {
            joins++;
        }
        return joins;
    }

    private int[] after(int joins) {
        int[] parent = new int[points + joins];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < joins; i++) {
            parent[left[i]] = points + i;
            parent[right[i]] = points + i;
        }
        for (int i = parent.length - 1; i >= 0; i--) {
            parent[i] = parent[parent[i]];
        }
        int[] number = new int[parent.length];
        Arrays.fill(number, -1);
        int[] labels = new int[points];
        int groups = 0;
        for (int i = 0; i < points; i++) {
            if (number[parent[i]] < 0) {
                number[parent[i]] = groups++;
            }
            labels[i] = number[parent[i]];
        }
        return labels;
    }

    /** The points from left to right, so that no two branches of a drawing cross. */
    public int[] order() {
        int[] order = new int[points];
        int[] start = new int[points + left.length];
        for (int i = left.length - 1; i >= 0; i--) {
            start[left[i]] = start[points + i];
            start[right[i]] = start[points + i] + size(left[i]);
        }
        for (int i = 0; i < points; i++) {
            order[start[i]] = i;
        }
        return order;
    }

    private int size(int group) {
        return group < points ? 1 : sizes[group - points];
    }

    /**
     * The joins at the top alone, for drawing a tree of many points: its points are the groups of {@link #cut}, by their
     * numbers; its sizes still count the points of this tree.
     *
     * @param groups from 1 to as many as there are points
     */
    public Tree top(int groups) {
        int[] labels = cut(groups);
        int joins = points - groups;
        int[] number = new int[points + left.length];
        for (int i = 0; i < points; i++) {
            number[i] = labels[i];
        }
        int[] l = new int[groups - 1];
        int[] r = new int[groups - 1];
        for (int i = 0; i < left.length; i++) {
            number[points + i] = i < joins ? number[left[i]] : groups + i - joins;
            if (i >= joins) {
                l[i - joins] = Math.min(number[left[i]], number[right[i]]);
                r[i - joins] = Math.max(number[left[i]], number[right[i]]);
            }
        }
        return new Tree(
                groups,
                l,
                r,
                Arrays.copyOfRange(heights, joins, heights.length),
                Arrays.copyOfRange(sizes, joins, sizes.length));
    }
}
