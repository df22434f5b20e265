package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.query.Grain;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

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
        if (grain == Grain.DAY) {
            return as(moment, ValueType.DATE, 18);
        }
        String part = grain.name().toLowerCase(Locale.ROOT);
        return DSL.field("cast(date_trunc('" + part + "', {0}) as date)", SQLDataType.OTHER, moment);
    }

    @Override
    public Field<?> days(Field<?> moment) {
        return DSL.field("date_diff('day', date '1970-01-01', cast({0} as date))", SQLDataType.OTHER, moment);
    }

    @Override
    public Field<?> later(Field<?> moment, int months, int days) {
        Field<?> moved = moment;
        if (months != 0) {
            moved = DSL.field("({0} + to_months({1}))", SQLDataType.OTHER, moved, DSL.inline(months));
        }
        return days == 0 ? moved : DSL.field("({0} + to_days({1}))", SQLDataType.OTHER, moved, DSL.inline(days));
    }

    @Override
    public Field<?> laterBy(Field<?> moment, Field<?> days) {
        return DSL.field("({0} + to_days(cast({1} as integer)))", SQLDataType.OTHER, moment, days);
    }

    // A list that is the same for all rows is looked into, not joined: 541,909 rows take a few milliseconds more.
    @Override
    public Field<?> byWeek(Field<?> moment, LocalDate base, List<@Nullable Long> values) {
        String list = values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        return DSL.field(
                "list_extract(cast(" + list + " as bigint[]), greatest(0, 1 + (date_diff('day', date '" + base
                        + "', cast({0} as date)) // 7)))",
                SQLDataType.OTHER,
                moment);
    }

    @Override
    public Field<?> rowNumber(String table) {
        return DSL.field(DSL.name(table, "rowid"), SQLDataType.OTHER);
    }

    // 541,909 lines against daily rates: a join with the days between two rates takes seconds.
    @Override
    public String newest() {
        return "{0} asof left join ({1}) as {2} on {3} and {4}";
    }

    // Of a column that is stored with a dictionary, only the dictionary is looked up; and small numbers are grouped by
    // twice
    // as fast as texts. 10,000,000 lines by day and country: 73 ms instead of 166.
    @Override
    public Field<?> number(Field<?> text, List<String> among) {
        Field<Object> list = DSL.function(
                "list_value", SQLDataType.OTHER, among.stream().map(DSL::val).toArray(Field<?>[]::new));
        String type = among.size() < 256 ? "utinyint" : "integer";
        return DSL.field("cast(list_position({0}, {1}) as " + type + ")", SQLDataType.OTHER, list, text);
    }

    @Override
    public Field<?> ofEach(boolean mean, Field<?> key, Field<?> number, Condition where) {
        String all = "map_values(map_from_entries(list(distinct row({0}, {1})) filter (where {2})))";
        return DSL.field((mean ? "list_avg(" : "list_sum(") + all + ")", SQLDataType.OTHER, key, number, where);
    }
}
