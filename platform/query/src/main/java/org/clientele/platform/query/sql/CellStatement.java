package org.clientele.platform.query.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A statement for cells: aggregates of some lines by the members of some dimensions, in no order, from which the answers to
 * many questions are added up. A decimal comes as a whole number of its last digits.
 *
 * @param lines which lines, and from where they are seen
 * @param dimensions what to group by
 * @param aggregates what to compute
 * @param numbered dimensions that come as the number of a member among some, from 1, because that is quicker
 */
public record CellStatement(
        Lines lines, List<Term> dimensions, List<Term.Aggregate> aggregates, Map<Term.Column, List<String>> numbered) {
    public CellStatement {
        numbered = Map.copyOf(numbered);
        dimensions = List.copyOf(dimensions);
        aggregates = List.copyOf(aggregates);
    }

    /**
     * Which order lines, and from where they are seen. Questions about equal ones can be asked in one statement.
     *
     * @param time the column that places lines in time
     * @param filters all of them must hold
     * @param period the days that count
     * @param grains the steps of time that in_period looks at; empty where nobody asks for it
     * @param base where the lines of a comparison's base are, or null for those of the present
     * @param conversion what money is converted by, or null
     * @param money the columns that are converted
     */
    public record Lines(
            Term.Column time,
            List<Term> filters,
            Period period,
            List<Grain> grains,
            MetricStatement.@Nullable Base base,
            @Nullable Conversion conversion,
            List<Term.Column> money) {
        public Lines {
            filters = List.copyOf(filters);
            grains = List.copyOf(grains);
            money = List.copyOf(money);
        }

        /** The lines of a question's present, or of its base. */
        public static Lines of(MetricStatement question, MetricStatement.@Nullable Base base) {
            boolean[] asked = new boolean[1];
            question.metrics().forEach(m -> m.term().walk(t -> asked[0] |= t instanceof Term.InPeriod));
            question.filters().forEach(f -> f.walk(t -> asked[0] |= t instanceof Term.InPeriod));
            return new Lines(
                    question.time(),
                    question.filters(),
                    question.period(),
                    asked[0] ? question.grains() : List.of(),
                    base,
                    question.conversion(),
                    question.money());
        }

        private PeriodPlace place(Dialect dialect) {
            Shift shift =
                    base == null ? Shift.NONE : Objects.requireNonNull(base).shift();
            return new PeriodPlace(dialect, time, shift, period, grains, conversion, money);
        }
    }

    /** The statement as one SELECT that returns dimensions, then aggregates, for {@code most} cells at most. */
    public Rendered render(Dialect dialect, AppliedPolicy policy, int most) {
        PeriodPlace place = lines.place(dialect);
        SqlTerms sql = new SqlTerms(dialect, place);
        RowReader reader = new RowReader(dialect, policy, numbered);
        List<Field<?>> groups = new ArrayList<>();
        for (Term d : dimensions) {
            groups.add(d instanceof Term.Column c && numbered.containsKey(c) ? reader.number(c) : sql.field(d));
        }
        List<Field<?>> fields = named(groups);
        for (Term.Aggregate a : aggregates) {
            fields.add(whole(dialect, sql.computed(a), a.type()).as(DSL.name("a" + fields.size())));
        }
        // By their places, because two expressions with a value that is bound are never the same.
        List<Field<Integer>> positions = IntStream.rangeClosed(1, groups.size())
                .<Field<Integer>>mapToObj(at -> DSL.inline(at))
                .toList();
        List<Term> read = new ArrayList<>(dimensions);
        read.addAll(aggregates);
        RowReader.Rows rows = rows(reader, read);
        return Rendered.of(
                DSL.select(fields)
                        .from(rows.from())
                        .where(where(rows, place, sql))
                        .groupBy(positions)
                        .limit(most),
                dialect);
    }

    /** A SELECT of one row: how many members each dimension has in the first {@code most} lines, unknown ones aside. */
    public Rendered sample(Dialect dialect, AppliedPolicy policy, int most) {
        PeriodPlace place = lines.place(dialect);
        SqlTerms sql = new SqlTerms(dialect, place);
        RowReader.Rows rows = rows(new RowReader(dialect, policy), dimensions);
        Select<?> some = DSL.select(
                        named(dimensions.stream().<Field<?>>map(sql::field).toList()))
                .from(rows.from())
                .where(where(rows, place, sql))
                .limit(most);
        List<Field<?>> counts = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            counts.add(DSL.countDistinct(DSL.field(DSL.name("some", "d" + i), SQLDataType.OTHER))
                    .as(DSL.name("c" + i)));
        }
        return Rendered.of(DSL.select(counts).from(some.asTable(DSL.name("some"))), dialect);
    }

    private static List<Field<?>> named(List<Field<?>> groups) {
        List<Field<?>> fields = new ArrayList<>();
        groups.forEach(g -> fields.add(g.as(DSL.name("d" + fields.size()))));
        return fields;
    }

    private RowReader.Rows rows(RowReader reader, List<Term> wanted) {
        List<Term> read = new ArrayList<>(lines.filters());
        read.addAll(wanted);
        return reader.read(CustomerModel.ORDER_LINE, read, lines.conversion());
    }

    private Condition where(RowReader.Rows rows, PeriodPlace place, SqlTerms sql) {
        Condition where = rows.visible().and(place.inside());
        MetricStatement.Base base = lines.base();
        if (base != null) {
            where = where.and(place.between(base.first(), base.last()));
        }
        for (Term f : lines.filters()) {
            where = where.and(sql.condition(f));
        }
        return where;
    }

    // A driver hands over whole numbers of 64 bits many times as fast as decimals.
    private static Field<?> whole(Dialect dialect, Field<?> value, ValueType type) {
        if (type.kind() != ColumnType.DECIMAL) {
            return type.kind() == ColumnType.DOUBLE ? dialect.cast(value, ValueType.DOUBLE) : value;
        }
        Field<Double> moved = value.coerce(SQLDataType.DOUBLE)
                .times(DSL.inline(BigDecimal.TEN.pow(type.scale())).coerce(SQLDataType.DOUBLE));
        return dialect.cast(moved, ValueType.INTEGER);
    }
}
