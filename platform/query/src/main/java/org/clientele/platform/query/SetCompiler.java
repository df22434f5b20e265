package org.clientele.platform.query;

import java.util.List;
import org.clientele.platform.query.formula.SetOrigin;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.platform.query.sql.CustomersStatement;
import org.clientele.platform.query.sql.Rendered;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;

/** Compiles who is in a customer set, under the policy of who makes it. Immutable and thread-safe. */
public final class SetCompiler {
    /** The name of the dimension to filter by sets, by their keys. It cannot be grouped by: sets overlap. */
    public static final String CUSTOMER_SET = Filters.CUSTOMER_SET;

    private final QueryCompiler compiler;
    private final CustomerModel model;

    /** A compiler over the model of these metrics, for DuckDB. */
    public SetCompiler(MetricCatalog metrics) {
        this.compiler = new QueryCompiler(metrics);
        this.model = metrics.model();
    }

    /**
     * The known customers of some rows, each once: one column of text, in no order. Columns, order and page do not matter.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if the rows lead to no customer; else as for any question for rows
     */
    public CompiledQuery customers(RowQuery rows, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        SetOrigin.Rule origin = new SetTerms(model, context.sets(), policy).customers(rows);
        return compiled(CustomersStatement.of(origin), policy, context);
    }

    /**
     * The customers of two sets, put together: one column of text, in no order, each once.
     *
     * @param a key of a set
     * @param b key of a set
     * @throws AnalyticsException DIMENSION_UNKNOWN if there is no such set
     */
    public CompiledQuery combined(CustomersStatement.Operation operation, String a, String b, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        SetTerms sets = new SetTerms(model, context.sets(), policy);
        CustomersStatement both = new CustomersStatement(
                sets.find(a).origin(), operation, sets.find(b).origin());
        return compiled(both, policy, context);
    }

    /**
     * How many known customers some rows have: one row of one integer.
     *
     * @throws AnalyticsException as {@link #customers}
     */
    public CompiledQuery count(RowQuery rows, QueryContext context) {
        AppliedPolicy policy = new AppliedPolicy(context.policy(), model);
        SetOrigin.Rule origin = new SetTerms(model, context.sets(), policy).customers(rows);
        Rendered sql = CustomersStatement.of(origin).counted(compiler.engine(context), policy);
        return CompiledQuery.of(
                sql.sql(),
                sql.binds(),
                List.of(QueryCompiler.column("customers", ValueType.INTEGER, Unit.of("customers"), "Customers")));
    }

    private CompiledQuery compiled(CustomersStatement statement, AppliedPolicy policy, QueryContext context) {
        Rendered sql = statement.render(compiler.engine(context), policy);
        return CompiledQuery.of(
                sql.sql(),
                sql.binds(),
                List.of(QueryCompiler.column("customer", ValueType.TEXT, Unit.none(), "Customer")));
    }
}
