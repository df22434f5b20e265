package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that loads rows of one batch: nobody sees any of them before {@link #commit()}, and closing without it
 * leaves no trace. Not thread-safe.
 */
public final class Loader implements AutoCloseable {
    private static final int COLUMNS_AT_ONCE = 50;

    private final Warehouse warehouse;
    private final DuckDBConnection connection;
    private final CancelSignal cancel;
    private ImportBatch batch;
    private long loaded;
    private long rejected;
    private @Nullable String rejectsFile;
    private boolean replaced;
    private boolean closed;

    Loader(Warehouse warehouse, DuckDBConnection connection, ImportBatch batch, CancelSignal cancel) {
        this.warehouse = warehouse;
        this.connection = connection;
        this.batch = batch;
        this.cancel = cancel;
    }

    /** Work in the transaction that gives something. */
    private interface Step<T> {
        T run() throws SQLException;
    }

    /** Work in the transaction. */
    private interface Action {
        void run() throws SQLException;
    }

    private void act(String doing, Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw EngineErrors.translate(e, doing, cancel);
        }
    }

    private <T> T step(String doing, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw EngineErrors.translate(e, doing, cancel);
        }
    }

    /**
     * Removes what imports of {@code table} brought before: its rows, and the rows of other tables derived from them.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if the model has no such table
     */
    public void replace(String table) {
        String name = CustomerModel.standard().table(table).name();
        act("remove old rows", () -> {
            for (CustomerModel.Table t : CustomerModel.standard().tables()) {
                update(
                        connection,
                        "DELETE FROM " + t.name() + " WHERE " + Schema.BATCH
                                + " IN (SELECT id FROM import_batch WHERE entity = ?)",
                        name);
            }
            update(connection, "DELETE FROM " + name);
            update(connection, "DELETE FROM import_batch WHERE entity = ?", name);
        });
        replaced = true;
    }

    /**
     * Appends rows. Columns that the frame lacks are unknown; of order lines kind, amount and charge are worked out where
     * they are missing; columns that the model does not name become attributes. A customer or product that is there
     * already is replaced.
     *
     * @param table a table of the model
     * @throws AnalyticsException DATA_VALUE_INVALID if a row lacks what its table requires, or a key stands there twice
     */
    public void append(String table, Frame rows) {
        CustomerModel.Table model = CustomerModel.standard().table(table);
        Map<String, ColumnType> attributes = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        rows.columns().forEach(column -> {
            if (model.find(column.name()).isEmpty()) {
                attributes.put(column.name(), column.type());
                labels.put(column.name(), column.spec().label());
            }
            origins.put(column.name(), new Origin(FrameWriter.column(origins.size()), null));
        });
        act("load rows", () -> {
            Map<String, ColumnType> stored = Schema.addAttributes(connection, table, attributes, labels);
            FrameWriter.write(connection, rows, cancel);
            RowSql sql = new RowSql(model, origins, stored, false, null);
            long count = insert(sql, FrameWriter.TABLE);
            if (count < rows.rowCount()) {
                throw firstReject(sql, table);
            }
            loaded += count;
        });
    }

    private AnalyticsException firstReject(RowSql sql, String table) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(sql.rejects(FrameWriter.TABLE) + " LIMIT 1")) {
            bind(s, sql);
            try (ResultSet rows = s.executeQuery()) {
                rows.next();
                return new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID,
                        "Row " + rows.getLong(1) + " for table " + table + ", column " + rows.getString(2) + ": "
                                + rows.getString(3));
            }
        }
    }

    /**
     * Types and loads staged chunks.
     *
     * @param headers the source's columns, for the rejects
     * @param rejects hears of rows that do not fit, by ascending line
     */
    void load(
            RowSql sql,
            List<StagedChunk> chunks,
            char delimiter,
            List<String> headers,
            Map<String, Integer> sourceOf,
            RejectSpool rejects) {
        String from = CsvSql.read(chunks, delimiter, headers.size());
        long expected = chunks.stream().mapToLong(StagedChunk::records).sum();
        act("load rows", () -> {
            long count = insert(sql, from);
            long bad = count == expected ? 0 : spool(sql, from, chunks, headers, sourceOf, rejects);
            if (count + bad != expected) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL,
                        batch.file() + " holds " + expected + " records, of which " + count + " were loaded and " + bad
                                + " rejected. Nothing was imported, since some would be lost. Please report this file.");
            }
            loaded += count;
            rejected += bad;
        });
    }

    private long insert(RowSql sql, String from) throws SQLException {
        if (sql.keyed()) {
            String table = sql.table();
            try (PreparedStatement s = connection.prepareStatement(
                    "DELETE FROM " + table + " WHERE " + sql.key() + " IN (" + sql.keys(from) + ")")) {
                bind(s, sql);
                run(s);
            }
        }
        try (PreparedStatement s = connection.prepareStatement(sql.insert(from))) {
            bind(s, sql);
            return run(s);
        }
    }

    private long spool(
            RowSql sql,
            String from,
            List<StagedChunk> chunks,
            List<String> headers,
            Map<String, Integer> sourceOf,
            RejectSpool rejects)
            throws SQLException {
        List<Long> numbers = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement(sql.rejects(from))) {
            bind(s, sql);
            try (RunningStatement running = new RunningStatement(s, cancel);
                    ResultSet rows = running.query()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                    Integer source = sourceOf.get(rows.getString(2));
                    columns.add(source == null ? rows.getString(2) : headers.get(source));
                    reasons.add(rows.getString(3));
                }
            }
        }
        long before = 0;
        int next = 0;
        try {
            for (StagedChunk chunk : chunks) {
                int first = next;
                long offset = before;
                while (next < numbers.size() && numbers.get(next) < before + chunk.records()) {
                    next++;
                }
                long[] inChunk = numbers.subList(first, next).stream()
                        .mapToLong(n -> n - offset)
                        .toArray();
                int[] at = {first};
                chunk.lookUp(inChunk, (record, line, text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    rejects.add(line, columns.get(at[0]), reasons.get(at[0]), bytes, 0, bytes.length);
                    at[0]++;
                });
                before += chunk.records();
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, "Cannot write the rejects: " + e.getMessage() + ".", e);
        }
        return numbers.size();
    }

    /** The types of source columns that become attributes, found over all their values. */
    Map<String, ColumnType> attributeTypes(
            Map<String, String> sourceOf, List<StagedChunk> chunks, char delimiter, int width) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        if (chunks.isEmpty() || sourceOf.isEmpty()) {
            sourceOf.keySet().forEach(name -> types.put(name, ColumnType.TEXT));
            return types;
        }
        String from = CsvSql.read(chunks, delimiter, width);
        List<String> names = List.copyOf(sourceOf.keySet());
        // The engine plans a statement in the square of its columns.
        for (int i = 0; i < names.size(); i += COLUMNS_AT_ONCE) {
            List<String> some = names.subList(i, Math.min(names.size(), i + COLUMNS_AT_ONCE));
            List<String> sources =
                    some.stream().map(n -> sourceOf.getOrDefault(n, "")).toList();
            act("find the types of columns", () -> findTypes(CsvSql.fits(from, sources), some, types));
        }
        return types;
    }

    private void findTypes(String sql, List<String> names, Map<String, ColumnType> types) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(sql);
                RunningStatement running = new RunningStatement(s, cancel);
                ResultSet rows = running.query()) {
            rows.next();
            int at = 1;
            for (String name : names) {
                ColumnType found = ColumnType.TEXT;
                for (ColumnType candidate : CsvSql.patterns().keySet()) {
                    if (rows.getBoolean(at++) && found == ColumnType.TEXT) {
                        found = candidate;
                    }
                }
                types.put(name, rows.getBoolean(at++) ? found : ColumnType.TEXT);
            }
        }
    }

    Map<String, ColumnType> addAttributes(String table, Map<String, ColumnType> types, Map<String, String> labels) {
        return step("add columns", () -> Schema.addAttributes(connection, table, types, labels));
    }

    private void bind(PreparedStatement s, RowSql sql) throws SQLException {
        s.setLong(1, batch.id());
        int at = 2;
        for (Object value : sql.binds()) {
            s.setObject(at++, value);
        }
    }

    private long run(PreparedStatement s) throws SQLException {
        try (RunningStatement running = new RunningStatement(s, cancel)) {
            return running.update();
        }
    }

    static long update(Connection c, String sql, @Nullable Object... binds) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
                s.setObject(i + 1, binds[i]);
            }
            return s.executeLargeUpdate();
        }
    }

    static long nextVersion(Connection c) throws SQLException {
        update(c, "UPDATE warehouse_state SET version = version + 1");
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT version FROM warehouse_state")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Says what was learned about the source while it was read. */
    void describe(String sha256, long structuralRejects, @Nullable String rejectsFileName) {
        batch = new ImportBatch(batch.id(), sha256, batch.file(), batch.entity(), batch.recipe());
        rejected += structuralRejects;
        rejectsFile = rejectsFileName;
    }

    long rejected() {
        return rejected;
    }

    /**
     * Makes all of it visible at once, after products and customers that only order lines name got rows of their own.
     *
     * @return what is in the warehouse now
     * @throws AnalyticsException CANCELLED, or what the engine says; then nothing is there
     */
    public ImportOutcome commit() {
        ImportOutcome outcome = new ImportOutcome(batch, loaded + rejected, loaded, rejected, rejectsFile, replaced);
        act("finish an import", () -> {
            Derivation.fill(connection, cancel);
            update(
                    connection,
                    "INSERT INTO import_batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    batch.id(),
                    batch.sha256(),
                    batch.file(),
                    batch.entity(),
                    batch.recipe(),
                    outcome.rowsRead(),
                    loaded,
                    rejected,
                    rejectsFile,
                    replaced,
                    LocalDateTime.ofInstant(warehouse.options().clock().instant(), ZoneOffset.UTC));
            long next = nextVersion(connection);
            cancel.throwIfCancelled();
            connection.commit();
            warehouse.committed(next);
        });
        return outcome;
    }

    /** Ends the transaction; without a commit before, nothing of it stays. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            warehouse.endWriting(connection);
        }
    }
}
