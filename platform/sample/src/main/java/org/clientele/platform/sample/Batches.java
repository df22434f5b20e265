package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;

/**
 * Collects the rows of one table and hands them on in batches. A row names its values in the order of the table's
 * columns; columns that it skips are missing.
 */
final class Batches {
    private final CustomerModel.Table table;
    private final TableSink sink;
    private List<Column.Builder> columns = List.of();
    private int cursor;
    private int rows;

    Batches(String table, TableSink sink) {
        this.table = CustomerModel.standard().table(table);
        this.sink = sink;
        start();
    }

    private void start() {
        columns = new ArrayList<>();
        for (ColumnSpec spec : table.columns()) {
            columns.add(
                    spec.type() == ColumnType.DECIMAL
                            ? Column.decimalBuilder(
                                    spec,
                                    spec.unit().isMoney() ? CustomerModel.MONEY_SCALE : CustomerModel.QUANTITY_SCALE)
                            : Column.builder(spec));
        }
        rows = 0;
    }

    private Column.Builder seek(String column) {
        while (cursor < columns.size()) {
            if (table.columns().get(cursor).name().equals(column)) {
                return columns.get(cursor++);
            }
            columns.get(cursor++).addNull();
        }
        throw new IllegalStateException(table.name() + " has no column " + column + " behind those already given");
    }

    Batches text(String column, String value) {
        seek(column).addText(value);
        return this;
    }

    /** The stored number: days, microseconds, unscaled decimals. */
    Batches number(String column, long value) {
        seek(column).addLong(value);
        return this;
    }

    /** Ends the row. */
    void end() {
        while (cursor < columns.size()) {
            columns.get(cursor++).addNull();
        }
        cursor = 0;
        if (++rows == TableSink.BATCH_ROWS) {
            flush();
        }
    }

    /** Hands on what is left. */
    void flush() {
        if (rows > 0) {
            sink.rows(
                    table.name(),
                    Frame.of(columns.stream().map(Column.Builder::build).toList()));
            start();
        }
    }
}
