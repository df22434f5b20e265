package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.platform.query.sql.Dialect;
import org.clientele.platform.query.sql.Rendered;
import org.clientele.platform.query.sql.RowStatement;
import org.clientele.platform.query.sql.RowStatement.Order;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/**
 * Compiles questions for rows under one policy.
 *
 * @param currency the ISO 4217 code of all money, or ""
 * @param sets the customer sets that it may name
 */
record RowCompiler(CustomerModel model, AppliedPolicy policy, Dialect dialect, String currency, KnownSets sets) {
    private static final Texts TEXTS = Texts.of(RowCompiler.class);

    CompiledQuery rows(RowQuery query, QueryContext context) {
        RowStatement statement = statement(query);
        List<Caveat> doubts = LookAhead.of(statement.columns(), statement.filters(), query.period(), null, context);
        Rendered sql = statement.render(dialect, policy, query.offset(), query.limit());
        return new CompiledQuery(sql.sql(), sql.binds(), columns(query), doubts, List.of());
    }

    CompiledQuery numbers(RowQuery query) {
        Rendered sql = statement(query).numbers(dialect, policy);
        OutputColumn number = QueryCompiler.column("row", ValueType.INTEGER, Unit.none(), "Row");
        return CompiledQuery.of(sql.sql(), sql.binds(), List.of(number));
    }

    CompiledQuery numbered(RowQuery query, List<Long> numbers) {
        Rendered sql = statement(query).numbered(dialect, policy, numbers);
        return CompiledQuery.of(sql.sql(), sql.binds(), columns(query));
    }

    CompiledQuery filled(RowQuery query) {
        Rendered sql = statement(query).filled(dialect, policy);
        List<OutputColumn> counts = columns(query).stream()
                .map(c -> QueryCompiler.column(
                        c.spec().name(),
                        ValueType.INTEGER,
                        Unit.of("rows"),
                        c.spec().label()))
                .toList();
        return CompiledQuery.of(sql.sql(), sql.binds(), counts);
    }

    List<String> hidden(RowQuery query) {
        Names names = SetTerms.names(model, query.table(), sets, policy);
        return query.columns().stream()
                .filter(name -> !policy.allows(listed(names, name)))
                .toList();
    }

    private RowStatement statement(RowQuery query) {
        Names names = SetTerms.names(model, query.table(), sets, policy);
        List<Term> terms = new ArrayList<>();
        query.columns().forEach(name -> terms.add(readable(names, name)));
        List<Term> conditions = new Filters(names, policy).terms(query.filters());
        Optional<Term> time = names.time();
        if (!query.period().isAll()) {
            policy.check(
                    time.orElseThrow(() -> new AnalyticsException(
                            ErrorCode.ARGUMENT_INVALID, TEXTS.get("common.rows_lie_in_no_period", query.table()))),
                    TEXTS.get("common.period"));
        }
        return new RowStatement(
                query.table(), (Term.Column) time.orElse(null), terms, conditions, query.period(), order(query, names));
    }

    private Term readable(Names names, String name) {
        Term term = listed(names, name);
        policy.check(term, TEXTS.get("row.compiler.column", name));
        return term;
    }

    /** A name is a dimension before it is a column, as in filters: a list must show what it was filtered by. */
    private static Term listed(Names names, String name) {
        int dot = name.indexOf('.');
        return names.dimension(name)
                .or(() -> names.column(names.table().name(), name))
                .or(() -> dot < 0 ? Optional.empty() : names.column(name.substring(0, dot), name.substring(dot + 1)))
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DATA_COLUMN_MISSING,
                        TEXTS.get(
                                "row.compiler.table_has_no_column_import",
                                names.table().name(),
                                name)));
    }

    private List<OutputColumn> columns(RowQuery query) {
        Names names = SetTerms.names(model, query.table(), sets, policy);
        List<OutputColumn> columns = new ArrayList<>();
        query.columns()
                .forEach(name -> columns.add(QueryCompiler.described(name, listed(names, name), model, currency)));
        QueryCompiler.checkNames(columns);
        return columns;
    }

    // What was asked for, then time, then whatever tells rows apart for a reader, as far as the policy shows it.
    private List<Order> order(RowQuery query, Names names) {
        List<Order> order = new ArrayList<>();
        query.order().forEach(s -> order.add(new Order(readable(names, s.column()), s.descending())));
        String table = names.table().name();
        List<String> candidates = table.equals(CustomerModel.ORDER_LINE)
                ? List.of(names.table().time(), "order_id", "line_no", "product_id")
                : List.of(names.table().time(), names.table().key());
        candidates.stream()
                .flatMap(c -> names.column(table, c).stream())
                .filter(c -> policy.allows((Term.Column) c))
                .filter(c -> order.stream().noneMatch(o -> o.term().equals(c)))
                .forEach(c -> order.add(new Order(c, false)));
        return order;
    }
}
