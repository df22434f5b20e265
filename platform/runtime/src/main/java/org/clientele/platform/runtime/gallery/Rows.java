package org.clientele.platform.runtime.gallery;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** Collects rows of a small frame. */
final class Rows {
    private final List<Column.Builder> columns = new ArrayList<>();

    Rows text(String name, String label) {
        return column(name, ColumnType.TEXT, Unit.none(), label);
    }

    Rows whole(String name, Unit unit, String label) {
        return column(name, ColumnType.INTEGER, unit, label);
    }

    Rows real(String name, Unit unit, String label) {
        return column(name, ColumnType.DOUBLE, unit, label);
    }

    Rows date(String name, String label) {
        return column(name, ColumnType.DATE, Unit.none(), label);
    }

    private Rows column(String name, ColumnType type, Unit unit, String label) {
        columns.add(Column.builder(new ColumnSpec(name, type, unit, label)));
        return this;
    }

    /** One value a column: Long, Double, String, LocalDate or null. */
    Rows add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        return this;
    }

    Frame frame() {
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }
}
