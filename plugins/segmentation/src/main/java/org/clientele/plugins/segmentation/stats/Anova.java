package org.clientele.plugins.segmentation.stats;

/**
 * One-way analysis of variance: whether means differ between groups, and by how much. R. A. Fisher, Statistical Methods for
 * Research Workers, 1925; omega squared after W. L. Hays, 1963. What cannot be worked out, with fewer than two groups or none
 * with more than one member, is NaN.
 *
 * @param f the statistic; infinite where groups differ and nobody within one does
 * @param between degrees of freedom between groups
 * @param within degrees of freedom within them; of Welch's test not a whole number
 * @param p how likely an F as large is, were all means equal
 * @param etaSquared which share of the variance lies between the groups, in this sample
 * @param omegaSquared the same, less what chance alone would give; not below 0
 */
public record Anova(double f, double between, double within, double p, double etaSquared, double omegaSquared) {
    /** The classical test, which takes variances as equal. */
    public static Anova of(GroupMoments groups) {
        int n = groups.count();
        int df = groups.filled() - 1;
        int rest = n - df - 1;
        double ssb = groups.between();
        double ssw = groups.within();
        double all = ssb + ssw;
        if (df < 1 || rest < 1 || !(all > 0)) {
            return new Anova(Double.NaN, df, rest, Double.NaN, Double.NaN, Double.NaN);
        }
        double error = ssw / rest;
        double f = ssb / df / error;
        return new Anova(f, df, rest, Tails.f(f, df, rest), ssb / all, omega(ssb, df, error, all));
    }

    /**
     * Welch's test, which does not take variances as equal; effect sizes are those of the classical one. B. L. Welch, On the
     * comparison of several mean values, Biometrika 38, 1951. Groups of one, and those without any spread, have no weight that
     * could be worked out: with one of them the answer is NaN.
     */
    public static Anova welch(GroupMoments groups) {
        Anova classical = of(groups);
        int k = groups.filled();
        double weights = 0;
        double sum = 0;
        for (int g = 0; g < groups.counts().length; g++) {
            if (groups.counts()[g] > 0) {
                double w = groups.counts()[g] / groups.variance(g);
                weights += w;
                sum += w * groups.means()[g];
            }
        }
        double mean = sum / weights;
        double spread = 0;
        double lambda = 0;
        for (int g = 0; g < groups.counts().length; g++) {
            if (groups.counts()[g] > 0) {
                double w = groups.counts()[g] / groups.variance(g);
                double d = groups.means()[g] - mean;
                spread += w * d * d;
                lambda += (1 - w / weights) * (1 - w / weights) / (groups.counts()[g] - 1);
            }
        }
        double square = (double) k * k - 1;
        double f = spread / (k - 1) / (1 + 2 * (k - 2) * lambda / square);
        double within = square / (3 * lambda);
        boolean told = k > 1 && Double.isFinite(f) && Double.isFinite(within);
        return new Anova(
                told ? f : Double.NaN,
                k - 1,
                told ? within : Double.NaN,
                told ? Tails.f(f, k - 1, within) : Double.NaN,
                classical.etaSquared,
                classical.omegaSquared);
    }

    private static double omega(double ssb, int df, double error, double all) {
        return Math.max(0, (ssb - df * error) / (all + error));
    }
}
