package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies a rule for charges to all order lines that are stored. */
final class ChargeUpdate {
    private ChargeUpdate() {}

    /**
     * Marks lines anew, in the transaction of {@code c}. Each product id and description is judged once, not each line.
     *
     * @return how many lines changed
     */
    static long run(Connection c, ChargeRule rule) throws SQLException {
        List<Object> binds = new ArrayList<>();
        String charge = rule.sql("product_id", "description", text -> {
            binds.add(text);
            return "CAST(? AS VARCHAR)";
        });
        return Loader.update(
                c,
                "UPDATE order_line SET is_charge = judged.charge FROM (SELECT product_id, description, " + charge
                        + " AS charge FROM (SELECT DISTINCT product_id, description FROM order_line)) AS judged"
                        + " WHERE order_line.product_id IS NOT DISTINCT FROM judged.product_id"
                        + " AND order_line.description IS NOT DISTINCT FROM judged.description"
                        + " AND order_line.is_charge IS DISTINCT FROM judged.charge",
                binds.toArray());
    }
}
