package org.clientele.platform.query.sql;

import java.util.List;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.data.CustomerModel;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statement of what is known of all order lines that the policy shows: by currency the first and last moment, and how
 * many lines lack a moment or an amount, and how many have one.
 *
 * @param timed whether the moments may be seen
 */
public record FactsStatement(boolean timed) {
    /** One SELECT: currency, first, last, undated, unpriced, priced. */
    public Rendered render(Dialect dialect, AppliedPolicy policy) {
        RowReader.Rows rows = new RowReader(dialect, policy).read(CustomerModel.ORDER_LINE, List.of());
        Field<Object> currency = column("currency");
        Field<Object> moment = column("ordered_at");
        Field<Object> amount = column("amount");
        Field<?> first = timed ? DSL.min(moment) : missing(dialect);
        Field<?> last = timed ? DSL.max(moment) : missing(dialect);
        Field<?> undated = timed ? DSL.count().minus(DSL.count(moment)) : DSL.inline(0);
        return Rendered.of(
                DSL.select(
                                currency.as(DSL.name("c0")),
                                first.as(DSL.name("c1")),
                                last.as(DSL.name("c2")),
                                dialect.cast(undated, ValueType.INTEGER).as(DSL.name("c3")),
                                DSL.count().minus(DSL.count(amount)).as(DSL.name("c4")),
                                DSL.count(amount).as(DSL.name("c5")))
                        .from(rows.from())
                        .where(rows.visible())
                        .groupBy(currency),
                dialect);
    }

    private static Field<?> missing(Dialect dialect) {
        return dialect.cast(DSL.inline((Object) null), ValueType.TIMESTAMP);
    }

    private static Field<Object> column(String name) {
        return DSL.field(DSL.name(CustomerModel.ORDER_LINE, name), SQLDataType.OTHER);
    }
}
