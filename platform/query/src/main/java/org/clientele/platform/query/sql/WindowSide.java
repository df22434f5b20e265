package org.clientele.platform.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One side of a question about windows of time. Lines are read by the piece of time that they lie in, and each group of them
 * is known to lie in the windows that end from one piece to another; a window's figure is made of the groups that lie in it.
 * Of distinct members each comes once a stretch of windows: those of its lines that touch are one.
 *
 * @param name of the side, unique in its statement
 * @param place where lines are in time; its period is what the windows reach
 * @param covered which lines the data of a comparison covers
 * @param mean how many steps a mean is over, or 0 for the figure of the window itself
 */
record WindowSide(
        String name,
        Dialect dialect,
        AppliedPolicy policy,
        MetricStatement question,
        PeriodPlace place,
        Condition covered,
        Windows windows,
        int mean) {
    private static final Texts TEXTS = Texts.of(WindowSide.class);

    private static final String LOW = "lo";
    private static final String HIGH = "hi";
    private static final String LINES = "n";
    private static final String VALUE = "v";

    /** How many steps a mean is over, or 0 where there is none. */
    static int mean(Running running) {
        return running.kind() == Running.Kind.MEAN ? running.steps() : 0;
    }

    /** The tables that {@link #select} reads. */
    List<CommonTableExpression<?>> tables() {
        return time().tables();
    }

    private WindowTables time() {
        return new WindowTables(name, dialect, windows);
    }

    // No table of the warehouse is named here: a reference to what stands in the same WITH is written as its name.
    static Table<?> known(String name) {
        return DSL.name(name).as(DSL.selectOne());
    }

    /** Dimensions as d0, d1, ..., and aggregates by their names, of each window that has lines. */
    Select<?> select(Map<Term.Aggregate, String> aggregates) {
        Map<Term.Aggregate, String> added = new java.util.LinkedHashMap<>();
        Map<Term.Aggregate, String> counted = new java.util.LinkedHashMap<>();
        aggregates.forEach((a, n) ->
                (mean == 0 && a.aggregation() == Term.Aggregation.COUNT_DISTINCT ? counted : added).put(a, n));
        List<Stretch> stretches = stretches(aggregates.keySet());
        List<Select<?>> groups = new ArrayList<>();
        stretches.forEach(s -> groups.add(sums(s, aggregates, added)));
        counted.forEach((a, n) -> groups.add(members(stretches, a, n, aggregates)));
        Table<?> all = union(groups).asTable(DSL.name("g"));
        List<Field<?>> fields = new ArrayList<>();
        List<Field<Integer>> by = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            boolean ofTime = question.dimensions().get(i).ofTime();
            Field<Object> member = ofTime ? field(time().labels(), "day") : field("g", "d" + i);
            fields.add(member.as(DSL.name("d" + i)));
            by.add(DSL.inline(i + 1));
        }
        aggregates.forEach((a, n) -> fields.add(together(a, n).as(DSL.name(n))));
        if (aggregates.isEmpty()) {
            fields.add(DSL.sum(field("g", LINES).coerce(SQLDataType.BIGINT)).as(DSL.name("lines")));
        }
        return DSL.select(fields)
                .from(all)
                .join(known(time().labels()))
                .on(field(time().labels(), "i").between(field("g", LOW), field("g", HIGH)))
                .groupBy(by);
    }

    private static Select<?> union(List<Select<?>> all) {
        Select<org.jooq.Record> whole = null;
        for (Select<?> one : all) {
            @SuppressWarnings("unchecked") // the same columns, which jOOQ cannot know
            Select<org.jooq.Record> next = (Select<org.jooq.Record>) one;
            whole = whole == null ? next : whole.unionAll(next);
        }
        return java.util.Objects.requireNonNull(whole);
    }

    private Field<?> together(Term.Aggregate a, String name) {
        Field<Double> parts = field("g", name).coerce(SQLDataType.DOUBLE);
        Field<?> sum = DSL.sum(parts);
        SqlTerms sql = new SqlTerms(dialect, place);
        return switch (a.aggregation()) {
            case SUM -> mean > 0 ? meanOf(sum) : a.type().kind() == ColumnType.INTEGER ? cast(sum, a.type()) : sum;
            case COUNT, COUNT_DISTINCT -> {
                Field<?> known = DSL.function("coalesce", SQLDataType.OTHER, sum, DSL.inline(0));
                yield mean > 0 ? meanOf(known) : cast(known, ValueType.INTEGER);
            }
            case AVG -> sql.ratio(sum, DSL.sum(field("g", count(name)).coerce(SQLDataType.DOUBLE)));
            case MIN -> DSL.min(field("g", name));
            case MAX -> DSL.max(field("g", name));
            case SUM_OF_CUSTOMERS, AVG_OF_CUSTOMERS ->
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("window.side.scores_have_no_windows"));
        };
    }

    private Field<?> meanOf(Field<?> sum) {
        return new SqlTerms(dialect, place).ratio(sum, DSL.inline(mean));
    }

    private Field<?> cast(Field<?> value, ValueType type) {
        return dialect.cast(value, type);
    }

    private static String count(String name) {
        return name + "n";
    }

    /**
     * Lines for which in_period says the same in all windows of a stretch.
     *
     * @param low the first piece that ends such a window
     * @param high the last one
     * @param which lines there are any such windows for
     * @param truth what in_period says; null where nobody asks
     */
    private record Stretch(
            Field<Object> low,
            Field<Object> high,
            Condition which,
            @Nullable Boolean truth) {}

    private List<Stretch> stretches(Set<Term.Aggregate> aggregates) {
        Field<Object> piece = field("own", "i");
        Field<Object> until = field("own", "until");
        if (mean > 0 || moments(aggregates).isEmpty()) {
            return List.of(new Stretch(piece, until, DSL.noCondition(), null));
        }
        Field<Object> other = field("moment", "i");
        Field<Object> low = function("greatest", piece, other);
        Field<Object> high = function("least", until, field("moment", "until"));
        Condition meets = other.isNotNull().and(low.le(high));
        Field<Object> one = SqlTerms.any(DSL.inline(1));
        Field<Object> before = SqlTerms.any(DSL.when(meets, low.minus(one)).otherwise(until));
        Field<Object> after = high.plus(one);
        return List.of(
                new Stretch(low, high, meets, true),
                new Stretch(piece, before, piece.le(before), false),
                new Stretch(after, until, meets.and(after.le(until)), false));
    }

    private static Field<Object> function(String name, Field<?>... of) {
        return DSL.function(name, SQLDataType.OTHER, of);
    }

    /** The moments that somebody asks of whether they lie in the window. */
    Set<Term.InPeriod> moments(Set<Term.Aggregate> aggregates) {
        Set<Term.InPeriod> all = new LinkedHashSet<>();
        List<Term> read = new ArrayList<>(question.filters());
        read.addAll(aggregates);
        read.forEach(term -> term.walk(t -> {
            if (t instanceof Term.InPeriod p) {
                all.add(p);
            }
        }));
        return all;
    }

    /** Lines with their pieces, and which of them count. */
    private record Source(Table<?> from, Condition where, SqlTerms sql) {}

    private Source source(Stretch stretch, Map<Term.Aggregate, String> aggregates) {
        SqlTerms.Place seen =
                stretch.truth() == null ? place : new Fixed(place, stretch.truth() ? DSL.trueCondition() : no());
        SqlTerms sql = new SqlTerms(dialect, seen);
        List<Term> read = new ArrayList<>(question.filters());
        question.dimensions().forEach(d -> read.add(d.term()));
        read.addAll(aggregates.keySet());
        RowReader.Rows rows =
                new RowReader(dialect, policy).read(CustomerModel.ORDER_LINE, read, question.conversion());
        Table<?> own = known(time().pieces()).as(DSL.name("own"));
        Table<?> from = rows.from().join(own).on(field("own", "day").eq(piece(sql.field(question.time()))));
        if (stretch.truth() != null) {
            Term.InPeriod asked = moments(aggregates.keySet()).iterator().next();
            Field<?> moment = place.column((Term.Column) asked.moment());
            from = from.leftJoin(known(time().pieces()).as(DSL.name("moment")))
                    .on(field("moment", "day").eq(piece(moment)).and(place.within(moment)));
        }
        Condition where = rows.visible().and(place.inside()).and(covered).and(stretch.which());
        for (Term f : question.filters()) {
            where = where.and(sql.condition(f));
        }
        return new Source(from, where, sql);
    }

    private static Condition no() {
        return DSL.falseCondition();
    }

    private Field<Object> piece(Field<?> moment) {
        Field<Object> step = SqlTerms.any(dialect.step(windows.grain(), moment));
        return windows.split() == null
                ? step
                : function("greatest", step, SqlTerms.any(dialect.step(windows.split(), moment)));
    }

    private List<Field<?>> members(SqlTerms sql) {
        List<Field<?>> all = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            MetricStatement.Dimension d = question.dimensions().get(i);
            if (!d.ofTime()) {
                all.add(sql.group(d.term()).as(DSL.name("d" + i)));
            }
        }
        return all;
    }

    private Select<?> sums(Stretch stretch, Map<Term.Aggregate, String> aggregates, Map<Term.Aggregate, String> added) {
        Source source = source(stretch, aggregates);
        List<Field<?>> fields = new ArrayList<>(members(source.sql()));
        fields.add(stretch.low().as(DSL.name(LOW)));
        fields.add(stretch.high().as(DSL.name(HIGH)));
        int by = fields.size();
        fields.add(DSL.count().as(DSL.name(LINES)));
        aggregates.forEach((a, n) -> {
            if (!added.containsKey(a)) {
                fields.add(nothing(a).as(DSL.name(n)));
            } else if (a.aggregation() == Term.Aggregation.AVG) {
                fields.add(cast(source.sql().computed(as(a, Term.Aggregation.SUM)), ValueType.DOUBLE)
                        .as(DSL.name(n)));
                fields.add(source.sql().computed(as(a, Term.Aggregation.COUNT)).as(DSL.name(count(n))));
            } else {
                fields.add(source.sql().computed(a).as(DSL.name(n)));
            }
        });
        return DSL.select(fields).from(source.from()).where(source.where()).groupBy(positions(by));
    }

    // An average counts only lines that have a value and meet its condition, where a sum without any is 0.
    private static Term.Aggregate as(Term.Aggregate a, Term.Aggregation other) {
        return new Term.Aggregate(
                other,
                a.argument(),
                a.condition(),
                other == Term.Aggregation.COUNT
                        ? ValueType.INTEGER
                        : java.util.Objects.requireNonNull(a.argument()).type());
    }

    private Field<?> nothing(Term.Aggregate a) {
        ValueType type = a.aggregation() == Term.Aggregation.AVG ? ValueType.DOUBLE : a.type();
        return cast(DSL.inline((Object) null), type);
    }

    private static List<Field<Integer>> positions(int n) {
        return IntStream.rangeClosed(1, n)
                .<Field<Integer>>mapToObj(at -> DSL.inline(at))
                .toList();
    }

    /** How many distinct members come to lie in which windows; a member whose stretches touch comes once for both. */
    private Select<?> members(
            List<Stretch> stretches, Term.Aggregate counted, String name, Map<Term.Aggregate, String> aggregates) {
        List<Select<?>> found = new ArrayList<>();
        int[] width = new int[1];
        for (Stretch stretch : stretches) {
            Source source = source(stretch, aggregates);
            Field<?> value = source.sql().field(java.util.Objects.requireNonNull(counted.argument()));
            Condition where = source.where().and(SqlTerms.any(value).isNotNull());
            Term condition = counted.condition();
            if (condition != null) {
                where = where.and(source.sql().condition(condition));
            }
            List<Field<?>> fields = new ArrayList<>(members(source.sql()));
            fields.add(stretch.low().as(DSL.name(LOW)));
            fields.add(stretch.high().as(DSL.name(HIGH)));
            fields.add(value.as(DSL.name(VALUE)));
            width[0] = fields.size();
            found.add(DSL.select(fields).from(source.from()).where(where).groupBy(positions(width[0])));
        }
        List<Field<?>> dims = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            if (!question.dimensions().get(i).ofTime()) {
                dims.add(field("f", "d" + i));
            }
        }
        List<Field<?>> same = new ArrayList<>(dims);
        same.add(field("f", VALUE));
        Field<Object> reached = SqlTerms.any(DSL.max(field("f", HIGH).coerce(SQLDataType.INTEGER))
                .over()
                .partitionBy(same)
                .orderBy(field("f", LOW), field("f", HIGH))
                .rowsBetweenUnboundedPreceding()
                .andPreceding(1));
        List<Field<?>> marked = new ArrayList<>(dims);
        marked.add(field("f", LOW));
        marked.add(field("f", HIGH));
        marked.add(reached.as(DSL.name("reached")));
        Table<?> touched =
                DSL.select(marked).from(union(found).asTable(DSL.name("f"))).asTable(DSL.name("t"));
        Field<Object> before = field("t", "reached");
        Field<Object> low = field("t", LOW);
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            if (!question.dimensions().get(i).ofTime()) {
                fields.add(field("t", "d" + i).as(DSL.name("d" + i)));
            }
        }
        fields.add(DSL.when(before.isNull().or(before.lt(low)), low)
                .otherwise(before.plus(SqlTerms.any(DSL.inline(1))))
                .as(DSL.name(LOW)));
        fields.add(field("t", HIGH).as(DSL.name(HIGH)));
        int by = fields.size();
        fields.add(cast(DSL.inline(0), ValueType.INTEGER).as(DSL.name(LINES)));
        aggregates.forEach((a, n) -> {
            fields.add((n.equals(name) ? DSL.count() : nothing(a)).as(DSL.name(n)));
            if (a.aggregation() == Term.Aggregation.AVG) {
                fields.add(cast(DSL.inline((Object) null), ValueType.INTEGER).as(DSL.name(count(n))));
            }
        });
        return DSL.select(fields)
                .from(touched)
                .where(before.isNull().or(field("t", HIGH).gt(before)))
                .groupBy(positions(by));
    }

    static Field<Object> field(String table, String column) {
        return DSL.field(DSL.name(table, column), SQLDataType.OTHER);
    }

    /** Where what in_period says is known. */
    private record Fixed(PeriodPlace place, Condition truth) implements SqlTerms.Place {
        @Override
        public Field<?> column(Term.Column column) {
            return place.column(column);
        }

        @Override
        public Condition inPeriod(Term.InPeriod term) {
            return truth;
        }

        @Override
        public Field<?> aggregate(Term.Aggregate aggregate) {
            return place.aggregate(aggregate);
        }
    }
}
