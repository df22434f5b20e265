package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.executive.forecast.Forecast;
import org.clientele.plugins.executive.forecast.Forecaster;
import org.clientele.plugins.executive.forecast.History;
import org.clientele.plugins.executive.forecast.Landing;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/**
 * How a measure whose days add up goes on to the end of a goal.
 *
 * @param history up to the last step that has ended
 * @param coming the steps from there to the goal's end
 * @param weights what part of each counts: nothing before the goal begins, and of a step that has begun what is left
 * @param base what the steps of the history bring to the goal, with the part that has gone by of a month that has begun
 * @param forecast of the steps that come
 */
record Course(History history, List<LocalDate> coming, double[] weights, double base, Forecast forecast) {
    private static final Texts TEXTS = Texts.of(Course.class);

    /**
     * Forecasts to the goal's end, which is after the history's.
     *
     * @param actual the measure from the goal's first day to {@code asOf}
     */
    static Course of(Goal goal, History history, LocalDate asOf, double actual, CancelSignal cancel) {
        List<LocalDate> coming = history.until(goal.to());
        boolean months = history.grain() == Grain.MONTH;
        double[] weights = coming.stream()
                .mapToDouble(step -> months ? share(step, goal, asOf) : counts(step, goal, history) ? 1 : 0)
                .toArray();
        Forecast forecast = Forecaster.of(history.values(), history.cycle(), Math.max(1, coming.size()), cancel);
        return new Course(history, coming, weights, months ? actual : history.since(goal.from()), forecast);
    }

    private static boolean counts(LocalDate day, Goal goal, History history) {
        return !day.isBefore(goal.from()) && !history.closedAYearBefore(day);
    }

    /** What part of a month's days lies in the goal and after the day. */
    private static double share(LocalDate month, Goal goal, LocalDate asOf) {
        LocalDate from = latest(latest(month, goal.from()), asOf.plusDays(1));
        LocalDate last = YearMonth.from(month).atEndOfMonth();
        LocalDate to = last.isBefore(goal.to()) ? last : goal.to();
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1) / (double) month.lengthOfMonth();
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** The sum from the goal's first day to the end of the first {@code steps} steps that come. */
    Landing landing(int steps) {
        return forecast.landing(Arrays.copyOf(weights, steps));
    }

    /** Where the goal comes down. */
    Projection projection(Goal goal, boolean lessIsBetter) {
        Landing landing = landing(coming.size());
        double atLeast = landing.atLeast(goal.target() - base);
        return new Projection(
                base + landing.expected(),
                base + landing.low(),
                base + landing.high(),
                lessIsBetter ? 1 - atLeast : atLeast,
                basis());
    }

    /** What the forecast rests on. */
    String basis() {
        boolean months = history.grain() == Grain.MONTH;
        double share = forecast.coverage().share();
        String said = TEXTS.get("basis", model(), season(months));
        return Double.isNaN(share)
                ? said
                : TEXTS.get(months ? "basis.held.months" : "basis.held.days", said, Words.percent("%.0f", share));
    }

    private String model() {
        int trials = forecast.trials();
        if (forecast.isNaive()) {
            return trials == 0 ? TEXTS.get("model.naive.untried") : TEXTS.get("model.naive", trials);
        }
        String less = Words.percent("%.0f", 1 - forecast.ratio());
        return trials == 0
                ? TEXTS.get("model.better.untried", forecast.model(), less)
                : TEXTS.get("model.better", forecast.model(), less, trials);
    }

    private String season(boolean months) {
        if (forecast.cycle() == 1) {
            return TEXTS.get(months ? "season.none.months" : "season.none.days");
        }
        if (months) {
            return TEXTS.get("season.year");
        }
        return TEXTS.get(twoYears() ? "season.week" : "season.week.only", forecast.cycle());
    }

    private boolean twoYears() {
        return history.steps().get(0).plusYears(2).isBefore(history.steps().get(history.length() - 1));
    }
}
