package org.clientele.platform.charts.kind;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * On which days a daily line has values. A weekday that never has any is a day of rest: a line passes over it, since a hole
 * each week would leave nothing of the line. Where another day is missing, nobody knows what lay between: there a line is
 * thin.
 *
 * @param missingBefore whether a day that is no day of rest is missing before a step
 * @param rest weekdays that never have values
 * @param missing how many days are, of those that are no days of rest
 */
record OpenDays(boolean[] missingBefore, Set<DayOfWeek> rest, long missing) {
    private static final Texts TEXTS = Texts.of(OpenDays.class);

    private static final int WEEKS = 3;

    /** The days of some steps in order; null where they are not daily. */
    static @Nullable OpenDays of(Steps steps) {
        TimeColumn time = steps.time;
        int n = steps.count();
        if (time == null || time.grain() != Grain.DAY || steps.isClock() || n < 2) {
            return null;
        }
        Set<DayOfWeek> rest = rest(steps);
        boolean[] before = new boolean[n];
        long missing = 0;
        int torn = 0;
        for (int i = 1; i < n; i++) {
            long days = 0;
            long last = (long) steps.position(i);
            for (long day = (long) steps.position(i - 1) + 1; day < last && days == 0; day++) {
                days = rest.contains(LocalDate.ofEpochDay(day).getDayOfWeek()) ? 0 : last - day;
            }
            before[i] = days > 0;
            missing += days;
            torn += days > 0 ? 1 : 0;
        }
        // Dates that are mostly apart are no days of a series, but moments of their own.
        return 2 * torn > n ? null : new OpenDays(before, rest, missing);
    }

    private static Set<DayOfWeek> rest(Steps steps) {
        int n = steps.count();
        Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        if (steps.position(n - 1) - steps.position(0) < 7 * WEEKS) {
            return rest;
        }
        rest.addAll(EnumSet.allOf(DayOfWeek.class));
        for (int i = 0; i < n && !rest.isEmpty(); i++) {
            rest.remove(LocalDate.ofEpochDay((long) steps.position(i)).getDayOfWeek());
        }
        return rest;
    }

    /** What lines do where there are no values, or "". */
    String note() {
        List<String> names = new ArrayList<>();
        rest.forEach(day -> names.add(TEXTS.get("open.days." + day.name().toLowerCase(Locale.ROOT))));
        String closed = names.isEmpty() ? "" : TEXTS.get("days.closed", Phrases.all(names));
        String thin = missing == 0 ? "" : TEXTS.get(names.isEmpty() ? "days.thin" : "days.thin.others");
        return (closed + " " + thin).strip();
    }
}
