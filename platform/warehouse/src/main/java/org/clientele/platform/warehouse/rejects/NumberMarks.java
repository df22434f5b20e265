package org.clientele.platform.warehouse.rejects;

import java.util.regex.Matcher;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/** Decimal marks and thousands separators: which there are in a number, and how the number is written without them. */
final class NumberMarks {
    private static final int MOST_WHOLE_DIGITS = 18;

    private NumberMarks() {}

    /** What is wrong with a value of digits and separators only, or null if it is anything else. */
    static @Nullable Finding explain(Expected expected, String value, String shown) {
        if (!Patterns.fits("[+-]?[\\d.,'\u2019_ ]*\\d[\\d.,'\u2019_ ]*", value)) {
            return null;
        }
        String own = expected.decimalMark() == ',' ? "," : "\\.";
        String other = expected.decimalMark() == ',' ? "\\." : ",";
        String meant = meant(value, expected);
        if (value.indexOf('_') >= 0) {
            return NumberTrouble.NUMBER_UNDERSCORES.with(shown, meant);
        }
        if (value.indexOf('\'') >= 0 || value.indexOf('\u2019') >= 0) {
            return NumberTrouble.NUMBER_APOSTROPHES.with(shown, meant);
        }
        if (value.indexOf(' ') >= 0) {
            return Patterns.fits("[+-]?\\d{1,3}( \\d{3})+([.,]\\d*)?", value)
                    ? NumberTrouble.NUMBER_SPACES.with(shown, meant)
                    : NumberTrouble.NUMBER_TWO.with(shown);
        }
        Finding plain = plain(expected, value, shown, own, other);
        return plain != null ? plain : grouped(expected, value, shown, own, other);
    }

    /** Numbers with one mark at most. */
    private static @Nullable Finding plain(Expected expected, String value, String shown, String own, String other) {
        boolean integer = expected.type() == ColumnType.INTEGER;
        Matcher m = Patterns.matcher("[+-]?0*(\\d*)(?:" + own + "(\\d*))?", value);
        if (m.matches()) {
            String fraction = m.group(2);
            int digits = m.group(1).length();
            if (integer && fraction != null && digits <= MOST_WHOLE_DIGITS) {
                return decimals(expected, value, shown, fraction);
            }
            if (integer) {
                return digits > MOST_WHOLE_DIGITS ? NumberTrouble.INTEGER_TOO_LARGE.with(shown, digits) : null;
            }
            return digits > expected.wholeDigits()
                    ? NumberTrouble.NUMBER_TOO_LARGE.with(shown, digits, expected.wholeDigits())
                    : null;
        }
        m = Patterns.matcher("([+-]?)(\\d*)" + other + "(\\d*)", value);
        if (!m.matches()) {
            return null;
        }
        boolean threes =
                Patterns.fits("[1-9]\\d{0,2}", m.group(2)) && m.group(3).length() == 3;
        if (threes && integer) {
            return NumberTrouble.NUMBER_THOUSANDS.with(shown, meant(value, expected));
        }
        if (integer) {
            return decimals(expected, value, shown, m.group(3));
        }
        String sign = "-".equals(m.group(1)) ? "-" : "";
        String decimal = sign
                + (m.group(2).isEmpty() ? "0" : m.group(2))
                + (m.group(3).isEmpty() ? "" : expected.decimalMark() + m.group(3));
        if (threes) {
            return NumberTrouble.NUMBER_ONE_SEPARATOR.with(shown, sign + m.group(2) + m.group(3), decimal);
        }
        return (expected.decimalMark() == ',' ? NumberTrouble.NUMBER_DECIMAL_POINT : NumberTrouble.NUMBER_DECIMAL_COMMA)
                .with(shown, decimal);
    }

    private static Finding decimals(Expected expected, String value, String shown, String fraction) {
        if (!Patterns.fits("0*", fraction)) {
            return NumberTrouble.INTEGER_DECIMALS.with(shown);
        }
        String whole =
                value.substring(0, value.length() - fraction.length() - 1).replace("+", "");
        return NumberTrouble.INTEGER_DECIMAL_ZEROS.with(shown, whole.isEmpty() ? "0" : meant(whole, expected));
    }

    private static Finding grouped(Expected expected, String value, String shown, String own, String other) {
        String meant = meant(value, expected);
        if (Patterns.fits(
                "[+-]?\\d{1,3}(" + other + "\\d{3})+(" + own + "\\d*)?|[+-]?\\d{1,3}(" + own + "\\d{3}){2,}", value)) {
            return NumberTrouble.NUMBER_THOUSANDS.with(shown, meant);
        }
        if (Patterns.fits("[+-]?\\d{1,3}(" + own + "\\d{3})+" + other + "\\d*", value)) {
            return (expected.decimalMark() == ','
                            ? NumberTrouble.NUMBER_COMMAS_THEN_POINT
                            : NumberTrouble.NUMBER_POINTS_THEN_COMMA)
                    .with(shown, meant);
        }
        if (Patterns.fits("[+-]?\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d*)?", value)) {
            return NumberTrouble.NUMBER_INDIAN_GROUPS.with(shown, meant);
        }
        return Patterns.fits("[+-]?\\d*(\\.\\d*){2,}", value)
                ? NumberTrouble.NUMBER_SEVERAL_POINTS.with(
                        shown, value.chars().filter(c -> c == '.').count())
                : NumberTrouble.NUMBER_UNEVEN_GROUPS.with(shown);
    }

    /** The number that was probably meant, as the column writes numbers. */
    static String meant(String number, Expected expected) {
        String plain = number.replaceAll("[^\\d.,-]", "").replaceAll("[.,]+$", "");
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        int mark = Math.max(point, comma);
        if (mark < 0) {
            return plain;
        }
        char last = plain.charAt(mark);
        boolean both = point >= 0 && comma >= 0;
        boolean repeated = plain.indexOf(last) != mark;
        boolean threes = plain.length() - mark == 4 && mark > 0 && mark <= 4 && plain.charAt(0) != '0';
        if (repeated || !both && threes && last != expected.decimalMark()) {
            return plain.replaceAll("[.,]", "");
        }
        String whole = plain.substring(0, mark).replaceAll("[.,]", "");
        return (whole.isEmpty() ? "0" : whole) + expected.decimalMark() + plain.substring(mark + 1);
    }
}
