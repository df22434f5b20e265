package org.clientele.plugins.executive.revenue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.clientele.plugins.executive.page.Days;
import org.clientele.sdk.query.Period;

/**
 * Two stretches of days of which the later is explained by the earlier.
 *
 * @param before the earlier
 * @param now the later
 * @param halves whether they are the halves of the page's period, because nothing before it is known
 */
record TwoPeriods(Period before, Period now, boolean halves) {
    /** The two stretches of a page. */
    static TwoPeriods of(Days days, Against against) {
        Period page = days.page();
        LocalDate from = days.from().isAfter(days.to()) ? days.to() : days.from();
        LocalDate to = days.to();
        Period year = new Period(from.minusYears(1), to.minusYears(1));
        long length = ChronoUnit.DAYS.between(from, to) + 1;
        Period previous = new Period(from.minusDays(length), from.minusDays(1));
        boolean best = against == Against.BEST;
        if (against == Against.YEAR_BEFORE || (best && !days.first().isAfter(from.minusYears(1)))) {
            return new TwoPeriods(year, page, false);
        }
        if (against == Against.PREVIOUS || length < 2 || (best && !days.first().isAfter(from.minusDays(length)))) {
            return new TwoPeriods(previous, page, false);
        }
        LocalDate middle = to.minusDays(length / 2 - 1);
        return new TwoPeriods(
                new Period(middle.minusDays(length / 2), middle.minusDays(1)), new Period(middle, to), true);
    }
}
