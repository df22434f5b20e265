package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.clientele.sdk.CancelSignal;

/**
 * Gives every product and customer that order lines name a row of its own, with what the lines say most often. A function
 * of the stored rows alone, so it is right after any change.
 */
final class Derivation {
    private Derivation() {}

    static void fill(Connection c, CancelSignal cancel) throws SQLException {
        fill(c, cancel, "product", "product_id", "name", "description");
        fill(c, cancel, "customer", "customer_id", "country", "country");
    }

    private static void fill(Connection c, CancelSignal cancel, String table, String key, String target, String source)
            throws SQLException {
        String sql = "INSERT INTO " + table + " (" + key + ", " + target + ", import_batch) SELECT " + key + ", first("
                + source + " ORDER BY " + source + " IS NULL, n DESC, " + source + "), min(batch) FROM (SELECT "
                + key
                + ", " + source + ", count(*) AS n, min(import_batch) AS batch FROM order_line WHERE " + key
                + " IS NOT NULL GROUP BY ALL) AS l WHERE NOT EXISTS (SELECT 1 FROM " + table + " AS t WHERE t." + key
                + " = l." + key + ") GROUP BY " + key + " ORDER BY " + key;
        try (PreparedStatement s = c.prepareStatement(sql);
                RunningStatement running = new RunningStatement(s, cancel)) {
            running.update();
        }
    }
}
