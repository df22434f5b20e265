package org.clientele.plugins.executive.forecast;

/**
 * Which model would have been best by a moment.
 *
 * @param model its index; 0, which all others are measured against, unless another did better
 * @param best the index of the best of the others, or 0 if none could be tried
 * @param ratio the mean absolute error of that one relative to that of model 0; NaN where none could be tried
 */
record Verdict(int model, int best, double ratio) {
    static Verdict at(Trials trials, int models, int now, int least) {
        int best = 0;
        double ratio = Double.NaN;
        for (int m = 1; m < models; m++) {
            double r = trials.ratio(m, 0, now, least);
            if (!Double.isNaN(r) && (Double.isNaN(ratio) || r < ratio)) {
                ratio = r;
                best = m;
            }
        }
        return new Verdict(ratio < 1 ? best : 0, best, ratio);
    }
}
