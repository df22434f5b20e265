package org.clientele.platform.warehouse.rejects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import org.clientele.platform.warehouse.rejects.Expected.Order;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Judges the numbers of a date and of a time one by one. */
final class DateParts {
    private static final Texts TEXTS = Texts.of(DateParts.class);

    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Expected expected;
    private final String shown;

    DateParts(Expected expected, String shown) {
        this.expected = expected;
        this.shown = shown;
    }

    /** A date as this column writes it. */
    String own(LocalDate date) {
        if (expected.datePattern() == null) {
            return date.toString();
        }
        try {
            String pattern = expected.datePattern().replaceFirst("['T ]*[HhkK].*$", "");
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
        } catch (IllegalArgumentException | DateTimeException e) {
            return date.toString();
        }
    }

    /** A date and, where the column takes one, its time. */
    String own(LocalDateTime time) {
        return expected.type() == ColumnType.DATE
                ? own(time.toLocalDate())
                : own(time.toLocalDate()) + " " + ISO_TIME.format(time);
    }

    /** What is wrong with three numbers, in the order in which they stand; null if nothing is. */
    @Nullable
    Finding numbers(String a, String b, String c, String separators) {
        if (a.length() >= 3) {
            return yearFirst(a, number(b), number(c), separators);
        }
        if (c.length() <= 2) {
            String year = number(a) > 31 ? a : c;
            return DateTrouble.DATE_TWO_DIGIT_YEAR.with(shown, "20" + twoDigits(year), "19" + twoDigits(year));
        }
        return yearLast(number(a), number(b), c);
    }

    private static String twoDigits(String year) {
        return year.length() == 1 ? "0" + year : year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.length() > 9 ? digits.substring(0, 9) : digits);
    }

    private @Nullable Finding yearFirst(String year, int month, int day, String separators) {
        if (year.length() != 4) {
            return DateTrouble.DATE_YEAR_DIGITS.with(shown, year.length());
        }
        int y = number(year);
        if (month > 12 && day >= 1 && day <= 12 && YearMonth.of(y, day).isValidDay(month)) {
            return DateTrouble.DATE_YEAR_DAY_MONTH.with(shown, own(LocalDate.of(y, day, month)));
        }
        Finding wrong = whole(y, month, day);
        if (wrong != null) {
            return wrong;
        }
        LocalDate date = LocalDate.of(y, month, day);
        if (expected.order() != Order.YEAR_FIRST) {
            return DateTrouble.DATE_YEAR_FIRST.with(shown, expected.exampleDate(), own(date));
        }
        return expected.datePattern() == null && !separators.equals("--")
                ? DateTrouble.DATE_SEPARATORS.with(shown, separator(separators), own(date))
                : null;
    }

    private static String separator(String separators) {
        if (separators.charAt(0) != separators.charAt(1)) {
            return TEXTS.get("signs.different");
        }
        return switch (separators.charAt(0)) {
            case '/' -> TEXTS.get("signs.slashes");
            case '.' -> TEXTS.get("signs.points");
            case ' ' -> TEXTS.get("signs.spaces");
            case ',' -> TEXTS.get("signs.commas");
            default -> "\"" + separators.charAt(0) + "\"";
        };
    }

    private @Nullable Finding yearLast(int a, int b, String year) {
        if (year.length() != 4) {
            return DateTrouble.DATE_YEAR_DIGITS.with(shown, year.length());
        }
        int y = number(year);
        boolean dayFirst = b >= 1 && b <= 12 && a >= 1 && YearMonth.of(y, b).isValidDay(a);
        boolean monthFirst = a >= 1 && a <= 12 && b >= 1 && YearMonth.of(y, a).isValidDay(b);
        boolean ownDayFirst = expected.order() == Order.DAY_FIRST;
        if (!dayFirst && !monthFirst) {
            boolean asMonthFirst = expected.order() == Order.MONTH_FIRST || b > 12 && a <= 12;
            return asMonthFirst ? whole(y, a, b) : whole(y, b, a);
        }
        if (expected.order() == Order.YEAR_FIRST) {
            if (dayFirst && monthFirst && a != b) {
                return DateTrouble.DATE_EITHER_ORDER.with(
                        shown,
                        Months.dayAndMonth(a, b),
                        Months.dayAndMonth(b, a),
                        own(LocalDate.of(y, b, a)),
                        own(LocalDate.of(y, a, b)));
            }
            LocalDate date = dayFirst ? LocalDate.of(y, b, a) : LocalDate.of(y, a, b);
            return DateTrouble.DATE_YEAR_LAST.with(shown, expected.exampleDate(), own(date));
        }
        if (ownDayFirst && !dayFirst) {
            return DateTrouble.DATE_MONTH_BEFORE_DAY.with(shown, own(LocalDate.of(y, a, b)));
        }
        if (!ownDayFirst && !monthFirst) {
            return DateTrouble.DATE_DAY_BEFORE_MONTH.with(shown, own(LocalDate.of(y, b, a)));
        }
        return ownDayFirst ? whole(y, b, a) : whole(y, a, b);
    }

    /** Year, month and day that are known by their places. */
    @Nullable
    Finding whole(int year, int month, int day) {
        if (month > 12) {
            return DateTrouble.DATE_MONTH_TOO_LARGE.with(shown, month);
        }
        if (month == 0) {
            return DateTrouble.DATE_MONTH_ZERO.with(shown);
        }
        if (year == 1900 && month == 1 && day == 0) {
            return DateTrouble.DATE_SHEET_ZERO.with(shown);
        }
        if (day == 0) {
            return DateTrouble.DATE_DAY_ZERO.with(shown);
        }
        if (day > 31) {
            return DateTrouble.DATE_DAY_TOO_LARGE.with(shown, day);
        }
        if (month == 2 && day == 29 && !Year.isLeap(year)) {
            return DateTrouble.DATE_LEAP_DAY.with(shown, year);
        }
        YearMonth of = YearMonth.of(year, month);
        if (!of.isValidDay(day)) {
            return DateTrouble.DATE_DAY_OF_MONTH.with(
                    shown, Months.dayAndMonth(day, month), Months.monthAndYear(month, year), of.lengthOfMonth());
        }
        if (year < expected.firstYear()) {
            return DateTrouble.DATE_TOO_EARLY.with(shown, expected.firstYear());
        }
        if (year <= expected.lastYear()) {
            return null;
        }
        return (year == 9999 || year == 2999) && month == 12
                ? DateTrouble.DATE_NO_END.with(shown)
                : DateTrouble.DATE_TOO_LATE.with(shown, expected.lastYear());
    }

    /** What is wrong with what stands behind a date; null if nothing is. */
    @Nullable
    Finding time(LocalDate date, String rest) {
        Matcher m = Patterns.matcher(
                "(\\d{1,2})(?:([:.h])(\\d{2})(?:([:.])(\\d{2})(?:([.,])(\\d+))?)?)?\\s*(h|uhr)?\\s*([ap]\\.?\\s?m\\.?)?\\s*(.*)",
                rest);
        if (!m.matches()) {
            return DateTrouble.DATE_WITH_TEXT.with(shown, trimmed(rest), own(date));
        }
        int hour = number(m.group(1));
        int minute = m.group(3) == null ? 0 : number(m.group(3));
        int second = m.group(5) == null ? 0 : number(m.group(5));
        Finding wrong = clock(hour, minute, second);
        if (wrong != null) {
            return wrong;
        }
        LocalDateTime time = date.atTime(LocalTime.of(hour, minute, second));
        if (m.group(9) != null) {
            return twelveHours(time, m.group(9));
        }
        if (!m.group(10).isEmpty()) {
            return zone(time, m.group(10).strip());
        }
        if (m.group(3) == null) {
            return DateTrouble.TIME_INCOMPLETE.with(shown, own(time));
        }
        if (expected.type() == ColumnType.DATE) {
            return DateTrouble.DATE_WITH_TIME.with(shown, own(date));
        }
        if ("h".equalsIgnoreCase(m.group(2)) || m.group(8) != null) {
            return DateTrouble.TIME_HOUR_LETTER.with(shown, own(time));
        }
        if (".".equals(m.group(2)) || ".".equals(m.group(4))) {
            return DateTrouble.TIME_DOTS.with(shown, own(time));
        }
        return ",".equals(m.group(6))
                ? DateTrouble.TIME_FRACTION_COMMA.with(shown, own(time) + "." + m.group(7))
                : null;
    }

    private Finding twelveHours(LocalDateTime time, String half) {
        int hour = time.getHour();
        if (hour > 12 || hour == 0) {
            return DateTrouble.TIME_TWELVE_HOURS_WRONG.with(shown, hour);
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        return DateTrouble.TIME_TWELVE_HOURS.with(shown, own(time.withHour(hour % 12 + (afternoon ? 12 : 0))));
    }

    /** What is wrong with a time by the clock; null if nothing is. */
    @Nullable
    Finding clock(int hour, int minute, int second) {
        if (hour == 24) {
            return DateTrouble.TIME_HOUR_24.with(shown);
        }
        if (hour > 24) {
            return DateTrouble.TIME_HOUR_TOO_LARGE.with(shown, hour);
        }
        if (minute > 59) {
            return DateTrouble.TIME_MINUTE_TOO_LARGE.with(shown, minute);
        }
        if (second == 60) {
            return DateTrouble.TIME_LEAP_SECOND.with(shown);
        }
        return second > 60 ? DateTrouble.TIME_SECOND_TOO_LARGE.with(shown, second) : null;
    }

    private Finding zone(LocalDateTime time, String rest) {
        if (Patterns.fits("z|utc|gmt|[+-]00(:?00)?", rest)) {
            return DateTrouble.TIME_ZONE_UTC.with(shown);
        }
        if (Patterns.fits("(utc|gmt)?[+-]\\d{1,2}(:?\\d{2})?", rest)) {
            return DateTrouble.TIME_ZONE_OFFSET.with(shown, rest);
        }
        if (Patterns.fits("[a-z]{2,5}t|mez|mesz|\\[?[a-z]+/[a-z_/]+\\]?|[+-]\\d{2}:\\d{2}\\[.*\\]", rest)) {
            return DateTrouble.TIME_ZONE_NAME.with(shown, rest.replaceAll("[\\[\\]]", ""));
        }
        return DateTrouble.DATE_WITH_TEXT.with(shown, trimmed(rest), own(time));
    }

    static String trimmed(String text) {
        String quoted = Shown.quoted(text.strip());
        return quoted.substring(1, quoted.length() - 1);
    }
}
