package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.Optional;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** The periods that a dashboard offers. They count from the newest row of the data, never from today. */
public enum PeriodChoice {
    ALL("All data"),
    LAST_12_MONTHS("Last 12 full months"),
    YEAR_TO_DATE("Year to date"),
    LAST_QUARTER("Last full quarter"),
    LAST_MONTH("Last full month");

    private final String label;

    PeriodChoice(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /**
     * The days of this choice in calendar months and years.
     *
     * @param last the day of the newest row, or null where there is no data
     */
    public Period resolve(@Nullable LocalDate last) {
        return resolve(last, BusinessCalendar.standard());
    }

    /** The same where months, quarters and years are those of a workspace. */
    Period resolve(@Nullable LocalDate last, BusinessCalendar calendar) {
        if (last == null) {
            return Period.all();
        }
        return switch (this) {
            case ALL -> Period.all();
            case LAST_12_MONTHS -> fullSteps(last, Grain.MONTH, 12, calendar);
            case YEAR_TO_DATE -> new Period(calendar.floor(Grain.YEAR, last), last);
            case LAST_QUARTER -> fullSteps(last, Grain.QUARTER, 1, calendar);
            case LAST_MONTH -> fullSteps(last, Grain.MONTH, 1, calendar);
        };
    }

    /** The choice that shows most and can still be compared: twelve months where two years of data exist, else all. */
    public static PeriodChoice best(@Nullable LocalDate first, @Nullable LocalDate last) {
        return best(first, last, BusinessCalendar.standard());
    }

    /** The same where months are those of a workspace. */
    static PeriodChoice best(@Nullable LocalDate first, @Nullable LocalDate last, BusinessCalendar calendar) {
        LocalDate start = LAST_12_MONTHS.resolve(last, calendar).from();
        boolean comparable = first != null
                && start != null
                && !first.isAfter(Shift.year(Optional.empty(), calendar).back(start));
        return comparable ? LAST_12_MONTHS : ALL;
    }

    /** The last {@code n} steps that are over; the one that {@code last} ends counts. */
    private static Period fullSteps(LocalDate last, Grain grain, int n, BusinessCalendar calendar) {
        LocalDate end = calendar.floor(grain, last.plusDays(1));
        return new Period(calendar.plus(grain, end, -n), end.minusDays(1));
    }
}
