package org.clientele.platform.warehouse.rejects;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.sdk.text.Texts;

/** Names of months and days of the week, in the languages that customer files most often come in. */
final class Months {
    /** Three letters of a month in English or German, as a group of a pattern. */
    static final String SHORT_NAMES =
            "(jan|feb|mar|m\u00e4r|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\\.?";

    private static final Texts TEXTS = Texts.of(Months.class);

    private static final List<Locale> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "tr").stream()
                    .map(Locale::forLanguageTag)
                    .toList();
    private static final Map<String, Name> NAMES = names();
    private static final Map<String, DayOfWeek> DAYS = days();

    private Months() {}

    /** A month's name, and the language that it is of. */
    record Name(Month month, Locale language) {
        /** Whether it is the English one. */
        boolean isEnglish() {
            return language.equals(Locale.ENGLISH);
        }
    }

    /** The month that a word names, English first where several languages share it. */
    static Optional<Name> find(String word) {
        return Optional.ofNullable(NAMES.get(plain(word)));
    }

    static boolean isWeekday(String word) {
        return DAYS.containsKey(plain(word));
    }

    /** "31 February". */
    static String dayAndMonth(int day, int month) {
        return TEXTS.get("months.day", day, Month.of(month).getDisplayName(TextStyle.FULL, Texts.locale()));
    }

    /** "February 2011". */
    static String monthAndYear(int month, int year) {
        String name = Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale());
        return TEXTS.get("months.year", name, String.valueOf(year));
    }

    /** What the reader calls a language. */
    static String named(Locale language) {
        return language.getDisplayLanguage(Texts.locale());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static Map<String, Name> names() {
        Map<String, Name> all = new LinkedHashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                Name name = new Name(month, language);
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
                    String text = plain(month.getDisplayName(style, language));
                    if (text.length() > 2) {
                        all.putIfAbsent(text, name);
                    }
                }
            }
        }
        all.putIfAbsent("sept", new Name(Month.SEPTEMBER, Locale.ENGLISH));
        all.putIfAbsent("m\u00e4r", new Name(Month.MARCH, Locale.GERMAN));
        all.putIfAbsent("mrz", new Name(Month.MARCH, Locale.GERMAN));
        all.putIfAbsent("dez", new Name(Month.DECEMBER, Locale.GERMAN));
        all.putIfAbsent("okt", new Name(Month.OCTOBER, Locale.GERMAN));
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
