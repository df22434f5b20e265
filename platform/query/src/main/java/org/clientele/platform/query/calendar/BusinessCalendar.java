package org.clientele.platform.query.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What week, month, quarter and year mean in a workspace. With a retail year a month is one of its twelve periods, and weeks
 * begin on the day after its last weekday, whatever the week rule says. A step is named by its first day.
 *
 * @param yearStart the month in which fiscal years begin; with a retail year, the one in or near which they begin
 * @param firstDay the first day of weeks
 * @param minimalDays how many days of a year its first week has at least, 1 to 7; for week numbers
 * @param retail years of whole weeks, or null for years of calendar months
 */
public record BusinessCalendar(
        Month yearStart,
        DayOfWeek firstDay,
        int minimalDays,
        @Nullable RetailYear retail) {
    private static final Texts TEXTS = Texts.of(BusinessCalendar.class);

    private static final BusinessCalendar STANDARD = new BusinessCalendar(Month.JANUARY, DayOfWeek.MONDAY, 4, null);

    public BusinessCalendar {
        Objects.requireNonNull(yearStart, "yearStart");
        Objects.requireNonNull(firstDay, "firstDay");
    }

    /** Calendar months and years, ISO 8601 weeks. */
    public static BusinessCalendar standard() {
        return STANDARD;
    }

    /** The first day of weeks, which a retail year decides. */
    public DayOfWeek weekStart() {
        return retail == null ? firstDay : retail.endsOn().plus(1);
    }

    /** The first day of the step that {@code day} lies in. */
    public LocalDate floor(Grain grain, LocalDate day) {
        if (grain == Grain.DAY) {
            return day;
        }
        if (grain == Grain.WEEK) {
            return day.with(TemporalAdjusters.previousOrSame(weekStart()));
        }
        RetailYear years = retail;
        if (years == null) {
            return grain.floor(day.minusMonths(monthsBefore(grain))).plusMonths(monthsBefore(grain));
        }
        int year = years.yearOf(day);
        return switch (grain) {
            case MONTH -> years.periodStart(year, years.period(day));
            case QUARTER -> years.periodStart(year, 3 * years.quarter(day));
            default -> years.start(year);
        };
    }

    /** How many months after that of the calendar a step begins. */
    public int monthsBefore(Grain grain) {
        return switch (grain) {
            case QUARTER -> (yearStart.getValue() - 1) % 3;
            case YEAR -> yearStart.getValue() - 1;
            default -> 0;
        };
    }

    /** The first day of the step {@code n} steps after the one that begins on {@code start}. */
    public LocalDate plus(Grain grain, LocalDate start, int n) {
        RetailYear years = retail;
        if (years == null || grain == Grain.DAY || grain == Grain.WEEK) {
            return grain.plus(start, n);
        }
        int periods = grain == Grain.MONTH ? 1 : grain == Grain.QUARTER ? 3 : RetailYear.PERIODS;
        return years.periodStart(years.yearOf(start), years.period(start) + n * periods);
    }

    /** The last day of the step that {@code day} lies in. */
    public LocalDate last(Grain grain, LocalDate day) {
        return plus(grain, floor(grain, day), 1).minusDays(1);
    }

    /** Number of the week that {@code day} lies in, from 1, in its week-based or retail year. */
    public int weekNumber(LocalDate day) {
        RetailYear years = retail;
        return years == null
                ? day.get(WeekFields.of(firstDay, minimalDays).weekOfWeekBasedYear())
                : years.week(day) + 1;
    }

    /**
     * What people call the step that begins on {@code start}, where that is not what the calendar on the wall says: "FY
     * 2011/12 Q1"; empty for calendar months, quarters and years.
     */
    public Optional<String> name(Grain grain, LocalDate start) {
        boolean plain = retail == null && (grain == Grain.MONTH || yearStart == Month.JANUARY);
        if (plain || grain == Grain.DAY || grain == Grain.WEEK) {
            return Optional.empty();
        }
        RetailYear years = retail;
        int ends = years == null
                ? floor(Grain.YEAR, start).plusYears(1).minusDays(1).getYear()
                : years.yearOf(start);
        boolean oneYear = years == null ? yearStart == Month.JANUARY : years.lastMonth() == Month.DECEMBER;
        String year = TEXTS.get(
                "business.calendar.year", oneYear ? String.valueOf(ends) : (ends - 1) + "/" + twoDigits(ends));
        if (grain == Grain.YEAR) {
            return Optional.of(year);
        }
        if (grain == Grain.QUARTER) {
            int quarter =
                    years == null ? (start.getMonthValue() - yearStart.getValue() + 12) % 12 / 3 : years.quarter(start);
            return Optional.of(TEXTS.get("business.calendar.quarter", year, quarter + 1));
        }
        return years == null
                ? Optional.empty()
                : Optional.of(TEXTS.get("business.calendar.period", year, years.period(start) + 1));
    }

    /** What a step is called: "month", which is a "period" in a retail year. */
    public String noun(Grain grain) {
        return TEXTS.get("grain." + word(grain));
    }

    /** The end of a key for texts that name a step: "day", "month", "period". */
    public String word(Grain grain) {
        return grain == Grain.MONTH && retail != null ? "period" : grain.name().toLowerCase(Locale.ROOT);
    }

    private static String twoDigits(int year) {
        int n = Math.floorMod(year, 100);
        return (n < 10 ? "0" : "") + n;
    }
}
