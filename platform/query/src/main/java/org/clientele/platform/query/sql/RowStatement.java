package org.clientele.platform.query.sql;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.query.Period;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a row query.
 *
 * @param table the table whose rows are listed
 * @param time the column that places them in time, or null
 * @param columns what is listed
 * @param filters which rows
 * @param period the days that count
 * @param order the columns that put rows in order
 */
public record RowStatement(
        String table,
        Term.@Nullable Column time,
        List<Term> columns,
        List<Term> filters,
        Period period,
        List<Term.Column> order,
        long offset,
        int limit) {
    /** The statement as one SELECT that returns {@code columns} in order. */
    public Rendered render(Dialect dialect, AppliedPolicy policy) {
        PeriodPlace place = new PeriodPlace(dialect, time, Shift.NONE, period, List.of(), null, List.of());
        SqlTerms sql = new SqlTerms(dialect, place);
        List<Term> read = new ArrayList<>(columns);
        read.addAll(filters);
        RowReader.Rows rows = new RowReader(dialect, policy).read(table, read);
        List<Field<?>> fields = new ArrayList<>();
        for (Term c : columns) {
            fields.add(dialect.cast(sql.field(c), c.type()).as(DSL.name("c" + fields.size())));
        }
        Condition where = rows.visible().and(place.inside());
        for (Term f : filters) {
            where = where.and(sql.condition(f));
        }
        List<OrderField<?>> by = new ArrayList<>();
        order.forEach(c -> by.add(RowReader.stored(c).asc().nullsLast()));
        return Rendered.of(
                DSL.select(fields)
                        .from(rows.from())
                        .where(where)
                        .orderBy(by)
                        .offset(offset)
                        .limit(limit),
                dialect);
    }
}
