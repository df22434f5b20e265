package org.clientele.platform.query.sql;

import java.util.List;
import java.util.function.Function;
import org.clientele.platform.query.formula.ScalarFunction;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.ColumnType;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Terms as jOOQ fields and conditions. What depends on the place in the statement (where a column comes from, what
 * in_period means, whether an aggregate is computed or read) is handed in.
 */
final class SqlTerms {
    /** What depends on the place in the statement. */
    interface Place {
        /** A stored or joined column. */
        Field<?> column(Term.Column column);

        /** Whether a moment lies in the period. */
        Condition inPeriod(Term.InPeriod term);

        /** An aggregate, where one may stand. */
        Field<?> aggregate(Term.Aggregate aggregate);
    }

    private final Dialect dialect;
    private final Place place;

    SqlTerms(Dialect dialect, Place place) {
        this.dialect = dialect;
        this.place = place;
    }

    Field<?> field(Term term) {
        if (term instanceof Term.Literal t) {
            return dialect.cast(DSL.val(t.value()), t.type());
        }
        if (term instanceof Term.Column t) {
            return place.column(t);
        }
        if (term instanceof Term.Step t) {
            return dialect.step(t.grain(), field(t.moment()));
        }
        if (term instanceof Term.Negation t) {
            return number(t.value()).neg();
        }
        if (term instanceof Term.Arithmetic t) {
            return arithmetic(t);
        }
        if (term instanceof Term.Function t) {
            return function(t);
        }
        if (term instanceof Term.Aggregate t) {
            return place.aggregate(t);
        }
        if (term instanceof Term.InSet t) {
            // Inline, because a group and its expression in the list of columns must be the same text.
            return DSL.when(RowReader.member(t).isNotNull(), DSL.inline(Term.InSet.IN))
                    .when(place.column(t.customer()).isNotNull(), DSL.inline(Term.InSet.NOT_IN));
        }
        if (term instanceof Term.InSegment t) {
            return PublishedJoin.named(t, PublishedJoin.place(t, place.column(t.customer())));
        }
        if (term instanceof Term.Score t) {
            return PublishedJoin.number(t);
        }
        return DSL.field(condition(term));
    }

    /** What rows are grouped by: the same as {@link #field}, or what {@link #named} gets it from. */
    Field<?> group(Term term) {
        return term instanceof Term.InSegment t ? PublishedJoin.place(t, place.column(t.customer())) : field(term);
    }

    /** The member of a dimension, of what groups were made by. */
    static Field<Object> named(Term dimension, Field<Object> group) {
        return dimension instanceof Term.InSegment t ? any(PublishedJoin.named(t, group)) : group;
    }

    private Field<Double> number(Term term) {
        return field(term).coerce(SQLDataType.DOUBLE);
    }

    private Field<Double> binary(Field<?> field) {
        return dialect.cast(field, ValueType.DOUBLE).coerce(SQLDataType.DOUBLE);
    }

    // Exact values meet binary ones as binary ones on every engine.
    private Field<Double> operand(Term term, ValueType result) {
        boolean mixed = result.kind() == ColumnType.DOUBLE && term.type().kind() != ColumnType.DOUBLE;
        return mixed ? binary(field(term)) : number(term);
    }

    private Field<?> arithmetic(Term.Arithmetic t) {
        Field<Double> left = operand(t.left(), t.type());
        return switch (t.operator()) {
            case PLUS -> left.plus(operand(t.right(), t.type()));
            case MINUS -> left.minus(operand(t.right(), t.type()));
            case TIMES -> product(t, left);
            case DIVIDED_BY -> ratio(field(t.left()), field(t.right()));
        };
    }

    private Field<?> product(Term.Arithmetic t, Field<Double> left) {
        Field<Double> product = left.times(operand(t.right(), t.type()));
        int digits = t.left().type().scale() + t.right().type().scale();
        return digits > t.type().scale() ? dialect.widen(product, t.type()) : product;
    }

    /** A quotient as a double, null where the divisor is 0. */
    Field<?> ratio(Field<?> dividend, Field<?> divisor) {
        Field<?> safe =
                DSL.nullif(divisor.coerce(SQLDataType.DOUBLE), DSL.inline(0).coerce(SQLDataType.DOUBLE));
        return binary(dividend).div(binary(safe));
    }

    private Field<?> function(Term.Function t) {
        Field<?>[] all = t.arguments().stream().map(this::field).toArray(Field<?>[]::new);
        return switch (t.function()) {
            case ABS -> DSL.abs(number(t.arguments().get(0)));
            case COALESCE -> DSL.function("coalesce", SQLDataType.OTHER, all);
            case DAYS -> dialect.days(all[0]);
            case LOWER -> DSL.function("lower", SQLDataType.OTHER, all);
            case LEAST -> DSL.function("least", SQLDataType.OTHER, all);
            case GREATEST -> DSL.function("greatest", SQLDataType.OTHER, all);
            case ROUND -> {
                Field<Double> rounded =
                        DSL.round(number(t.arguments().get(0)), DSL.inline(ScalarFunction.digits(t.arguments())));
                yield t.type().kind() == ColumnType.DECIMAL ? dialect.widen(rounded, t.type()) : rounded;
            }
        };
    }

    static Field<Object> any(Field<?> field) {
        return field.coerce(SQLDataType.OTHER);
    }

    Condition condition(Term term) {
        if (term instanceof Term.Comparison t) {
            return comparison(t.relation(), any(field(t.left())), any(field(t.right())));
        }
        if (term instanceof Term.Membership t && t.value() instanceof Term.InSet set) {
            return DSL.or(t.members().stream().map(m -> isMember(set, m)).toList());
        }
        if (term instanceof Term.Absence t && t.value() instanceof Term.InSet set) {
            return place.column(set.customer()).isNull();
        }
        if (term instanceof Term.Membership t && t.value() instanceof Term.InSegment segment) {
            return DSL.or(t.members().stream()
                    .map(m -> PublishedJoin.is(segment, m, place.column(segment.customer())))
                    .toList());
        }
        if (term instanceof Term.Absence t && t.value() instanceof Term.InSegment segment) {
            return place.column(segment.customer()).isNull();
        }
        if (term instanceof Term.Membership t) {
            return any(field(t.value()))
                    .in(t.members().stream().map(m -> any(field(m))).toList());
        }
        if (term instanceof Term.Likeness t) {
            return field(t.value()).coerce(SQLDataType.VARCHAR).like(DSL.val(t.pattern()));
        }
        if (term instanceof Term.Absence t) {
            return field(t.value()).isNull();
        }
        if (term instanceof Term.InPeriod t) {
            return place.inPeriod(t);
        }
        if (term instanceof Term.Junction t) {
            List<Condition> parts = t.parts().stream().map(this::condition).toList();
            return t.all() ? DSL.and(parts) : DSL.or(parts);
        }
        if (term instanceof Term.Inversion t) {
            return DSL.not(condition(t.part()));
        }
        return DSL.condition(field(term).coerce(SQLDataType.BOOLEAN));
    }

    /** The engine sees that rows without a partner fall away, and joins them from the start without. */
    private Condition isMember(Term.InSet set, Term member) {
        Object value = member instanceof Term.Literal l ? l.value() : "";
        if (value.equals(Term.InSet.IN)) {
            return RowReader.member(set).isNotNull();
        }
        return value.equals(Term.InSet.NOT_IN)
                ? RowReader.member(set)
                        .isNull()
                        .and(place.column(set.customer()).isNotNull())
                : any(field(set)).eq(any(field(member)));
    }

    private static Condition comparison(Term.Relation relation, Field<Object> left, Field<Object> right) {
        return switch (relation) {
            case EQUAL -> left.eq(right);
            case UNEQUAL -> left.ne(right);
            case LESS -> left.lt(right);
            case LESS_OR_EQUAL -> left.le(right);
            case GREATER -> left.gt(right);
            case GREATER_OR_EQUAL -> left.ge(right);
        };
    }

    /**
     * An aggregate over the rows at hand. A sum under a condition that no row of the group meets is 0; over no rows at all
     * it is null.
     */
    Field<?> computed(Term.Aggregate t) {
        Condition where = t.condition() == null ? null : condition(t.condition());
        Field<?> argument = t.argument() == null ? null : field(t.argument());
        if (argument == null) {
            return where == null ? DSL.count() : DSL.count().filterWhere(where);
        }
        Function<AggregateFunction<?>, Field<?>> filtered = f -> where == null ? f : f.filterWhere(where);
        return switch (t.aggregation()) {
            case SUM -> {
                Field<Object> zero = any(dialect.cast(DSL.inline(0), t.type()));
                Field<?> counted = where == null
                        ? argument
                        : DSL.when(where, any(argument)).otherwise(zero);
                Field<?> sum = DSL.sum(counted.coerce(SQLDataType.DOUBLE));
                yield t.type().kind() == ColumnType.INTEGER ? dialect.cast(sum, ValueType.INTEGER) : sum;
            }
            case COUNT -> filtered.apply(DSL.count(argument));
            case COUNT_DISTINCT -> filtered.apply(DSL.countDistinct(argument));
            case AVG -> filtered.apply(DSL.avg(argument.coerce(SQLDataType.DOUBLE)));
            case MIN -> filtered.apply(DSL.min(argument));
            case MAX -> filtered.apply(DSL.max(argument));
            case SUM_OF_CUSTOMERS, AVG_OF_CUSTOMERS -> ofCustomers(t, argument, where);
        };
    }

    private Field<?> ofCustomers(Term.Aggregate t, Field<?> value, @Nullable Condition where) {
        Term.Score score = (Term.Score) java.util.Objects.requireNonNull(t.argument());
        Field<?> customer = place.column(score.customer());
        Condition counted = customer.isNotNull().and(value.isNotNull());
        boolean mean = t.aggregation() == Term.Aggregation.AVG_OF_CUSTOMERS;
        return dialect.ofEach(mean, customer, value, where == null ? counted : counted.and(where));
    }
}
