package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a metric query. Each distinct aggregate is computed once per side, the present and the base; the
 * metrics are calculated from these, so metrics that share a part share its work.
 *
 * @param time the column that places lines in time
 * @param dimensions what to group by
 * @param metrics what to compute, each with the type that it is returned as
 * @param filters which lines
 * @param period the days that count
 * @param compared whether a base and a change follow each metric
 * @param base where the base is, or null if there is none to be had
 * @param limit how many groups, ranked by the first metric, or 0 for all
 * @param conversion what money is converted by, or null
 * @param money the columns that are converted
 * @param over the windows that steps of time stand for, or null where each stands for itself
 */
public record MetricStatement(
        Term.Column time,
        List<Dimension> dimensions,
        List<Measure> metrics,
        List<Term> filters,
        Period period,
        boolean compared,
        @Nullable Base base,
        int limit,
        @Nullable Conversion conversion,
        List<Term.Column> money,
        @Nullable Over over) {
    private static final Texts TEXTS = Texts.of(MetricStatement.class);

    private static final String CURRENT = "current";
    private static final String BASE = "base";
    private static final String WHOLE = "whole_";

    /**
     * What to group by.
     *
     * @param term its member for a row
     * @param ofTime whether it is a step of time
     */
    public record Dimension(Term term, boolean ofTime) {}

    /** A metric's term and the type that it is returned as. */
    public record Measure(Term term, ValueType type) {}

    /**
     * The base of a comparison.
     *
     * @param shift how far its rows are moved forward
     * @param first the first moment, after moving, that the data covers
     * @param last the last moment, after moving, that the present has reached
     */
    public record Base(Shift shift, LocalDateTime first, LocalDateTime last) {}

    /**
     * Windows of time.
     *
     * @param running how they go
     * @param own the windows of the steps
     * @param wholes what the steps are shares of, or null where they are none
     */
    public record Over(
            Running running, Windows own, @Nullable Windows wholes) {
        Over from(LocalDate day) {
            Windows all = wholes;
            if (all == null) {
                return new Over(running, own.from(day), null);
            }
            Windows some = all.from(day);
            LocalDate first =
                    some.labels().isEmpty() ? null : some.labels().get(0).step();
            return new Over(running, first == null ? some : own.from(first), some);
        }
    }

    /** A statement whose steps of time stand for themselves. */
    public MetricStatement(
            Term.Column time,
            List<Dimension> dimensions,
            List<Measure> metrics,
            List<Term> filters,
            Period period,
            boolean compared,
            @Nullable Base base,
            int limit,
            @Nullable Conversion conversion,
            List<Term.Column> money) {
        this(time, dimensions, metrics, filters, period, compared, base, limit, conversion, money, null);
    }

    /** The statement as one SELECT that returns dimensions, then metrics, each with its base and change if compared. */
    public Rendered render(Dialect dialect, AppliedPolicy policy) {
        Map<Term.Aggregate, String> aggregates = aggregates();
        List<CommonTableExpression<?>> tables = new ArrayList<>(sides(dialect, policy, aggregates, CURRENT, null));
        CommonTableExpression<?> current = tables.get(tables.size() - 1);
        Base b = base;
        if (b == null) {
            return Rendered.of(
                    ordered(DSL.with(tables).select(output(dialect, aggregates)).from(current)), dialect);
        }
        tables.addAll(sides(dialect, policy, aggregates, BASE, b));
        CommonTableExpression<?> before = tables.get(tables.size() - 1);
        Table<?> both = dimensions.isEmpty()
                ? current.crossJoin(before)
                : current.fullOuterJoin(before).on(sameGroup(CURRENT, BASE));
        return Rendered.of(
                ordered(DSL.with(tables).select(output(dialect, aggregates)).from(both)), dialect);
    }

    /** The tables of a side; the last one has its groups. */
    private List<CommonTableExpression<?>> sides(
            Dialect dialect,
            AppliedPolicy policy,
            Map<Term.Aggregate, String> aggregates,
            String name,
            @Nullable Base of) {
        PeriodPlace place = place(dialect, of == null ? Shift.NONE : of.shift());
        Over windows = over;
        if (windows == null) {
            Condition covered = of == null ? DSL.noCondition() : place.between(of.first(), of.last());
            return List.of(DSL.name(name).as(side(dialect, policy, aggregates, place, covered)));
        }
        Over seen = of == null ? windows : windows.from(of.first().toLocalDate());
        List<CommonTableExpression<?>> all = new ArrayList<>();
        Windows wholes = seen.wholes();
        boolean share = wholes != null;
        WindowSide own = window(share ? name + "_own" : name, dialect, policy, place, of, seen.own());
        all.addAll(own.tables());
        all.add(DSL.name(own.name()).as(own.select(aggregates)));
        if (wholes != null) {
            WindowSide whole = window(name + "_whole", dialect, policy, place, of, wholes);
            all.addAll(whole.tables());
            all.add(DSL.name(whole.name()).as(whole.select(aggregates)));
            all.add(DSL.name(name).as(both(aggregates, own.name(), whole.name())));
        }
        return all;
    }

    private WindowSide window(
            String name, Dialect dialect, AppliedPolicy policy, PeriodPlace place, @Nullable Base of, Windows windows) {
        PeriodPlace reached =
                new PeriodPlace(dialect, time, place.shift(), windows.reach(), place.grains(), conversion, money);
        Condition covered = of == null ? DSL.noCondition() : reached.between(of.first(), of.last());
        int mean = over == null ? 0 : WindowSide.mean(over.running());
        return new WindowSide(name, dialect, policy, this, reached, covered, windows, mean);
    }

    /** Steps beside their wholes. */
    private Select<?> both(Map<Term.Aggregate, String> aggregates, String own, String whole) {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            fields.add(field(own, "d" + i).as(DSL.name("d" + i)));
        }
        aggregates.values().forEach(a -> {
            fields.add(field(own, a).as(DSL.name(a)));
            fields.add(field(whole, a).as(DSL.name(WHOLE + a)));
        });
        return DSL.select(fields)
                .from(WindowSide.known(own))
                .leftJoin(WindowSide.known(whole))
                .on(sameGroup(own, whole));
    }

    private Map<Term.Aggregate, String> aggregates() {
        Map<Term.Aggregate, String> all = new LinkedHashMap<>();
        metrics.forEach(m -> m.term().walk(t -> {
            if (t instanceof Term.Aggregate a) {
                all.putIfAbsent(a, "a" + all.size());
            }
        }));
        return all;
    }

    private PeriodPlace place(Dialect dialect, Shift shift) {
        return new PeriodPlace(dialect, time, shift, period, grains(), conversion, money);
    }

    /** The same without one of its filters. */
    public MetricStatement without(Term filter) {
        List<Term> rest = filters.stream().filter(f -> !f.equals(filter)).toList();
        return new MetricStatement(
                time, dimensions, metrics, rest, period, compared, base, limit, conversion, money, over);
    }

    /** The same by dimensions that mean the same. */
    public MetricStatement by(UnaryOperator<Term> meaning) {
        List<Dimension> others = dimensions.stream()
                .map(d -> new Dimension(meaning.apply(d.term()), d.ofTime()))
                .toList();
        return new MetricStatement(
                time, others, metrics, filters, period, compared, base, limit, conversion, money, over);
    }

    /** The steps of time that lines are grouped by. */
    List<Grain> grains() {
        List<Grain> grains = new ArrayList<>();
        dimensions.forEach(d -> {
            if (d.term() instanceof Term.Step s) {
                grains.add(s.grain());
            }
        });
        return grains;
    }

    private Select<?> side(
            Dialect dialect,
            AppliedPolicy policy,
            Map<Term.Aggregate, String> aggregates,
            PeriodPlace place,
            Condition covered) {
        SqlTerms sql = new SqlTerms(dialect, place);
        List<Term> read = new ArrayList<>(filters);
        dimensions.forEach(d -> read.add(d.term()));
        read.addAll(aggregates.keySet());
        RowReader.Rows rows = new RowReader(dialect, policy).read(CustomerModel.ORDER_LINE, read, conversion);
        List<Field<?>> groups =
                dimensions.stream().<Field<?>>map(d -> sql.group(d.term())).toList();
        List<Field<?>> fields = new ArrayList<>();
        groups.forEach(g -> fields.add(g.as(DSL.name("d" + fields.size()))));
        aggregates.forEach((a, name) -> fields.add(sql.computed(a).as(DSL.name(name))));
        if (fields.isEmpty()) {
            fields.add(DSL.count().as(DSL.name("lines")));
        }
        Condition where = rows.visible().and(place.inside()).and(covered);
        for (Term f : filters) {
            where = where.and(sql.condition(f));
        }
        var select = DSL.select(fields).from(rows.from()).where(where);
        return groups.isEmpty() ? select : select.groupBy(groups);
    }

    private Condition sameGroup(String one, String other) {
        return DSL.and(IntStream.range(0, dimensions.size())
                .mapToObj(i -> field(one, "d" + i).isNotDistinctFrom(field(other, "d" + i)))
                .toList());
    }

    private static Field<Object> field(String table, String column) {
        return DSL.field(DSL.name(table, column), SQLDataType.OTHER);
    }

    private List<Field<?>> output(Dialect dialect, Map<Term.Aggregate, String> aggregates) {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Field<Object> member = field(CURRENT, "d" + i);
            Field<Object> group =
                    base == null ? member : DSL.function("coalesce", SQLDataType.OTHER, member, field(BASE, "d" + i));
            fields.add(named(fields, SqlTerms.named(dimensions.get(i).term(), group)));
        }
        for (Measure m : metrics) {
            Field<?> now = value(dialect, aggregates, CURRENT, m);
            fields.add(named(fields, now));
            if (compared) {
                Field<?> before = base == null
                        ? dialect.cast(DSL.inline((Object) null), m.type())
                        : value(dialect, aggregates, BASE, m);
                fields.add(named(fields, before));
                fields.add(named(
                        fields,
                        base == null
                                ? dialect.cast(DSL.inline((Object) null), ValueType.DOUBLE)
                                : change(dialect, now, before)));
            }
        }
        return fields;
    }

    private static Field<?> named(List<Field<?>> before, Field<?> field) {
        return field.as(DSL.name("c" + before.size()));
    }

    private Field<?> value(Dialect dialect, Map<Term.Aggregate, String> aggregates, String side, Measure measure) {
        SqlTerms sql = new SqlTerms(dialect, new Computed(side, aggregates));
        Field<?> own = sql.field(measure.term());
        if (over == null || over.wholes() == null) {
            return dialect.cast(own, measure.type());
        }
        Map<Term.Aggregate, String> wholes = new LinkedHashMap<>();
        aggregates.forEach((a, n) -> wholes.put(a, WHOLE + n));
        Field<?> whole = new SqlTerms(dialect, new Computed(side, wholes)).field(measure.term());
        return dialect.cast(sql.ratio(own, whole), measure.type());
    }

    private static Field<?> change(Dialect dialect, Field<?> now, Field<?> before) {
        Field<Double> b = before.coerce(SQLDataType.DOUBLE);
        Field<Double> difference = now.coerce(SQLDataType.DOUBLE).minus(b);
        return new SqlTerms(dialect, new Computed(CURRENT, Map.of())).ratio(difference, DSL.abs(b));
    }

    // With a limit and a time dimension, the groups are ranked first and then put in order of time.
    private Query ordered(SelectOrderByStep<?> groups) {
        if (limit == 0) {
            return groups.orderBy(order());
        }
        Select<?> top = groups.orderBy(rank()).limit(limit);
        boolean ofTime = dimensions.stream().anyMatch(Dimension::ofTime);
        return ofTime ? DSL.selectFrom(top.asTable(DSL.name("top"))).orderBy(order()) : top;
    }

    private List<OrderField<?>> rank() {
        List<OrderField<?>> order = new ArrayList<>();
        order.add(position(dimensions.size()).desc().nullsLast());
        IntStream.range(0, dimensions.size())
                .forEach(i -> order.add(position(i).asc().nullsLast()));
        return order;
    }

    private List<OrderField<?>> order() {
        List<OrderField<?>> order = new ArrayList<>();
        IntStream.range(0, dimensions.size())
                .filter(i -> dimensions.get(i).ofTime())
                .forEach(i -> order.add(position(i).asc().nullsLast()));
        if (order.isEmpty()) {
            return rank();
        }
        IntStream.range(0, dimensions.size())
                .filter(i -> !dimensions.get(i).ofTime())
                .forEach(i -> order.add(position(i).asc().nullsLast()));
        return order;
    }

    private static Field<Integer> position(int column) {
        return DSL.inline(column + 1);
    }

    /** Aggregates that a side has computed. */
    private record Computed(String side, Map<Term.Aggregate, String> aggregates) implements SqlTerms.Place {
        @Override
        public Field<?> aggregate(Term.Aggregate aggregate) {
            String name = aggregates.get(aggregate);
            if (name == null) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL, TEXTS.get("metric.statement.aggregate_was_not_computed", aggregate));
            }
            return field(side, name);
        }

        @Override
        public Field<?> column(Term.Column column) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("metric.statement.column_stands_outside_aggregate", column));
        }

        @Override
        public Condition inPeriod(Term.InPeriod term) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("metric.statement.in_period_stands_outside_aggregate"));
        }
    }
}
