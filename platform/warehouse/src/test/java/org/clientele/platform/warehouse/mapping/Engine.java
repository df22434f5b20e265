package org.clientele.platform.warehouse.mapping;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real engine in memory, with one table {@code t} of text columns {@code c0}, {@code c1} and so on. */
final class Engine implements AutoCloseable {
    private final Connection connection;
    private int statements;

    Engine() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    static Engine of(List<? extends List<@Nullable String>> rows) throws SQLException {
        Engine engine = new Engine();
        int width = rows.get(0).size();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add("c" + i + " VARCHAR");
        }
        try (Statement s = engine.connection.createStatement()) {
            s.execute("CREATE TABLE t (ord INTEGER, " + String.join(", ", columns) + ")");
        }
        try (PreparedStatement s =
                engine.connection.prepareStatement("INSERT INTO t VALUES (?" + ", ?".repeat(width) + ")")) {
            int ord = 0;
            for (List<@Nullable String> row : rows) {
                s.setInt(1, ord++);
                for (int i = 0; i < width; i++) {
                    s.setString(i + 2, row.get(i));
                }
                s.addBatch();
            }
            s.executeBatch();
        }
        return engine;
    }

    static Engine ofColumn(List<String> values) throws SQLException {
        return of(values.stream().map(List::of).toList());
    }

    /** The values of expressions over all rows, in one SELECT. */
    List<@Nullable String> select(List<String> expressions) {
        statements++;
        return rows("SELECT " + String.join(", ", expressions) + " FROM t").get(0);
    }

    int statements() {
        return statements;
    }

    /** An expression of each row, as text. */
    List<@Nullable String> column(String expression) {
        List<@Nullable String> all = new ArrayList<>();
        rows("SELECT CAST(" + expression + " AS VARCHAR) FROM t ORDER BY ord").forEach(r -> all.add(r.get(0)));
        return all;
    }

    private List<List<@Nullable String>> rows(String sql) {
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery(sql)) {
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in " + sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
