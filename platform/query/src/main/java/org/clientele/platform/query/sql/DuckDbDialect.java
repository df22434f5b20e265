package org.clientele.platform.query.sql;

import java.util.Locale;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.query.Grain;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** DuckDB. The templates hold our own words only; values go in as fields. */
public final class DuckDbDialect implements Dialect {
    @Override
    public SQLDialect jooq() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public Field<?> cast(Field<?> value, ValueType type) {
        return as(value, type, 18);
    }

    @Override
    public Field<?> widen(Field<?> value, ValueType type) {
        return as(value, type, 38);
    }

    private static Field<?> as(Field<?> value, ValueType type, int digits) {
        String name = switch (type.kind()) {
            case INTEGER -> "bigint";
            case DOUBLE -> "double";
            case DECIMAL -> "decimal(" + digits + ", " + type.scale() + ")";
            case TEXT -> "varchar";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
        };
        return DSL.field("cast({0} as " + name + ")", SQLDataType.OTHER, value);
    }

    // jOOQ's own date_trunc renders its part as a keyword, which DuckDB does not read.
    @Override
    public Field<?> step(Grain grain, Field<?> moment) {
        String part = grain.name().toLowerCase(Locale.ROOT);
        return DSL.field("cast(date_trunc('" + part + "', {0}) as date)", SQLDataType.OTHER, moment);
    }

    @Override
    public Field<?> later(Field<?> moment, int months, int days) {
        Field<?> moved = moment;
        if (months != 0) {
            moved = DSL.field("({0} + to_months({1}))", SQLDataType.OTHER, moved, DSL.inline(months));
        }
        return days == 0 ? moved : DSL.field("({0} + to_days({1}))", SQLDataType.OTHER, moved, DSL.inline(days));
    }
}
