package org.clientele.distribution.soak;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** A way in which a line of order lines can be bad, and how the product must take note of it. */
enum Fault {
    WRONG_TYPE(
            "quantity",
            "number|unit|two signs|minus behind",
            "two",
            "12abc",
            "0x10",
            "--5",
            "1.2.3.4",
            "NaN",
            "Infinity",
            "5 5 5 -"),
    FORMULA(
            "unit_price",
            "number|formula|sum still",
            "=1+1",
            "=SUM(A1:A9)",
            "@SUM(1)",
            "+1+1",
            "-2+3",
            "=cmd|' /C calc'!A0"),
    TOO_LARGE("unit_price", "number|digits|large", "1e999", "-1e999", "9e400", "123456789012345678901"),
    BAD_DATE("ordered_at", "date|day|month|time|hour|minute|calendar|exist"),
    NO_DATE("ordered_at", "missing|empty", ""),
    NO_KEY("order_id", "missing|empty", "", "\"\""),
    BLANK_KEY("order_id", "missing|empty|blank", "  "),
    NO_QUANTITY("quantity", "missing|empty", ""),
    NO_PRICE("unit_price", "missing|empty", ""),
    TOO_LARGE_TOGETHER("", "digits|large"),
    MISSING_COLUMNS("", "column|field"),
    EXTRA_COLUMNS("", "column|field"),
    OPEN_QUOTE("", "quot"),
    BEHIND_QUOTE("", "quot"),
    ODD_QUOTES("", "quot"),
    NUL("", "NUL|zero byte"),
    BAD_UTF8("", "UTF-8|encod|spell a character"),
    STRAY_RETURN("", "carriage return|line end|line break"),
    LONG_FIELD("", "long|64 K|at most 65,536"),
    LONG_LINE("", "long|64 K");

    private static final int LONG_ONES = 60;

    private final String column;
    private final Pattern reason;
    private final List<String> values;

    Fault(String column, String reason, String... values) {
        this.column = column;
        this.reason = Pattern.compile(reason, Pattern.CASE_INSENSITIVE);
        this.values = List.of(values);
    }

    /** The column that the reject names; "" if that is not checked. */
    String column() {
        return column;
    }

    /** What the reason must speak of. */
    Pattern reason() {
        return reason;
    }

    /** Some kind; lines that are long for nothing else are few, since they take room. */
    static Fault any(Random random) {
        Fault fault = values()[random.nextInt(values().length)];
        boolean large = fault == LONG_FIELD || fault == LONG_LINE;
        return large && random.nextInt(1000) >= LONG_ONES ? any(random) : fault;
    }

    /** Makes a good record's fields into those of a bad line; what cannot be said by fields is left to {@link #spoil}. */
    void change(String[] fields, OrderStyle style, Random random) {
        switch (this) {
            case WRONG_TYPE, NO_QUANTITY -> fields[4] = value(random);
            case FORMULA, TOO_LARGE, NO_PRICE -> fields[5] = value(random);
            case BAD_DATE ->
                fields[1] = style.badDates().get(random.nextInt(style.badDates().size()));
            case NO_DATE -> fields[1] = "";
            case NO_KEY, BLANK_KEY -> fields[0] = value(random);
            case TOO_LARGE_TOGETHER -> {
                fields[4] = "99999999999999";
                fields[5] = "98765432101234";
            }
            case OPEN_QUOTE -> fields[random.nextInt(2) * 4 + 2] = "\"begun" + random.nextInt(1000);
            case BEHIND_QUOTE -> fields[3] = "\"P" + random.nextInt(100) + "\"x";
            case ODD_QUOTES -> fields[7] = "12\" pan";
            case NUL -> fields[random.nextInt(8)] += "\0";
            case BAD_UTF8 -> fields[7] = "caf" + OrderLines.SPOILT;
            case STRAY_RETURN -> fields[7] = "one\rtwo";
            case LONG_FIELD -> fields[7] = "x".repeat((1 << 16) + 1 + random.nextInt(5000));
            case LONG_LINE -> fields[7] = "y".repeat((1 << 20) + 10);
            default -> {}
        }
        fields[5] = style.number(fields[5]);
    }

    /** Makes the text of a line into that of a bad one. */
    String spoil(String line, char delimiter, Random random) {
        return switch (this) {
            case MISSING_COLUMNS -> {
                int keep = line.length();
                for (int drop = 1 + random.nextInt(3); drop > 0; drop--) {
                    keep = line.lastIndexOf(delimiter, keep - 1);
                }
                yield line.substring(0, keep);
            }
            case EXTRA_COLUMNS -> line + (delimiter + "more").repeat(1 + random.nextInt(3));
            default -> line;
        };
    }

    private String value(Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
