package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The warehouse's own list of imports: an import is there if and only if its row is. */
final class BatchTable {
    private static final String COLUMNS = "id, sha256, file, entity, recipe, group_id, rows_read, rows_loaded,"
            + " rows_rejected, rejects_file, replaced, by_key";

    private BatchTable() {}

    static Optional<ImportOutcome> find(Connection c, long id) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("SELECT " + COLUMNS + " FROM import_batch WHERE id = ?")) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) {
                    return Optional.empty();
                }
                // Workspaces of the first version have no groups.
                long group = r.getLong(6) == 0 ? id : r.getLong(6);
                ImportBatch batch =
                        new ImportBatch(id, r.getString(2), r.getString(3), r.getString(4), r.getString(5), group);
                return Optional.of(new ImportOutcome(
                        batch,
                        r.getLong(7),
                        r.getLong(8),
                        r.getLong(9),
                        r.getString(10),
                        r.getBoolean(11),
                        r.getBoolean(12)));
            }
        }
    }

    static void add(Connection c, ImportOutcome o, Instant at) throws SQLException {
        if (o.replaced()) {
            Statements.update(
                    c,
                    "UPDATE import_batch SET replaced_by = ? WHERE entity = ? AND replaced_by IS NULL",
                    o.batch().id(),
                    o.batch().entity());
        }
        Statements.update(
                c,
                "INSERT INTO import_batch (" + COLUMNS
                        + ", imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                o.batch().id(),
                o.batch().sha256(),
                o.batch().file(),
                o.batch().entity(),
                o.batch().recipe(),
                o.batch().group(),
                o.rowsRead(),
                o.rowsLoaded(),
                o.rowsRejected(),
                o.rejectsFile(),
                o.replaced(),
                o.byKey(),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** Takes a batch's row out; what it had replaced is current again, or replaced by the next that replaced. */
    static void remove(Connection c, long id) throws SQLException {
        Statements.update(
                c,
                "UPDATE import_batch AS o SET replaced_by = (SELECT min(b.id) FROM import_batch AS b WHERE b.replaced"
                        + " AND b.entity = o.entity AND b.id > ?) WHERE o.replaced_by = ?",
                id,
                id);
        Statements.update(c, "DELETE FROM import_batch WHERE id = ?", id);
    }

    static Set<Long> all(Connection c, boolean current) throws SQLException {
        return new HashSet<>(ids(c, "SELECT id FROM import_batch" + (current ? " WHERE replaced_by IS NULL" : "")));
    }

    /** The batches of the same import, the newest first. */
    static List<Long> group(Connection c, long id) throws SQLException {
        return ids(
                c,
                "SELECT id FROM import_batch WHERE coalesce(group_id, id) = (SELECT coalesce(group_id, id)"
                        + " FROM import_batch WHERE id = " + id + ") ORDER BY id DESC");
    }

    private static List<Long> ids(Connection c, String sql) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement(sql);
                ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
