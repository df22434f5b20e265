package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal stands at the end of a day.
 *
 * @param goal what is wanted
 * @param metric of it
 * @param unit of its values, with the currency
 * @param asOf the day
 * @param actual the metric from the goal's first day to the day; NaN where there is nothing
 * @param due what the target asks for by the day, if it is spread evenly over its days; the target itself for a rate
 * @param additive whether its days add up to it
 * @param projection where it comes down; null where history does not tell
 * @param silence why there is no projection, or ""
 */
record Standing(
        Goal goal,
        MetricDefinition metric,
        Unit unit,
        LocalDate asOf,
        double actual,
        double due,
        boolean additive,
        @Nullable Projection projection,
        String silence) {
    /** Days from the first to the last. */
    static long days(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** The share of the goal's days that have gone by. */
    static double elapsed(Goal goal, LocalDate asOf) {
        LocalDate end = asOf.isBefore(goal.to()) ? asOf : goal.to();
        return days(goal.from(), end) / (double) days(goal.from(), goal.to());
    }

    boolean over() {
        return !asOf.isBefore(goal.to());
    }

    boolean begun() {
        return !asOf.isBefore(goal.from());
    }

    boolean lessIsBetter() {
        return metric.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
    }

    /** The share of the target that is there. */
    double reached() {
        return actual / goal.target();
    }

    /** How far it is ahead of what is due, as a share of that; below 0 for behind, also where less is better. */
    double ahead() {
        if (!(due > 0)) {
            return Double.NaN;
        }
        double more = (actual - due) / due;
        return lessIsBetter() ? -more : more;
    }

    /** What a day brought so far; NaN where days do not add up or none has gone by. */
    double pace() {
        return additive && begun() ? actual / days(goal.from(), over() ? goal.to() : asOf) : Double.NaN;
    }

    /** What each day that is left must bring; NaN where days do not add up or none is left. */
    double needed() {
        LocalDate next = begun() ? asOf.plusDays(1) : goal.from();
        long left = days(next, goal.to());
        double there = Double.isNaN(actual) ? 0 : actual;
        return additive && left > 0 ? Math.max(0, goal.target() - there) / left : Double.NaN;
    }

    /** Whether the target is met as things are. */
    boolean met() {
        return lessIsBetter() ? actual <= goal.target() : actual >= goal.target();
    }
}
