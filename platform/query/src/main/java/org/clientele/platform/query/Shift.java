package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.clientele.sdk.query.Grain;

/**
 * How far a comparison looks back. A shift by months maps the 31st to the last day of a shorter month, so each month's
 * rows fall into one month.
 *
 * @param months whole months, or 0
 * @param days days, or 0
 */
record Shift(int months, int days) {
    static final Shift YEAR = new Shift(12, 0);
    /** A year as whole weeks. */
    static final Shift YEAR_OF_WEEKS = new Shift(0, 52 * 7);

    /** One step of a grain. */
    static Shift step(Grain grain) {
        return switch (grain) {
            case DAY -> new Shift(0, 1);
            case WEEK -> new Shift(0, 7);
            case MONTH -> new Shift(1, 0);
            case QUARTER -> new Shift(3, 0);
            case YEAR -> YEAR;
        };
    }

    /** As long as the days from {@code from} to {@code to}, both included: whole calendar months as such, else days. */
    static Shift length(LocalDate from, LocalDate to) {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        return wholeMonths
                ? new Shift(Math.toIntExact(months), 0)
                : new Shift(0, Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1));
    }

    LocalDate forward(LocalDate day) {
        return day.plusMonths(months).plusDays(days);
    }

    LocalDate back(LocalDate day) {
        return day.minusMonths(months).minusDays(days);
    }

    /** Whether some day is moved to this one: none is moved to 29 February from a year without it. */
    boolean reaches(LocalDate day) {
        return forward(back(day)).equals(day);
    }

    /** For people: "12 months". */
    @Override
    public String toString() {
        int n = months == 0 ? days : months;
        String noun = months == 0 ? "day" : "month";
        return String.format(Locale.ROOT, "%d %s%s", n, noun, n == 1 ? "" : "s");
    }
}
