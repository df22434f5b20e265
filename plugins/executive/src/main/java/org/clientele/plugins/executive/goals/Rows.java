package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** A small frame, column by column and then row by row. Not thread-safe. */
public final class Rows {
    private final List<Column.Builder> columns = new ArrayList<>();

    private Rows add(String name, String label, ColumnType type, Unit unit) {
        columns.add(Column.builder(new ColumnSpec(name, type, unit, label)));
        return this;
    }

    /** A column of words. */
    public Rows text(String name, String label) {
        return add(name, label, ColumnType.TEXT, Unit.none());
    }

    /** A column of days. */
    public Rows date(String name, String label) {
        return add(name, label, ColumnType.DATE, Unit.none());
    }

    /** A column of numbers. */
    public Rows number(String name, String label, Unit unit) {
        return add(name, label, ColumnType.DOUBLE, unit);
    }

    /** A column of whole numbers. */
    public Rows count(String name, String label, Unit unit) {
        return add(name, label, ColumnType.INTEGER, unit);
    }

    /** One value for each column, of its type: String, LocalDate, Double or Long; null, NaN and "" are missing. */
    public Rows row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            Object v = values[i];
            boolean missing = v == null || v.equals("") || v instanceof Double d && !Double.isFinite(d);
            if (missing) {
                columns.get(i).addNull();
            } else if (v instanceof LocalDate day) {
                columns.get(i).addLong(day.toEpochDay());
            } else {
                columns.get(i).add(v);
            }
        }
        return this;
    }

    /** The frame. */
    public Frame frame() {
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }
}
