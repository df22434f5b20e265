package org.clientele.plugins.executive.forecast;

import java.util.Arrays;

/** Collects how far a model was off at the moments that lie before another, for steps and sums about as far ahead. */
final class Scores {
    private double[] scores = new double[64];
    private double[] weights = new double[64];
    private int size;

    private Scores() {}

    /** For single steps about {@code ahead} steps ahead, counted from 1, from what was known at {@code now}. */
    static ErrorSpread ofSteps(Trials trials, int model, int now, int ahead) {
        Scores all = new Scores();
        all.steps(trials, model, now, (ahead + 1) / 2, 2 * ahead);
        if (all.size == 0) {
            all.steps(trials, model, now, 1, Integer.MAX_VALUE);
        }
        return all.spread();
    }

    /** For sums of about as many steps as there are weights, from what was known at {@code now}. */
    static ErrorSpread ofSums(Trials trials, int model, int now, double[] stepWeights) {
        Scores all = new Scores();
        all.sums(trials, model, now, (stepWeights.length + 1) / 2, stepWeights);
        if (all.size == 0) {
            all.sums(trials, model, now, 1, stepWeights);
        }
        return all.spread();
    }

    private void steps(Trials trials, int model, int now, int from, int to) {
        for (int i = 0; i < trials.count(); i++) {
            Outlook outlook = trials.outlook(model, i);
            int last = Math.min(to, trials.known(i, now));
            if (outlook == null || last < from) {
                continue;
            }
            int before = size;
            for (int step = from; step <= last; step++) {
                double off = trials.actual(i, step - 1) - outlook.points()[step - 1];
                double spread = outlook.spread(step - 1);
                if (!Double.isNaN(off) && spread > 0) {
                    add(Math.abs(off) / spread);
                }
            }
            share(before, trials.stride() / (double) from);
        }
    }

    private void sums(Trials trials, int model, int now, int from, double[] stepWeights) {
        for (int i = 0; i < trials.count(); i++) {
            Outlook outlook = trials.outlook(model, i);
            int last = Math.min(stepWeights.length, trials.known(i, now));
            if (outlook == null || last < from) {
                continue;
            }
            double[] spreads = outlook.spreads(stepWeights);
            int before = size;
            for (int steps = from; steps <= last; steps++) {
                double off = trials.sum(i, stepWeights, steps) - outlook.sum(stepWeights, steps);
                if (spreads[steps - 1] > 0) {
                    add(Math.abs(off) / spreads[steps - 1]);
                }
            }
            share(before, trials.stride() / (double) from);
        }
    }

    private void add(double score) {
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        scores[size++] = score;
    }

    /** Forecasts of one moment, and of moments whose steps overlap, are not independent. */
    private void share(int before, double weight) {
        for (int k = before; k < size; k++) {
            weights[k] = Math.min(1, weight) / (size - before);
        }
    }

    private ErrorSpread spread() {
        return new ErrorSpread(Arrays.copyOf(scores, size), Arrays.copyOf(weights, size));
    }
}
