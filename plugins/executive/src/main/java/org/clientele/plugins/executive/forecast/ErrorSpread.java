package org.clientele.plugins.executive.forecast;

/**
 * How far forecasts are off, in multiples of what the model thinks: from its errors at earlier moments (split conformal
 * prediction with normalised scores: Lei and others, Journal of the American Statistical Association 113, 2018, 1094-1111),
 * together with Student's law, which weighs as much as {@value #PRIOR} independent errors and so decides where those are few.
 */
final class ErrorSpread {
    private static final double PRIOR = 5;
    private static final double FARTHEST = 50;

    private final double[] scores;
    private final double[] weights;
    private final double total;

    /**
     * @param scores absolute errors, each over its model's standard deviation
     * @param weights how many independent errors each stands for
     */
    ErrorSpread(double[] scores, double[] weights) {
        this.scores = scores;
        this.weights = weights;
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        this.total = sum;
    }

    /** How many independent errors it was made from. */
    double evidence() {
        return total;
    }

    /** The probability of an error of less than {@code z} standard deviations; errors up and down are equally likely. */
    double below(double z) {
        double within = 0;
        double size = Math.abs(z);
        for (int i = 0; i < scores.length; i++) {
            within += scores[i] < size ? weights[i] : scores[i] == size ? weights[i] / 2 : 0;
        }
        double all = total + PRIOR;
        // One more error than were seen may lie anywhere: the (n + 1) of conformal prediction, as far as errors decide.
        double inside = (within + PRIOR * (2 * StudentLaw.below(size) - 1)) / (all + total / all);
        return 0.5 * (1 + Math.signum(z) * inside);
    }

    /** Within how many standard deviations a share of {@code share} of the errors lies. */
    double within(double share) {
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (2 * below(middle) - 1 < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
