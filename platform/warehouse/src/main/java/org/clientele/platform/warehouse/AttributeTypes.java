package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnType;

/** Finds the types of columns that the model does not name, over all their values. */
final class AttributeTypes {
    private static final int COLUMNS_AT_ONCE = 50;

    private AttributeTypes() {}

    /**
     * The narrowest type that fits every value; TEXT where there is none.
     *
     * @param sourceOf attribute to the column in {@code from}
     */
    static Map<String, ColumnType> find(Connection c, Map<String, String> sourceOf, String from, CancelSignal cancel)
            throws SQLException {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        List<String> names = List.copyOf(sourceOf.keySet());
        // The engine plans a statement in the square of its columns.
        for (int i = 0; i < names.size(); i += COLUMNS_AT_ONCE) {
            List<String> some = names.subList(i, Math.min(names.size(), i + COLUMNS_AT_ONCE));
            List<String> sources =
                    some.stream().map(n -> sourceOf.getOrDefault(n, "")).toList();
            try (PreparedStatement s = c.prepareStatement(CsvSql.fits(from, sources));
                    RunningStatement running = new RunningStatement(s, cancel);
                    ResultSet rows = running.query()) {
                rows.next();
                read(rows, some, types);
            }
        }
        return types;
    }

    private static void read(ResultSet row, List<String> names, Map<String, ColumnType> types) throws SQLException {
        int at = 1;
        for (String name : names) {
            ColumnType found = ColumnType.TEXT;
            for (ColumnType candidate : CsvSql.patterns().keySet()) {
                if (row.getBoolean(at++) && found == ColumnType.TEXT) {
                    found = candidate;
                }
            }
            types.put(name, row.getBoolean(at++) ? found : ColumnType.TEXT);
        }
    }
}
