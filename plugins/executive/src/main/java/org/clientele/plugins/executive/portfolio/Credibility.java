package org.clientele.plugins.executive.portfolio;

/**
 * How far a group's own mean is to be believed, and how far the mean of all: the non-parametric empirical Bayes estimators
 * of Bühlmann and Straub. A group's estimate is {@code z * own mean + (1 - z) * collective mean} with {@code z = w / (w +
 * k)}, where w is the weight of its observations and k = variance within groups / variance between them.
 *
 * <p>Source: H. Bühlmann, E. Straub, "Glaubwürdigkeit für Schadensätze", Mitteilungen der Vereinigung schweizerischer
 * Versicherungsmathematiker 70 (1970); estimators as in H. Bühlmann, A. Gisler, "A Course in Credibility Theory and its
 * Applications" (2005), chapter 4.8.
 *
 * @param within the variance within groups, per unit of weight
 * @param between the variance between groups' means; 0 where it cannot be told from chance
 * @param mean the collective mean, each group weighted by its credibility
 */
public record Credibility(double within, double between, double mean) {

    /** Sums of one group after the other. Not thread-safe. */
    public static final class Builder {
        private double[] weights = new double[64];
        private double[] means = new double[64];
        private int groups;
        private long observations;
        private double squares;

        /**
         * Adds a group.
         *
         * @param values its observations; a group without any is not counted
         * @param weight of each observation
         * @param from the first that counts
         * @param to behind the last that counts
         */
        public Builder group(double[] values, double[] weight, int from, int to) {
            double w = 0;
            double sum = 0;
            for (int i = from; i < to; i++) {
                w += weight[i];
                sum += weight[i] * values[i];
            }
            if (!(w > 0)) {
                return this;
            }
            double own = sum / w;
            for (int i = from; i < to; i++) {
                squares += weight[i] * (values[i] - own) * (values[i] - own);
            }
            if (groups == weights.length) {
                weights = java.util.Arrays.copyOf(weights, 2 * groups);
                means = java.util.Arrays.copyOf(means, 2 * groups);
            }
            weights[groups] = w;
            means[groups++] = own;
            observations += to - from;
            return this;
        }

        /** The estimates. Without groups, or where no group has two observations, the mean of all is believed wholly. */
        public Credibility build() {
            double w = 0;
            double sum = 0;
            double squaredWeights = 0;
            for (int g = 0; g < groups; g++) {
                w += weights[g];
                sum += weights[g] * means[g];
                squaredWeights += weights[g] * weights[g];
            }
            double overall = sum / w;
            if (groups < 2 || observations == groups) {
                return new Credibility(Double.NaN, 0, overall);
            }
            double within = squares / (observations - groups);
            double apart = 0;
            for (int g = 0; g < groups; g++) {
                apart += weights[g] * (means[g] - overall) * (means[g] - overall);
            }
            double between = Math.max(0, w / (w * w - squaredWeights) * (apart - (groups - 1) * within));
            if (!(between > 0)) {
                return new Credibility(within, 0, overall);
            }
            double k = within / between;
            double believed = 0;
            double mean = 0;
            for (int g = 0; g < groups; g++) {
                double z = weights[g] / (weights[g] + k);
                believed += z;
                mean += z * means[g];
            }
            return new Credibility(within, between, mean / believed);
        }
    }

    /** How many units of weight the collective mean is worth; infinite where groups do not differ. */
    public double strength() {
        return between > 0 ? within / between : Double.POSITIVE_INFINITY;
    }

    /**
     * The estimate for a group.
     *
     * @param weight the weight of its observations, 0 or more
     * @param sum their weighted sum
     */
    public double estimate(double weight, double sum) {
        double k = strength();
        return Double.isInfinite(k) ? mean : (k * mean + sum) / (k + weight);
    }
}
