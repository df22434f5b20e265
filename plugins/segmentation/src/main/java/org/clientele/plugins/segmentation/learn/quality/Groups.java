package org.clientele.plugins.segmentation.learn.quality;

import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Refusal;

/**
 * Labels counted.
 *
 * @param labels a group from 0 a point; below 0 a point is in none
 * @param sizes how many points each group has, by label
 * @param points how many points are in a group
 */
record Groups(int[] labels, int[] sizes, int points) {
    static Groups of(int[] labels) {
        int highest = -1;
        for (int label : labels) {
            highest = Math.max(highest, label);
        }
        int[] sizes = new int[highest + 1];
        int points = 0;
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
                points++;
            }
        }
        return new Groups(labels, sizes, points);
    }

    /** How many groups have points. */
    int count() {
        return (int) IntStream.of(sizes).filter(n -> n > 0).count();
    }

    /** @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there is nothing to compare */
    void needTwo() {
        int count = count();
        if (count < 2 || count >= points) {
            throw Refusal.noGroupsToCompare(count, points);
        }
    }

    /** The points that are in a group, by row number, ascending. */
    int[] rows() {
        return IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    }

    /** The points of each group, by label, ascending. */
    int[][] members() {
        int[][] members = new int[sizes.length][];
        for (int g = 0; g < sizes.length; g++) {
            members[g] = new int[sizes[g]];
        }
        int[] next = new int[sizes.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                members[labels[i]][next[labels[i]]++] = i;
            }
        }
        return members;
    }
}
