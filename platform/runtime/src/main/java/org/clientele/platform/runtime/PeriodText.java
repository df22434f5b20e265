package org.clientele.platform.runtime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Periods for people. */
final class PeriodText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

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

    /** A member of a dimension of time: "Mar 2011", "Q2 2011", "2011", "9 Dec 2011"; of any other as it is. */
    static String step(String dimension, String member) {
        try {
            LocalDate first = LocalDate.parse(member);
            return switch (dimension) {
                case "month" -> MONTH.format(first);
                case "quarter" -> "Q" + ((first.getMonthValue() + 2) / 3) + " " + first.getYear();
                case "year" -> String.valueOf(first.getYear());
                default -> day(first);
            };
        } catch (DateTimeException e) {
            // Not a day: a name or a number.
            return member;
        }
    }

    /** "1 Dec 2010 – 9 Dec 2011": open ends are those of the data; "" where there is none. */
    static String of(Period period, @Nullable LocalDate first, @Nullable LocalDate last) {
        LocalDate from = period.from() == null ? first : period.from();
        LocalDate to = period.to() == null ? last : period.to();
        return from == null || to == null ? "" : DAY.format(from) + " – " + DAY.format(to);
    }
}
