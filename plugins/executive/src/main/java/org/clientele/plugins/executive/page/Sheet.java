package org.clientele.plugins.executive.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A small frame, row by row. Money is given as {@link Amounts}, dates as {@link LocalDate}, shares as doubles; null, or NaN, is
 * a missing value. Not thread-safe.
 */
public final class Sheet {
    private final List<Column.Builder> columns = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();

    private Sheet add(String name, String label, ColumnType type, Unit unit) {
        return add(new ColumnSpec(name, type, unit, label));
    }

    private Sheet add(ColumnSpec spec) {
        ColumnType type = spec.type();
        columns.add(type == ColumnType.DECIMAL ? Column.decimalBuilder(spec, Amounts.SCALE) : Column.builder(spec));
        types.add(type);
        return this;
    }

    /** A column of words. */
    public Sheet text(String name, String label) {
        return add(name, label, ColumnType.TEXT, Unit.none());
    }

    /** A column of members of the dimension that it is named after, which can be picked. */
    public Sheet members(String dimension, String label) {
        return add(new ColumnSpec(dimension, ColumnType.TEXT, Unit.none(), label, dimension));
    }

    /** A column of days. */
    public Sheet date(String name, String label) {
        return add(name, label, ColumnType.DATE, Unit.none());
    }

    /** A column of exact amounts. */
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
            if (value == null) {
                columns.get(i).addNull();
            } else if (types.get(i) == ColumnType.DECIMAL || types.get(i) == ColumnType.INTEGER) {
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
}
