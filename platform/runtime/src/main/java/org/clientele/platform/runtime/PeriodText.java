package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Periods for people. */
final class PeriodText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    private PeriodText() {}

    /** "9 Dec 2011, 12:50". */
    static String moment(LocalDateTime t) {
        return MOMENT.format(t);
    }

    /** "9 Dec 2011". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "1 Dec 2010 – 9 Dec 2011": open ends are those of the data; "" where there is none. */
    static String of(Period period, @Nullable LocalDate first, @Nullable LocalDate last) {
        LocalDate from = period.from() == null ? first : period.from();
        LocalDate to = period.to() == null ? last : period.to();
        return from == null || to == null ? "" : DAY.format(from) + " – " + DAY.format(to);
    }
}
