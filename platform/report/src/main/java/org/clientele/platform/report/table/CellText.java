package org.clientele.platform.report.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.clientele.sdk.data.Column;

/** Values as programs read them: point for the fraction, no grouping, ISO 8601 days and moments. */
public final class CellText {
    /** For what is larger than any number of a file. */
    public static final String INFINITE = "∞";

    /** A true minus, which starts no formula. */
    public static final String MINUS_INFINITE = "−∞";

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private static final double LONGEST_PLAIN = 1e15;
    private static final double SHORTEST_PLAIN = 1e-6;

    private CellText() {}

    /** The value in full; "" where it is missing. A text comes as it is. */
    public static String of(Column column, int row) {
        Object value = column.valueAt(row);
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof LocalDateTime moment ? MOMENT.format(moment) : value.toString();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITE : MINUS_INFINITE;
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        return size < LONGEST_PLAIN && size >= SHORTEST_PLAIN
                ? plain(new BigDecimal(Double.toString(value)))
                : Double.toString(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Whether the cell is a text rather than a number, day or flag. Infinity is no number that other programs know, and a day with
     * a sign before its year would be a sum to a spreadsheet.
     */
    public static boolean isText(Column column, int row) {
        if (column.isNull(row)) {
            return false;
        }
        return switch (column.type()) {
            case TEXT -> true;
            case DOUBLE -> Double.isInfinite(column.doubleAt(row));
            case DATE, TIMESTAMP -> PlainText.looksLikeFormula(of(column, row));
            default -> false;
        };
    }
}
