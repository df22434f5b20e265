package org.clientele.plugins.executive.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Period;

/**
 * The days that an analysis is about.
 *
 * @param first the first day of the data
 * @param from the first day of the page's period, not before {@code first}
 * @param to the last day of the page's period that the data covers
 */
public record Days(LocalDate first, LocalDate from, LocalDate to) {
    /** What the page is about; empty without data up to its end. */
    public static Optional<Days> of(AnalysisContext context) {
        LocalDate first = context.firstDay();
        LocalDate newest = context.lastDay();
        LocalDate from = context.period().from();
        LocalDate wanted = context.period().to();
        if (first == null || newest == null || (wanted != null && wanted.isBefore(first))) {
            return Optional.empty();
        }
        LocalDate to = wanted == null || wanted.isAfter(newest) ? newest : wanted;
        return Optional.of(new Days(first, from == null || from.isBefore(first) ? first : from, to));
    }

    /** All of history up to the last day. */
    public Period history() {
        return new Period(null, to);
    }

    /** The twelve months that end with the last day. */
    public Period year() {
        return new Period(to.plusDays(1).minusYears(1), to);
    }

    /** The page's days. */
    public Period page() {
        return new Period(from.isAfter(to) ? to : from, to);
    }

    /**
     * The ends of the calendar months from the one before {@code since} on up to the last day, and that day itself if it ends
     * no month: the days at which an account from month to month is drawn up.
     */
    public List<LocalDate> monthEnds(LocalDate since) {
        List<LocalDate> ends = new ArrayList<>();
        YearMonth month = YearMonth.from(since).minusMonths(1);
        while (!month.atEndOfMonth().isAfter(to)) {
            ends.add(month.atEndOfMonth());
            month = month.plusMonths(1);
        }
        if (ends.isEmpty() || ends.get(ends.size() - 1).isBefore(to)) {
            ends.add(to);
        }
        return ends;
    }

    /** The last month that is over. */
    public YearMonth lastFullMonth() {
        return YearMonth.from(to.plusDays(1)).minusMonths(1);
    }
}
