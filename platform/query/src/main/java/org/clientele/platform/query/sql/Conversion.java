package org.clientele.platform.query.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Money of order lines in one currency: each line's amounts times the rate from its currency that is valid on its own day,
 * rounded to the digits of stored money, half away from zero. Lines of the currency itself, and those that name none, keep
 * theirs to the digit.
 *
 * <p>A rate is valid from its day on until the next one. Where rates of both directions are known, the direct one counts
 * from its first day on; a rate of the other direction is inverted. No rate goes through a third currency. Of two rates of
 * one day the larger one counts.
 *
 * @param currency ISO 4217
 */
public record Conversion(String currency) {
    /** The rate of a line, null where it needs none or has none. */
    public static final Term.Column RATE = new Term.Column("rate", "rate", ValueType.DOUBLE);
    /** Since when that rate is valid. */
    public static final Term.Column VALID_FROM = new Term.Column("rate", "valid_from", ValueType.TIMESTAMP);

    private static final String LINES = CustomerModel.ORDER_LINE;
    private static final String DIRECT = "direct";

    /** The money columns of order lines that metrics add up or compare; a condition on one reads it as it is stored. */
    public static List<Term.Column> money(List<Term> metrics, CustomerModel model) {
        Set<Term.Column> found = new LinkedHashSet<>();
        metrics.forEach(metric -> metric.walk(t -> {
            if (t instanceof Term.Aggregate a
                    && a.argument() != null
                    && a.aggregation() != Term.Aggregation.COUNT
                    && a.aggregation() != Term.Aggregation.COUNT_DISTINCT) {
                a.argument().walk(part -> {
                    if (part instanceof Term.Column c && isMoney(c, model)) {
                        found.add(c);
                    }
                });
            }
        }));
        return List.copyOf(found);
    }

    private static boolean isMoney(Term.Column column, CustomerModel model) {
        return column.table().equals(LINES)
                && column.type().kind() == ColumnType.DECIMAL
                && model.table(LINES)
                        .find(column.name())
                        .filter(spec -> spec.unit().equals(Unit.money()))
                        .isPresent();
    }

    /** A stored amount, converted. */
    Field<?> converted(Dialect dialect, Field<?> stored, ValueType type) {
        Field<Object> own = SqlTerms.any(field(LINES, "currency"));
        Field<Double> product = dialect.cast(stored, ValueType.DOUBLE)
                .coerce(SQLDataType.DOUBLE)
                .times(field(RATE.table(), RATE.name()).coerce(SQLDataType.DOUBLE));
        Field<?> rounded = dialect.cast(DSL.round(product, CustomerModel.MONEY_SCALE), type);
        return DSL.when(own.isNull().or(own.eq(text())), SqlTerms.any(stored)).otherwise(SqlTerms.any(rounded));
    }

    /** All rates to the currency, by the currency that they are from and the day since when they are valid. */
    Select<?> rates(Dialect dialect, Table<?> stored) {
        Field<Object> from = field(stored, "from_currency");
        Field<Object> to = field(stored, "to_currency");
        Field<Object> day = field(stored, "valid_from");
        Field<Object> rate = field(stored, "rate");
        Table<?> d = stored.as(DSL.name(DIRECT));
        Condition earlier = DSL.exists(DSL.selectOne()
                .from(d)
                .where(field(d, "from_currency").eq(to))
                .and(field(d, "to_currency").eq(text()))
                .and(good(d))
                .and(field(d, "valid_from").le(day)));
        Field<Double> one = DSL.inline(1.0);
        Select<?> both = DSL.select(
                        from.as(DSL.name("currency")),
                        SqlTerms.any(dialect.cast(day, ValueType.TIMESTAMP)).as(DSL.name("valid_from")),
                        rate.as(DSL.name("rate")))
                .from(stored)
                .where(to.eq(text()))
                .and(good(stored))
                .unionAll(DSL.select(
                                to.as(DSL.name("currency")),
                                SqlTerms.any(dialect.cast(day, ValueType.TIMESTAMP))
                                        .as(DSL.name("valid_from")),
                                SqlTerms.any(one.div(rate.coerce(SQLDataType.DOUBLE)))
                                        .as(DSL.name("rate")))
                        .from(stored)
                        .where(from.eq(text()))
                        .and(good(stored))
                        .and(DSL.not(earlier)));
        Table<?> each = both.asTable(DSL.name("each"));
        Field<Object> currency = field(each, "currency");
        Field<Object> since = field(each, "valid_from");
        return DSL.select(
                        currency.as(DSL.name("currency")),
                        since.as(DSL.name("valid_from")),
                        DSL.max(field(each, "rate")).as(DSL.name("rate")))
                .from(each)
                .groupBy(currency, since);
    }

    /** Which rates are from the currency of a line. */
    static Condition same() {
        return field(LINES, "currency").eq(field(RATE.table(), "currency"));
    }

    /** Which of them are valid at its moment. */
    static Condition notLater() {
        return field(LINES, "ordered_at").ge(field(RATE.table(), "valid_from"));
    }

    private static Condition good(Table<?> stored) {
        return field(stored, "rate")
                .gt(SqlTerms.any(DSL.inline(0)))
                .and(field(stored, "valid_from").isNotNull());
    }

    private Field<Object> text() {
        return SqlTerms.any(DSL.inline(currency));
    }

    private static Field<Object> field(Table<?> table, String column) {
        return field(table.getName(), column);
    }

    private static Field<Object> field(String table, String column) {
        return DSL.field(DSL.name(table, column), SQLDataType.OTHER);
    }
}
