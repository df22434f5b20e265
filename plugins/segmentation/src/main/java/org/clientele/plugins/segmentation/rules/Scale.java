package org.clientele.plugins.segmentation.rules;

import java.util.Arrays;
import org.clientele.plugins.segmentation.features.Quantiles;

/**
 * Scores of a number: one more than the cuts that lie below it, or, where less is better, that many from the top. So equal values
 * always have equal scores. Of a number that is not known the score is 1.
 *
 * @param cuts ascending; one less than there are scores
 * @param lessIsBetter whether the highest score is of the smallest numbers
 */
record Scale(double[] cuts, boolean lessIsBetter) {
    /** Cuts at the quantiles of known values: with five scores at a fifth, two fifths and so on. */
    static Scale quantiles(double[] values, int scores, boolean lessIsBetter) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] cuts = new double[scores - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = sorted.length == 0 ? 0 : Quantiles.of(sorted, (i + 1.0) / scores);
        }
        return new Scale(cuts, lessIsBetter);
    }

    int scores() {
        return cuts.length + 1;
    }

    int score(double value) {
        if (Double.isNaN(value)) {
            return 1;
        }
        int above = 0;
        for (double cut : cuts) {
            above += value > cut ? 1 : 0;
        }
        return lessIsBetter ? scores() - above : above + 1;
    }
}
