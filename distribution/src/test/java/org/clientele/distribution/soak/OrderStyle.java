package org.clientele.distribution.soak;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How a file of order lines is written.
 *
 * @param delimiter between fields
 * @param lineEnd behind each
 * @param decimal the mark between whole and part
 * @param dates the pattern
 * @param badDates what looks like a date of that pattern and is none
 */
record OrderStyle(char delimiter, String lineEnd, char decimal, String dates, List<String> badDates) {
    static final OrderStyle ISO = new OrderStyle(
            ',',
            "\n",
            '.',
            "yyyy-MM-dd HH:mm:ss",
            List.of(
                    "2024-02-30 10:00:00",
                    "2023-02-29 10:00:00",
                    "2024-13-01 10:00:00",
                    "2024-01-05 25:00:00",
                    "2024-01-05 10:61:00",
                    "0000-00-00 00:00:00",
                    "yesterday",
                    "infinity",
                    "2024-01"));
    static final OrderStyle GERMAN = new OrderStyle(
            ';',
            "\r\n",
            ',',
            "dd.MM.yyyy",
            List.of("30.02.2024", "05.13.2024", "32.01.2024", "29.02.2023", "gestern", "0.0.0", "05.2024"));

    String date(LocalDateTime moment) {
        return DateTimeFormatter.ofPattern(dates, Locale.ROOT).format(moment);
    }

    /** A number that has a point, as this style writes it. */
    String number(String plain) {
        return plain.replace('.', decimal);
    }
}
