package org.clientele.plugins.segmentation.stats;

/**
 * Counts, means and variances of one measure in each of several groups. Missing values and members of no group are left out.
 *
 * @param counts how many have a value, by group
 * @param means by group; NaN for an empty one
 * @param squares sums of squared deviations from the mean of the group
 */
public record GroupMoments(int[] counts, double[] means, double[] squares) {
    /**
     * @param values a number each; NaN is missing
     * @param group the group of each, from 0; a negative one is none
     * @param groups how many groups there are
     */
    public static GroupMoments of(double[] values, int[] group, int groups) {
        int[] counts = new int[groups];
        double[] sums = new double[groups];
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                counts[group[i]]++;
                sums[group[i]] += values[i];
            }
        }
        double[] means = new double[groups];
        for (int g = 0; g < groups; g++) {
            means[g] = counts[g] == 0 ? Double.NaN : sums[g] / counts[g];
        }
        // Deviations are summed in a second pass: the difference of two large sums would lose the small one between
        // them.
        double[] squares = new double[groups];
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                double d = values[i] - means[group[i]];
                squares[group[i]] += d * d;
            }
        }
        return new GroupMoments(counts, means, squares);
    }

    /** How many groups have a member. */
    public int filled() {
        int filled = 0;
        for (int n : counts) {
            filled += n > 0 ? 1 : 0;
        }
        return filled;
    }

    /** How many values there are. */
    public int count() {
        int all = 0;
        for (int n : counts) {
            all += n;
        }
        return all;
    }

    /** The mean of all values. */
    public double mean() {
        double sum = 0;
        for (int g = 0; g < counts.length; g++) {
            sum += counts[g] == 0 ? 0 : means[g] * counts[g];
        }
        return sum / count();
    }

    /** The sum of squares within the groups. */
    public double within() {
        double sum = 0;
        for (double s : squares) {
            sum += s;
        }
        return sum;
    }

    /** The sum of squares between the groups. */
    public double between() {
        double mean = mean();
        double sum = 0;
        for (int g = 0; g < counts.length; g++) {
            double d = counts[g] == 0 ? 0 : means[g] - mean;
            sum += counts[g] * d * d;
        }
        return sum;
    }

    /** The standard deviation of all values, with n - 1; NaN of fewer than two. */
    public double deviation() {
        int n = count();
        return n < 2 ? Double.NaN : Math.sqrt((within() + between()) / (n - 1));
    }

    /** The variance within a group, with n - 1; NaN of fewer than two. */
    public double variance(int group) {
        return counts[group] < 2 ? Double.NaN : squares[group] / (counts[group] - 1);
    }
}
