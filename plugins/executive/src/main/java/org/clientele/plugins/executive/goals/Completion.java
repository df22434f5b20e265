package org.clientele.plugins.executive.goals;

import java.util.Arrays;

/**
 * How much of a measure is there after a part of its days, learnt from equally long spans before: the way to project what cannot
 * be added up, such as customers or a rate.
 */
final class Completion {
    /** Fewer spans than this tell nothing. */
    static final int LEAST = 6;

    private final double[] growth;

    /**
     * @param elapsed the measure over the first part of each span
     * @param whole the measure over the whole of each; spans without either are left out
     */
    Completion(double[] elapsed, double[] whole) {
        double[] all = new double[elapsed.length];
        int n = 0;
        for (int i = 0; i < elapsed.length; i++) {
            if (elapsed[i] > 0 && Double.isFinite(whole[i])) {
                all[n++] = whole[i] / elapsed[i];
            }
        }
        growth = Arrays.copyOf(all, n);
        Arrays.sort(growth);
    }

    /** How many spans it was learnt from. */
    int spans() {
        return growth.length;
    }

    /** Whether there were enough of them. */
    boolean tells() {
        return growth.length >= LEAST;
    }

    /** What share of the whole is usually there after the part. */
    double usual() {
        return 1 / quantile(0.5);
    }

    /**
     * The whole that comes of what is there.
     *
     * @param share of the spans that grew less than that, from 0 to 1
     */
    double whole(double there, double share) {
        return there * quantile(share);
    }

    /** The probability that the whole is {@code value} or more; never quite 0 or 1, since there were only so many spans. */
    double atLeast(double there, double value) {
        double more = 0;
        for (double g : growth) {
            double came = there * g;
            more += came > value ? 1 : came == value ? 0.5 : 0;
        }
        return (more + 0.5) / (growth.length + 1);
    }

    /** Hyndman and Fan, The American Statistician 50, 1996, 361-365, their sixth: one value is expected beyond each end. */
    private double quantile(double share) {
        double at = share * (growth.length + 1) - 1;
        int below = (int) Math.floor(Math.max(0, Math.min(growth.length - 1.0, at)));
        int above = Math.min(growth.length - 1, below + 1);
        double part = Math.max(0, Math.min(1, at - below));
        return growth[below] + part * (growth[above] - growth[below]);
    }
}
