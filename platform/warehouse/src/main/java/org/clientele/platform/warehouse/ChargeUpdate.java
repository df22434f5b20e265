package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies a rule for charges to all order lines that are stored. */
final class ChargeUpdate {
    private static final String UNSAID = "NOT coalesce(" + Schema.CHARGE_SAID + ", false)";

    private ChargeUpdate() {}

    /**
     * Marks all lines anew but those of which their file said it, in the transaction of {@code c}. Each product id and description is judged once, not each line.
     *
     * @return how many lines changed
     */
    static long run(Connection c, ChargeRule rule) throws SQLException {
        return run(c, rule, UNSAID, List.of());
    }

    /**
     * Marks the lines of one import that are not marked yet, in its own transaction: what its recipe or its file says is a
     * charge stays one.
     *
     * @return how many lines changed
     */
    static long ofBatch(Connection c, ChargeRule rule, long batch) throws SQLException {
        return rule.isEmpty()
                ? 0
                : run(c, rule, Schema.BATCH + " = ? AND NOT coalesce(is_charge, false) AND " + UNSAID, List.of(batch));
    }

    private static long run(Connection c, ChargeRule rule, String which, List<Object> bound) throws SQLException {
        List<Object> binds = new ArrayList<>();
        String charge = rule.sql("product_id", "description", text -> {
            binds.add(text);
            return "CAST(? AS VARCHAR)";
        });
        binds.addAll(bound);
        binds.addAll(bound);
        return Statements.update(
                c,
                "UPDATE order_line SET is_charge = judged.charge FROM (SELECT product_id AS p, description AS d, "
                        + charge
                        + " AS charge FROM (SELECT DISTINCT product_id, description FROM order_line WHERE " + which
                        + ")) AS judged WHERE order_line.product_id IS NOT DISTINCT FROM judged.p"
                        + " AND order_line.description IS NOT DISTINCT FROM judged.d"
                        + " AND order_line.is_charge IS DISTINCT FROM judged.charge AND (" + which + ")",
                binds.toArray());
    }
}
