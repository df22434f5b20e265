package org.clientele.platform.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Turns the engine's rows into a frame, exactly: what does not fit is an error and never rounded. */
final class FrameReader {
    private static final Texts TEXTS = Texts.of(FrameReader.class);

    private static final int ASK_EVERY = 4096;

    private FrameReader() {}

    static Frame read(ResultSet rows, List<OutputColumn> columns, CancelSignal cancel) throws SQLException {
        int width = columns.size();
        if (rows.getMetaData().getColumnCount() != width) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL,
                    "A query was to give " + width + " columns and gave "
                            + rows.getMetaData().getColumnCount() + ".");
        }
        Column.Builder[] builders = new Column.Builder[width];
        boolean[] plainLong = new boolean[width];
        for (int i = 0; i < width; i++) {
            ColumnSpec spec = columns.get(i).spec();
            builders[i] = spec.type() == ColumnType.DECIMAL
                    ? Column.decimalBuilder(spec, columns.get(i).scale())
                    : Column.builder(spec);
            String type = rows.getMetaData().getColumnTypeName(i + 1);
            plainLong[i] = type.equals("BIGINT") || type.equals("INTEGER") || type.equals("SMALLINT");
        }
        long count = 0;
        while (rows.next()) {
            if (++count % ASK_EVERY == 0) {
                cancel.throwIfCancelled();
            }
            for (int i = 0; i < width; i++) {
                add(rows, i + 1, builders[i], columns.get(i).spec(), plainLong[i]);
            }
        }
        List<Column> built = new ArrayList<>(width);
        for (Column.Builder b : builders) {
            built.add(b.build());
        }
        return Frame.of(built);
    }

    private static void add(ResultSet rows, int at, Column.Builder into, ColumnSpec spec, boolean plainLong)
            throws SQLException {
        switch (spec.type()) {
            case INTEGER -> {
                if (plainLong) {
                    long value = rows.getLong(at);
                    if (rows.wasNull()) {
                        into.addNull();
                    } else {
                        into.addLong(value);
                    }
                } else {
                    addInteger(rows.getObject(at), into, spec);
                }
            }
            case DOUBLE -> {
                double value = rows.getDouble(at);
                if (rows.wasNull()) {
                    into.addNull();
                } else {
                    into.addDouble(value);
                }
            }
            case DECIMAL -> into.add(rows.getBigDecimal(at));
            case TEXT -> into.add(rows.getString(at));
            case BOOLEAN -> into.add(rows.getObject(at));
            case DATE -> into.add(date(rows, at));
            case TIMESTAMP -> into.add(rows.getObject(at, LocalDateTime.class));
        }
    }

    /** The driver makes a day from its number; asked for the class, it goes by way of java.sql.Date, which takes ten times as long. */
    private static @Nullable LocalDate date(ResultSet rows, int at) throws SQLException {
        return rows.getObject(at) instanceof LocalDate day ? day : rows.getObject(at, LocalDate.class);
    }

    private static void addInteger(@Nullable Object value, Column.Builder into, ColumnSpec spec) {
        if (value == null) {
            into.addNull();
            return;
        }
        try {
            into.addLong(
                    value instanceof BigInteger big
                            ? big.longValueExact()
                            : value instanceof BigDecimal decimal
                                    ? decimal.longValueExact()
                                    : ((Number) value).longValue());
        } catch (ArithmeticException e) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID, TEXTS.get("frame.reader.does_not_fit_column", value, spec.name()), e);
        }
    }
}
