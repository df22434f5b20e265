package org.clientele.plugins.executive.forecast;

import java.util.Arrays;
import java.util.List;

/** What comes after a series: by step, and as sums of steps. Thread-safe. */
public final class Forecast {
    private final Trials trials;
    private final Verdict verdict;
    private final List<String> labels;
    private final Outlook outlook;
    private final int cycle;
    private final boolean neverNegative;
    private final Coverage coverage;
    private final int now;

    Forecast(
            Trials trials,
            Verdict verdict,
            List<String> labels,
            Outlook outlook,
            int cycle,
            boolean neverNegative,
            Coverage coverage) {
        this.trials = trials;
        this.verdict = verdict;
        this.labels = labels;
        this.outlook = outlook;
        this.cycle = cycle;
        this.neverNegative = neverNegative;
        this.coverage = coverage;
        this.now = trials.length();
    }

    /** The model, for people. */
    public String model() {
        return labels.get(verdict.model());
    }

    /** The best of the smoothing models, whether it is used or not; the same as {@link #model()} where none could be tried. */
    public String challenger() {
        return labels.get(verdict.best());
    }

    /** Whether what was a cycle before comes again, since nothing did better at earlier moments. */
    public boolean isNaive() {
        return verdict.model() == 0;
    }

    /** The mean absolute error of the best smoothing model relative to seasonal naive's; NaN where none could be tried. */
    public double ratio() {
        return verdict.ratio();
    }

    /** Steps after which the season repeats; 1 for none. */
    public int cycle() {
        return cycle;
    }

    /** How many earlier moments the models were tried at. */
    public int trials() {
        return trials.count();
    }

    /** How the 80 % bounds of earlier moments held. */
    public Coverage coverage() {
        return coverage;
    }

    /** The forecast by step ahead. */
    public double[] points() {
        return floor(outlook.points());
    }

    /** The lower bounds by step ahead: nine in ten values lie above. */
    public double[] low() {
        return floor(bounds(-1));
    }

    /** The upper bounds by step ahead: nine in ten values lie below. */
    public double[] high() {
        return floor(bounds(1));
    }

    private double[] bounds(int side) {
        double[] bounds = new double[outlook.points().length];
        for (int h = 0; h < bounds.length; h++) {
            double width = Scores.ofSteps(trials, verdict.model(), now, h + 1).within(Forecaster.SHARE);
            bounds[h] = outlook.points()[h] + side * width * outlook.spread(h);
        }
        return bounds;
    }

    private double[] floor(double[] values) {
        return neverNegative ? Arrays.stream(values).map(v -> Math.max(0, v)).toArray() : values.clone();
    }

    /**
     * The sum of the next steps, with the errors of such sums at earlier moments: those of single steps do not tell them, since
     * a level that is too high is so in every step.
     *
     * @param weights what each step counts; at most as many as are forecast, at least one
     */
    public Landing landing(double[] weights) {
        int n = weights.length;
        double[] spreads = outlook.spreads(weights);
        return new Landing(
                outlook.sum(weights, n),
                spreads[n - 1],
                Scores.ofSums(trials, verdict.model(), now, weights),
                neverNegative);
    }
}
