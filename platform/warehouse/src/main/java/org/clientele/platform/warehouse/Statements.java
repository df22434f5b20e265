package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Short statements of the transaction that a connection is in. */
final class Statements {
    private Statements() {}

    /** Runs a statement and gives how many rows it touched. */
    static long update(Connection c, String sql, @Nullable Object... binds) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
                s.setObject(i + 1, binds[i]);
            }
            return s.executeLargeUpdate();
        }
    }

    /** Counts the warehouse's version on, and gives it. */
    static long nextVersion(Connection c) throws SQLException {
        update(c, "UPDATE warehouse_state SET version = version + 1");
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT version FROM warehouse_state")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
