package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that makes rows of a table out of rows of a source: typing, what is derived, what is required. One text serves
 * both to insert the good rows and to list the bad ones with their reasons, so the two cannot disagree. What people wrote
 * (constants, patterns) is bound, never pasted.
 */
final class RowSql {
    /**
     * Where a column's values come from.
     *
     * @param source a column of the source, or null for a constant
     * @param constant the constant, or null
     */
    record Origin(@Nullable String source, @Nullable String constant) {}

    /** A rule that a row must pass; both are SQL, the first never null. */
    private record Check(String column, String passes, String reason) {}

    private final CustomerModel.Table table;
    private final boolean text;
    private final Map<String, ColumnType> attributes;
    private final @Nullable ImportRecipe recipe;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> derived = new LinkedHashMap<>();
    private final Map<String, String> raws = new LinkedHashMap<>();
    private final Map<String, String> target = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> constants = new ArrayList<>();
    private final List<Object> binds = new ArrayList<>();

    /**
     * @param origins model column or attribute to where it comes from
     * @param attributes the types of those that the model does not name
     * @param text whether the source gives text that is yet to be typed
     */
    RowSql(
            CustomerModel.Table table,
            Map<String, Origin> origins,
            Map<String, ColumnType> attributes,
            boolean text,
            @Nullable ImportRecipe recipe) {
        this.table = table;
        this.text = text;
        this.attributes = attributes;
        this.recipe = recipe;
        origins.forEach(this::take);
        switch (table.name()) {
            case CustomerModel.ORDER_LINE -> orderLine();
            default -> table.required().forEach(this::require);
        }
    }

    private void take(String column, Origin origin) {
        ColumnSpec spec = table.find(column)
                .orElseGet(() -> ColumnSpec.of(column, attributes.getOrDefault(column, ColumnType.TEXT)));
        String raw = origin.source();
        if (raw == null) {
            raw = "k" + constants.size();
            constants.add("CAST(" + bind(String.valueOf(origin.constant())) + " AS VARCHAR) AS " + raw + ", ");
        }
        String name = "m_" + column;
        boolean cast = text || origin.source() == null;
        typed.put(name, cast ? cast(raw, spec) : "CAST(" + raw + " AS " + Schema.sqlType(spec) + ")");
        raws.put(column, raw);
        target.put(column, name);
        if (cast && spec.type() != ColumnType.TEXT) {
            checks.add(new Check(
                    column,
                    "(" + raw + " IS NULL OR " + name + " IS NOT NULL)",
                    "'\"' || left(" + raw + ", 100) || '\" is not " + wanted(spec) + ".'"));
        }
    }

    /** Binds are numbered, since their order in the text is not that of their making; the first is the batch. */
    private String bind(Object value) {
        binds.add(value);
        return "$" + (binds.size() + 1);
    }

    /** Stricter than the engine's own casts, which take 'infinity' for a date, drop time zones and round 2.5 to 3. */
    static String cast(String raw, ColumnSpec spec) {
        String timestamp = "try_cast(" + raw + " AS TIMESTAMP)";
        return switch (spec.type()) {
            case TEXT -> raw;
            case BOOLEAN -> "try_cast(" + raw + " AS BOOLEAN)";
            case DECIMAL -> "try_cast(" + raw + " AS " + Schema.sqlType(spec) + ")";
            case DOUBLE ->
                "CASE WHEN isfinite(try_cast(" + raw + " AS DOUBLE)) THEN try_cast(" + raw + " AS DOUBLE) END";
            case INTEGER ->
                "CASE WHEN regexp_full_match(" + raw + ", '\\s*[+-]?\\d+\\s*') THEN try_cast(" + raw
                        + " AS BIGINT) END";
            case DATE ->
                "CASE WHEN regexp_full_match(" + raw
                        + ", '\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]0?0:00(:00(\\.0+)?)?)?\\s*') THEN try_cast(" + raw
                        + " AS DATE) END";
            case TIMESTAMP ->
                "CASE WHEN length(" + raw + ") = 19 AND " + raw + "[17:17] = ':' THEN " + timestamp
                        + " WHEN regexp_full_match(" + raw
                        + ", '\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?\\s*') THEN "
                        + timestamp + " END";
        };
    }

    private static String wanted(ColumnSpec spec) {
        return switch (spec.type()) {
            case INTEGER -> "a whole number of at most 18 digits";
            case DOUBLE -> "a number";
            case DECIMAL ->
                "a number with a decimal point and at most " + (18 - Schema.scale(spec)) + " digits before it";
            case DATE -> "a date like 2026-12-31";
            case TIMESTAMP -> "a date and time like 2026-12-31 23:59:59, without a time zone";
            case BOOLEAN -> "true or false";
            case TEXT -> "text";
        };
    }

    private void orderLine() {
        String price = typed.containsKey("m_unit_price") ? "m_unit_price" : "CAST(NULL AS DECIMAL(18,4))";
        String amount = typed.containsKey("m_amount") ? "m_amount" : "CAST(NULL AS DECIMAL(18,4))";
        derived.put(
                "d_amount",
                "coalesce(" + amount + ", " + unrounded() + "try_cast(TRY(m_quantity * " + price
                        + ") AS DECIMAL(18,4)))");
        if (typed.containsKey("m_amount")) {
            derived.put(
                    "d_price",
                    "coalesce(" + price + ", try_cast(TRY(m_amount / nullif(m_quantity, 0)) AS DECIMAL(18,4)), 0)");
        } else {
            derived.put("d_price", price);
        }
        String kind = "CASE WHEN m_quantity < 0 THEN 'return' ELSE 'sale' END";
        if (recipe != null && !recipe.adjustmentOrders().isEmpty()) {
            kind = "CASE WHEN regexp_full_match(m_order_id, " + bind(recipe.adjustmentOrders())
                    + ") THEN 'adjustment' WHEN m_quantity < 0 THEN 'return' ELSE 'sale' END";
        }
        derived.put("d_kind", typed.containsKey("m_kind") ? "coalesce(lower(m_kind), " + kind + ")" : kind);
        String charge = "false";
        if (recipe != null && !recipe.charges().isEmpty() && typed.containsKey("m_product_id")) {
            charge = "coalesce(regexp_full_match(m_product_id, " + bind(recipe.charges()) + "), false)";
        }
        derived.put("d_charge", typed.containsKey("m_is_charge") ? "coalesce(m_is_charge, " + charge + ")" : charge);
        target.put("amount", "d_amount");
        target.put("unit_price", "d_price");
        target.put("kind", "d_kind");
        target.put("is_charge", "d_charge");
        require("order_id");
        require("ordered_at");
        require("quantity");
        if (typed.containsKey("m_kind")) {
            checks.add(new Check(
                    "kind",
                    "d_kind IN ('sale', 'return', 'adjustment')",
                    "'\"' || left(m_kind, 100) || '\" is not sale, return or adjustment.'"));
        }
        String money = typed.containsKey("m_unit_price") ? "unit_price" : "amount";
        checks.add(new Check(
                money, "(" + price + " IS NOT NULL OR " + amount + " IS NOT NULL)", "'The value is missing.'"));
        checks.add(new Check(
                money, "d_amount IS NOT NULL", "'Quantity times price has more than 14 digits before the point.'"));
    }

    /** Quantity and price are stored with few digits; their product is rounded once, not each of them before. */
    private String unrounded() {
        String quantity = raws.get("quantity");
        String price = raws.get("unit_price");
        if (!text || quantity == null || price == null) {
            return "";
        }
        return "CASE WHEN " + longer(price, CustomerModel.MONEY_SCALE) + " OR "
                + longer(quantity, CustomerModel.QUANTITY_SCALE) + " THEN try_cast(TRY(try_cast(" + quantity
                + " AS DECIMAL(19,9)) * try_cast(" + price + " AS DECIMAL(19,9))) AS DECIMAL(18,4)) END, ";
    }

    private static String longer(String raw, int digits) {
        return "(strpos(" + raw + ", '.') > 0 AND strlen(" + raw + ") - strpos(" + raw + ", '.') > " + digits + ")";
    }

    private void require(String column) {
        checks.add(new Check(column, "m_" + column + " IS NOT NULL", "'The value is missing.'"));
    }

    /** What to bind from the second on, to each of the statements; the first is the batch. */
    List<Object> binds() {
        return List.copyOf(binds);
    }

    /** Inserts the good rows. */
    String insert(String from) {
        return "INSERT INTO " + table.name() + " (" + quoted(target.keySet()) + ", " + Schema.BATCH + ") SELECT "
                + String.join(", ", target.values()) + ", batch FROM (" + judged(from, "CAST($1 AS BIGINT) AS batch, ")
                + ") WHERE good" + (keyed() ? " AND nth = 1" : "");
    }

    /** Lists bad rows: number from 0, model column, reason. */
    String rejects(String from) {
        StringBuilder column = new StringBuilder("CASE");
        StringBuilder reason = new StringBuilder("CASE");
        for (Check check : checks) {
            column.append(" WHEN NOT ")
                    .append(check.passes())
                    .append(" THEN '")
                    .append(check.column())
                    .append('\'');
            reason.append(" WHEN NOT ").append(check.passes()).append(" THEN ").append(check.reason());
        }
        if (keyed()) {
            column.append(" WHEN nth > 1 THEN '").append(table.key()).append('\'');
            reason.append(" WHEN nth > 1 THEN '\"' || left(m_")
                    .append(table.key())
                    .append(", 100) || '\" stands on an earlier line already.'");
        }
        return "SELECT ord, " + column + " END, " + reason + " END FROM ("
                + judged(from, "CAST($1 AS BIGINT) AS batch, row_number() OVER () - 1 AS ord, ")
                + ") WHERE NOT good" + (keyed() ? " OR nth > 1" : "") + " ORDER BY ord";
    }

    /** The keys of the good rows. */
    String keys(String from) {
        return "SELECT m_" + table.key() + " FROM (" + judged(from, "CAST($1 AS BIGINT) AS batch, ") + ") WHERE good";
    }

    String table() {
        return table.name();
    }

    String key() {
        return table.key();
    }

    boolean keyed() {
        return !table.key().isEmpty();
    }

    private String judged(String from, String extra) {
        StringBuilder bound = new StringBuilder(extra);
        constants.forEach(bound::append);
        String numbered = keyed() && !extra.contains(" AS ord") ? "row_number() OVER () - 1 AS ord, " : "";
        String rows = "SELECT " + numbered + bound + "* FROM " + from;
        String types = "SELECT *" + named(typed) + " FROM (" + rows + ")";
        String all = derived.isEmpty() ? types : "SELECT *" + named(derived) + " FROM (" + types + ")";
        String good = "SELECT *, "
                + String.join(" AND ", checks.stream().map(Check::passes).toList()) + " AS good FROM (" + all + ")";
        return keyed()
                ? "SELECT *, row_number() OVER (PARTITION BY m_" + table.key() + ", good ORDER BY ord) AS nth FROM ("
                        + good + ")"
                : good;
    }

    private static String named(Map<String, String> expressions) {
        StringBuilder all = new StringBuilder();
        expressions.forEach(
                (name, sql) -> all.append(", ").append(sql).append(" AS ").append(name));
        return all.toString();
    }

    private static String quoted(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(n -> all.add("\"" + n + "\""));
        return String.join(", ", all);
    }
}
