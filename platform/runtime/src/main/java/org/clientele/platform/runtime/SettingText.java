package org.clientele.platform.runtime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Settings as people write them. Each method throws ARGUMENT_INVALID with what is allowed. */
final class SettingText {
    private static final Texts TEXTS = Texts.of(SettingText.class);

    private static final Pattern WEEK = Pattern.compile("([a-z]+)/([1-7])");
    private static final Pattern YEAR_END = Pattern.compile("(last|nearest)-([a-z]+)");

    static final Locale BRITISH = Locale.UK;

    private SettingText() {}

    /** A first day, and how many days the first week of a year has at least. */
    record Week(DayOfWeek firstDay, int minimalDays) {
        private static final Week ISO = new Week(DayOfWeek.MONDAY, 4);
        private static final Week US = new Week(DayOfWeek.SUNDAY, 1);

        @Override
        public String toString() {
            return equals(ISO) ? "iso" : equals(US) ? "us" : lower(firstDay) + "/" + minimalDays;
        }
    }

    /** When a retail year ends. */
    record YearEnd(boolean nearest, DayOfWeek day) {
        @Override
        public String toString() {
            return (nearest ? "nearest-" : "last-") + lower(day);
        }
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static AnalyticsException wrong(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }

    static String currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[A-Z]{3}")) {
            throw wrong(TEXTS.get("setting.text.no_currency", text));
        }
        return code;
    }

    static Locale locale(String text) {
        Locale found = Locale.forLanguageTag(text.replace('_', '-'));
        if (found.getLanguage().isEmpty()
                || !Arrays.asList(Locale.getAvailableLocales()).contains(found)) {
            throw wrong(TEXTS.get("setting.text.no_locale", text));
        }
        return found;
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("setting.text.is_no_time_zone_is", text), e);
        }
    }

    static Month month(String text) {
        for (Month m : Month.values()) {
            if (m.name().equalsIgnoreCase(text) || String.valueOf(m.getValue()).equals(text)) {
                return m;
            }
        }
        throw wrong(TEXTS.get("setting.text.no_month", text));
    }

    static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(TEXTS.get("setting.text.no_weekday", text)));
    }

    static Week week(String text) {
        String rule = lower(text);
        if (rule.equals("iso")) {
            return Week.ISO;
        }
        if (rule.equals("us")) {
            return Week.US;
        }
        Matcher m = WEEK.matcher(rule);
        if (!m.matches()) {
            throw wrong(TEXTS.get("setting.text.no_week", text));
        }
        return new Week(day(m.group(1)), Integer.parseInt(m.group(2)));
    }

    static RetailYear.@Nullable Pattern pattern(String text) {
        if (text.equalsIgnoreCase("gregorian")) {
            return null;
        }
        return Arrays.stream(RetailYear.Pattern.values())
                .filter(p -> p.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(TEXTS.get(
                        "setting.text.no_calendar",
                        text,
                        Arrays.stream(RetailYear.Pattern.values())
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")))));
    }

    static YearEnd yearEnd(String text) {
        Matcher m = YEAR_END.matcher(lower(text));
        if (!m.matches()) {
            throw wrong(TEXTS.get("setting.text.no_year_end", text));
        }
        return new YearEnd(m.group(1).equals("nearest"), day(m.group(2)));
    }
}
