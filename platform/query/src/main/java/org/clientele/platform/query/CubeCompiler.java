package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.platform.query.sql.CellStatement;
import org.clientele.platform.query.sql.MembersStatement;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.platform.query.sql.Rendered;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/**
 * Takes metric queries apart and compiles the statements that fill their cubes, under the same policy and rules as the queries
 * themselves. Immutable and thread-safe.
 */
public final class CubeCompiler {
    private static final Texts TEXTS = Texts.of(CubeCompiler.class);

    private final QueryCompiler compiler;
    private final CustomerModel model;

    /** A compiler of these metrics, over their model, for DuckDB. */
    public CubeCompiler(MetricCatalog metrics) {
        this.compiler = new QueryCompiler(metrics);
        this.model = metrics.model();
    }

    /**
     * Takes a question apart, so that its answers under any one filter on {@code dimension} can be added up from cells.
     *
     * @throws AnalyticsException like {@link QueryCompiler#compile(MetricQuery, QueryContext)}, also for the dimension
     */
    public CubePlan plan(MetricQuery query, String dimension, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        Term brushed = new Filters(SetTerms.names(model, CustomerModel.ORDER_LINE, context.sets(), policy), policy)
                .dimension(dimension);
        policy.check(brushed, TEXTS.get("common.filter"));
        // Stands for the filter that comes later: what a doubt is about depends on what filters read.
        Term later = new Term.Absence(brushed);
        QueryCompiler.Prepared prepared = compiler.prepare(query, List.of(later), context);
        List<CubePlan.Doubt> doubts = prepared.doubts().stream()
                .map(d -> new CubePlan.Doubt(
                        new CubePlan.Question(d.statement().without(later), d.columns()), d.verdict()))
                .toList();
        return new CubePlan(
                brushed,
                new CubePlan.Question(prepared.statement(), prepared.columns()),
                doubts,
                prepared.caveats(),
                hindrance(query, brushed, prepared.statement(), context));
    }

    /** Why the answer cannot be added up, or "". */
    private static String hindrance(MetricQuery query, Term brushed, MetricStatement statement, QueryContext context) {
        boolean currency = brushed instanceof Term.Column c && Currencies.isCurrency(c);
        if (currency && context.facts().mixed() && !query.dimensions().contains(Currencies.CURRENCY)) {
            return TEXTS.get("cube.compiler.currency_is_shown_is_several");
        }
        if (statement.over() != null) {
            return TEXTS.get("cube.compiler.windows_time_share_their_lines");
        }
        boolean[] hindered = new boolean[1];
        statement
                .metrics()
                .forEach(m -> m.term().walk(t -> hindered[0] |= t instanceof Term.Aggregate a && !a.isAddedUp()));
        return hindered[0] ? TEXTS.get("cube.compiler.distinct_members_texts_cannot_added") : "";
    }

    /** The statement for cells; its columns are named d0, d1, ... for the dimensions and a0, a1, ... for the aggregates. */
    public CompiledQuery cells(CellStatement statement, int most, QueryContext context) {
        Rendered sql = statement.render(compiler.engine(context), new AppliedPolicy(context.policy(), model), most);
        List<OutputColumn> columns = new ArrayList<>();
        for (Term d : statement.dimensions()) {
            boolean numbered =
                    d instanceof Term.Column c && statement.numbered().containsKey(c);
            columns.add(QueryCompiler.column(
                    "d" + columns.size(), numbered ? ValueType.INTEGER : d.type(), Unit.none(), ""));
        }
        for (Term.Aggregate a : statement.aggregates()) {
            ValueType stored = a.type().kind() == ColumnType.DECIMAL ? ValueType.INTEGER : a.type();
            columns.add(QueryCompiler.column(
                    "a" + (columns.size() - statement.dimensions().size()), stored, Unit.none(), ""));
        }
        return CompiledQuery.of(sql.sql(), sql.binds(), columns);
    }

    /**
     * Refuses a dimension that nobody of this policy may filter by.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN or FORBIDDEN
     */
    public void checkFilter(String dimension, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        Term term = new Filters(SetTerms.names(model, CustomerModel.ORDER_LINE, context.sets(), policy), policy)
                .dimension(dimension);
        policy.check(term, TEXTS.get("common.filter"));
    }

    /** A statement for the texts of a column, {@code most} of them at most, in no order and without null. */
    public CompiledQuery members(Term.Column column, int most, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        policy.check(column, TEXTS.get("cube.compiler.dimension"));
        Rendered sql = new MembersStatement(column, most).render(compiler.engine(context), policy);
        return CompiledQuery.of(
                sql.sql(), sql.binds(), List.of(QueryCompiler.column("member", column.type(), Unit.none(), "")));
    }

    /** A statement whose one row says how many order lines have no value in a column of theirs. */
    public CompiledQuery missing(Term.Column column, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        policy.check(column, TEXTS.get("cube.compiler.dimension"));
        Term.Aggregate lines = new Term.Aggregate(Term.Aggregation.COUNT, null, null, ValueType.INTEGER);
        MetricStatement statement = new MetricStatement(
                new Term.Column(CustomerModel.ORDER_LINE, "ordered_at", ValueType.TIMESTAMP),
                List.of(),
                List.of(new MetricStatement.Measure(lines, lines.type())),
                List.of(new Term.Absence(column)),
                Period.all(),
                false,
                null,
                0,
                null,
                List.of());
        Rendered sql = statement.render(compiler.engine(context), policy);
        return CompiledQuery.of(
                sql.sql(),
                sql.binds(),
                List.of(QueryCompiler.column("lines", ValueType.INTEGER, Unit.none(), "Lines")));
    }

    /** A statement whose one row says how many members each dimension of {@code statement} has in the first lines. */
    public CompiledQuery sample(CellStatement statement, int lines, QueryContext context) {
        Rendered sql = statement.sample(compiler.engine(context), new AppliedPolicy(context.policy(), model), lines);
        List<OutputColumn> columns = new ArrayList<>();
        statement
                .dimensions()
                .forEach(d ->
                        columns.add(QueryCompiler.column("d" + columns.size(), ValueType.INTEGER, Unit.none(), "")));
        return CompiledQuery.of(sql.sql(), sql.binds(), columns);
    }
}
