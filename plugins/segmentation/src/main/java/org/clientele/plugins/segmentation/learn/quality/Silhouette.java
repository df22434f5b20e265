package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;

/**
 * How much nearer points are to their own group than to the nearest other one (Rousseeuw 1987): (b - a) / max(a, b), where a
 * is a point's mean distance to the others of its group and b the smallest mean distance to another group. From -1, in the
 * wrong group, over 0, between two, to 1; 0 for a point that is alone in its group. Euclidean distances.
 *
 * @param rows the points that were measured, by row number, ascending: all that are in a group, or a sample of them
 * @param values the silhouette of each of those
 * @param groups the mean of each group's, by label; NaN for a label that no point has
 * @param mean of all points; of a sample, each group's mean counts by the group's size
 * @param sampled whether {@code rows} are a sample
 */
public record Silhouette(int[] rows, double[] values, double[] groups, double mean, boolean sampled) {
    /** Up to this many points all distances are computed: 100 million, a fraction of a second. */
    public static final int ALL_UP_TO = 10_000;

    private static final int LEAST_OF_A_GROUP = 30;
    private static final int TILE = 256;

    /** Of all points, however many: time grows with their square. See the other way for the rest. */
    public static Silhouette exact(Points points, int[] labels, CancelSignal cancel) {
        return of(points, labels, Integer.MAX_VALUE, 0, cancel);
    }

    /**
     * The silhouette, of a sample where there are many points. The sample takes from each group by its size, but at least 30
     * points where it has them; distances are those within the sample.
     *
     * @param labels a group from 0 a point; points below 0 are in no group and left out
     * @param most how many points are measured without a sample, and how many a sample has, about; at least 2
     * @param seed decides the sample
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there are fewer than two groups, if all points are
     *     alone, or if a number is not finite
     */
    public static Silhouette of(Points points, int[] labels, int most, long seed, CancelSignal cancel) {
        if (labels.length != points.rows()) {
            throw Refusal.unequal(labels.length, points.rows());
        }
        if (most < 2) {
            throw Refusal.tooSmall(Setting.SAMPLE, most, 2);
        }
        points.check(1, cancel);
        Groups all = Groups.of(labels);
        all.needTwo();
        boolean sampled = all.points() > most;
        int[] rows = sampled ? sample(all, most, seed) : all.rows();
        Groups some =
                sampled ? Groups.of(Arrays.stream(rows).map(r -> labels[r]).toArray()) : all;
        double[] values = new Distances(points, rows, labels, some).silhouettes(cancel);
        double[] groups = new double[all.sizes().length];
        for (int i = 0; i < rows.length; i++) {
            groups[labels[rows[i]]] += values[i];
        }
        double mean = 0;
        for (int g = 0; g < groups.length; g++) {
            groups[g] /= some.sizes()[g];
            mean += all.sizes()[g] == 0 ? 0 : groups[g] * all.sizes()[g] / all.points();
        }
        return new Silhouette(rows, values, groups, mean, sampled);
    }

    private static int[] sample(Groups all, int most, long seed) {
        int[][] members = all.members();
        Draws draws = new Draws(seed);
        return Arrays.stream(members)
                .flatMapToInt(of -> {
                    int share = (int) Math.ceil((double) most * of.length / all.points());
                    int wanted = Math.min(of.length, Math.max(LEAST_OF_A_GROUP, share));
                    return Arrays.stream(draws.sample(of.length, wanted)).map(i -> of[i]);
                })
                .sorted()
                .toArray();
    }

    /** Points sorted by group, column by column, so that the distances to a group are computed several at a time. */
    private static final class Distances {
        private final int columns;
        private final int count;
        private final double[] byColumn;
        private final int[] starts;
        private final int[] groupAt;
        private final int[] answerAt;

        Distances(Points points, int[] rows, int[] labels, Groups groups) {
            columns = points.columns();
            count = rows.length;
            starts = new int[groups.sizes().length + 1];
            for (int g = 0; g < groups.sizes().length; g++) {
                starts[g + 1] = starts[g] + groups.sizes()[g];
            }
            int[] next = starts.clone();
            groupAt = new int[count];
            answerAt = new int[count];
            byColumn = new double[columns * count];
            for (int i = 0; i < count; i++) {
                int at = next[labels[rows[i]]]++;
                groupAt[at] = labels[rows[i]];
                answerAt[at] = i;
                for (int j = 0; j < columns; j++) {
                    byColumn[j * count + at] = points.at(rows[i], j);
                }
            }
        }

        double[] silhouettes(CancelSignal cancel) {
            double[] values = new double[count];
            Chunks.of(count, Math.max(1, Math.min(64, 4_000_000 / Math.max(1, count))))
                    .each(cancel, (chunk, from, to) -> {
                        double[] tile = new double[TILE];
                        double[] sums = new double[starts.length - 1];
                        for (int at = from; at < to; at++) {
                            for (int g = 0; g < sums.length; g++) {
                                sums[g] = 0;
                                for (int start = starts[g]; start < starts[g + 1]; start += TILE) {
                                    sums[g] += distances(at, start, Math.min(TILE, starts[g + 1] - start), tile);
                                }
                            }
                            values[answerAt[at]] = silhouette(groupAt[at], sums);
                        }
                    });
            return values;
        }

        private double distances(int at, int start, int length, double[] tile) {
            for (int j = 0; j < columns; j++) {
                add(tile, byColumn, j * count + start, length, byColumn[j * count + at], j == 0);
            }
            double even = 0;
            double odd = 0;
            for (int i = 0; i < length; i++) {
                tile[i] = Math.sqrt(tile[i]);
            }
            int i = 0;
            for (; i + 1 < length; i += 2) {
                even += tile[i];
                odd += tile[i + 1];
            }
            return even + odd + (i < length ? tile[i] : 0);
        }

        private static void add(double[] tile, double[] x, int start, int length, double own, boolean first) {
            if (first) {
                for (int i = 0; i < length; i++) {
                    double apart = x[start + i] - own;
                    tile[i] = apart * apart;
                }
            } else {
                for (int i = 0; i < length; i++) {
                    double apart = x[start + i] - own;
                    tile[i] += apart * apart;
                }
            }
        }

        private double silhouette(int own, double[] sums) {
            int others = starts[own + 1] - starts[own] - 1;
            if (others == 0) {
                return 0;
            }
            double within = sums[own] / others;
            double nearest = Double.POSITIVE_INFINITY;
            for (int g = 0; g < sums.length; g++) {
                int size = starts[g + 1] - starts[g];
                if (g != own && size > 0) {
                    nearest = Math.min(nearest, sums[g] / size);
                }
            }
            double larger = Math.max(within, nearest);
            return larger > 0 ? (nearest - within) / larger : 0;
        }
    }
}
