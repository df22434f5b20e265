package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that makes rows of a table out of rows of a source: typing, what is derived, what is required. One text serves
 * both to insert the good rows and to list the bad ones with the rules they break, so the two cannot disagree. What people wrote
 * (constants, patterns) is bound, never pasted.
 */
final class RowSql {
    /** The name of a row's number, from 0, in the SQL of a source that has one. */
    static final String ORD = "ord";

    /**
     * Where a column's values come from.
     *
     * @param source SQL over the columns of the source, or null for a constant
     * @param constant the constant, or null
     * @param typed whether the source is of the column's type already, not text
     * @param format how the text is written, or "" for the usual way
     * @param joined whether another source says it, so that it may be missing in rows that are good all the same
     * @param proven whether all of its texts are known to be blank or of the column's type, written like that
     */
    record Origin(
            @Nullable String source,
            @Nullable String constant,
            boolean typed,
            String format,
            boolean joined,
            boolean proven) {
        static Origin text(String source, String format) {
            return new Origin(source, null, false, format, false, false);
        }

        static Origin typed(String source) {
            return new Origin(source, null, true, "", false, false);
        }

        static Origin constant(String value) {
            return new Origin(null, value, false, "", false, false);
        }

        static Origin joined(String source) {
            return new Origin(source, null, true, "", true, false);
        }

        /** The same source with what all its rows said. */
        Origin decided(String how, boolean allFit) {
            return new Origin(source, constant, typed, how, joined, allFit);
        }

        boolean numbered() {
            return source != null && source.contains(ORD);
        }
    }

    private static final String NUMBER = "row_number() OVER () - 1 AS " + ORD + ", ";

    private final CustomerModel.Table table;
    private final boolean numbered;
    private final Typing typing;
    private final Map<String, ColumnType> attributes;
    private final @Nullable ImportRecipe recipe;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> derived = new LinkedHashMap<>();
    private final Map<String, String> raws = new LinkedHashMap<>();
    private final Map<String, String> target = new LinkedHashMap<>();
    private final List<RowCheck> checks = new ArrayList<>();
    private final Map<String, Origin> origins;
    private @Nullable RowCheck repeated;
    private final Set<String> joined = new HashSet<>();
    private final List<String> constants = new ArrayList<>();
    private final List<Object> binds = new ArrayList<>();

    /**
     * @param origins model column or attribute to where it comes from
     * @param attributes the types of those that the model does not name
     * @param recipe which orders are adjustments and which products charges, or null
     */
    RowSql(
            CustomerModel.Table table,
            Map<String, Origin> origins,
            Map<String, ColumnType> attributes,
            Typing typing,
            @Nullable ImportRecipe recipe) {
        this.typing = typing;
        this.table = table;
        this.numbered = origins.values().stream().anyMatch(Origin::numbered);
        this.attributes = attributes;
        this.recipe = recipe;
        this.origins = origins;
        origins.forEach(this::take);
        switch (table.name()) {
            case CustomerModel.ORDER_LINE -> orderLine();
            default -> table.required().forEach(this::require);
        }
        if (keyed()) {
            // Only a look at all rows tells, so it is asked apart from the others.
            repeated = check(RowFault.REPEATED, table.key(), "nth = 1");
        }
    }

    private ColumnSpec spec(String column) {
        return table.find(column)
                .orElseGet(() -> ColumnSpec.of(column, attributes.getOrDefault(column, ColumnType.TEXT)));
    }

    private RowCheck check(RowFault fault, String column, String passes) {
        Origin origin = origins.get(column);
        String source = origin == null ? null : origin.source();
        boolean inSource = origin != null && !origin.typed() && source != null && source.matches("c\\d+");
        String value = inSource ? "" : source != null ? source : "m_" + column;
        return new RowCheck(fault, spec(column), origin == null ? "" : origin.format(), passes, value);
    }

    private void take(String column, Origin origin) {
        ColumnSpec spec = spec(column);
        String raw = origin.source();
        if (raw == null) {
            raw = "k" + constants.size();
            constants.add("CAST(" + bind(String.valueOf(origin.constant())) + " AS VARCHAR) AS " + raw + ", ");
        }
        String name = "m_" + column;
        boolean cast = !origin.typed();
        typed.put(name, typed(raw, spec, origin));
        if (cast && origin.format().isEmpty()) {
            raws.put(column, raw);
        }
        target.put(column, name);
        if (origin.joined()) {
            joined.add(column);
        }
        if (cast && spec.type() != ColumnType.TEXT && !origin.proven()) {
            checks.add(check(
                    RowFault.UNTYPED,
                    column,
                    "CASE WHEN " + name + " IS NOT NULL THEN true ELSE " + raw + " IS NULL OR trim(" + raw
                            + ") = '' END"));
        }
    }

    private String typed(String raw, ColumnSpec spec, Origin origin) {
        if (origin.typed()) {
            return "CAST(" + raw + " AS " + Schema.sqlType(spec) + ")";
        }
        // What a cast takes too leniently was looked for when it was proven; of thousands of columns each look costs
        // memory.
        boolean bare = origin.proven() && origin.format().isEmpty() && spec.type() != ColumnType.TEXT;
        return bare ? "try_cast(" + raw + " AS " + Schema.sqlType(spec) + ")" : typing.cast(raw, spec, origin.format());
    }

    /** Binds are numbered, since their order in the text is not that of their making; the first is the batch. */
    private String bind(Object value) {
        binds.add(value);
        return "$" + (binds.size() + 1);
    }

    private void orderLine() {
        boolean priced = typed.containsKey("m_unit_price");
        boolean summed = typed.containsKey("m_amount");
        String none = "CAST(NULL AS DECIMAL(18,4))";
        String quantity = typed.containsKey("m_quantity") ? "m_quantity" : "CAST(NULL AS DECIMAL(18,3))";
        String price = priced ? "m_unit_price" : none;
        String amount = summed ? "m_amount" : none;
        kind(quantity);
        if (typed.containsKey("m_kind")) {
            // Returns are counted with a sign; shops write them without.
            quantity = "d_quantity";
            derived.put(
                    quantity, "CASE WHEN d_kind = 'return' AND m_quantity > 0 THEN -m_quantity ELSE m_quantity END");
            target.put("quantity", quantity);
            if (summed) {
                amount = "(CASE WHEN d_kind = 'return' AND m_amount > 0 THEN -m_amount ELSE m_amount END)";
            }
        }
        derived.put(
                "d_amount",
                "coalesce(" + amount + ", " + unrounded() + "try_cast(TRY(" + quantity + " * " + price
                        + ") AS DECIMAL(18,4)), " + wide(quantity, price) + ")");
        derived.put(
                "d_price",
                summed
                        ? "coalesce(" + price + ", try_cast(TRY(" + amount + " / nullif(" + quantity
                                + ", 0)) AS DECIMAL(18,4)), 0)"
                        : price);
        charge();
        target.put("amount", "d_amount");
        target.put("unit_price", "d_price");
        target.put("kind", "d_kind");
        target.put("is_charge", "d_charge");
        require("order_id");
        List.of("ordered_at", "quantity").stream()
                .filter(c -> target.containsKey(c) && !joined.contains(c))
                .forEach(this::require);
        if (typed.containsKey("m_kind")) {
            checks.add(check(RowFault.UNKNOWN_KIND, "kind", "d_kind IN ('sale', 'return', 'adjustment')"));
        }
        if (priced || summed) {
            String money = priced ? "unit_price" : "amount";
            String known = "(" + price + " IS NOT NULL OR " + amount + " IS NOT NULL)";
            boolean unknown = joined.contains("unit_price") || joined.contains("amount");
            if (!unknown) {
                checks.add(check(priced && summed ? RowFault.NO_MONEY : RowFault.MISSING, money, known));
            }
            checks.add(new RowCheck(
                    RowFault.OVERFLOW,
                    spec(money),
                    "",
                    unknown ? "(d_amount IS NOT NULL OR NOT " + known + ")" : "d_amount IS NOT NULL",
                    "coalesce(CAST(" + quantity + " AS VARCHAR), '') || ' ' || coalesce(CAST(" + price
                            + " AS VARCHAR), '')"));
        }
    }

    private void kind(String quantity) {
        String kind = "CASE WHEN " + quantity + " < 0 THEN 'return' ELSE 'sale' END";
        if (recipe != null && !recipe.adjustmentOrders().isEmpty()) {
            kind = "CASE WHEN regexp_full_match(m_order_id, " + bind(recipe.adjustmentOrders())
                    + ") THEN 'adjustment' WHEN " + quantity + " < 0 THEN 'return' ELSE 'sale' END";
        }
        derived.put("d_kind", typed.containsKey("m_kind") ? "coalesce(lower(trim(m_kind)), " + kind + ")" : kind);
    }

    private void charge() {
        String charge = "false";
        if (recipe != null && !recipe.charges().isEmpty() && typed.containsKey("m_product_id")) {
            charge = "coalesce(regexp_full_match(m_product_id, " + bind(recipe.charges()) + "), false)";
        }
        derived.put("d_charge", typed.containsKey("m_is_charge") ? "coalesce(m_is_charge, " + charge + ")" : charge);
        Origin said = origins.get("is_charge");
        if (said != null && !said.typed()) {
            target.put(Schema.CHARGE_SAID, "m_is_charge IS NOT NULL");
        }
    }

    /** Quantity and price are stored with few digits; their product is rounded once, not each of them before. */
    private String unrounded() {
        String quantity = raws.get("quantity");
        String price = raws.get("unit_price");
        if (quantity == null || price == null || typed.containsKey("m_kind")) {
            return "";
        }
        return "CASE WHEN " + longer(price, CustomerModel.MONEY_SCALE) + " OR "
                + longer(quantity, CustomerModel.QUANTITY_SCALE) + " THEN try_cast(TRY(try_cast(" + quantity
                + " AS DECIMAL(19,9)) * try_cast(" + price + " AS DECIMAL(19,9))) AS DECIMAL(18,4)) END, ";
    }

    /** The engine gives a product of two such decimals 18 digits in all; an amount may be larger than leaves room for. */
    private static String wide(String quantity, String price) {
        return "try_cast(TRY(CAST(" + quantity + " AS DECIMAL(19,3)) * CAST(" + price
                + " AS DECIMAL(19,4))) AS DECIMAL(18,4))";
    }

    private static String longer(String raw, int digits) {
        return "(strpos(" + raw + ", '.') > 0 AND strlen(" + raw + ") - strpos(" + raw + ", '.') > " + digits + ")";
    }

    private void require(String column) {
        boolean text =
                table.find(column).filter(c -> c.type() == ColumnType.TEXT).isPresent();
        // Blanks name nothing.
        String there = text ? "coalesce(trim(m_" + column + ") <> '', false)" : "m_" + column + " IS NOT NULL";
        checks.add(check(RowFault.MISSING, column, there));
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

    /** What can be wrong with a row, by the numbers that {@link #rejects} gives. */
    List<RowCheck> checks() {
        List<RowCheck> all = new ArrayList<>(checks);
        if (repeated != null) {
            all.add(repeated);
        }
        return all;
    }

    /**
     * Lists bad rows: number from 0, the first of {@link #checks} that it does not pass, the value if it does not stand in
     * the source's row, and the number of the first good row of that key.
     */
    String rejects(String from) {
        StringBuilder fault = new StringBuilder("CASE");
        StringBuilder value = new StringBuilder("CASE");
        int n = 0;
        for (RowCheck check : checks()) {
            String unless = " WHEN NOT " + check.passes() + " THEN ";
            fault.append(unless).append(n++);
            value.append(unless).append(check.shown());
        }
        String earlier = keyed() ? "min(ord) OVER (PARTITION BY m_" + table.key() + ", good)" : "ord";
        String judged = judged(from, "CAST($1 AS BIGINT) AS batch, " + number(from));
        return "SELECT ord, " + fault + " END, " + value + " END, earlier FROM (SELECT *, " + earlier
                + " AS earlier FROM (" + judged + ")) WHERE NOT good" + (keyed() ? " OR nth > 1" : "")
                + " ORDER BY ord";
    }

    /** A condition on rows of the table: that a good row of the source has the same key. */
    String sameKey(List<String> key, String from) {
        String good = "(" + judged(from, "CAST($1 AS BIGINT) AS batch, ") + ") AS k WHERE k.good";
        if (key.size() == 1) {
            return "\"" + key.get(0) + "\" IN (SELECT k." + target.get(key.get(0)) + " FROM " + good + ")";
        }
        StringBuilder same = new StringBuilder();
        for (String column : key) {
            String mine = target.containsKey(column) ? "k." + target.get(column) : "NULL";
            same.append(" AND ")
                    .append(mine)
                    .append(" IS NOT DISTINCT FROM \"")
                    .append(column)
                    .append('"');
        }
        return "EXISTS (SELECT 1 FROM " + good + same + ")";
    }

    CustomerModel.Table model() {
        return table;
    }

    /** The columns of the table that the source fills. */
    Set<String> filled() {
        return Collections.unmodifiableSet(target.keySet());
    }

    boolean keyed() {
        return !table.key().isEmpty();
    }

    private String judged(String from, String extra) {
        StringBuilder bound = new StringBuilder(extra);
        constants.forEach(bound::append);
        String count = (keyed() || numbered) && !extra.contains(" AS ord") ? number(from) : "";
        String rows = "SELECT " + count + bound + "* FROM " + from;
        String types = "SELECT *" + named(typed) + " FROM (" + rows + ")";
        String all = derived.isEmpty() ? types : "SELECT *" + named(derived) + " FROM (" + types + ")";
        String good = "SELECT *, "
                + String.join(" AND ", checks.stream().map(RowCheck::passes).toList()) + " AS good FROM (" + all + ")";
        return keyed()
                ? "SELECT *, row_number() OVER (PARTITION BY m_" + table.key() + ", good ORDER BY ord) AS nth FROM ("
                        + good + ")"
                : good;
    }

    /** Numbers the rows, unless the source has done it. */
    private static String number(String from) {
        return from.contains(" AS " + ORD) ? "" : NUMBER;
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
