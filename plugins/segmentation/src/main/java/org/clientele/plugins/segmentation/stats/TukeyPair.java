package org.clientele.plugins.segmentation.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * What two of several groups differ by, with an interval and a p-value that allow for all pairs being looked at. Tukey's honestly
 * significant difference; groups of unequal size after C. Y. Kramer, Biometrics 12, 1956.
 *
 * @param first a group
 * @param second another, with a greater number
 * @param difference mean of the second less mean of the first
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param p adjusted for all pairs
 */
public record TukeyPair(int first, int second, double difference, double low, double high, double p) {
    /**
     * All pairs of groups that have members; none where no group has two members or nobody differs within one.
     *
     * @param confidence that all intervals hold at once, 0.95
     */
    public static List<TukeyPair> of(GroupMoments groups, double confidence) {
        int k = groups.filled();
        int degrees = groups.count() - k;
        List<TukeyPair> pairs = new ArrayList<>();
        if (k < 2 || degrees < 1 || !(groups.within() > 0)) {
            return pairs;
        }
        double error = groups.within() / degrees;
        double q = StudentizedRange.quantile(confidence, k, degrees);
        for (int a = 0; a < groups.counts().length; a++) {
            for (int b = a + 1; b < groups.counts().length; b++) {
                if (groups.counts()[a] > 0 && groups.counts()[b] > 0) {
                    double se = Math.sqrt(error / 2 * (1.0 / groups.counts()[a] + 1.0 / groups.counts()[b]));
                    double d = groups.means()[b] - groups.means()[a];
                    double p = 1 - StudentizedRange.below(Math.abs(d) / se, k, degrees);
                    pairs.add(new TukeyPair(a, b, d, d - q * se, d + q * se, p));
                }
            }
        }
        return pairs;
    }
}
