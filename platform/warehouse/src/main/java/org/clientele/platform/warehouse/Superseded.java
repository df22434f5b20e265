package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an import put out of their table, kept so that undoing it brings them back. Each table of the model has one of
 * these beside it, with the same columns and the import that put the row out.
 */
final class Superseded {
    private static final String BY = "superseded_by";

    private Superseded() {}

    static String table(String table) {
        return "superseded_" + table;
    }

    /** Makes what is missing: the table, and columns that its table got since. */
    static void create(Connection c, String table) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("CREATE TABLE IF NOT EXISTS " + table(table) + " AS SELECT *, 0::BIGINT AS " + BY + " FROM "
                    + table + " LIMIT 0");
        }
    }

    /**
     * Moves rows out.
     *
     * @param where SQL that says which rows of {@code table}; its binds follow
     */
    static long move(Connection c, String table, String where, List<Object> binds, long by, CancelSignal cancel)
            throws SQLException {
        long moved = update(
                c,
                "INSERT INTO " + table(table) + " BY NAME SELECT *, " + by + "::BIGINT AS " + BY + " FROM " + table
                        + " WHERE " + where,
                binds,
                cancel);
        if (moved > 0) {
            update(c, "DELETE FROM " + table + " WHERE " + where, binds, cancel);
        }
        return moved;
    }

    /** Gives rows of a batch what the rows that they put out had in columns that the source does not have. */
    static void keepOld(
            Connection c, String table, List<String> key, List<String> columns, long batch, CancelSignal cancel)
            throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        String set = columns.stream().map(n -> quoted(n) + " = s." + quoted(n)).collect(Collectors.joining(", "));
        update(
                c,
                "UPDATE " + table + " AS t SET " + set + " FROM " + table(table) + " AS s WHERE s." + BY + " = " + batch
                        + " AND t." + Schema.BATCH + " = " + batch + " AND " + same("t", "s", key),
                List.of(),
                cancel);
    }

    /** Takes a batch out of every table and brings back what it put out, unless a later import put that out as well. */
    static void undo(Connection c, long batch, CancelSignal cancel) throws SQLException {
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            String name = table.name();
            update(c, "DELETE FROM " + name + " WHERE " + Schema.BATCH + " = " + batch, List.of(), cancel);
            update(c, "DELETE FROM " + table(name) + " WHERE " + Schema.BATCH + " = " + batch, List.of(), cancel);
            bringBack(c, table, batch, cancel);
        }
    }

    private static void bringBack(Connection c, CustomerModel.Table table, long batch, CancelSignal cancel)
            throws SQLException {
        String name = table.name();
        String held = table(name);
        if (!holds(c, "SELECT 1 FROM " + held + " WHERE " + BY + " = " + batch)) {
            return;
        }
        update(
                c,
                "UPDATE " + held + " AS s SET " + BY + " = coalesce(" + later(table, batch, "") + ", 0) WHERE " + BY
                        + " = " + batch,
                List.of(),
                cancel);
        update(
                c,
                "INSERT INTO " + name + " BY NAME SELECT * EXCLUDE (" + BY + ") FROM " + held + " WHERE " + BY + " = 0",
                List.of(),
                cancel);
        update(c, "DELETE FROM " + held + " WHERE " + BY + " = 0", List.of(), cancel);
    }

    /** SQL of the next import that would have put a row {@code s} out, had this one not been there. */
    private static String later(CustomerModel.Table table, long batch, String besides) {
        List<String> key = UpdateKeys.of(table);
        String name = table.name();
        String laterReplace = "(SELECT min(b.id) FROM import_batch AS b WHERE b.id > " + batch
                + " AND b.replaced AND b.entity = '" + name + "'" + besides + ")";
        return "least(" + laterReplace + ", (SELECT min(x." + Schema.BATCH + ") FROM (SELECT " + columns(key) + ", "
                + Schema.BATCH + " FROM " + name + " UNION ALL SELECT " + columns(key) + ", " + Schema.BATCH + " FROM "
                + table(name) + ") AS x JOIN import_batch AS b ON b.id = x." + Schema.BATCH + " WHERE x."
                + Schema.BATCH + " > " + batch + (table.key().isEmpty() ? " AND b.by_key" : "") + " AND "
                + same("x", "s", key) + besides + "))";
    }

    /** What {@link #undo} of batches of one import would do; nothing is changed by it. */
    static UndoForecast forecast(Connection c, List<Long> group) throws SQLException {
        List<UndoForecast.Rows> goes = new ArrayList<>();
        List<UndoForecast.Rows> back = new ArrayList<>();
        if (group.isEmpty()) {
            return new UndoForecast(goes, back);
        }
        String ids = group.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String others = " AND b.id NOT IN (" + ids + ")";
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            count(c, table, table.name() + " AS s WHERE s." + Schema.BATCH + " IN (" + ids + ")", goes);
            for (long batch : group) {
                String held = table(table.name()) + " AS s WHERE s." + BY + " = " + batch;
                if (holds(c, "SELECT 1 FROM " + held)) {
                    count(
                            c,
                            table,
                            held + " AND s." + Schema.BATCH + " NOT IN (" + ids + ") AND " + later(table, batch, others)
                                    + " IS NULL",
                            back);
                }
            }
        }
        return new UndoForecast(goes, back);
    }

    private static void count(Connection c, CustomerModel.Table table, String from, List<UndoForecast.Rows> into)
            throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT k.id, i.file, i.entity, k.n FROM (SELECT s." + Schema.BATCH
                        + " AS id, count(*) AS n FROM " + from
                        + " GROUP BY 1) AS k JOIN import_batch AS i ON i.id = k.id ORDER BY k.id")) {
            while (r.next()) {
                into.add(new UndoForecast.Rows(
                        r.getLong(1), r.getString(2), r.getString(3), table.name(), r.getLong(4)));
            }
        }
    }

    private static boolean holds(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery(sql + " LIMIT 1")) {
            return rows.next();
        }
    }

    private static String columns(List<String> names) {
        return names.stream().map(Superseded::quoted).collect(Collectors.joining(", "));
    }

    private static String same(String a, String b, List<String> key) {
        List<String> all = new ArrayList<>();
        key.forEach(k -> all.add(a + "." + quoted(k) + " IS NOT DISTINCT FROM " + b + "." + quoted(k)));
        return String.join(" AND ", all);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static long update(Connection c, String sql, List<?> binds, CancelSignal cancel) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            int at = 1;
            for (@Nullable Object bind : binds) {
                s.setObject(at++, bind);
            }
            try (RunningStatement running = new RunningStatement(s, cancel)) {
                return running.update();
            }
        }
    }
}
