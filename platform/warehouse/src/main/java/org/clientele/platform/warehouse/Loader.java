package org.clientele.platform.warehouse;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.mapping.Tally;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that loads rows of one batch or several: nobody sees any of them before {@link #commit()}, and closing
 * without it leaves no trace. Not thread-safe.
 */
public final class Loader implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Loader.class);

    private static final int EXPRESSIONS_AT_ONCE = 300;
    /** Each keeps copies of the texts that it looks at. */
    private static final int EXPRESSIONS_OF_WIDE_ROWS = 8;

    private final Warehouse warehouse;
    private final DuckDBConnection connection;
    private final CancelSignal cancel;
    private final List<ImportOutcome> done = new ArrayList<>();
    private @Nullable ImportBatch batch;
    private long loaded;
    private long rejected;
    private @Nullable String rejectsFile;
    private boolean replaced;
    private boolean byKey;
    private boolean closed;

    Loader(Warehouse warehouse, DuckDBConnection connection, CancelSignal cancel) {
        this.warehouse = warehouse;
        this.connection = connection;
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
     * Begins the next batch of the transaction.
     *
     * @throws AnalyticsException WORKSPACE_INVALID if the warehouse has a batch of that id
     */
    public Loader next(ImportBatch following) {
        if (warehouse.hasBatch(following.id())) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    TEXTS.get("loader.warehouse_already_holds_import", String.valueOf(following.id())));
        }
        endBatch();
        batch = following;
        return this;
    }

    private void endBatch() {
        ImportBatch ended = batch;
        if (ended != null) {
            done.add(new ImportOutcome(ended, loaded + rejected, loaded, rejected, rejectsFile, replaced, byKey));
        }
        loaded = 0;
        rejected = 0;
        rejectsFile = null;
        replaced = false;
        byKey = false;
    }

    private ImportBatch batch() {
        return Objects.requireNonNull(batch, "next() comes first");
    }

    /**
     * Puts out what {@code table} holds, and the rows of other tables that were derived from it. Undoing the batch brings
     * them back.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if the model has no such table
     */
    public void replace(String table) {
        String name = CustomerModel.standard().table(table).name();
        long by = batch().id();
        act("put_out_old_rows", () -> {
            Superseded.move(connection, name, Schema.BATCH + " <> " + by, List.of(), by, cancel);
            for (CustomerModel.Table t : CustomerModel.standard().tables()) {
                if (!t.name().equals(name)) {
                    Superseded.move(
                            connection,
                            t.name(),
                            Schema.BATCH + " IN (SELECT id FROM import_batch WHERE entity = ?)",
                            List.of(name),
                            by,
                            cancel);
                }
            }
        });
        replaced = true;
    }

    /** From now on rows of the same key, and of a table without one those of the same order and so on, are put out. */
    void byKey() {
        byKey = true;
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
            origins.put(column.name(), Origin.typed(FrameWriter.column(origins.size())));
        });
        act("load_rows", () -> {
            Map<String, ColumnType> stored = Schema.addAttributes(connection, table, attributes, labels);
            FrameWriter.write(connection, rows, cancel);
            RowSql sql = new RowSql(model, origins, stored, Typing.USUAL, null);
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
                RowCheck broken = sql.checks().get(rows.getInt(2));
                return new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID,
                        TEXTS.get(
                                "loader.row_for_table_column",
                                String.valueOf(rows.getLong(1)),
                                table,
                                broken.column().name(),
                                broken.fault().sentence(rows.getString(3))));
            }
        }
    }

    /**
     * Types and loads staged rows.
     *
     * @param sourceOf model column or attribute to the number of the source's column, for the rejects
     * @param rejects hears of rows that do not fit, by ascending line
     */
    void load(RowSql sql, StagedRows rows, Map<String, Integer> sourceOf, RejectSpool rejects) {
        settle(insert(sql, rows), sql, rows, sourceOf, rejects);
    }

    /**
     * Loads rows that are typed already and in memory.
     *
     * @return how many were good; the others are not looked for
     */
    long insert(RowSql sql, List<PlainType> types, RowFeed.Source source) {
        return step("load_rows", () -> warehouse.feed().hand(types, source, from -> insert(sql, from)));
    }

    /** The same of staged rows. */
    long insert(RowSql sql, StagedRows rows) {
        return step("load_rows", () -> insert(sql, rows.from()));
    }

    /** Takes account of rows that were loaded, and finds those that were not. */
    void settle(long count, RowSql sql, StagedRows rows, Map<String, Integer> sourceOf, RejectSpool rejects) {
        long expected = rows.records();
        act("load_rows", () -> {
            long bad = 0;
            if (count < expected) {
                try (PreparedStatement s = connection.prepareStatement(sql.rejects(rows.from()))) {
                    bind(s, sql);
                    bad = RowRejects.spool(s, sql.checks(), rows, sourceOf, rejects, cancel);
                }
            }
            if (count + bad != expected) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL,
                        TEXTS.get(
                                "loader.holds_records_which_were",
                                batch().file(),
                                String.valueOf(expected),
                                String.valueOf(count),
                                String.valueOf(bad)));
            }
            loaded += count;
            rejected += bad;
        });
    }

    /** Asks all staged rows. */
    Tally tally(StagedRows rows) {
        return aggregates -> step("find_out_how_columns_are_written", () -> {
            List<@Nullable String> answers = new ArrayList<>();
            // The engine plans a statement in the square of its columns.
            int atOnce = rows.wide() ? EXPRESSIONS_OF_WIDE_ROWS : EXPRESSIONS_AT_ONCE;
            for (int i = 0; i < aggregates.size(); i += atOnce) {
                List<String> some = aggregates.subList(i, Math.min(aggregates.size(), i + atOnce));
                String sql = "SELECT " + String.join(", ", some) + " FROM " + rows.numbered();
                try (PreparedStatement s = connection.prepareStatement(sql);
                        RunningStatement running = new RunningStatement(s, cancel);
                        ResultSet row = running.query()) {
                    row.next();
                    for (int c = 1; c <= some.size(); c++) {
                        answers.add(row.getString(c));
                    }
                }
            }
            return answers;
        });
    }

    void createHelper(HelperTable helper) {
        create(helper.table());
    }

    /** Keeps what a helper gives, for rows that are mended later. */
    void keep(HelperTable helper) {
        act(
                "keep_columns_of_another_file",
                () -> Statements.update(
                        connection,
                        "CREATE TABLE IF NOT EXISTS " + helper.kept() + " AS SELECT * FROM "
                                + helper.table().name()));
    }

    /** Makes a table for the time of the import. */
    void create(CustomerModel.Table table) {
        act("make_table", () -> Statements.update(connection, HelperTable.create(table)));
    }

    /** Stores marks of orders that came back, see {@link ReturnMarks#take}. */
    ReturnMarks.Result takeMarks(CustomerModel.Table staged, Map<String, ColumnType> attributes, Set<String> about) {
        return step(
                "mark_returns", () -> ReturnMarks.take(connection, staged, attributes, about, batch().id(), cancel));
    }

    /** Rows of a batch in {@code table} that refer to what no import has brought; asked before {@link #commit()}. */
    List<Orphan> orphans(CustomerModel.Table table, long id) {
        return step("look_for_what_rows_refer_to", () -> References.orphans(connection, table, id, batchesInHand()));
    }

    private List<ImportBatch> batchesInHand() {
        List<ImportBatch> all =
                new ArrayList<>(done.stream().map(ImportOutcome::batch).toList());
        if (batch != null) {
            all.add(batch);
        }
        return all;
    }

    private long insert(RowSql sql, String from) throws SQLException {
        CustomerModel.Table table = sql.model();
        boolean ofModel = CustomerModel.standard().tables().contains(table);
        if (ofModel && (byKey || sql.keyed()) && holdsRows(table.name())) {
            List<Object> binds = new ArrayList<>(List.of(batch().id()));
            binds.addAll(sql.binds());
            String same = sql.sameKey(UpdateKeys.of(table), from);
            Superseded.move(connection, table.name(), same, binds, batch().id(), cancel);
        }
        long count;
        try (PreparedStatement s = connection.prepareStatement(sql.insert(from))) {
            bind(s, sql);
            count = run(s);
        }
        if (ofModel && byKey && !table.key().isEmpty()) {
            List<String> absent =
                    new ArrayList<>(Schema.columns(connection, table.name()).keySet());
            absent.removeAll(sql.filled());
            absent.remove(Schema.BATCH);
            Superseded.keepOld(connection, table.name(), List.of(table.key()), absent, batch().id(), cancel);
        }
        return count;
    }

    private boolean holdsRows(String table) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }

    Map<String, ColumnType> addAttributes(String table, Map<String, ColumnType> types, Map<String, String> labels) {
        return step("add_columns", () -> Schema.addAttributes(connection, table, types, labels));
    }

    private void bind(PreparedStatement s, RowSql sql) throws SQLException {
        s.setLong(1, batch().id());
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

    /** Says what was learned about the source while it was read. */
    void describe(String sha256, long structuralRejects, @Nullable String rejectsFileName) {
        batch = batch().of(sha256);
        rejected += structuralRejects;
        rejectsFile = rejectsFileName;
    }

    long rejected() {
        return rejected;
    }

    /** What {@link #commit()} would give now. */
    List<ImportOutcome> outcomes() {
        endBatch();
        batch = null;
        return List.copyOf(done);
    }

    /**
     * Makes all batches visible at once, after products and customers that only order lines name got rows of their own.
     *
     * @return what is in the warehouse now, a batch each
     * @throws AnalyticsException CANCELLED, or what the engine says; then nothing is there
     */
    public List<ImportOutcome> commit() {
        List<ImportOutcome> outcomes = outcomes();
        act("finish_import", () -> {
            Derivation.fill(connection, cancel);
            for (ImportOutcome outcome : outcomes) {
                ChargeUpdate.ofBatch(
                        connection, warehouse.charges(), outcome.batch().id());
                BatchTable.add(connection, outcome, warehouse.options().clock().instant());
            }
            ReturnMarks.refresh(connection, cancel);
            long next = Statements.nextVersion(connection);
            cancel.throwIfCancelled();
            connection.commit();
            warehouse.committed(next);
        });
        return outcomes;
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
