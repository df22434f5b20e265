package org.clientele.plugins.segmentation.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** A small frame, row by row; null, NaN and "" are missing values. Not thread-safe. */
public final class Sheet {
    private static final double MONEY = Math.pow(10, CustomerModel.MONEY_SCALE);
    private static final int DIGITS = 6;

    private final List<Column.Builder> columns = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();

    /** Without columns yet. */
    public Sheet() {}

    /** A column of any kind. */
    public Sheet add(ColumnSpec spec) {
        columns.add(
                spec.type() == ColumnType.DECIMAL
                        ? Column.decimalBuilder(spec, CustomerModel.MONEY_SCALE)
                        : Column.builder(spec));
        types.add(spec.type());
        return this;
    }

    private Sheet add(String name, String label, ColumnType type, Unit unit) {
        return add(new ColumnSpec(name, type, unit, label));
    }

    /** A column of words. */
    public Sheet text(String name, String label) {
        return add(name, label, ColumnType.TEXT, Unit.none());
    }

    /** A column of days. */
    public Sheet date(String name, String label) {
        return add(name, label, ColumnType.DATE, Unit.none());
    }

    /** A column of money, given as numbers and kept to a hundredth of a penny. */
    public Sheet money(String name, String label, Unit unit) {
        return add(name, label, ColumnType.DECIMAL, unit);
    }

    /** A column of counts. */
    public Sheet count(String name, String label, String noun) {
        return add(name, label, ColumnType.INTEGER, Unit.of(noun));
    }

    /** A column of shares of one. */
    public Sheet share(String name, String label) {
        return add(name, label, ColumnType.DOUBLE, Unit.ratio());
    }

    /** A column of numbers. */
    public Sheet number(String name, String label, Unit unit) {
        return add(name, label, ColumnType.DOUBLE, unit);
    }

    /** One row, in the order of the columns. */
    public Sheet row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean none = value == null || value.equals("") || value instanceof Double d && d.isNaN();
            if (none) {
                columns.get(i).addNull();
            } else if (types.get(i) == ColumnType.DECIMAL) {
                columns.get(i).addLong(Math.round(((Number) value).doubleValue() * MONEY));
            } else if (types.get(i) == ColumnType.INTEGER) {
                columns.get(i).addLong(((Number) value).longValue());
            } else {
                columns.get(i).add(value);
            }
        }
        return this;
    }

    /** The frame. This must not be used again. */
    public Frame frame() {
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }

    /** A number with at most six digits that tell something: "51381.5", "0.0643". */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
