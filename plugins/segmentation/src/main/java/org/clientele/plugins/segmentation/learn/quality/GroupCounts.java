package org.clientele.plugins.segmentation.learn.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.cluster.Bend;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Groupings into more and more groups beside each other, for choosing how many.
 *
 * @param choices one a number of groups, rising
 * @param elbow the number of groups at the bend of the squares within groups; a hint and no more
 * @param best the number of groups with the largest silhouette
 */
public record GroupCounts(List<Choice> choices, int elbow, int best) {
    private static final Texts TEXTS = Texts.of(GroupCounts.class);
    private static final int SILHOUETTE_ROWS = 4_000;

    /**
     * One number of groups.
     *
     * @param groups how many were asked for
     * @param labels a label a point
     * @param separation squares within groups, Davies-Bouldin and Calinski-Harabasz
     * @param silhouette the mean, of a sample where there are many points
     */
    public record Choice(int groups, int[] labels, Separation separation, double silhouette) {}

    public GroupCounts {
        choices = List.copyOf(choices);
    }

    /**
     * Groups points each way.
     *
     * @param way the grouping for a number of groups
     * @param from the smallest number of groups, at least 2
     * @param to the largest; as many as there are points less one at most
     * @param seed decides starts and the sample, which is the same for all
     * @throws org.clientele.sdk.AnalyticsException as the grouping; ARGUMENT_INVALID if the numbers are out of range
     */
    public static GroupCounts compare(
            Points points,
            IntFunction<Grouping> way,
            int from,
            int to,
            long seed,
            Progress progress,
            CancelSignal cancel) {
        if (from < 2) {
            throw Refusal.tooSmall(Setting.GROUPS, from, 2);
        }
        if (to < from) {
            throw Refusal.tooSmall(Setting.GROUPS, to, from);
        }
        points.check(to + 1, cancel);
        List<Choice> choices = new ArrayList<>();
        double[] within = new double[to - from + 1];
        int best = 0;
        for (int k = from; k <= to; k++) {
            progress.report((double) (k - from) / within.length, TEXTS.get("grouping", k, to));
            int[] labels = way.apply(k).labels(points, seed, cancel);
            Separation separation = Separation.of(points, labels, cancel);
            double silhouette =
                    Silhouette.of(points, labels, SILHOUETTE_ROWS, seed, cancel).mean();
            choices.add(new Choice(k, labels, separation, silhouette));
            within[k - from] = separation.within();
            best = silhouette > choices.get(best).silhouette() ? k - from : best;
        }
        return new GroupCounts(choices, from + Bend.of(within), from + best);
    }
}
