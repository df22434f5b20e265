package org.clientele.platform.runtime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Periods for people, who read them in sentences: in the language of those. */
final class PeriodText {
    private static final Texts TEXTS = Texts.of(PeriodText.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<Locale, LocaleFormat> FORMATS = new ConcurrentHashMap<>();

    private PeriodText() {}

    private static LocaleFormat format() {
        return FORMATS.computeIfAbsent(Texts.locale(), LocaleFormat::of);
    }

    /** "9 Dec 2011, 12:50". */
    static String moment(LocalDateTime t) {
        return TEXTS.get("period.moment", day(t.toLocalDate()), TIME.format(t));
    }

    /** "9 Dec 2011". */
    static String day(LocalDate day) {
        return format().period(day, Grain.DAY);
    }

    /** A member of a dimension of time: "Mar 2011", "Q2 2011", "2011", "9 Dec 2011"; of any other as it is. */
    static String step(String dimension, String member) {
        try {
            LocalDate first = LocalDate.parse(member);
            return switch (dimension) {
                case "month" -> format().shortMonth(first);
                case "quarter" -> format().period(first, Grain.QUARTER);
                case "year" -> format().period(first, Grain.YEAR);
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
        return from == null || to == null ? "" : day(from) + " – " + day(to);
    }
}
