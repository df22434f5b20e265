package org.clientele.plugins.executive.forecast;

/** How large errors are of late. */
final class Scale {
    /** An error this many cycles ago counts half. */
    private static final int CYCLES = 4;

    private static final int LEAST_STEPS = 24;

    private Scale() {}

    /**
     * The root of the mean square, later errors counting more, made larger by as much as the model had freedom to fit them:
     * errors of a series that a model was fitted to are smaller than those of what comes.
     *
     * @param errors in order of time, NaN where there is none
     * @param skip how many at the beginning do not count
     * @param freedom how many numbers were chosen to make them small
     */
    static double recent(double[] errors, int skip, int cycle, int freedom) {
        double keep = Math.pow(0.5, 1.0 / Math.max(LEAST_STEPS, CYCLES * cycle));
        double sum = 0;
        double weight = 0;
        int count = 0;
        for (int t = Math.min(skip, Math.max(0, errors.length - 1)); t < errors.length; t++) {
            if (!Double.isNaN(errors[t])) {
                sum = sum * keep + errors[t] * errors[t];
                weight = weight * keep + 1;
                count++;
            }
        }
        if (weight == 0) {
            return 0;
        }
        return Math.sqrt(sum / weight * count / Math.max(1.0, Math.max(count / 4.0, count - freedom)));
    }
}
