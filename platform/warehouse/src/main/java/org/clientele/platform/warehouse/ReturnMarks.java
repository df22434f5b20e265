package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Orders of which a file only says that they came back. The marks are stored; the returns that they stand for are order
 * lines, made of the sales of those orders. They are a function of the stored sales and marks, so {@link #refresh} makes
 * them right after any change. A sale that came back by a line of its own is not returned once more.
 */
final class ReturnMarks {
    private static final Texts TEXTS = Texts.of(ReturnMarks.class);

    private static final String TABLE = "return_mark";
    /** Before the name of what a mark says beside the order, so that it is no name of ours. */
    private static final String SAID = "said_";

    private static final List<String> TURNED = List.of("quantity", "amount", "discount", "tax", "cost");
    private static final String YES =
            words("yes", "y", "true", "t", "1", "x", "ja", "j", "wahr", "oui", "si", "returned");
    private static final String NO =
            words("no", "n", "false", "f", "0", "-", "nein", "falsch", "non", "not returned", "kept");

    private ReturnMarks() {}

    private static String words(String... all) {
        return List.of(all).stream().map(w -> "'" + w + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * What became of the marks of one batch.
     *
     * @param rows how many there are
     * @param no how many say that their order did not come back
     * @param orders how many orders have returns by them
     * @param lines how many order lines that makes
     * @param amount what these are worth, as a decimal number; "" if nothing is known
     * @param kept lines of marked orders that are no returns by marks, since the data has returns of their own for them
     * @param unknown marks whose order is not there, or null
     */
    record Result(
            long rows,
            long no,
            long orders,
            long lines,
            String amount,
            long kept,
            @Nullable Orphan unknown) {
        private static String rounded(String amount) {
            return String.format(Locale.ROOT, "%,.2f", new java.math.BigDecimal(amount));
        }

        /** Sentences about it. */
        List<String> sentences(String source, boolean dated) {
            List<String> all = new ArrayList<>();
            if (lines > 0) {
                all.add(
                        amount.isEmpty()
                                ? TEXTS.get("return.marks.marked", source, lines, orders)
                                : TEXTS.get("return.marks.marked_worth", source, lines, orders, rounded(amount)));
                if (!dated) {
                    all.add(TEXTS.get("return.marks.says_no_day_returns", source));
                }
            }
            if (no > 0) {
                all.add(TEXTS.get("return.marks.nothing", no, source));
            }
            if (kept > 0) {
                all.add(TEXTS.get("return.marks.kept", kept));
            }
            return all;
        }
    }

    static void create(Statement s) throws SQLException {
        s.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                + " (order_id VARCHAR, returned_at TIMESTAMP, import_batch BIGINT)");
    }

    /**
     * A table for the rows of a source of marks, for the time of the import.
     *
     * @param columns where the source's columns go
     * @param types of those that the model does not name
     */
    static CustomerModel.Table staging(SourceImport source, RecipeColumns columns, Map<String, ColumnType> types) {
        List<ColumnSpec> specs = new ArrayList<>();
        for (String column : columns.sources().keySet()) {
            specs.add(columns.table()
                    .find(column)
                    .orElseGet(() -> ColumnSpec.of(column, types.getOrDefault(column, ColumnType.TEXT))));
        }
        return new CustomerModel.Table(
                "marks_" + Math.abs(source.id()),
                source.planned().name(),
                "",
                "",
                specs,
                List.of("order_id"),
                Map.of());
    }

    /**
     * Stores marks.
     *
     * @param staged their table
     * @param attributes the types of what they say beside the order, as order lines have them
     * @param about those of them whose headers speak of returns
     */
    static Result take(
            Connection c,
            CustomerModel.Table staged,
            Map<String, ColumnType> attributes,
            Set<String> about,
            long batch,
            CancelSignal cancel)
            throws SQLException {
        Map<String, ColumnType> present = Schema.columns(c, TABLE);
        for (Map.Entry<String, ColumnType> a : attributes.entrySet()) {
            String name = SAID + a.getKey();
            String type = Schema.sqlType(ColumnSpec.of(a.getKey(), a.getValue()));
            if (!present.containsKey(name)) {
                Statements.update(c, "ALTER TABLE " + TABLE + " ADD COLUMN \"" + name + "\" " + type);
            } else if (present.get(name) != a.getValue()) {
                Statements.update(c, "ALTER TABLE " + TABLE + " ALTER COLUMN \"" + name + "\" TYPE " + type);
            }
        }
        String flag = flag(c, staged, about);
        String came = flag.isEmpty() ? "true" : "coalesce(" + word(flag) + " IN " + YES + ", false)";
        StringBuilder columns = new StringBuilder("order_id, returned_at, import_batch");
        StringBuilder values = new StringBuilder("order_id, ")
                .append(day(staged, about))
                .append(", ")
                .append(batch);
        attributes.keySet().forEach(a -> {
            columns.append(", \"").append(SAID).append(a).append('"');
            values.append(", \"").append(a).append('"');
        });
        long rows = count(c, "SELECT count(*) FROM " + staged.name());
        long marks = Statements.update(
                c,
                "INSERT INTO " + TABLE + " (" + columns + ") SELECT " + values + " FROM " + staged.name() + " WHERE "
                        + came);
        return result(c, rows, rows - marks, batch, cancel);
    }

    /** The column that says yes or no, or "". */
    private static String flag(Connection c, CustomerModel.Table staged, Set<String> about) throws SQLException {
        for (ColumnSpec column : staged.columns()) {
            if (about.contains(column.name()) && !column.type().isTemporal()) {
                String word = word(column.name());
                String known = word + " IN " + YES + " OR " + word + " IN " + NO;
                if (count(
                                c,
                                "SELECT count(*) FROM " + staged.name() + " HAVING bool_and(coalesce(" + word
                                        + ", '') = '' OR " + known + ") AND count_if(" + known + ") > 0")
                        > 0) {
                    return column.name();
                }
            }
        }
        return "";
    }

    private static String word(String column) {
        return "lower(trim(CAST(\"" + column + "\" AS VARCHAR)))";
    }

    private static String day(CustomerModel.Table staged, Set<String> about) {
        return staged.columns().stream()
                .filter(s -> s.type().isTemporal())
                .map(ColumnSpec::name)
                .filter(n -> n.equals("ordered_at") || about.contains(n))
                .map(n -> "CAST(\"" + n + "\" AS TIMESTAMP)")
                .findFirst()
                .orElse("NULL");
    }

    /** Whether the marks of a source say when orders came back. */
    static boolean dated(CustomerModel.Table staged, Set<String> about) {
        return !day(staged, about).equals("NULL");
    }

    private static Result result(Connection c, long rows, long no, long batch, CancelSignal cancel)
            throws SQLException {
        String sql = due() + " SELECT count(DISTINCT order_id), count(*), CAST(sum(-amount) AS VARCHAR) FROM due WHERE"
                + " marked_by = ?";
        long orders;
        long lines;
        String amount;
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, batch);
            try (RunningStatement running = new RunningStatement(s, cancel);
                    ResultSet row = running.query()) {
                row.next();
                orders = row.getLong(1);
                lines = row.getLong(2);
                String sum = row.getString(3);
                amount = sum == null
                        ? ""
                        : new java.math.BigDecimal(sum).stripTrailingZeros().toPlainString();
            }
        }
        long kept = count(
                        c,
                        due() + " SELECT count(*) FROM sales JOIN marks USING (order_id) WHERE marks.marked_by = "
                                + batch)
                - lines;
        return new Result(rows, no, orders, lines, amount, kept, unknown(c, batch));
    }

    private static @Nullable Orphan unknown(Connection c, long batch) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT count(*), count(DISTINCT order_id), min(order_id) FROM " + TABLE
                        + " WHERE import_batch = " + batch
                        + " AND order_id NOT IN (SELECT order_id FROM order_line WHERE order_id IS NOT NULL)")) {
            row.next();
            return row.getLong(1) == 0
                    ? null
                    : new Orphan(
                            "order_id", CustomerModel.ORDER_LINE, row.getLong(1), row.getLong(2), row.getString(3));
        }
    }

    /**
     * Of each marked order the first mark that is in force; the sales of those orders; and those of the sales that have to
     * be returned, with what their mark says.
     */
    private static String due() {
        String same = "x.order_id = s.order_id AND x.product_id IS NOT DISTINCT FROM s.product_id";
        String turned = same + " AND x.quantity IS NOT DISTINCT FROM -s.quantity AND x.amount IS NOT DISTINCT FROM"
                + " -s.amount AND x.nth = s.nth";
        String nth =
                ", row_number() OVER (PARTITION BY order_id, product_id, quantity, amount) AS nth FROM lines WHERE kind = ";
        return "WITH marks AS (SELECT * EXCLUDE (n, import_batch), import_batch AS marked_by FROM (SELECT *, row_number()"
                + " OVER (PARTITION BY order_id ORDER BY import_batch, returned_at) AS n FROM " + TABLE
                + " AS m WHERE NOT EXISTS (SELECT 1 FROM import_batch AS b WHERE b.id = m.import_batch AND b.replaced_by"
                + " IS NOT NULL)) WHERE n = 1), lines AS (SELECT * FROM order_line WHERE order_id IN (SELECT order_id FROM"
                + " marks) AND import_batch NOT IN (SELECT import_batch FROM " + TABLE + ")), sales AS (SELECT *" + nth
                + "'sale'), others AS (SELECT *" + nth
                + "'return'), parts AS (SELECT DISTINCT order_id, product_id FROM"
                + " others AS x WHERE NOT EXISTS (SELECT 1 FROM sales AS s WHERE " + turned + ")), due AS (SELECT s.*,"
                + " m.* EXCLUDE (order_id) FROM sales AS s JOIN marks AS m ON m.order_id = s.order_id WHERE NOT EXISTS"
                + " (SELECT 1 FROM others AS x WHERE " + turned + ") AND NOT EXISTS (SELECT 1 FROM parts AS x WHERE "
                + same
                + "))";
    }

    /** Makes the returns anew, in the transaction of {@code c}. */
    static void refresh(Connection c, CancelSignal cancel) throws SQLException {
        if (count(c, "SELECT count(*) FROM " + TABLE) == 0) {
            return;
        }
        Statements.update(c, "DELETE FROM order_line WHERE import_batch IN (SELECT import_batch FROM " + TABLE + ")");
        Map<String, ColumnType> said = Schema.columns(c, TABLE);
        Map<String, String> values = new LinkedHashMap<>();
        Schema.columns(c, CustomerModel.ORDER_LINE).forEach((name, type) -> {
            String stored = "\"" + name + "\"";
            String value = stored;
            if (said.containsKey(SAID + name)) {
                String sqlType = Schema.sqlType(ColumnSpec.of(name, type));
                value = "coalesce(try_cast(\"" + SAID + name + "\" AS " + sqlType + "), " + stored + ")";
            }
            values.put(stored, TURNED.contains(name) ? "-" + stored : value);
        });
        values.put("\"ordered_at\"", "coalesce(returned_at, ordered_at)");
        values.put("\"kind\"", "'return'");
        values.put('"' + Schema.BATCH + '"', "marked_by");
        String insert = "INSERT INTO order_line (" + String.join(", ", values.keySet()) + ") " + due() + " SELECT "
                + String.join(", ", values.values()) + " FROM due";
        try (PreparedStatement s = c.prepareStatement(insert);
                RunningStatement running = new RunningStatement(s, cancel)) {
            running.update();
        }
    }

    /** Takes the marks of a batch out. */
    static void undo(Connection c, long batch) throws SQLException {
        Statements.update(c, "DELETE FROM " + TABLE + " WHERE import_batch = ?", batch);
    }

    private static long count(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
