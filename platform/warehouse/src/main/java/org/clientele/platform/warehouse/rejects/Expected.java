package org.clientele.platform.warehouse.rejects;

import java.util.Locale;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
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
 */
public record Expected(
        ColumnType type,
        String header,
        @Nullable String datePattern,
        char decimalMark,
        int wholeDigits,
        int firstYear,
        int lastYear) {
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
        return new Expected(column.type(), "", null, '.', digits, 1, 9999);
    }

    /** The same under the source's name of the column. */
    public Expected under(String name) {
        return new Expected(type, name, datePattern, decimalMark, wholeDigits, firstYear, lastYear);
    }

    /** The same with dates written so. */
    public Expected dated(@Nullable String pattern) {
        return new Expected(type, header, pattern, decimalMark, wholeDigits, firstYear, lastYear);
    }

    /** The same with this decimal mark. */
    public Expected marked(char mark) {
        return new Expected(type, header, datePattern, mark, wholeDigits, firstYear, lastYear);
    }

    /** The same with dates in these years only. */
    public Expected between(int first, int last) {
        return new Expected(type, header, datePattern, decimalMark, wholeDigits, first, last);
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
            case INTEGER -> "a whole number like 12";
            case DOUBLE, DECIMAL -> "a number like 1234" + decimalMark + "56";
            case DATE -> "a date like " + example(false);
            case TIMESTAMP -> "a date and time like " + example(true);
            case BOOLEAN -> "true or false";
            case TEXT -> "a text";
        };
    }

    /** A date of this column's form, without a time. */
    String exampleDate() {
        return example(false);
    }

    private String example(boolean time) {
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
