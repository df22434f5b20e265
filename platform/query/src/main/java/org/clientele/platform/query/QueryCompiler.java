package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.platform.query.sql.CalendarDialect;
import org.clientele.platform.query.sql.Dialect;
import org.clientele.platform.query.sql.DuckDbDialect;
import org.clientele.platform.query.sql.FactsStatement;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.platform.query.sql.Rendered;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Compiles queries to SQL under the policy of who asks. Immutable and thread-safe.
 *
 * <pre>{@code
 * QueryCompiler compiler = new QueryCompiler(MetricCatalog.of(CoreMetrics.definitions()));
 * CompiledQuery q = compiler.compile(MetricQuery.of("revenue").by("month"), context);
 * }</pre>
 */
public final class QueryCompiler {
    private static final Texts TEXTS = Texts.of(QueryCompiler.class);

    private final MetricCatalog metrics;
    private final CustomerModel model;
    private final Dialect dialect;

    /** A compiler of these metrics, over their model, for DuckDB. */
    public QueryCompiler(MetricCatalog metrics) {
        this(metrics, new DuckDbDialect());
    }

    /** A compiler of these metrics, over their model, for another engine. */
    public QueryCompiler(MetricCatalog metrics, Dialect dialect) {
        this.metrics = metrics;
        this.model = metrics.model();
        this.dialect = dialect;
    }

    /** The names of all dimensions, of time first. */
    public List<String> dimensions() {
        return Names.dimensions();
    }

    /**
     * Compiles a question for metrics. The columns are those that {@link MetricQuery} promises.
     *
     * @throws AnalyticsException METRIC_UNKNOWN, DIMENSION_UNKNOWN, FORMULA_INVALID, ARGUMENT_INVALID or FORBIDDEN
     */
    public CompiledQuery compile(MetricQuery query, QueryContext context) {
        Prepared prepared = prepare(query, List.of(), context);
        Dialect engine = engine(context);
        List<CompiledQuery.Probe> probes = new ArrayList<>();
        for (Doubts.Doubt d : prepared.doubts()) {
            Rendered asked = d.statement().render(engine, prepared.policy());
            probes.add(new CompiledQuery.Probe(CompiledQuery.of(asked.sql(), asked.binds(), d.columns()), d.verdict()));
        }
        Rendered sql = prepared.statement().render(engine, prepared.policy());
        return new CompiledQuery(sql.sql(), sql.binds(), prepared.columns(), prepared.caveats(), probes);
    }

    /**
     * A question with all that is known of it, not yet in the words of an engine.
     *
     * @param policy what it was checked against
     * @param statement what is asked
     * @param columns of the answer
     * @param caveats the doubts that are known before it runs
     * @param doubts what is to be asked beside it
     */
    record Prepared(
            AppliedPolicy policy,
            MetricStatement statement,
            List<OutputColumn> columns,
            List<Caveat> caveats,
            List<Doubts.Doubt> doubts) {}

    /** @param later conditions that are not part of the question yet but will be */
    Prepared prepare(MetricQuery whole, List<Term> later, QueryContext context) {
        Steps steps = Steps.of(whole, context);
        MetricQuery query = steps.query();
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        Names names = SetTerms.names(model, CustomerModel.ORDER_LINE, context.sets(), policy);
        Filters filters = new Filters(names, policy);
        Term.Column time = (Term.Column) names.time()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.INTERNAL, TEXTS.get("query.compiler.order_lines_have_no_time")));
        List<OutputColumn> columns = new ArrayList<>();
        List<MetricStatement.Dimension> dimensions = new ArrayList<>();
        for (String name : query.dimensions()) {
            Term term = filters.dimension(name);
            policy.check(term, TEXTS.get("query.compiler.dimension", name));
            dimensions.add(new MetricStatement.Dimension(term, Names.grain(name).isPresent()));
            OutputColumn column = Names.dimensions().contains(name)
                    ? column(name, term.type(), Unit.none(), label(name))
                    : described(name, term, model, context.currency());
            // An analysis that hands the column on hands on what it holds.
            columns.add(new OutputColumn(column.spec().ofDimension(name), column.scale()));
        }
        List<MetricStatement.Measure> measures = new ArrayList<>();
        List<MetricDefinition> asked =
                query.metrics().stream().map(metrics::resolve).toList();
        for (MetricDefinition metric : asked) {
            Term term = metrics.term(metric);
            policy.check(term, TEXTS.get("query.compiler.metric", metric.id()));
            measures.add(new MetricStatement.Measure(term, steps.returned(returned(term.type()))));
        }
        List<Term> conditions = filters.terms(query.filters());
        Currencies currencies = Currencies.of(
                query, measures.stream().map(MetricStatement.Measure::term).toList(), conditions, context, model);
        for (int i = 0; i < asked.size(); i++) {
            columns.addAll(columns(asked.get(i), measures.get(i).type(), query.comparison(), currencies.unit(), steps));
        }
        checkNames(columns);
        boolean timed = !query.period().isAll() || query.comparison() != Comparison.NONE || steps.over() != null;
        if (timed) {
            policy.check(time, TEXTS.get("common.period"));
        }
        ComparisonPlan plan = ComparisonPlan.of(steps, context);
        MetricStatement statement = new MetricStatement(
                time,
                dimensions,
                measures,
                conditions,
                query.period(),
                query.comparison() != Comparison.NONE,
                base(plan),
                query.limit(),
                currencies.conversion().orElse(null),
                currencies.money(),
                steps.over());
        steps.check(statement);
        List<Term> read = new ArrayList<>();
        dimensions.forEach(d -> read.add(d.term()));
        measures.forEach(m -> read.add(m.term()));
        List<Term> all = new ArrayList<>(conditions);
        all.addAll(later);
        List<Doubts.Doubt> doubts = new Doubts(metrics, policy, time, currencies)
                .of(query.during(steps.reach()), read, all, context.facts(), rated(steps.reach(), plan));
        List<Caveat> caveats = new ArrayList<>(plan.caveats());
        caveats.addAll(steps.caveats());
        caveats.addAll(LookAhead.of(read, all, steps.reach(), plan.shift(), context));
        return new Prepared(policy, statement, columns, caveats, doubts);
    }

    /**
     * The question for {@link LineFacts}: what is known of all order lines that a policy shows. Masks hold for moments; how
     * many amounts are missing and in which currencies they are is no secret of whoever sees a sum of them.
     *
     * @throws AnalyticsException FORMULA_INVALID or ARGUMENT_INVALID if a row filter of the policy is wrong
     */
    public CompiledQuery facts(Policy who) {
        AppliedPolicy policy = new AppliedPolicy(who, model);
        boolean timed = Names.of(model, CustomerModel.ORDER_LINE)
                .time()
                .filter(t -> policy.allows((Term.Column) t))
                .isPresent();
        Rendered sql = new FactsStatement(timed).render(dialect, policy);
        List<OutputColumn> columns = List.of(
                column("currency", ValueType.TEXT, Unit.none(), "Currency"),
                column("first", ValueType.TIMESTAMP, Unit.none(), "First"),
                column("last", ValueType.TIMESTAMP, Unit.none(), "Last"),
                column("undated", ValueType.INTEGER, Unit.none(), "Undated"),
                column("unpriced", ValueType.INTEGER, Unit.none(), "Unpriced"),
                column("priced", ValueType.INTEGER, Unit.none(), "Priced"));
        return CompiledQuery.of(sql.sql(), sql.binds(), columns);
    }

    /** The days of the present and of the base, and what lies between. */
    private static Period rated(Period present, ComparisonPlan plan) {
        Shift shift = plan.shift();
        LocalDate from = present.from();
        return shift == null || from == null ? present : new Period(shift.back(from), present.to());
    }

    private static MetricStatement.@Nullable Base base(ComparisonPlan plan) {
        Shift shift = plan.shift();
        return shift == null || plan.coveredFrom() == null || plan.cut() == null
                ? null
                : new MetricStatement.Base(shift, plan.coveredFrom().atStartOfDay(), plan.cut());
    }

    // More digits than money has are of no use to a reader, and 18 of them must hold the sum.
    private static ValueType returned(ValueType type) {
        return type.kind() == ColumnType.DECIMAL && type.scale() > CustomerModel.MONEY_SCALE
                ? ValueType.decimal(CustomerModel.MONEY_SCALE)
                : type;
    }

    private static List<OutputColumn> columns(
            MetricDefinition metric, ValueType type, Comparison comparison, String currency, Steps steps) {
        String name = metric.id().name();
        Unit own = currency.isEmpty() ? metric.unit() : metric.unit().inCurrency(currency);
        Unit unit = steps.isShare() ? Unit.ratio() : own;
        String label = metric.label() + steps.words();
        OutputColumn now = column(name, type, unit, label);
        if (comparison == Comparison.NONE) {
            return List.of(now);
        }
        boolean year = comparison == Comparison.YEAR_BEFORE;
        return List.of(
                now,
                column(
                        name + (year ? "_year_before" : "_previous"),
                        type,
                        unit,
                        TEXTS.get(year ? "query.compiler.year_before" : "query.compiler.previous", label)),
                column(name + "_change", ValueType.DOUBLE, Unit.ratio(), TEXTS.get("query.compiler.change", label)));
    }

    static OutputColumn column(String name, ValueType type, Unit unit, String label) {
        return new OutputColumn(new ColumnSpec(name, type.kind(), unit, label), type.scale());
    }

    static String label(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static void checkNames(List<OutputColumn> columns) {
        Set<String> seen = new HashSet<>();
        for (OutputColumn c : columns) {
            if (!seen.add(c.spec().name())) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "query.compiler.two_columns_result_would_called",
                                c.spec().name()));
            }
        }
    }

    /**
     * Compiles a question for rows. The columns are named as in the query; a column of the customer or product of an order
     * line is written {@code customer.country}.
     *
     * @throws AnalyticsException DATA_COLUMN_MISSING, DIMENSION_UNKNOWN, FORMULA_INVALID, ARGUMENT_INVALID or FORBIDDEN
     */
    public CompiledQuery compile(RowQuery query, QueryContext context) {
        return rows(context).rows(query, context);
    }

    /**
     * The numbers of all rows of a query, whatever its page, in its order: one column of integers. They hold for one state of
     * the data.
     *
     * @throws AnalyticsException as {@link #compile(RowQuery, QueryContext)}
     */
    public CompiledQuery numbers(RowQuery query, QueryContext context) {
        return rows(context).numbers(query);
    }

    Dialect engine(QueryContext context) {
        return new CalendarDialect(dialect, context.calendar(), day(context.firstRow()), day(context.dataAsOf()));
    }

    /**
     * The rows of a query that have one of some {@link #numbers}, in its order, whatever its page.
     *
     * @throws AnalyticsException as {@link #compile(RowQuery, QueryContext)}
     */
    public CompiledQuery numbered(RowQuery query, List<Long> numbers, QueryContext context) {
        return rows(context).numbered(query, numbers);
    }

    /**
     * How many rows of a query, whatever its page, have a value in each of its columns: one row of integers.
     *
     * @throws AnalyticsException as {@link #compile(RowQuery, QueryContext)}
     */
    public CompiledQuery filled(RowQuery query, QueryContext context) {
        return rows(context).filled(query);
    }

    /**
     * Those of a query's columns that the policy hides.
     *
     * @throws AnalyticsException DATA_COLUMN_MISSING if there is no such column at all
     */
    public List<String> hidden(RowQuery query, QueryContext context) {
        return rows(context).hidden(query);
    }

    private RowCompiler rows(QueryContext context) {
        return new RowCompiler(
                model, new AppliedPolicy(context.policy(), model), engine(context), context.currency(), context.sets());
    }

    static OutputColumn described(String name, Term term, CustomerModel model, String currency) {
        if (term instanceof Term.Column c && !c.equals(Term.FIRST_SALE)) {
            Optional<ColumnSpec> spec = model.table(c.table()).find(c.name());
            Unit unit = spec.map(ColumnSpec::unit).orElse(Unit.none());
            Unit known = currency.isEmpty() ? unit : unit.inCurrency(currency);
            return column(name, c.type(), known, spec.map(ColumnSpec::label).orElse(name));
        }
        Unit counted = term instanceof Term.Score score ? score.unit() : Unit.none();
        String label = term instanceof Term.InSet set
                ? set.name()
                : term instanceof Term.Published published ? published.name() : label(name);
        return column(name, term.type(), currency.isEmpty() ? counted : counted.inCurrency(currency), label);
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }
}
