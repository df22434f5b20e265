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
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in one order. Several statements are made of it: rows, the numbers of rows, rows by their numbers, and how
 * many rows have a value.
 *
 * @param table the table whose rows are listed
 * @param time the column that places them in time, or null
 * @param columns what is listed
 * @param filters which rows
 * @param period the days that count
 * @param order what rows are sorted by; equal ones go by their number
 */
public record RowStatement(
        String table,
        Term.@Nullable Column time,
        List<Term> columns,
        List<Term> filters,
        Period period,
        List<Order> order) {
    /** What rows are sorted by; what is missing stands last either way. */
    public record Order(Term term, boolean descending) {}

    /** One SELECT of {@code columns}, in order. */
    public Rendered render(Dialect dialect, AppliedPolicy policy, long offset, int limit) {
        Reading r = new Reading(dialect, policy);
        return Rendered.of(
                DSL.select(r.listed())
                        .from(r.rows.from())
                        .where(r.where())
                        .orderBy(r.order())
                        .offset(offset)
                        .limit(limit),
                dialect);
    }

    /** One SELECT of the numbers of all rows, in order. */
    public Rendered numbers(Dialect dialect, AppliedPolicy policy) {
        Reading r = new Reading(dialect, policy);
        return Rendered.of(
                DSL.select(dialect.rowNumber(table).as(DSL.name("c0")))
                        .from(r.rows.from())
                        .where(r.where())
                        .orderBy(r.order()),
                dialect);
    }

    /** One SELECT of {@code columns} of those rows that have one of these numbers, in order. */
    public Rendered numbered(Dialect dialect, AppliedPolicy policy, List<Long> numbers) {
        Reading r = new Reading(dialect, policy);
        Condition among = SqlTerms.any(dialect.rowNumber(table))
                .in(numbers.stream().map(n -> SqlTerms.any(DSL.inline(n))).toList());
        return Rendered.of(
                DSL.select(r.listed())
                        .from(r.rows.from())
                        .where(r.where().and(among))
                        .orderBy(r.order()),
                dialect);
    }

    /** One SELECT of one row: for each of {@code columns} how many rows have a value there. */
    public Rendered filled(Dialect dialect, AppliedPolicy policy) {
        Reading r = new Reading(dialect, policy);
        List<SelectField<?>> fields = new ArrayList<>();
        columns.forEach(c -> fields.add(DSL.count(r.sql.field(c)).as(DSL.name("c" + fields.size()))));
        Select<?> counts = DSL.select(fields).from(r.rows.from()).where(r.where());
        return Rendered.of(counts, dialect);
    }

    /** A SELECT of the values of the only one of {@code columns}, each once, without null, in no order. */
    Select<?> distinct(Dialect dialect, AppliedPolicy policy, String name) {
        Reading r = new Reading(dialect, policy);
        Field<?> value = r.sql.field(columns.get(0));
        return DSL.selectDistinct(value.as(DSL.name(name)))
                .from(r.rows.from())
                .where(r.where())
                .and(value.isNotNull());
    }

    /** The parts that the statements share. */
    private final class Reading {
        private final Dialect dialect;
        private final PeriodPlace place;
        private final SqlTerms sql;
        private final RowReader.Rows rows;

        Reading(Dialect dialect, AppliedPolicy policy) {
            this.dialect = dialect;
            place = new PeriodPlace(dialect, time, Shift.NONE, period, List.of(), null, List.of());
            sql = new SqlTerms(dialect, place);
            List<Term> read = new ArrayList<>(columns);
            read.addAll(filters);
            order.forEach(o -> read.add(o.term()));
            rows = new RowReader(dialect, policy).read(table, read);
        }

        List<Field<?>> listed() {
            List<Field<?>> fields = new ArrayList<>();
            for (Term c : columns) {
                fields.add(dialect.cast(sql.field(c), c.type()).as(DSL.name("c" + fields.size())));
            }
            return fields;
        }

        Condition where() {
            Condition where = rows.visible().and(place.inside());
            for (Term f : filters) {
                where = where.and(sql.condition(f));
            }
            return where;
        }

        List<OrderField<?>> order() {
            List<OrderField<?>> by = new ArrayList<>();
            for (Order o : order) {
                Field<?> field = sql.field(o.term());
                by.add((o.descending() ? field.desc() : field.asc()).nullsLast());
            }
            by.add(dialect.rowNumber(table).asc());
            return by;
        }
    }
}
