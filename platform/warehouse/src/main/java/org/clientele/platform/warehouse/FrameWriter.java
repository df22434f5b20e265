package org.clientele.platform.warehouse;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts a frame into a temporary table of the writer's connection, by the engine's appender. */
final class FrameWriter {
    /** The table. */
    static final String TABLE = "incoming";

    private static final int ASK_EVERY = 4096;

    private FrameWriter() {}

    /** The name of the frame's column, from 0, in that table. */
    static String column(int i) {
        return "f" + i;
    }

    static void write(DuckDBConnection c, Frame rows, CancelSignal cancel) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            columns.add(column(i) + " " + type(rows.columns().get(i)));
        }
        try (Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " (" + String.join(", ", columns) + ")");
        }
        Column[] all = rows.columns().toArray(new Column[0]);
        try (DuckDBAppender appender = c.createAppender("temp", "main", TABLE)) {
            for (int row = 0; row < rows.rowCount(); row++) {
                if (row % ASK_EVERY == 0) {
                    cancel.throwIfCancelled();
                }
                appender.beginRow();
                for (Column column : all) {
                    append(appender, column, row);
                }
                appender.endRow();
            }
        }
    }

    private static String type(Column column) {
        return column.type() == ColumnType.DECIMAL
                ? "DECIMAL(18," + column.scale() + ")"
                : Schema.sqlType(column.spec());
    }

    private static void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        if (column.isNull(row)) {
            appender.appendNull();
            return;
        }
        switch (column.type()) {
            case INTEGER -> appender.append(column.longAt(row));
            case DECIMAL -> appender.appendDecimal(column.longAt(row));
            case DOUBLE -> appender.append(column.doubleAt(row));
            case TEXT -> appender.append(column.textAt(row));
            case BOOLEAN -> appender.append(column.longAt(row) != 0);
            case DATE -> appender.appendEpochDays(Math.toIntExact(column.longAt(row)));
            case TIMESTAMP -> appender.appendEpochMicros(column.longAt(row));
        }
    }
}
