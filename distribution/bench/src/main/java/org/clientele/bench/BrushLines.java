package org.clientele.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;

/**
 * Order lines of two years as a shop has them: eight a basket, in order of time, 41 countries of which a few are large, 4,000
 * products in twelve categories, 200,000 customers of whom each twentieth line's is unknown.
 */
final class BrushLines {
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final int DAYS = 730;

    private BrushLines() {}

    /** Makes a workspace of so many lines. */
    static Path workspace(Path folder, int lines) throws SQLException {
        Path dir = folder.resolve("lines-" + lines);
        Workspace.open(dir, WorkspaceOptions.withPlugins(List.of())).close();
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + dir.resolve("warehouse.duckdb"));
                Statement s = c.createStatement()) {
            // Integer steps, so that the last line lies in the last day whatever their number is.
            s.execute("INSERT INTO order_line (order_id, line_no, ordered_at, kind, customer_id, product_id, quantity,"
                    + " unit_price, amount, currency, country, channel, is_charge)"
                    + " SELECT 'O' || (i // 8), i % 8 + 1, TIMESTAMP '" + FIRST + "' + to_seconds(i * " + DAYS
                    + " * 86400 // " + lines + "), 'sale',"
                    + " CASE WHEN hash(i // 8 * 3) % 20 = 0 THEN NULL ELSE 'C' || (hash(i // 8) % 200000) END,"
                    + " 'P' || (hash(i * 7) % 4000), q, p, q * p, 'GBP',"
                    + " 'Country ' || cast(sqrt(hash(i // 8 * 5) % 1600) AS INTEGER),"
                    + " CASE hash(i // 8 * 9) % 3 WHEN 0 THEN 'web' WHEN 1 THEN 'store' ELSE 'phone' END, false"
                    + " FROM (SELECT i, cast(1 + hash(i * 11) % 9 AS DECIMAL(9, 3)) AS q,"
                    + " cast((hash(i * 13) % 5000) / 100.0 AS DECIMAL(9, 4)) AS p FROM range(" + lines + ") t(i))");
            s.execute("INSERT INTO product (product_id, name, category) SELECT 'P' || i, 'Product ' || i,"
                    + " 'Category ' || (i % 12) FROM range(4000) t(i)");
            s.execute("INSERT INTO customer (customer_id, country) SELECT 'C' || i, 'Country ' || (i % 41)"
                    + " FROM range(200000) t(i)");
            s.execute("CHECKPOINT");
        }
        return dir;
    }

    /** Writes the lines of a workspace that nobody has open as {@code brush.js} reads them. */
    static void write(Path workspace, Path file) throws SQLException, IOException {
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + workspace.resolve("warehouse.duckdb"));
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT date_diff('day', DATE '" + FIRST
                        + "', cast(ordered_at AS DATE)), date_diff('month', DATE '" + FIRST
                        + "', cast(ordered_at AS DATE)), cast(substr(l.country, 9) AS INTEGER),"
                        + " cast(substr(category, 10) AS INTEGER), cast(amount * 100 AS DOUBLE)"
                        + " FROM order_line l JOIN product USING (product_id)");
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            while (r.next()) {
                for (int i = 1; i <= 4; i++) {
                    out.writeShort(r.getInt(i));
                }
                out.writeDouble(r.getDouble(5));
            }
        }
    }
}
