package org.clientele.platform.warehouse.rejects;

import java.util.Locale;
import org.clientele.platform.warehouse.mapping.FormatSql;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one source column are read.
 *
 * @param type what they become
 * @param header the source's name of the column, or "" if it has none
 * @param datePattern how dates are written, in the letters of {@link java.time.format.DateTimeFormatter}: "dd.MM.yyyy
 *     HH:mm"; null for ISO
 * @param decimalMark '.' or ','
 * @param wholeDigits how many digits may stand before the decimal mark
 * @param firstYear the first year that dates may lie in
 * @param lastYear the last
 * @param example of numbers, or the two words of a yes and a no, where they are not written the usual way; else ""
 */
public record Expected(
        ColumnType type,
        String header,
        @Nullable String datePattern,
        char decimalMark,
        int wholeDigits,
        int firstYear,
        int lastYear,
        String example) {
    private static final Texts TEXTS = Texts.of(Expected.class);

    private static final int DECIMAL_DIGITS = 18;
    private static final int DOUBLE_DIGITS = 308;

    /** The order of the parts of a date. */
    enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What a column of the model takes where nothing else was found out: ISO dates, decimal points. */
    public static Expected of(ColumnSpec column) {
        int scale = column.name().equals("quantity") ? CustomerModel.QUANTITY_SCALE : CustomerModel.MONEY_SCALE;
        int digits = switch (column.type()) {
            case DECIMAL -> DECIMAL_DIGITS - scale;
            case DOUBLE -> DOUBLE_DIGITS;
            default -> DECIMAL_DIGITS;
        };
        return new Expected(column.type(), "", null, '.', digits, 1, 9999, "");
    }

    /** The same under the source's name of the column. */
    public Expected under(String name) {
        return new Expected(type, name, datePattern, decimalMark, wholeDigits, firstYear, lastYear, example);
    }

    /** The same with dates written so. */
    public Expected dated(@Nullable String pattern) {
        return new Expected(type, header, pattern, decimalMark, wholeDigits, firstYear, lastYear, example);
    }

    /** The same with this decimal mark. */
    public Expected marked(char mark) {
        return new Expected(type, header, datePattern, mark, wholeDigits, firstYear, lastYear, example);
    }

    /** The same with dates in these years only. */
    public Expected between(int first, int last) {
        return new Expected(type, header, datePattern, decimalMark, wholeDigits, first, last, example);
    }

    /** The same written by a format of an import: letters of a date, an example of a number, two words. */
    public Expected written(String format) {
        if (format.isEmpty() || type == ColumnType.TEXT) {
            return this;
        }
        return type.isTemporal()
                ? dated(format)
                : new Expected(
                        type,
                        header,
                        datePattern,
                        type.isNumeric() ? decimalMark(format) : decimalMark,
                        wholeDigits,
                        firstYear,
                        lastYear,
                        format);
    }

    /** A single mark before three digits parts thousands. */
    private static char decimalMark(String number) {
        String digits = number.replaceAll("[^0-9.,]", "");
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (last < 0) {
            return '.';
        }
        char mark = digits.charAt(last);
        boolean thousands = digits.indexOf(mark) == last
                && digits.indexOf(mark == '.' ? ',' : '.') < 0
                && last <= 3
                && digits.length() - last == 4;
        return thousands == (mark == '.') ? ',' : '.';
    }

    /** Whether numbers carry a sign, of a currency or percent. */
    boolean signed() {
        return type.isNumeric() && !example.matches("[0-9.,'\u2019\\s\u00a0\u202f]*");
    }

    /** Whether moments are counted from 1970 on. */
    boolean counted() {
        return FormatSql.UNIX_SECONDS.equals(datePattern) || FormatSql.UNIX_MILLIS.equals(datePattern);
    }

    Order order() {
        if (datePattern == null) {
            return Order.YEAR_FIRST;
        }
        String p = datePattern.replace('u', 'y').replace('L', 'M');
        int year = p.indexOf('y');
        int month = p.indexOf('M');
        int day = p.indexOf('d');
        if (year >= 0 && year < month && year < day) {
            return Order.YEAR_FIRST;
        }
        return month >= 0 && month < day ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }

    /** What would be taken, with an example: "a date like 2026-12-31". */
    String wanted() {
        return switch (type) {
            case INTEGER -> TEXTS.get("expected.whole", "12");
            case DOUBLE, DECIMAL ->
                TEXTS.get("expected.number", example.isEmpty() ? "1234" + decimalMark + "56" : example);
            case DATE -> TEXTS.get("expected.date", example(false));
            case TIMESTAMP -> TEXTS.get("expected.time", example(true));
            case BOOLEAN -> words();
            case TEXT -> TEXTS.get("expected.text");
        };
    }

    /** A date of this column's form, without a time. */
    String exampleDate() {
        return example(false);
    }

    private String words() {
        String[] words = example.split("/", 2);
        return words.length < 2
                ? TEXTS.get("expected.or", "true", "false")
                : TEXTS.get("expected.or", words[0], words[1].isEmpty() ? TEXTS.get("expected.nothing") : words[1]);
    }

    private String example(boolean time) {
        if (counted()) {
            return FormatSql.UNIX_MILLIS.equals(datePattern) ? "1798761599000" : "1798761599";
        }
        if (datePattern == null) {
            return time ? "2026-12-31 23:59:59" : "2026-12-31";
        }
        String pattern = time ? datePattern : datePattern.replaceFirst("['T ]*[HhkK].*$", "");
        try {
            return java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .format(java.time.LocalDateTime.of(2026, 12, 31, 23, 59, 59));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return pattern;
        }
    }

    /** A number with a decimal point, written with this column's mark. */
    String inOwnMark(String number) {
        return decimalMark == ',' ? number.replace('.', ',') : number;
    }
}
