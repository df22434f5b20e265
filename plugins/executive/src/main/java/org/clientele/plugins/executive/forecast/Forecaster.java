package org.clientele.plugins.executive.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.executive.forecast.Shape.Season;
import org.clientele.plugins.executive.forecast.Shape.Trend;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Forecasts a series with the model that would have been best so far, and says how far off it would have been. Holt-Winters in
 * its forms competes with "what was a cycle before comes again"; where none of them would have done better than that, that is
 * the forecast.
 */
public final class Forecaster {
    private static final Texts TEXTS = Texts.of(Forecaster.class);

    /** The share of what comes that the bounds should hold. */
    public static final double SHARE = 0.8;

    private static final int LEAST_VALUES = 10;
    private static final int FIRST_ORIGIN = 24;
    private static final int LEAST_TRIALS = 3;

    private Forecaster() {}

    /**
     * Forecasts the next steps.
     *
     * @param y one value a step, in order of time, NaN where there is none
     * @param cycle steps after which a season repeats, such as 12 for months or 7 for days; 1 for none. Without two full cycles
     *     of values there is none either.
     * @param horizon how many steps ahead, 1 or more
     * @param cancel asked at least once per trial
     * @throws AnalyticsException ARGUMENT_INVALID if there are fewer than 10 values or no step is asked for; CANCELLED
     */
    public static Forecast of(double[] y, int cycle, int horizon, CancelSignal cancel) {
        if (y.length < LEAST_VALUES || horizon < 1 || cycle < 1) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("forecaster.forecast_needs_steps_history", LEAST_VALUES, y.length, horizon));
        }
        int length = y.length >= 2 * cycle ? cycle : 1;
        List<Model> models = models(length);
        int least = Math.min(Math.max(2 * length, Math.min(FIRST_ORIGIN, y.length / 2)), y.length);
        Trials trials = Trials.of(y, length, least, horizon, models, cancel);
        Verdict verdict = Verdict.at(trials, models.size(), y.length, LEAST_TRIALS);
        cancel.throwIfCancelled();
        Outlook outlook = models.get(verdict.model()).ahead(y, length, horizon);
        boolean positive = Arrays.stream(y).noneMatch(v -> v < 0);
        return new Forecast(
                trials,
                verdict,
                models.stream().map(Model::label).toList(),
                outlook,
                length,
                positive,
                Coverage.of(trials, models.size(), LEAST_TRIALS));
    }

    /** The first is what the others must beat. */
    static List<Model> models(int cycle) {
        List<Model> models = new ArrayList<>();
        models.add(new Model.SeasonalNaive());
        Season[] seasons =
                cycle > 1 ? new Season[] {Season.ADDITIVE, Season.MULTIPLICATIVE} : new Season[] {Season.NONE};
        for (Season season : seasons) {
            for (Trend trend : Trend.values()) {
                models.add(new Model.Smoothing(new Shape(trend, season)));
            }
        }
        return models;
    }
}
