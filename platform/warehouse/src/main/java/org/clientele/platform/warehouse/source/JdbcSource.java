package org.clientele.platform.warehouse.source;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.RowStager;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The result of one SELECT in a database, fetched in pieces. */
final class JdbcSource implements TableSource {
    private static final Texts TEXTS = Texts.of(JdbcSource.class);

    private static final int FETCH = 5_000;
    private static final long CANCEL_EVERY_MILLIS = 100;
    private static final int CANCELS = 8;
    private static final int ROWS_BETWEEN_REPORTS = 1 << 10;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private final String name;
    private final JdbcTarget target;
    private final String select;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<List<String>> start = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private @Nullable SourceHead head;
    private volatile boolean staging;

    private enum Kind {
        DATE,
        TIME,
        MOMENT,
        OTHER,
        NONE
    }

    JdbcSource(String name, JdbcTarget target, String select) {
        this.name = name;
        this.target = target;
        this.select = select;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceHead head() {
        SourceHead known = head;
        if (known == null) {
            try {
                known = begin();
            } catch (SQLException e) {
                throw explain(e);
            }
            head = known;
        }
        return known;
    }

    private SourceHead begin() throws SQLException {
        Connection c = connect();
        connection = c;
        c.setAutoCommit(false);
        c.setReadOnly(true);
        PreparedStatement s = c.prepareStatement(select, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement = s;
        s.setFetchSize(FETCH);
        ResultSet r = s.executeQuery();
        rows = r;
        List<String> headers = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        ResultSetMetaData meta = r.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Kind kind = kind(meta.getColumnType(i), meta.getColumnTypeName(i));
            if (kind == Kind.NONE) {
                doubts.add(TEXTS.get(
                        "engine.source.column_not_read_since", meta.getColumnLabel(i), meta.getColumnTypeName(i)));
            } else {
                columns.add(i);
                kinds.add(kind);
                headers.add(meta.getColumnLabel(i).strip());
            }
        }
        if (headers.isEmpty()) {
            throw new SQLException("no column of it has plain values");
        }
        while (start.size() < SourceHead.SAMPLE && r.next()) {
            start.add(row(r));
        }
        return new SourceHead(
                SourceFormat.DATABASE_TABLE, "", RowStager.DELIMITER, Layout.DELIMITED, 0, headers, start, doubts);
    }

    private Connection connect() throws SQLException {
        try {
            Driver driver = Class.forName(target.driver())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            Connection c = driver.connect(target.url(), target.properties());
            if (c == null) {
                throw new SQLException("the driver does not know the URL");
            }
            return c;
        } catch (ReflectiveOperationException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("jdbc.source.cannot_read_driver_not", name, target.driver()),
                    e);
        }
    }

    private static Kind kind(int type, String typeName) {
        return switch (type) {
            case Types.BINARY,
                    Types.VARBINARY,
                    Types.LONGVARBINARY,
                    Types.BLOB,
                    Types.ARRAY,
                    Types.STRUCT,
                    Types.REF,
                    Types.JAVA_OBJECT -> Kind.NONE;
            case Types.DATE -> Kind.DATE;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.TIMESTAMP -> typeName.equalsIgnoreCase("timestamptz") ? Kind.MOMENT : Kind.TIME;
            default -> Kind.OTHER;
        };
    }

    private List<String> row(ResultSet r) throws SQLException {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(text(r, columns.get(i), kinds.get(i)));
        }
        return cells;
    }

    private static String text(ResultSet r, int column, Kind kind) throws SQLException {
        if (kind == Kind.DATE) {
            LocalDate date = r.getObject(column, LocalDate.class);
            return date == null ? "" : date.toString();
        }
        if (kind == Kind.TIME) {
            LocalDateTime time = r.getObject(column, LocalDateTime.class);
            return time == null ? "" : TIME.format(time);
        }
        if (kind == Kind.MOMENT) {
            OffsetDateTime moment = r.getObject(column, OffsetDateTime.class);
            return moment == null ? "" : TIME.format(moment.withOffsetSameInstant(ZoneOffset.UTC)) + "+00:00";
        }
        Object value = r.getObject(column);
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return value == null ? "" : Objects.requireNonNullElse(r.getString(column), "");
    }

    @Override
    public CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel) {
        SourceHead known = head();
        ResultSet r = Objects.requireNonNull(rows);
        staging = true;
        CancelSignal.Registration stop = cancel.onCancel(this::cancelStatement);
        try (RowStager stager = new RowStager(known.headers(), folder, sink, rejects)) {
            long line = 0;
            for (List<String> row : start) {
                stager.add(row, ++line);
            }
            while (r.next()) {
                cancel.throwIfCancelled();
                if (line % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(-1, TEXTS.get("jdbc.source.rows_read", line));
                }
                stager.add(row(r), ++line);
            }
            return stager.finish();
        } catch (SQLException e) {
            cancel.throwIfCancelled();
            throw explain(e);
        } finally {
            staging = false;
            stop.close();
        }
    }

    /**
     * Again and again, since a cancel between two fetches is not felt by the second; and if the database does not listen, it
     * is left.
     */
    private void cancelStatement() {
        Connection open = Objects.requireNonNull(connection);
        Thread canceller = new Thread(
                () -> {
                    try {
                        for (int i = 0; staging && i < CANCELS; i++) {
                            cancelOnce(open);
                            Thread.sleep(CANCEL_EVERY_MILLIS);
                        }
                        if (staging) {
                            open.abort(Runnable::run);
                        }
                    } catch (SQLException e) {
                        LoggerFactory.getLogger(JdbcSource.class).debug("The database took no cancel", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "clientele-jdbc-cancel");
        canceller.setDaemon(true);
        canceller.start();
    }

    /**
     * PostgreSQL's statement ignores a cancel while rows are fetched; its connection does not. The driver is called by name,
     * since its classes do not compile without annotations that it does not bring.
     */
    private void cancelOnce(Connection open) throws SQLException {
        if (!target.driver().equals(JdbcTarget.POSTGRESQL_DRIVER)) {
            Objects.requireNonNull(statement).cancel();
            return;
        }
        try {
            Class<?> type = Class.forName("org.postgresql.PGConnection");
            type.getMethod("cancelQuery").invoke(open.unwrap(type));
        } catch (ReflectiveOperationException e) {
            throw new SQLException("The driver has changed.", e);
        }
    }

    private AnalyticsException explain(SQLException e) {
        String message =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        String state = String.valueOf(e.getSQLState());
        String what = state.startsWith("08")
                ? TEXTS.get("jdbc.source.cannot_reach_database_running", target.place(), message)
                : state.startsWith("28")
                        ? TEXTS.get("jdbc.source.database_does_not_let", target.place(), message)
                        : TEXTS.get("jdbc.source.cannot_read", name, message);
        return new AnalyticsException(ErrorCode.FILE_UNREADABLE, what.replace("..", "."), e);
    }

    @Override
    public void close() {
        Connection open = connection;
        if (open != null) {
            try (open) {
                open.rollback();
            } catch (SQLException e) {
                LoggerFactory.getLogger(JdbcSource.class).debug("Closing {}", target.place(), e);
            }
        }
    }
}
