package org.clientele.platform.warehouse.csv;

/**
 * A type that a field is read as at once, where it is written in the one way that every reading of it agrees on. Anything
 * else, blanks around it included, is not plain and is judged by the engine as text.
 *
 * @param kind of value
 * @param before how many digits a number has before its point at most
 * @param after how many behind it at most
 */
public record PlainType(Kind kind, int before, int after) {
    /** Kinds of value. */
    public enum Kind {
        /** Whatever it says. */
        TEXT,
        /** {@code -12}. */
        WHOLE,
        /** {@code -12.50}. */
        DECIMAL,
        /** {@code 2026-12-31}. */
        DATE,
        /** {@code 2026-12-31 23:59:59}. */
        TIMESTAMP
    }

    /** Of the decimals that the warehouse stores. */
    public static final int DIGITS = 18;

    /** Any text. */
    static final PlainType TEXT = new PlainType(Kind.TEXT, 0, 0);

    static final long NOT_PLAIN = Long.MIN_VALUE;
    static final long MISSING = Long.MIN_VALUE + 1;

    private static final int DATE_LENGTH = 10;
    private static final int TIMESTAMP_LENGTH = 19;
    private static final long MICROS = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;

    /**
     * Reads {@code buf[from, to)}, which is no text.
     *
     * @return a number in units of its last digit, a date in days or a moment in microseconds since 1970; {@link #MISSING}
     *     if the field is empty; {@link #NOT_PLAIN}
     */
    long read(byte[] buf, int from, int to) {
        if (from == to) {
            return MISSING;
        }
        int start = from;
        int stop = to;
        if (buf[from] == '"') {
            // An empty text in quotes is a text, not a missing value.
            if (to - from < 3 || buf[to - 1] != '"') {
                return NOT_PLAIN;
            }
            start++;
            stop--;
        }
        return switch (kind) {
            case TEXT -> throw new IllegalStateException("A text has no number");
            case WHOLE, DECIMAL -> number(buf, start, stop);
            case DATE -> stop - start == DATE_LENGTH ? date(buf, start) : NOT_PLAIN;
            case TIMESTAMP -> stop - start == TIMESTAMP_LENGTH ? moment(buf, start) : NOT_PLAIN;
        };
    }

    private long number(byte[] buf, int from, int to) {
        boolean negative = buf[from] == '-';
        int first = negative ? from + 1 : from;
        long value = 0;
        int i = first;
        while (i < to && isDigit(buf[i])) {
            value = 10 * value + buf[i++] - '0';
        }
        if (i == first || i - first > before) {
            return NOT_PLAIN;
        }
        int scale = 0;
        if (i < to) {
            int point = i++;
            while (i < to && isDigit(buf[i])) {
                value = 10 * value + buf[i++] - '0';
            }
            scale = i - point - 1;
            if (buf[point] != '.' || i < to || scale == 0 || scale > after) {
                return NOT_PLAIN;
            }
        }
        for (; scale < after; scale++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    private static long date(byte[] buf, int at) {
        int century = two(buf, at);
        int ofCentury = two(buf, at + 2);
        int month = two(buf, at + 5);
        int day = two(buf, at + 8);
        int year = 100 * century + ofCentury;
        boolean real = buf[at + 4] == '-'
                && buf[at + 7] == '-'
                && century >= 0
                && ofCentury >= 0
                && year > 0
                && month > 0
                && month <= 12
                && day > 0
                && (day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth());
        return real ? java.time.LocalDate.of(year, month, day).toEpochDay() : NOT_PLAIN;
    }

    private static long moment(byte[] buf, int at) {
        long day = date(buf, at);
        int hour = two(buf, at + 11);
        int minute = two(buf, at + 14);
        int second = two(buf, at + 17);
        boolean real = day != NOT_PLAIN
                && (buf[at + 10] == ' ' || buf[at + 10] == 'T')
                && buf[at + 13] == ':'
                && buf[at + 16] == ':'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
        return real ? (day * SECONDS_OF_DAY + (hour * 60 + minute) * 60 + second) * MICROS : NOT_PLAIN;
    }

    /** The number that two digits make, or a negative one. */
    private static int two(byte[] buf, int at) {
        return isDigit(buf[at]) && isDigit(buf[at + 1]) ? 10 * (buf[at] - '0') + buf[at + 1] - '0' : -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
