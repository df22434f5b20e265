package org.clientele.platform.query.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How far a comparison looks back. A shift by months maps the 31st to the last day of a shorter month, so each month's rows
 * fall into one month. A shift by weeks of a retail calendar is another one in each week: it is a table of weeks.
 *
 * @param months whole months, or 0
 * @param days days, or 0
 * @param weeks how the weeks of a retail calendar move, or null
 */
public record Shift(int months, int days, @Nullable Weeks weeks) {
    private static final Texts TEXTS = Texts.of(Shift.class);

    private static final Shift YEAR = new Shift(12, 0, null);
    /** A year as whole weeks. */
    private static final Shift YEAR_OF_WEEKS = new Shift(0, 52 * 7, null);
    /** No move at all. */
    public static final Shift NONE = new Shift(0, 0, null);

    /**
     * Weeks that move to the same place in the next step of a calendar.
     *
     * @param calendar a retail calendar
     * @param grain the steps
     * @param sameNumber whether a week without one of the same number in the next step goes nowhere, else to its last
     */
    public record Weeks(BusinessCalendar calendar, Grain grain, boolean sameNumber) {
        /** Where a day goes, or null if nowhere. */
        public @Nullable LocalDate forward(LocalDate day) {
            LocalDate start = calendar.floor(grain, day);
            return placed(day, start, calendar.plus(grain, start, 1));
        }

        private @Nullable LocalDate placed(LocalDate day, LocalDate start, LocalDate other) {
            long offset = ChronoUnit.DAYS.between(start, day);
            long length = ChronoUnit.DAYS.between(other, calendar.plus(grain, other, 1));
            if (offset < length) {
                return other.plusDays(offset);
            }
            return sameNumber ? null : other.plusDays(length - 7 + offset % 7);
        }

        LocalDate back(LocalDate day) {
            LocalDate start = calendar.floor(grain, day);
            LocalDate before = calendar.plus(grain, start, -1);
            LocalDate placed = placed(day, start, before);
            return placed == null ? before.plusDays(ChronoUnit.DAYS.between(start, day)) : placed;
        }
    }

    /** One step of a grain. */
    static Shift step(Grain grain) {
        return switch (grain) {
            case DAY -> new Shift(0, 1, null);
            case WEEK -> new Shift(0, 7, null);
            case MONTH -> new Shift(1, 0, null);
            case QUARTER -> new Shift(3, 0, null);
            case YEAR -> YEAR;
        };
    }

    /** One step of a grain in a calendar. */
    public static Shift step(Grain grain, BusinessCalendar calendar) {
        boolean fixed = calendar.retail() == null || grain == Grain.DAY || grain == Grain.WEEK;
        return fixed ? step(grain) : new Shift(0, 0, new Weeks(calendar, grain, false));
    }

    /** Some steps of a grain in a calendar; empty where steps have lengths of their own. */
    public static Optional<Shift> steps(Grain grain, int n, BusinessCalendar calendar) {
        Shift one = step(grain, calendar);
        return one.weeks() == null || n == 1
                ? Optional.of(one.weeks() == null ? new Shift(one.months() * n, one.days() * n, null) : one)
                : Optional.empty();
    }

    /** A year, for steps of {@code grain} or for a whole period: in a retail calendar to the week of the same number. */
    public static Shift year(Optional<Grain> grain, BusinessCalendar calendar) {
        if (calendar.retail() != null) {
            return new Shift(0, 0, new Weeks(calendar, Grain.YEAR, true));
        }
        return grain.filter(Grain.WEEK::equals).isPresent() ? YEAR_OF_WEEKS : YEAR;
    }

    /**
     * As long as the days from {@code from} to {@code to}, both included: whole calendar months as such, else days; in a
     * retail calendar always days.
     */
    public static Shift length(LocalDate from, LocalDate to, BusinessCalendar calendar) {
        boolean wholeMonths = calendar.retail() == null
                && from.getDayOfMonth() == 1
                && to.plusDays(1).getDayOfMonth() == 1;
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        return wholeMonths
                ? new Shift(Math.toIntExact(months), 0, null)
                : new Shift(0, Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1), null);
    }

    /** Where a day goes, or null if nowhere. */
    public @Nullable LocalDate forward(LocalDate day) {
        return weeks == null ? day.plusMonths(months).plusDays(days) : weeks.forward(day);
    }

    /** The day that a day is compared with; where there is none, the one that stands as far behind. */
    public LocalDate back(LocalDate day) {
        return weeks == null ? day.minusMonths(months).minusDays(days) : weeks.back(day);
    }

    /** Whether some day is moved to this one: none is to 29 February or to a 53rd week from a year without it. */
    public boolean reaches(LocalDate day) {
        return day.equals(forward(back(day)));
    }

    /** For people: "12 months". */
    @Override
    public String toString() {
        if (weeks != null) {
            return TEXTS.get("shift.one." + weeks.calendar().word(weeks.grain()));
        }
        return months == 0 ? TEXTS.get("shift.days", days) : TEXTS.get("shift.months", months);
    }
}
