package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryCompiler;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.warehouse.DataSpan;
import org.clientele.platform.warehouse.OutputColumn;
import org.clientele.platform.warehouse.SqlQuery;
import org.clientele.platform.warehouse.WarehouseEngine;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;

/** From a question to a frame: compile under the policy, look in the cache, else ask the warehouse. Thread-safe. */
final class QueryService {
    private static final Caveat MIXED = Caveat.of(
            Caveat.Kind.CURRENCIES_MIXED,
            "The order lines are in several currencies, or some say none; their amounts are taken as they stand, without"
                    + " a rate. Choose one, as in: currency = 'EUR'.");

    private final Workspace workspace;
    private final QueryCache cache;

    QueryService(Workspace workspace, QueryCache cache) {
        this.workspace = workspace;
        this.cache = cache;
    }

    /**
     * A frame, and whether the warehouse was spared.
     *
     * @param frame the answer
     * @param cached whether it came from the cache
     */
    record Answer(Frame frame, boolean cached) {}

    Answer ask(MetricQuery query, Subject subject, Policy policy, CancelSignal cancel) {
        return ask(query, subject, policy, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    Answer ask(RowQuery query, Subject subject, Policy policy, CancelSignal cancel) {
        return ask(query, subject, policy, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    /**
     * The version is read before everything else: if an import ends meanwhile, the answer is filed under the old version,
     * where nobody looks for it any more, and never an old one under the new version.
     */
    private Answer ask(
            Object question,
            Subject subject,
            Policy policy,
            CancelSignal cancel,
            BiFunction<QueryCompiler, QueryContext, CompiledQuery> compile) {
        cancel.throwIfCancelled();
        long version = workspace.warehouse().version();
        DataSpan span = workspace.warehouse().span();
        QueryContext context = new QueryContext(subject, policy, span.currency(), span.first(), span.last());
        MetricCatalog metrics = workspace.metrics();
        CompiledQuery plan = workspace
                .plans()
                .get(metrics, question, context, q -> compile.apply(new QueryCompiler(metrics), context));
        return run(plan, policy, version, span, cancel);
    }

    private Answer run(CompiledQuery compiled, Policy policy, long version, DataSpan span, CancelSignal cancel) {
        cancel.throwIfCancelled();
        WarehouseEngine engine = workspace.warehouse();
        QueryCache.Key key = new QueryCache.Key(compiled.sql(), compiled.binds(), version, policy.fingerprint());
        Frame known = cache.get(key);
        if (known != null) {
            return new Answer(known, true);
        }
        List<OutputColumn> columns = new ArrayList<>();
        compiled.columns().forEach(c -> columns.add(new OutputColumn(c.spec(), c.scale())));
        Frame frame = engine.query(new SqlQuery(compiled.sql(), compiled.binds(), columns), cancel)
                .withCaveats(compiled.caveats())
                .asOf(span.last());
        if (span.mixed() && frame.columns().stream().anyMatch(c -> c.unit().countsMoney())) {
            frame = frame.withCaveat(MIXED);
        }
        cache.put(key, frame);
        return new Answer(frame, false);
    }
}
