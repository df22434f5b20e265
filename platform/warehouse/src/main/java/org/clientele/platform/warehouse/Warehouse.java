package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse of one workspace: one DuckDB instance, locked down before anything uses it. Many read, one writes. Take a
 * {@link WorkspaceLock} first.
 */
public final class Warehouse implements WarehouseEngine {
    private static final Texts TEXTS = Texts.of(Warehouse.class);

    private final Path workspace;
    private final WarehouseOptions options;
    private final DuckDBConnection origin;
    private final ConnectionPool pool;
    private final RowFeed feed;
    private final Semaphore writer = new Semaphore(1, true);
    private final Object state = new Object();
    private volatile ChargeRule charges = ChargeRule.standard();
    private long version;
    private @Nullable CustomerModel model;
    private @Nullable DataSpan span;

    private Warehouse(Path workspace, WarehouseOptions options, DuckDBConnection origin, RowFeed feed, long version) {
        this.workspace = workspace;
        this.options = options;
        this.origin = origin;
        this.feed = feed;
        this.pool = new ConnectionPool(origin, options.connections());
        this.version = version;
    }

    /**
     * Opens the warehouse of a workspace, making it if need be, and empties its staging folder.
     *
     * @throws AnalyticsException WORKSPACE_LOCKED if another process has it open, WORKSPACE_INVALID if the file is no
     *     warehouse or one of a newer version
     */
    public static Warehouse open(Path workspaceDir, WarehouseOptions options) {
        DuckDBConnection origin = null;
        try {
            Files.createDirectories(workspaceDir);
            Path workspace = workspaceDir.toRealPath();
            origin = LockedInstance.open(workspace, options);
            // Only now: it is somebody else's staging until the engine has let us in.
            Path staging = workspace.resolve("staging");
            Folders.delete(staging);
            Files.createDirectories(staging);
            Schema.create(origin);
            RowFeed feed = RowFeed.register(origin, options.threads());
            return new Warehouse(workspace, options, origin, feed, Schema.checkedVersion(origin));
        } catch (SQLException e) {
            AnalyticsException failure = LockedInstance.explain(workspaceDir, e);
            LockedInstance.closeAfter(origin, failure);
            throw failure;
        } catch (AnalyticsException e) {
            LockedInstance.closeAfter(origin, e);
            throw e;
        } catch (IOException e) {
            LockedInstance.closeAfter(origin, e);
            throw Folders.unusable(workspaceDir, e);
        }
    }

    /** The workspace's folder. */
    public Path workspace() {
        return workspace;
    }

    WarehouseOptions options() {
        return options;
    }

    /** By which the writer hands over rows that are in memory. */
    RowFeed feed() {
        return feed;
    }

    @Override
    public Frame query(SqlQuery query, CancelSignal cancel) {
        return read(cancel, "run_query", c -> {
            try (PreparedStatement s = c.prepareStatement(query.sql())) {
                for (int i = 0; i < query.binds().size(); i++) {
                    s.setObject(i + 1, query.binds().get(i));
                }
                try (RunningStatement running = new RunningStatement(s, cancel);
                        ResultSet rows = running.query()) {
                    return FrameReader.read(rows, query.columns(), cancel);
                }
            }
        });
    }

    /** Work on a connection of the pool. */
    interface Reading<T> {
        T on(Connection c) throws SQLException;
    }

    <T> T read(CancelSignal cancel, String doing, Reading<T> reading) {
        try {
            Connection c = pool.take(cancel);
            try {
                return reading.on(c);
            } finally {
                pool.giveBack(c);
            }
        } catch (SQLException e) {
            throw EngineErrors.translate(e, doing, cancel);
        }
    }

    @Override
    public CustomerModel model() {
        synchronized (state) {
            if (model == null) {
                model = read(CancelSignal.create(), "read_its_tables", Schema::model);
            }
            return model;
        }
    }

    @Override
    public DataSpan span() {
        synchronized (state) {
            if (span == null) {
                span = read(CancelSignal.create(), "count_its_rows", Warehouse::readSpan);
            }
            return span;
        }
    }

    private static DataSpan readSpan(Connection c) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (Statement s = c.createStatement()) {
            for (CustomerModel.Table table : CustomerModel.standard().tables()) {
                try (ResultSet rows = s.executeQuery("SELECT count(*) FROM " + table.name())) {
                    rows.next();
                    counts.put(table.name(), rows.getLong(1));
                }
            }
            try (ResultSet rows =
                    s.executeQuery("SELECT min(ordered_at), max(ordered_at), min(currency), max(currency),"
                            + " bool_or(currency IS NULL) FROM order_line")) {
                rows.next();
                String low = rows.getString(3);
                boolean one = low != null && low.equals(rows.getString(4)) && !rows.getBoolean(5);
                return new DataSpan(
                        rows.getObject(1, LocalDateTime.class),
                        rows.getObject(2, LocalDateTime.class),
                        one && low != null ? low : "",
                        low != null && !one,
                        counts);
            }
        }
    }

    @Override
    public long version() {
        synchronized (state) {
            return version;
        }
    }

    /** Called by the writer right after a commit. */
    void committed(long newVersion) {
        synchronized (state) {
            version = newVersion;
            model = null;
            span = null;
        }
    }

    /**
     * Begins a transaction that loads rows; waits while another one runs.
     *
     * @throws AnalyticsException WORKSPACE_INVALID if the warehouse has a batch of that id
     */
    public Loader begin(ImportBatch batch) {
        return begin(batch, CancelSignal.create());
    }

    /** The same; {@code cancel} stops what the loader does within a second. */
    public Loader begin(ImportBatch batch, CancelSignal cancel) {
        return begin(cancel).next(batch);
    }

    /** The same, before any batch is named. */
    Loader begin(CancelSignal cancel) {
        return new Loader(this, beginWriting(cancel), cancel);
    }

    DuckDBConnection beginWriting(CancelSignal cancel) {
        try {
            while (!writer.tryAcquire(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("cancelled"), e);
        }
        try {
            DuckDBConnection c = origin.duplicate();
            c.setAutoCommit(false);
            return c;
        } catch (SQLException e) {
            writer.release();
            throw EngineErrors.translate(e, "begin_import", cancel);
        }
    }

    /** Rolls back what was not committed and lets the next one write. */
    void endWriting(Connection c) {
        try (c) {
            c.rollback();
        } catch (SQLException e) {
            org.slf4j.LoggerFactory.getLogger(Warehouse.class).debug("Nothing to roll back", e);
        } finally {
            writer.release();
        }
    }

    /** Whether an import is in the warehouse, which is: wholly. */
    public boolean hasBatch(long id) {
        return batch(id).isPresent();
    }

    /** Whether there is a table of that name. */
    boolean hasTable(String name) {
        return read(
                CancelSignal.create(),
                "look_up_table",
                c -> !Schema.columns(c, name).isEmpty());
    }

    /** What is known of an import that is in the warehouse. */
    public Optional<ImportOutcome> batch(long id) {
        return read(CancelSignal.create(), "look_up_import", c -> BatchTable.find(c, id));
    }

    /**
     * Ids of the imports that are here.
     *
     * @param current whether without those that another import replaced
     */
    Set<Long> batches(boolean current) {
        return read(CancelSignal.create(), "list_imports", c -> BatchTable.all(c, current));
    }

    /**
     * Undoes a whole import: all batches of its group go, everywhere, with what was derived from them alone; rows that
     * they had taken the place of come back. Nothing happens if it is not there.
     *
     * @return the ids of the batches that went
     * @throws AnalyticsException CANCELLED within a second, RESOURCE_EXHAUSTED; then nothing has changed
     */
    public List<Long> undo(long id, CancelSignal cancel) {
        DuckDBConnection c = beginWriting(cancel);
        try {
            List<Long> gone = BatchTable.group(c, id);
            for (long batch : gone) {
                ReturnMarks.undo(c, batch);
                Statements.update(c, "DROP TABLE IF EXISTS " + HelperTable.kept(batch));
                Superseded.undo(c, batch, cancel);
                BatchTable.remove(c, batch);
            }
            Derivation.fill(c, cancel);
            ReturnMarks.refresh(c, cancel);
            long next = Statements.nextVersion(c);
            cancel.throwIfCancelled();
            c.commit();
            committed(next);
            return gone;
        } catch (SQLException e) {
            throw EngineErrors.translate(e, "undo_import", cancel);
        } finally {
            endWriting(c);
        }
    }

    /** What {@link #undo} would do now; nothing if the import is not there. */
    public UndoForecast forecastUndo(long id, CancelSignal cancel) {
        return read(cancel, "look_at_import", c -> Superseded.forecast(c, BatchTable.group(c, id)));
    }

    /** The rule by which imports mark charges, beside what a recipe or the file itself says. */
    ChargeRule charges() {
        return charges;
    }

    /** Imports from now on mark charges by that rule; what is stored stays as it is. */
    public void useCharges(ChargeRule rule) {
        charges = rule;
    }

    /**
     * Marks all stored order lines as charges, or as none, as a rule says. All or nothing; the rule of before undoes it.
     *
     * @return how many lines changed
     * @throws AnalyticsException ARGUMENT_INVALID if the engine does not understand an expression; CANCELLED
     */
    public long applyCharges(ChargeRule rule, CancelSignal cancel) {
        DuckDBConnection c = beginWriting(cancel);
        try {
            long changed = ChargeUpdate.run(c, rule);
            if (changed > 0) {
                long next = Statements.nextVersion(c);
                cancel.throwIfCancelled();
                c.commit();
                committed(next);
            }
            return changed;
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains("Invalid Input Error")) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "warehouse.rule_for_charges_no",
                                why.lines().findFirst().orElse("").replace("Invalid Input Error: ", "")),
                        e);
            }
            throw EngineErrors.translate(e, "mark_charges", cancel);
        } finally {
            endWriting(c);
        }
    }

    /** Lists of customers that somebody wrote down. */
    public Memberships memberships() {
        return new Memberships(this);
    }

    /** Lists of customers that are kept in memory only. */
    public LiveMemberships liveMemberships() {
        return new LiveMemberships(this);
    }

    @Override
    public void close() {
        try {
            pool.close();
            origin.close();
        } catch (SQLException e) {
            throw EngineErrors.translate(e, "close", CancelSignal.create());
        }
    }
}
