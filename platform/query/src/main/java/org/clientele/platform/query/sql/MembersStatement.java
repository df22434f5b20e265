package org.clientele.platform.query.sql;

import java.util.List;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A statement for the values that a column has.
 *
 * @param column of any table
 * @param most how many values at most
 */
public record MembersStatement(Term.Column column, int most) {
    /** The statement as one SELECT of one column, in no order, without null. */
    public Rendered render(Dialect dialect, AppliedPolicy policy) {
        RowReader.Rows rows = new RowReader(dialect, policy).read(column.table(), List.of(column));
        Field<?> value = RowReader.stored(column);
        return Rendered.of(
                DSL.select(value)
                        .from(rows.from())
                        .where(rows.visible())
                        .and(value.isNotNull())
                        .groupBy(value)
                        .limit(most),
                dialect);
    }
}
