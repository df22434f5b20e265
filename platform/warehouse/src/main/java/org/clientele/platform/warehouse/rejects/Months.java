package org.clientele.platform.warehouse.rejects;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of months and days of the week, in the languages that customer files most often come in. */
final class Months {
    /** Three letters of a month in English or German, as a group of a pattern. */
    static final String SHORT_NAMES =
            "(jan|feb|mar|m\u00e4r|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\\.?";

    private static final List<Locale> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "tr").stream()
                    .map(Locale::forLanguageTag)
                    .toList();
    private static final Map<String, Name> NAMES = names();
    private static final Map<String, DayOfWeek> DAYS = days();

    private Months() {}

    /** A month's name; the language in English. */
    record Name(Month month, String language) {}

    /** The month that a word names, English first where several languages share it. */
    static Optional<Name> find(String word) {
        return Optional.ofNullable(NAMES.get(plain(word)));
    }

    static boolean isWeekday(String word) {
        return DAYS.containsKey(plain(word));
    }

    /** "31 February". */
    static String dayAndMonth(int day, int month) {
        return day + " " + english(month);
    }

    static String english(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static Map<String, Name> names() {
        Map<String, Name> all = new LinkedHashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                Name name = new Name(month, language.getDisplayLanguage(Locale.ENGLISH));
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
                    String text = plain(month.getDisplayName(style, language));
                    if (text.length() > 2) {
                        all.putIfAbsent(text, name);
                    }
                }
            }
        }
        all.putIfAbsent("sept", new Name(Month.SEPTEMBER, "English"));
        all.putIfAbsent("m\u00e4r", new Name(Month.MARCH, "German"));
        all.putIfAbsent("mrz", new Name(Month.MARCH, "German"));
        all.putIfAbsent("dez", new Name(Month.DECEMBER, "German"));
        all.putIfAbsent("okt", new Name(Month.OCTOBER, "German"));
        return all;
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> all = new LinkedHashMap<>();
        for (Locale language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                all.putIfAbsent(plain(day.getDisplayName(TextStyle.FULL, language)), day);
                all.putIfAbsent(plain(day.getDisplayName(TextStyle.SHORT, language)), day);
            }
        }
        return all;
    }
}
