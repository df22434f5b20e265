package org.clientele.platform.warehouse.csv;

/**
 * A type as which the engine may read a field itself, where the field is written in the one way that every reading of it
 * agrees on. Anything else, blanks around it included, is not plain and is judged as text.
 *
 * @param kind of value
 * @param before how many digits a number has before its point at most
 * @param after how many behind it at most
 */
public record PlainType(Kind kind, int before, int after) {
    /** Kinds of value. */
    public enum Kind {
        /** {@code -12}. */
        WHOLE,
        /** {@code -12.50}. */
        DECIMAL,
        /** {@code 2026-12-31}. */
        DATE,
        /** {@code 2026-12-31 23:59:59}. */
        TIMESTAMP
    }

    private static final int DATE_LENGTH = 10;
    private static final int TIMESTAMP_LENGTH = 19;

    /** Whether {@code buf[from, to)} is plainly a value of this type, or empty. */
    boolean fits(byte[] buf, int from, int to) {
        if (from == to) {
            return true;
        }
        int start = from;
        int stop = to;
        if (buf[from] == '"') {
            // An empty text in quotes is a text, not a missing value.
            if (to - from < 3 || buf[to - 1] != '"') {
                return false;
            }
            start++;
            stop--;
        }
        return switch (kind) {
            case WHOLE, DECIMAL -> isNumber(buf, start, stop);
            case DATE -> stop - start == DATE_LENGTH && isDate(buf, start);
            case TIMESTAMP -> stop - start == TIMESTAMP_LENGTH && isDate(buf, start) && isTime(buf, start);
        };
    }

    private boolean isNumber(byte[] buf, int from, int to) {
        int first = buf[from] == '-' ? from + 1 : from;
        int i = first;
        while (i < to && isDigit(buf[i])) {
            i++;
        }
        if (i == first || i - first > before) {
            return false;
        }
        if (i == to) {
            return true;
        }
        int point = i++;
        while (i < to && isDigit(buf[i])) {
            i++;
        }
        return buf[point] == '.' && i == to && i - point > 1 && i - point - 1 <= after;
    }

    private static boolean isDate(byte[] buf, int at) {
        if (buf[at + 4] != '-' || buf[at + 7] != '-') {
            return false;
        }
        int year = two(buf, at) < 0 ? -1 : 100 * two(buf, at) + two(buf, at + 2);
        int month = two(buf, at + 5);
        int day = two(buf, at + 8);
        return two(buf, at + 2) >= 0
                && year > 0
                && month > 0
                && month <= 12
                && day > 0
                && (day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isTime(byte[] buf, int at) {
        return (buf[at + 10] == ' ' || buf[at + 10] == 'T')
                && buf[at + 13] == ':'
                && buf[at + 16] == ':'
                && isBelow(buf, at + 11, 24)
                && isBelow(buf, at + 14, 60)
                && isBelow(buf, at + 17, 60);
    }

    private static boolean isBelow(byte[] buf, int at, int limit) {
        int value = two(buf, at);
        return value >= 0 && value < limit;
    }

    /** The number that two digits make, or -1. */
    private static int two(byte[] buf, int at) {
        return isDigit(buf[at]) && isDigit(buf[at + 1]) ? 10 * (buf[at] - '0') + buf[at + 1] - '0' : -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
