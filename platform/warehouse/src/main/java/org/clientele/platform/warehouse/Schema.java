package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.mapping.FormatSql;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** The tables of the customer model in the engine, and our own beside them. */
final class Schema {
    private static final Texts TEXTS = Texts.of(Schema.class);

    /** In every table of the model: the import that a row came with. */
    static final String BATCH = "import_batch";

    /** Of order lines: whether their file itself said whether they are charges, so that no rule does. */
    static final String CHARGE_SAID = "charge_said";

    private static final Set<String> OWN = Set.of(BATCH, CHARGE_SAID);

    private static final int VERSION = 1;

    /**
     * From so many new columns on, a table is made anew: for each column that is added, the engine keeps a whole description
     * of the table as it was, which at 2,000 columns comes to two gigabytes.
     */
    private static final int MANY = 50;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Schema() {}

    /** Makes what is missing. */
    static void create(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("CREATE TABLE IF NOT EXISTS warehouse_state (schema_version INTEGER, version BIGINT)");
            s.execute("INSERT INTO warehouse_state SELECT " + VERSION
                    + ", 0 WHERE NOT EXISTS (SELECT 1 FROM warehouse_state)");
            s.execute("CREATE TABLE IF NOT EXISTS import_batch (id BIGINT, sha256 VARCHAR, file VARCHAR,"
                    + " entity VARCHAR, recipe VARCHAR, rows_read BIGINT, rows_loaded BIGINT, rows_rejected BIGINT,"
                    + " rejects_file VARCHAR, replaced BOOLEAN, imported_at TIMESTAMP)");
            for (String added : List.of("group_id BIGINT", "by_key BOOLEAN", "replaced_by BIGINT")) {
                s.execute("ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS " + added);
            }
            s.execute("CREATE TABLE IF NOT EXISTS attribute (table_name VARCHAR, column_name VARCHAR, label VARCHAR)");
            ReturnMarks.create(s);
            Memberships.create(s);
        }
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            Map<String, ColumnType> present = columns(c, table.name());
            try (Statement s = c.createStatement()) {
                if (present.isEmpty()) {
                    s.execute("CREATE TABLE " + table.name() + " (" + definitions(table) + ")");
                }
                Superseded.create(c, table.name());
                if (!present.isEmpty()
                        && table.name().equals(CustomerModel.ORDER_LINE)
                        && !present.containsKey(CHARGE_SAID)) {
                    alter(s, table.name(), "ADD COLUMN " + CHARGE_SAID + " BOOLEAN");
                }
                for (ColumnSpec column : present.isEmpty() ? List.<ColumnSpec>of() : table.columns()) {
                    if (!present.containsKey(column.name())) {
                        alter(s, table.name(), "ADD COLUMN \"" + column.name() + "\" " + sqlType(column));
                    }
                }
            }
        }
    }

    private static void alter(Statement s, String table, String change) throws SQLException {
        for (String each : List.of(table, Superseded.table(table))) {
            s.execute("ALTER TABLE " + each + " " + change);
        }
    }

    private static String definitions(CustomerModel.Table table) {
        List<String> all = new ArrayList<>();
        for (ColumnSpec column : table.columns()) {
            all.add("\"" + column.name() + "\" " + sqlType(column));
        }
        if (table.name().equals(CustomerModel.ORDER_LINE)) {
            all.add(CHARGE_SAID + " BOOLEAN");
        }
        all.add(BATCH + " BIGINT");
        return String.join(", ", all);
    }

    /** The version that {@link #create} makes; a warehouse of a newer one is refused. */
    static long checkedVersion(Connection c) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT schema_version, version FROM warehouse_state")) {
            rows.next();
            if (rows.getInt(1) > VERSION) {
                throw new AnalyticsException(
                        ErrorCode.WORKSPACE_INVALID,
                        TEXTS.get(
                                "schema.workspace_s_warehouse_was",
                                String.valueOf(rows.getInt(1)),
                                String.valueOf(VERSION)));
            }
            return rows.getLong(2);
        }
    }

    /** The standard model with the attributes that are stored. */
    static CustomerModel model(Connection c) throws SQLException {
        Map<String, String> labels = new LinkedHashMap<>();
        try (Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT table_name, column_name, label FROM attribute")) {
            while (rows.next()) {
                labels.put(rows.getString(1) + "." + rows.getString(2), rows.getString(3));
            }
        }
        CustomerModel model = CustomerModel.standard();
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            List<ColumnSpec> attributes = new ArrayList<>();
            columns(c, table.name()).forEach((name, type) -> {
                if (table.find(name).isEmpty() && !OWN.contains(name)) {
                    String label = labels.getOrDefault(table.name() + "." + name, name);
                    attributes.add(new ColumnSpec(name, type, Unit.none(), label));
                }
            });
            if (!attributes.isEmpty()) {
                model = model.withAttributes(table.name(), attributes);
            }
        }
        return model;
    }

    /** The stored columns of a table with their types, in order. */
    static Map<String, ColumnType> columns(Connection c, String table) throws SQLException {
        Map<String, ColumnType> found = new LinkedHashMap<>();
        try (PreparedStatement s = c.prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_catalog = current_database()"
                        + " AND table_schema = 'main' AND table_name = ? ORDER BY ordinal_position")) {
            s.setString(1, table);
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), typeOf(rows.getString(2)));
                }
            }
        }
        return found;
    }

    /**
     * Makes the table hold attributes of these types, widening a stored type where both do not fit.
     *
     * @return the types that are now stored
     */
    static Map<String, ColumnType> addAttributes(
            Connection c, String table, Map<String, ColumnType> wanted, Map<String, String> labels)
            throws SQLException {
        Map<String, ColumnType> present = columns(c, table);
        Map<String, ColumnType> result = new LinkedHashMap<>();
        Map<String, ColumnType> added = new LinkedHashMap<>();
        try (Statement s = c.createStatement()) {
            for (Map.Entry<String, ColumnType> e : wanted.entrySet()) {
                String name = checkedName(e.getKey());
                ColumnType stored = present.get(name);
                ColumnType type = stored == null ? e.getValue() : wider(stored, e.getValue());
                if (stored == null) {
                    added.put(name, type);
                } else if (type != stored) {
                    alter(s, table, "ALTER COLUMN \"" + name + "\" TYPE " + sqlType(ColumnSpec.of(name, type)));
                }
                result.put(name, type);
            }
            add(s, table, added);
        }
        remember(c, table, added.keySet(), labels);
        return result;
    }

    private static void add(Statement s, String table, Map<String, ColumnType> added) throws SQLException {
        List<String> nothing = new ArrayList<>();
        for (Map.Entry<String, ColumnType> e : added.entrySet()) {
            String type = sqlType(ColumnSpec.of(e.getKey(), e.getValue()));
            if (added.size() < MANY) {
                alter(s, table, "ADD COLUMN \"" + e.getKey() + "\" " + type);
            }
            nothing.add("CAST(NULL AS " + type + ") AS \"" + e.getKey() + "\"");
        }
        if (added.size() < MANY) {
            return;
        }
        for (String each : List.of(table, Superseded.table(table))) {
            s.execute("CREATE TABLE wider AS SELECT *, " + String.join(", ", nothing) + " FROM " + each);
            s.execute("DROP TABLE " + each);
            s.execute("ALTER TABLE wider RENAME TO " + each);
        }
    }

    private static void remember(Connection c, String table, Set<String> names, Map<String, String> labels)
            throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        String rows = String.join(", ", java.util.Collections.nCopies(names.size(), "(?, ?, ?)"));
        try (PreparedStatement s = c.prepareStatement("INSERT INTO attribute VALUES " + rows)) {
            int at = 1;
            for (String name : names) {
                s.setString(at++, table);
                s.setString(at++, name);
                s.setString(at++, labels.getOrDefault(name, name));
            }
            s.execute();
        }
    }

    private static String checkedName(String name) {
        if (!NAME.matcher(name).matches() || OWN.contains(name)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("schema.cannot_name_column_names", name));
        }
        return name;
    }

    private static ColumnType wider(ColumnType a, ColumnType b) {
        if (a == b) {
            return a;
        }
        if (a.isNumeric() && b.isNumeric()) {
            return ColumnType.DOUBLE;
        }
        return a.isTemporal() && b.isTemporal() ? ColumnType.TIMESTAMP : ColumnType.TEXT;
    }

    static String sqlType(ColumnSpec column) {
        return FormatSql.sqlType(column);
    }

    private static ColumnType typeOf(String sqlType) {
        return switch (sqlType) {
            case "BIGINT" -> ColumnType.INTEGER;
            case "DOUBLE" -> ColumnType.DOUBLE;
            case "VARCHAR" -> ColumnType.TEXT;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP" -> ColumnType.TIMESTAMP;
            default -> ColumnType.DECIMAL;
        };
    }
}
