package org.clientele.platform.query.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * Years of whole weeks, 52 or 53 of them: four quarters of 13 weeks, each of three periods. The 53rd week belongs to the
 * last period.
 *
 * @param pattern how many weeks the periods of a quarter have
 * @param nearest whether the year ends on the day nearest the end of its last month, else on the last such day in it
 * @param endsOn the weekday on which years end
 * @param lastMonth the month in which, or near whose end, years end
 */
public record RetailYear(Pattern pattern, boolean nearest, DayOfWeek endsOn, Month lastMonth) {
    private static final int WEEKS_OF_QUARTER = 13;
    private static final int QUARTERS = 4;
    /** Periods of a year. */
    static final int PERIODS = 12;

    /** Weeks of the three periods of a quarter. */
    public enum Pattern {
        P445(4, 4, 5),
        P454(4, 5, 4),
        P544(5, 4, 4);

        private final int first;
        private final int second;
        private final int third;

        Pattern(int first, int second, int third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        /** As people write it: "4-4-5". */
        @Override
        public String toString() {
            return first + "-" + second + "-" + third;
        }

        private int weeksBefore(int period) {
            int inQuarter = period % 3;
            return period / 3 * WEEKS_OF_QUARTER + (inQuarter == 0 ? 0 : inQuarter == 1 ? first : first + second);
        }
    }

    public RetailYear {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(endsOn, "endsOn");
        Objects.requireNonNull(lastMonth, "lastMonth");
    }

    /** The last day of the year whose last month lies in the calendar year {@code year}. */
    LocalDate end(int year) {
        LocalDate monthEnd = YearMonth.of(year, lastMonth).atEndOfMonth();
        LocalDate last = monthEnd.with(TemporalAdjusters.previousOrSame(endsOn));
        boolean nextIsNearer = ChronoUnit.DAYS.between(last, monthEnd) > 3;
        return nearest && nextIsNearer ? last.plusWeeks(1) : last;
    }

    LocalDate start(int year) {
        return end(year - 1).plusDays(1);
    }

    /** The calendar year in which, or near which, the year of a day ends. */
    int yearOf(LocalDate day) {
        int year = day.getYear();
        while (day.isAfter(end(year))) {
            year++;
        }
        while (day.isBefore(start(year))) {
            year--;
        }
        return year;
    }

    /** Number of the week in its year, from 0 to 52. */
    int week(LocalDate day) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(start(yearOf(day)), day));
    }

    /** Number of the quarter in its year, from 0 to 3. */
    int quarter(LocalDate day) {
        return Math.min(week(day) / WEEKS_OF_QUARTER, QUARTERS - 1);
    }

    /** Number of the period in its year, from 0 to 11. */
    int period(LocalDate day) {
        int week = week(day);
        int period = PERIODS - 1;
        while (week < pattern.weeksBefore(period)) {
            period--;
        }
        return period;
    }

    /** The first day of a period that is counted from the first of {@code year}, and may lie in another. */
    LocalDate periodStart(int year, int period) {
        int inYear = Math.floorMod(period, PERIODS);
        return start(year + Math.floorDiv(period, PERIODS)).plusWeeks(pattern.weeksBefore(inYear));
    }
}
