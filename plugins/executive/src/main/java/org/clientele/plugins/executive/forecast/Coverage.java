package org.clientele.plugins.executive.forecast;

/**
 * How many of the values that came lay within the bounds that would have been drawn before, with the model and the spread of
 * errors as they were known then.
 *
 * @param inside how many
 * @param checked of how many
 */
public record Coverage(int inside, int checked) {
    static Coverage of(Trials trials, int models, int least) {
        int inside = 0;
        int checked = 0;
        for (int i = 0; i < trials.count(); i++) {
            int now = trials.origin(i);
            int model = Verdict.at(trials, models, now, least).model();
            Outlook outlook = trials.outlook(model, i);
            if (outlook == null) {
                continue;
            }
            for (int h = 0; h < outlook.points().length; h++) {
                double off = trials.actual(i, h) - outlook.points()[h];
                double spread = outlook.spread(h);
                if (!Double.isNaN(off) && spread > 0) {
                    double within =
                            2 * Scores.ofSteps(trials, model, now, h + 1).below(Math.abs(off) / spread) - 1;
                    inside += within <= Forecaster.SHARE ? 1 : 0;
                    checked++;
                }
            }
        }
        return new Coverage(inside, checked);
    }

    /** The share that lay inside; NaN where nothing could be checked. */
    public double share() {
        return checked == 0 ? Double.NaN : inside / (double) checked;
    }
}
