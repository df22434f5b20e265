package org.clientele.platform.query.sql;

import java.util.List;
import org.clientele.platform.query.formula.SetOrigin;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A statement for the members of one customer set, or of two that are put together.
 *
 * @param operation how, or null for the first alone
 * @param other the second, or null
 */
public record CustomersStatement(
        SetOrigin origin,
        @Nullable Operation operation,
        @Nullable SetOrigin other) {
    private static final Texts TEXTS = Texts.of(CustomersStatement.class);

    /** The table of lists of customers: {@code dataset, customer_id}, each pair once. It is no table of the model. */
    public static final String MEMBERSHIP = "membership";

    /** The database, in memory, of lists that nobody published: a table each, {@code membership_<number>}, with the same columns. */
    public static final String LIVE = "live";

    static final String CUSTOMER = "customer_id";

    /** How two sets are put together. */
    public enum Operation {
        /** Who is in either. */
        UNION,
        /** Who is in both. */
        INTERSECTION,
        /** Who is in the first and not in the second. */
        DIFFERENCE
    }

    /** The members of one set. */
    public static CustomersStatement of(SetOrigin origin) {
        return new CustomersStatement(origin, null, null);
    }

    /** One SELECT of one column, each member once, in no order. */
    public Rendered render(Dialect dialect, AppliedPolicy policy) {
        Select<?> first = customers(origin, dialect, policy);
        SetOrigin second = other;
        if (operation == null || second == null) {
            return Rendered.of(first, dialect);
        }
        Field<Object> id = DSL.field(DSL.name(CUSTOMER), SQLDataType.OTHER);
        var a = DSL.select(id).from(first.asTable(DSL.name("a")));
        var b = DSL.select(id).from(customers(second, dialect, policy).asTable(DSL.name("b")));
        return switch (operation) {
            case UNION -> Rendered.of(a.union(b), dialect);
            case INTERSECTION -> Rendered.of(a.intersect(b), dialect);
            case DIFFERENCE -> Rendered.of(a.except(b), dialect);
        };
    }

    /** One SELECT of how many members the first set has. */
    public Rendered counted(Dialect dialect, AppliedPolicy policy) {
        return Rendered.of(
                DSL.selectCount().from(customers(origin, dialect, policy).asTable(DSL.name("counted"))), dialect);
    }

    /** The members of a set, each once, as {@code customer_id}. */
    static Select<?> customers(SetOrigin origin, Dialect dialect, AppliedPolicy policy) {
        if (origin instanceof SetOrigin.Listed listed) {
            return DSL.select(DSL.field(DSL.name(CUSTOMER), SQLDataType.OTHER))
                    .from(DSL.table(DSL.name(MEMBERSHIP)))
                    .where(DSL.field(DSL.name("dataset"), SQLDataType.BIGINT).eq(DSL.inline(listed.dataset())));
        }
        if (origin instanceof SetOrigin.Rule rule) {
            return new RowStatement(
                            rule.table(),
                            rule.time(),
                            List.of(rule.customer()),
                            rule.conditions(),
                            rule.period(),
                            List.of())
                    .distinct(dialect, policy, CUSTOMER);
        }
        throw new AnalyticsException(
                ErrorCode.INTERNAL, TEXTS.get("customers.statement.customer_set_kind_nobody_knows"));
    }
}
