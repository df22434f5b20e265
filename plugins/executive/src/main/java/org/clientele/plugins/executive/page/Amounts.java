package org.clientele.plugins.executive.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;

/** Money and quantities as whole numbers of their smallest stored unit, so that sums are exact. */
public final class Amounts {
    /** Digits behind the point. */
    public static final int SCALE = CustomerModel.MONEY_SCALE;

    private Amounts() {}

    /** All values of a numeric column; a missing one is 0. */
    public static long[] of(Column column) {
        long[] amounts = new long[column.size()];
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = at(column, row);
        }
        return amounts;
    }

    /**
     * One value; a missing one is 0.
     *
     * @throws ArithmeticException if it does not fit 64 bits
     */
    public static long at(Column column, int row) {
        if (column.isNull(row)) {
            return 0;
        }
        if (column.type() == ColumnType.DECIMAL && column.scale() == SCALE) {
            return column.longAt(row);
        }
        BigDecimal value = column.type() == ColumnType.DECIMAL
                ? BigDecimal.valueOf(column.longAt(row), column.scale())
                : column.type() == ColumnType.DOUBLE
                        ? BigDecimal.valueOf(column.doubleAt(row))
                        : BigDecimal.valueOf(column.longAt(row));
        return value.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** The amount as a number. */
    public static double number(long amount) {
        return amount / 1e4;
    }

    /** The share of one amount in another; NaN of nothing. */
    public static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
