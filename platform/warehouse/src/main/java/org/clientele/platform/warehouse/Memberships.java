package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerList;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Scores;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Lists of customers that somebody wrote down, each under a number; those of a segmentation say who is in which segment, those of a score give each a value. They are no part of the customer model: imports and undos leave
 * them alone, and a customer who goes and comes back is in her lists again. A list is wholly there or not at all; whoever
 * keeps its number decides whether it counts. Thread-safe.
 */
public final class Memberships {
    private static final Texts TEXTS = Texts.of(Memberships.class);

    private static final int ASK_EVERY = 4096;

    private final Warehouse warehouse;

    Memberships(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    static void create(Statement s) throws SQLException {
        s.execute("CREATE TABLE IF NOT EXISTS membership (dataset BIGINT, customer_id VARCHAR)");
        s.execute("ALTER TABLE membership ADD COLUMN IF NOT EXISTS segment SMALLINT");
        s.execute("ALTER TABLE membership ADD COLUMN IF NOT EXISTS score DOUBLE");
        s.execute("CREATE TABLE IF NOT EXISTS membership_dataset (id BIGINT, members BIGINT)");
    }

    /**
     * Writes a list down, in one transaction; waits while an import runs. The state of the data stays the same.
     *
     * @param dataset a number that no list has
     * @param customers one SELECT of one column of text: who is in it; null and repetitions do not count
     * @return how many customers it has
     * @throws AnalyticsException CANCELLED within a second, RESOURCE_EXHAUSTED; then nothing of it is there
     */
    public long write(long dataset, SqlQuery customers, CancelSignal cancel) {
        DuckDBConnection c = warehouse.beginWriting(cancel);
        try {
            long members = insert(c, dataset, customers, cancel);
            Statements.update(c, "INSERT INTO membership_dataset VALUES (?, ?)", dataset, members);
            cancel.throwIfCancelled();
            c.commit();
            return members;
        } catch (SQLException e) {
            throw EngineErrors.translate(e, "write_customer_set", cancel);
        } finally {
            warehouse.endWriting(c);
        }
    }

    /**
     * Writes down who is in which segment, or has which score, in one transaction; waits while an import runs. The state of the data stays the same.
     *
     * @param dataset a number that no list has
     * @throws AnalyticsException CANCELLED within a second, RESOURCE_EXHAUSTED; then nothing of it is there
     */
    public void write(long dataset, CustomerList members, CancelSignal cancel) {
        DuckDBConnection c = warehouse.beginWriting(cancel);
        try {
            requireNew(c, dataset);
            try (DuckDBAppender appender = c.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "membership")) {
                append(appender, dataset, members, cancel);
            }
            Statements.update(c, "INSERT INTO membership_dataset VALUES (?, ?)", dataset, (long) members.size());
            cancel.throwIfCancelled();
            c.commit();
        } catch (SQLException e) {
            throw EngineErrors.translate(e, "write_segments", cancel);
        } finally {
            warehouse.endWriting(c);
        }
    }

    /** Appends a row for each customer to a table with the columns of lists. */
    static void append(DuckDBAppender appender, long dataset, CustomerList members, CancelSignal cancel)
            throws SQLException {
        for (int i = 0; i < members.size(); i++) {
            if (i % ASK_EVERY == 0) {
                cancel.throwIfCancelled();
            }
            appender.beginRow();
            appender.append(dataset);
            appender.append(members.customer(i));
            append(appender, members, i);
            appender.endRow();
        }
    }

    private static void append(DuckDBAppender appender, CustomerList list, int place) throws SQLException {
        if (list instanceof Members members) {
            appender.append((short) members.segment(place));
            appender.appendNull();
        } else if (list instanceof Scores scores) {
            appender.appendNull();
            appender.append(scores.value(place));
        }
    }

    /** Who is in which segment by a list, the customers in the order of their ids. Whoever may see them: for comparisons and sums only. */
    public Members members(long dataset, CancelSignal cancel) {
        return warehouse.read(cancel, "read_segments", c -> {
            List<String> customers = new ArrayList<>();
            int[] segments = new int[16];
            try (PreparedStatement s = c.prepareStatement(
                    "SELECT customer_id, segment FROM membership WHERE dataset = ? ORDER BY customer_id")) {
                s.setLong(1, dataset);
                try (RunningStatement running = new RunningStatement(s, cancel);
                        ResultSet rows = running.query()) {
                    while (rows.next()) {
                        int at = customers.size();
                        segments = at == segments.length ? Arrays.copyOf(segments, 2 * at) : segments;
                        customers.add(rows.getString(1));
                        segments[at] = rows.getInt(2);
                    }
                }
            }
            return Members.of(customers.toArray(String[]::new), Arrays.copyOf(segments, customers.size()));
        });
    }

    private static void requireNew(Connection c, long dataset) throws SQLException {
        if (all(c).containsKey(dataset)) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("memberships.there_list_customers_already", String.valueOf(dataset)));
        }
    }

    private static long insert(Connection c, long dataset, SqlQuery customers, CancelSignal cancel)
            throws SQLException {
        requireNew(c, dataset);
        try (PreparedStatement s =
                c.prepareStatement("INSERT INTO membership (dataset, customer_id) SELECT DISTINCT " + dataset
                        + ", CAST(chosen.id AS VARCHAR) FROM (" + customers.sql()
                        + ") AS chosen(id) WHERE chosen.id IS NOT NULL")) {
            for (int i = 0; i < customers.binds().size(); i++) {
                s.setObject(i + 1, customers.binds().get(i));
            }
            try (RunningStatement running = new RunningStatement(s, cancel)) {
                return running.update();
            }
        }
    }

    /** How many customers each list has, by its number. */
    public Map<Long, Long> all() {
        return warehouse.read(CancelSignal.create(), "list_customer_sets", Memberships::all);
    }

    private static Map<Long, Long> all(Connection c) throws SQLException {
        Map<Long, Long> all = new TreeMap<>();
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT id, members FROM membership_dataset")) {
            while (rows.next()) {
                all.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return all;
    }

    /** How many of a list's customers are in the data now, whoever may see them. */
    public long present(long dataset, CancelSignal cancel) {
        return warehouse.read(cancel, "count_customer_set", c -> {
            try (PreparedStatement s = c.prepareStatement("SELECT count(*) FROM membership SEMI JOIN customer"
                    + " USING (customer_id) WHERE dataset = " + dataset)) {
                try (RunningStatement running = new RunningStatement(s, cancel);
                        ResultSet rows = running.query()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Deletes a list, if it is there. */
    public void delete(long dataset) {
        delete(List.of(dataset));
    }

    /** Deletes lists that belong to nobody: all but these. */
    public void keepOnly(Collection<Long> datasets) {
        java.util.Set<Long> others = new java.util.TreeSet<>(all().keySet());
        others.removeAll(datasets);
        if (!others.isEmpty()) {
            delete(others);
        }
    }

    /** Deletes some lists, as far as they are there. */
    public void delete(Collection<Long> datasets) {
        DuckDBConnection c = warehouse.beginWriting(CancelSignal.create());
        try {
            for (long id : datasets) {
                Statements.update(c, "DELETE FROM membership WHERE dataset = ?", id);
                Statements.update(c, "DELETE FROM membership_dataset WHERE id = ?", id);
            }
            c.commit();
        } catch (SQLException e) {
            throw EngineErrors.translate(e, "delete_customer_set", CancelSignal.create());
        } finally {
            warehouse.endWriting(c);
        }
    }
}
