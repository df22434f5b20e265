package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

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
    private long count;

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

    /** A text, or missing where it is null. */
    Batches maybe(String column, @Nullable String value) {
        return value == null ? this : text(column, value);
    }

    Batches real(String column, double value) {
        seek(column).addDouble(value);
        return this;
    }

    Batches flag(String column, boolean value) {
        seek(column).addLong(value ? 1 : 0);
        return this;
    }

    /** A moment of the retailer's calendar. */
    Batches moment(String column, int day, int second) {
        return number(column, ((TradingCalendar.EPOCH_DAY + day) * 86_400L + second) * 1_000_000);
    }

    /** A moment, counted in seconds since the first day began. */
    Batches moment(String column, long second) {
        return moment(column, Math.toIntExact(Math.floorDiv(second, 86_400L)), (int) Math.floorMod(second, 86_400L));
    }

    /** A day of the retailer's calendar. */
    Batches day(String column, int day) {
        return number(column, TradingCalendar.EPOCH_DAY + day);
    }

    /** How many rows came. */
    long count() {
        return count;
    }

    /** Ends the row. */
    void end() {
        while (cursor < columns.size()) {
            columns.get(cursor++).addNull();
        }
        cursor = 0;
        count++;
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
