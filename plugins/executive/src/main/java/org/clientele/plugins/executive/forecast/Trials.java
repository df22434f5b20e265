package org.clientele.plugins.executive.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.CancelSignal;

/**
 * What each model would have said at earlier moments of a series ("rolling origins"), and how wrong it would have been. At each
 * moment a model sees only what was before it.
 */
final class Trials {
    /** How many moments are tried at most. */
    private static final int ORIGINS = 60;

    private final double[] y;
    private final int horizon;
    private final int[] origins;
    private final @org.jspecify.annotations.Nullable Outlook[][] outlooks;

    private Trials(double[] y, int horizon, int[] origins, @org.jspecify.annotations.Nullable Outlook[][] outlooks) {
        this.y = y;
        this.horizon = horizon;
        this.origins = origins;
        this.outlooks = outlooks;
    }

    /**
     * @param least how many values a model sees at the first moment
     * @param cancel asked before each moment
     */
    static Trials of(double[] y, int cycle, int least, int horizon, List<Model> models, CancelSignal cancel) {
        int count = Math.max(0, y.length - least);
        int stride = Math.max(1, (count + ORIGINS - 1) / ORIGINS);
        List<Integer> moments = new ArrayList<>();
        for (int o = y.length - 1; o >= least; o -= stride) {
            moments.add(0, o);
        }
        int[] origins = moments.stream().mapToInt(Integer::intValue).toArray();
        Outlook[][] outlooks = new Outlook[models.size()][origins.length];
        for (int i = 0; i < origins.length; i++) {
            cancel.throwIfCancelled();
            double[] past = Arrays.copyOf(y, origins[i]);
            for (int m = 0; m < models.size(); m++) {
                if (models.get(m).fits(past, cycle)) {
                    outlooks[m][i] = models.get(m).ahead(past, cycle, Math.min(horizon, y.length - origins[i]));
                }
            }
        }
        return new Trials(y, horizon, origins, outlooks);
    }

    /** How many values the series has. */
    int length() {
        return y.length;
    }

    int count() {
        return origins.length;
    }

    int origin(int i) {
        return origins[i];
    }

    /** How many steps lie between two moments. */
    int stride() {
        return origins.length < 2 ? 1 : origins[1] - origins[0];
    }

    /** What a model said at moment {@code i}; null where it could not be tried. */
    @org.jspecify.annotations.Nullable
    Outlook outlook(int model, int i) {
        return outlooks[model][i];
    }

    /** How many steps ahead of moment {@code i} were known at {@code now}. */
    int known(int i, int now) {
        return Math.max(0, Math.min(horizon, now - origins[i]));
    }

    /** The value {@code h} steps after moment {@code i}, counted from 0; NaN where missing. */
    double actual(int i, int h) {
        return y[origins[i] + h];
    }

    /** The weighted sum of the first {@code steps} values after moment {@code i}; a missing one is none. */
    double sum(int i, double[] weights, int steps) {
        double sum = 0;
        for (int h = 0; h < steps; h++) {
            double v = y[origins[i] + h];
            sum += Double.isNaN(v) ? 0 : weights[h] * v;
        }
        return sum;
    }

    /**
     * The mean absolute error of a model relative to another's, over what was known at {@code now} and both were tried on.
     *
     * @return NaN where there are fewer than {@code least} moments
     */
    double ratio(int model, int other, int now, int least) {
        double sum = 0;
        double sumOther = 0;
        int moments = 0;
        for (int i = 0; i < origins.length; i++) {
            Outlook a = outlooks[model][i];
            Outlook b = outlooks[other][i];
            int known = known(i, now);
            if (a == null || b == null || known == 0) {
                continue;
            }
            moments++;
            for (int h = 0; h < known; h++) {
                double v = actual(i, h);
                if (!Double.isNaN(v)) {
                    sum += Math.abs(v - a.points()[h]);
                    sumOther += Math.abs(v - b.points()[h]);
                }
            }
        }
        return moments < least ? Double.NaN : sum / sumOther;
    }
}
