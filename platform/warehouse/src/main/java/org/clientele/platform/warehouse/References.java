package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.sdk.data.CustomerModel;

/** Finds rows that refer to what is not there. */
final class References {
    private References() {}

    /**
     * Counts for each column that refers to another table the rows whose row there no import has brought. A table that
     * nobody imported is not looked at: then all of it is unknown, and rows of its own are derived.
     *
     * @param inHand batches of the running transaction, which are not in the list of imports yet
     */
    static List<Orphan> orphans(Connection c, CustomerModel.Table table, long batch, List<ImportBatch> inHand)
            throws SQLException {
        List<Orphan> found = new ArrayList<>();
        for (Map.Entry<String, String> reference : table.references().entrySet()) {
            String to = reference.getValue();
            String key = CustomerModel.standard().table(to).key();
            String column = "t.\"" + reference.getKey() + '"';
            String own = inHand.stream()
                    .filter(b -> b.entity().equals(to))
                    .map(b -> String.valueOf(b.id()))
                    .collect(Collectors.joining(", "));
            String brought = "(SELECT r." + key + " FROM " + to + " AS r WHERE r." + Schema.BATCH
                    + " IN (SELECT id FROM import_batch WHERE entity = ? OR entity NOT IN ("
                    + CustomerModel.standard().tables().stream()
                            .map(t -> "'" + t.name() + "'")
                            .collect(Collectors.joining(", "))
                    + "))" + (own.isEmpty() ? "" : " OR r." + Schema.BATCH + " IN (" + own + ")") + ")";
            String sql = "WITH known AS " + brought + " SELECT count(*), count(DISTINCT " + column + "), min(" + column
                    + ") FROM " + table.name() + " AS t WHERE t." + Schema.BATCH + " = ? AND " + column
                    + " IS NOT NULL AND EXISTS (SELECT 1 FROM known) AND " + column + " NOT IN (SELECT " + key
                    + " FROM known)";
            try (PreparedStatement s = c.prepareStatement(sql)) {
                s.setString(1, to);
                s.setLong(2, batch);
                try (ResultSet row = s.executeQuery()) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add(new Orphan(reference.getKey(), to, row.getLong(1), row.getLong(2), row.getString(3)));
                    }
                }
            }
        }
        return found;
    }
}
