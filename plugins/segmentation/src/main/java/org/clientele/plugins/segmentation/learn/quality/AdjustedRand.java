package org.clientele.plugins.segmentation.learn.quality;

import java.util.HashMap;
import java.util.Map;
import org.clientele.plugins.segmentation.learn.Refusal;

/**
 * How far two groupings of the same points agree, chance taken out (Hubert and Arabie 1985): 1 the same, 0 as by chance,
 * below 0 less than by chance.
 */
public final class AdjustedRand {
    private AdjustedRand() {}

    /**
     * The index. Labels are any whole numbers; -1 of DBSCAN counts as a group like any other. Two groupings that are both of
     * one group, or both of single points, agree: 1.
     *
     * @param a a label a point
     * @param b a label a point, in the same order
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if they are not equally long; DATA_VALUE_INVALID without
     *     points
     */
    public static double of(int[] a, int[] b) {
        if (a.length != b.length) {
            throw Refusal.unequal(b.length, a.length);
        }
        if (a.length == 0) {
            throw Refusal.tooFewPoints(0, 1);
        }
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> second = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            both.merge((long) a[i] << 32 | b[i] & 0xFFFFFFFFL, 1, Integer::sum);
            first.merge(a[i], 1, Integer::sum);
            second.merge(b[i], 1, Integer::sum);
        }
        double together = pairs(both);
        double inFirst = pairs(first);
        double inSecond = pairs(second);
        double all = a.length * (a.length - 1.0) / 2;
        double chance = all == 0 ? 0 : inFirst / all * inSecond;
        double most = (inFirst + inSecond) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    /** Pairs of points within the groups: whole numbers, so that their order does not matter. */
    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
    }
}
