package org.clientele.sdk.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long the steps of a time dimension are. A step is named by its first day; weeks start on Monday (ISO 8601). */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first day of the step that {@code day} lies in. */
    public LocalDate floor(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** {@code day} moved by {@code steps} steps. */
    public LocalDate plus(LocalDate day, long steps) {
        return switch (this) {
            case DAY -> day.plusDays(steps);
            case WEEK -> day.plusWeeks(steps);
            case MONTH -> day.plusMonths(steps);
            case QUARTER -> day.plusMonths(3 * steps);
            case YEAR -> day.plusYears(steps);
        };
    }
}
