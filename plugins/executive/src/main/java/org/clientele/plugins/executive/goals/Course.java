package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.executive.forecast.Forecast;
import org.clientele.plugins.executive.forecast.Forecaster;
import org.clientele.plugins.executive.forecast.History;
import org.clientele.plugins.executive.forecast.Landing;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;

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
        String steps = months ? "months" : "days";
        String season = forecast.cycle() == 1
                ? (months
                        ? "; fewer than two full years tell no yearly season"
                        : "; fewer than two full weeks tell no season")
                : months
                        ? "; the season repeats every year"
                        : String.format(
                                Locale.ENGLISH,
                                "; the season repeats every week of %d open weekdays%s",
                                forecast.cycle(),
                                twoYears() ? "" : ", a yearly one takes two full years of history");
        String model = forecast.isNaive()
                ? "Seasonal naive: no smoothing model did better"
                : String.format(
                        Locale.ENGLISH,
                        "%s: %.0f %% less error than seasonal naive",
                        forecast.model(),
                        100 * (1 - forecast.ratio()));
        String tried = forecast.trials() == 0
                ? ", untried: too little history"
                : String.format(Locale.ENGLISH, " at %d earlier moments", forecast.trials());
        double share = forecast.coverage().share();
        String held = Double.isNaN(share)
                ? ""
                : String.format(Locale.ENGLISH, ". Its 80 %% bounds would have held %.0f %% of %s", 100 * share, steps);
        return model + tried + season + held + ".";
    }

    private boolean twoYears() {
        return history.steps().get(0).plusYears(2).isBefore(history.steps().get(history.length() - 1));
    }
}
