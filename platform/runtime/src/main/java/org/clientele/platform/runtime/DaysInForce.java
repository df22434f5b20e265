package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * The days that a dashboard shows, and the first and last moment of the data that they were worked out from.
 *
 * @param choice the rule in force; the best one for the data where nobody chose
 * @param period the days themselves
 * @param first moment of the data, or null while it is not known, or without data
 * @param last moment of the data, or null
 */
record DaysInForce(
        PeriodChoice choice,
        Period period,
        @Nullable LocalDateTime first,
        @Nullable LocalDateTime last) {
    static final DaysInForce UNKNOWN = new DaysInForce(PeriodChoice.ALL, Period.all(), null, null);

    static DaysInForce of(
            Scope wanted, @Nullable LocalDateTime first, @Nullable LocalDateTime last, BusinessCalendar calendar) {
        PeriodChoice rule = wanted.choice();
        PeriodChoice choice = rule == null ? PeriodChoice.best(day(first), day(last), calendar) : rule;
        Period own = wanted.days();
        return new DaysInForce(choice, own == null ? choice.resolve(day(last), calendar) : own, first, last);
    }

    /** For people: "1 Dec 2010 – 9 Dec 2011", or "" without data. */
    String label() {
        return PeriodText.of(period, day(first), day(last));
    }

    /** The same for another choice; "" while the data's last day is not known. */
    String label(PeriodChoice other, BusinessCalendar calendar) {
        return PeriodText.of(other.resolve(day(last), calendar), day(first), day(last));
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime t) {
        return t == null ? null : t.toLocalDate();
    }
}
