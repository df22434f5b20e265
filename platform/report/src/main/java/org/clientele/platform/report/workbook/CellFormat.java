package org.clientele.platform.report.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.function.Predicate;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;

/** How a spreadsheet shows the cells of a column: by type, unit and the digits that its values need. */
final class CellFormat {
    /** Cells of it stay text when a person edits them. */
    static final String TEXT = "@";

    private static final int MOST_DIGITS = 6;

    private CellFormat() {}

    /** A number format of Excel's; "" where its own is best. */
    static String of(Column column) {
        return switch (column.type()) {
            case TEXT -> TEXT;
            case BOOLEAN -> "";
            case DATE -> day(column);
            case TIMESTAMP -> moment(column);
            case INTEGER -> column.unit().equals(Unit.none()) ? "0" : number(column, "#,##0");
            case DECIMAL, DOUBLE -> number(column, "#,##0" + fraction(column));
        };
    }

    private static String number(Column column, String digits) {
        Unit unit = column.unit();
        if (unit.isRatio()) {
            return "0.00%";
        }
        if (unit.countsMoney() && !unit.numerator().equals(Unit.MONEY)) {
            return "[$" + unit.numerator() + "] " + digits;
        }
        return digits;
    }

    /** Digits behind the point: those of the currency, or as many as the values have, within reason. */
    private static String fraction(Column column) {
        Unit unit = column.unit();
        int least = unit.countsMoney() ? minor(unit.numerator()) : 0;
        int needed = column.type() == ColumnType.DECIMAL ? needed(column) : 0;
        if (column.type() == ColumnType.DOUBLE && !unit.countsMoney()) {
            // Quotients have endless digits: two say enough, more where the values are small.
            needed = whole(column) ? 0 : Math.max(2, small(column));
        }
        int digits = Math.min(MOST_DIGITS, Math.max(least, unit.countsMoney() && large(column) ? least : needed));
        return digits == 0 ? "" : "." + "0".repeat(digits);
    }

    private static int minor(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }

    private static int needed(Column column) {
        int most = 0;
        for (int row = 0; row < column.size() && most < column.scale(); row++) {
            if (!column.isNull(row)) {
                most = Math.max(
                        most,
                        BigDecimal.valueOf(column.longAt(row), column.scale())
                                .stripTrailingZeros()
                                .scale());
            }
        }
        return Math.max(0, most);
    }

    /** Sums are read to the penny; prices below one unit keep their digits. */
    private static boolean large(Column column) {
        return any(column, row -> Math.abs(column.doubleAt(row)) >= 10) || column.type() == ColumnType.DOUBLE;
    }

    private static boolean whole(Column column) {
        return !any(column, row -> column.doubleAt(row) != Math.rint(column.doubleAt(row)));
    }

    private static int small(Column column) {
        double largest = 0;
        for (int row = 0; row < column.size(); row++) {
            double value = Math.abs(column.doubleAt(row));
            largest = value > largest && Double.isFinite(value) ? value : largest;
        }
        return largest == 0 || largest >= 1 ? 0 : (int) Math.min(MOST_DIGITS, 2 - Math.floor(Math.log10(largest)));
    }

    private static String day(Column column) {
        return switch (column.name()) {
            case "month" -> every(column, d -> d.getDayOfMonth() == 1) ? "mmm yyyy" : "yyyy-mm-dd";
            case "year" -> every(column, d -> d.getDayOfYear() == 1) ? "yyyy" : "yyyy-mm-dd";
            default -> "yyyy-mm-dd";
        };
    }

    private static String moment(Column column) {
        boolean fine = any(column, row -> ((LocalDateTime) value(column, row)).getNano() != 0);
        boolean seconds = any(column, row -> ((LocalDateTime) value(column, row)).getSecond() != 0);
        return "yyyy-mm-dd hh:mm" + (fine ? ":ss.000" : seconds ? ":ss" : "");
    }

    private static boolean every(Column column, Predicate<LocalDate> holds) {
        return !any(column, row -> !holds.test((LocalDate) value(column, row)));
    }

    private static Object value(Column column, int row) {
        return java.util.Objects.requireNonNull(column.valueAt(row));
    }

    private static boolean any(Column column, java.util.function.IntPredicate holds) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isNull(row) && holds.test(row)) {
                return true;
            }
        }
        return false;
    }
}
