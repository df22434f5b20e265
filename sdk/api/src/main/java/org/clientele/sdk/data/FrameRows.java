package org.clientele.sdk.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small frame, row by row: what most analyses give. Not thread-safe.
 *
 * <pre>{@code
 * new FrameRows()
 *         .members("country", "Country")
 *         .count("customers", "Customers", "customers")
 *         .money("revenue", "Revenue", Unit.money())
 *         .row("France", 87, 209_715_800_0L)
 *         .frame();
 * }</pre>
 */
public final class FrameRows {
    private final List<Column.Builder> columns = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();

    private FrameRows add(String name, String label, ColumnType type, Unit unit) {
        return column(new ColumnSpec(name, type, unit, label));
    }

    /** A column as it is described, such as one of members of a dimension that goes by another name. */
    public FrameRows column(ColumnSpec spec) {
        ColumnType type = spec.type();
        columns.add(
                type == ColumnType.DECIMAL
                        ? Column.decimalBuilder(spec, CustomerModel.MONEY_SCALE)
                        : Column.builder(spec));
        types.add(type);
        return this;
    }

    /** A column of words. */
    public FrameRows text(String name, String label) {
        return add(name, label, ColumnType.TEXT, Unit.none());
    }

    /** A column of members of the dimension that it is named after, which can be picked. */
    public FrameRows members(String dimension, String label) {
        return column(new ColumnSpec(dimension, ColumnType.TEXT, Unit.none(), label, dimension));
    }

    /** A column of days. */
    public FrameRows date(String name, String label) {
        return add(name, label, ColumnType.DATE, Unit.none());
    }

    /** A column of exact amounts: longs in units of 10<sup>-4</sup>, {@link CustomerModel#MONEY_SCALE}. */
    public FrameRows money(String name, String label, Unit unit) {
        return add(name, label, ColumnType.DECIMAL, unit);
    }

    /** A column of counts. */
    public FrameRows count(String name, String label, String noun) {
        return add(name, label, ColumnType.INTEGER, Unit.of(noun));
    }

    /** A column of shares of one. */
    public FrameRows share(String name, String label) {
        return add(name, label, ColumnType.DOUBLE, Unit.ratio());
    }

    /** A column of numbers. */
    public FrameRows number(String name, String label, Unit unit) {
        return add(name, label, ColumnType.DOUBLE, unit);
    }

    /**
     * One row, in the order of the columns: words as text, days as {@link java.time.LocalDate}, amounts and counts as any whole {@link Number},
     * shares and numbers as doubles; null, NaN and "" are missing values.
     *
     * @throws IllegalArgumentException if there are not as many values as columns
     */
    public FrameRows row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null || value.equals("") || value instanceof Double d && d.isNaN()) {
                columns.get(i).addNull();
            } else if (types.get(i) == ColumnType.DECIMAL || types.get(i) == ColumnType.INTEGER) {
                columns.get(i).addLong(((Number) value).longValue());
            } else {
                columns.get(i).add(value);
            }
        }
        return this;
    }

    /** The frame. These rows must not be used again. */
    public Frame frame() {
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }
}
