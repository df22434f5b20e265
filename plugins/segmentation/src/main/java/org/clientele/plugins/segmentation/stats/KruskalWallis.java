package org.clientele.plugins.segmentation.stats;

/**
 * Whether groups differ, by ranks: for measures that are far from normal, such as money. W. H. Kruskal and W. A. Wallis, Journal
 * of the American Statistical Association 47, 1952. NaN with fewer than two groups, or where all values are equal.
 *
 * @param h the statistic, corrected for ties
 * @param degrees of freedom
 * @param p how likely an H as large is, were the groups alike
 * @param epsilonSquared which share of the variance of ranks lies between the groups
 */
public record KruskalWallis(double h, int degrees, double p, double epsilonSquared) {
    /** Parameters as those of {@link GroupMoments#of}. */
    public static KruskalWallis of(double[] values, int[] group, int groups) {
        double[] counted = values.clone();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = group[i] < 0 ? Double.NaN : counted[i];
        }
        GroupMoments ranks = GroupMoments.of(Ranks.of(counted), group, groups);
        double n = ranks.count();
        int degrees = ranks.filled() - 1;
        double correction = 1 - Ranks.ties(counted) / (n * n * n - n);
        if (degrees < 1 || !(correction > 0)) {
            return new KruskalWallis(Double.NaN, degrees, Double.NaN, Double.NaN);
        }
        double h = 12 / (n * (n + 1)) * ranks.between() / correction;
        return new KruskalWallis(h, degrees, Tails.chiSquared(h, degrees), h / (n - 1));
    }
}
