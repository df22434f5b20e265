package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryCompiler;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.warehouse.OutputColumn;
import org.clientele.platform.warehouse.SqlQuery;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;

/** From a question to a frame: compile under the policy, look in the cache, else ask the warehouse. Thread-safe. */
final class QueryService {
    private final Workspace workspace;
    private final QueryCache cache;
    private final SpareTime spare = new SpareTime();

    QueryService(Workspace workspace, QueryCache cache) {
        this.workspace = workspace;
        this.cache = cache;
    }

    /** What is done while nobody asks anything. */
    SpareTime spare() {
        return spare;
    }

    /** What the compiler makes of a question. */
    interface Compiling {
        CompiledQuery apply(QueryCompiler compiler, QueryContext context);
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

    /** The same for metrics that only this question knows. */
    Answer ask(MetricQuery query, MetricCatalog metrics, Subject subject, Policy policy, CancelSignal cancel) {
        return ask(query, metrics, subject, policy, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    /**
     * A question of an analysis about things as they were.
     *
     * @param until lists of customers of later days are not there
     */
    private record AsOf(Object question, LocalDate until) {}

    /** The same with what was published of customers as it was known at the end of a day, or as it is now. */
    Answer ask(MetricQuery query, Subject subject, Policy policy, @Nullable LocalDate until, CancelSignal cancel) {
        return asOf(query, subject, policy, until, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    /** The same for rows. */
    Answer ask(RowQuery query, Subject subject, Policy policy, @Nullable LocalDate until, CancelSignal cancel) {
        return asOf(query, subject, policy, until, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    private Answer asOf(
            Object question,
            Subject subject,
            Policy policy,
            @Nullable LocalDate until,
            CancelSignal cancel,
            Compiling compile) {
        return until == null
                ? ask(question, subject, policy, cancel, compile)
                : ask(
                        new AsOf(question, until),
                        subject,
                        policy,
                        cancel,
                        (compiler, context) -> compile.apply(compiler, context.asOf(until)));
    }

    Answer ask(RowQuery query, Subject subject, Policy policy, CancelSignal cancel) {
        return ask(query, subject, policy, cancel, (compiler, context) -> compiler.compile(query, context));
    }

    /**
     * An answer that is not worth keeping, of one state of the data; empty if the data has another by now.
     *
     * @param version the state
     */
    Optional<Frame> ask(long version, Subject subject, Policy policy, CancelSignal cancel, Compiling compile) {
        cancel.throwIfCancelled();
        MetricCatalog metrics = workspace.metrics();
        CompiledQuery plan =
                compile.apply(new QueryCompiler(metrics), context(subject, policy, version, metrics, cancel));
        spare.asked();
        Frame frame = run(plan, cancel);
        return workspace.warehouse().version() == version ? Optional.of(frame) : Optional.empty();
    }

    QueryContext context(Subject subject, Policy policy, CancelSignal cancel) {
        return context(subject, policy, workspace.warehouse().version(), workspace.metrics(), cancel);
    }

    private QueryContext context(
            Subject subject, Policy policy, long version, MetricCatalog metrics, CancelSignal cancel) {
        return context(subject, policy, version, metrics, workspace.settings().now(), cancel);
    }

    /** What is known of all order lines that the policy shows. Reads the warehouse after each change of the data. */
    LineFacts facts(Policy policy, CancelSignal cancel) {
        return facts(policy, workspace.warehouse().version(), workspace.metrics(), cancel);
    }

    private LineFacts facts(Policy policy, long version, MetricCatalog metrics, CancelSignal cancel) {
        return workspace
                .plans()
                .facts(version, policy, () -> LineFacts.of(run(new QueryCompiler(metrics).facts(policy), cancel)));
    }

    /**
     * The version is read before everything else: if an import ends meanwhile, the answer is filed under the old version,
     * where nobody looks for it any more, and never an old one under the new version.
     */
    /** An answer that is kept by its statement, and the statement by the question. */
    Answer ask(Object question, Subject subject, Policy policy, CancelSignal cancel, Compiling compile) {
        return ask(question, null, subject, policy, cancel, compile);
    }

    private Answer ask(
            Object question,
            @Nullable MetricCatalog own,
            Subject subject,
            Policy policy,
            CancelSignal cancel,
            Compiling compile) {
        cancel.throwIfCancelled();
        long version = workspace.warehouse().version();
        MetricCatalog metrics = own == null ? workspace.metrics() : own;
        WorkspaceSettings settings = workspace.settings().now();
        QueryContext context = context(subject, policy, version, metrics, settings, cancel);
        CompiledQuery plan = workspace
                .plans()
                .get(metrics, question, context, q -> compile.apply(new QueryCompiler(metrics), context));
        cancel.throwIfCancelled();
        QueryCache.Key key = QueryCache.Key.of(plan, version, policy, settings);
        Frame kept = cache.get(key);
        if (kept != null) {
            return new Answer(kept, true);
        }
        spare.asked();
        Frame frame = cache.once(key, cancel, () -> {
            List<Caveat> doubts = new ArrayList<>(plan.caveats());
            plan.probes().forEach(probe -> {
                Frame answer = probed(probe.question(), version, policy, settings, cancel);
                probe.verdict().of(answer).ifPresent(doubts::add);
            });
            return run(plan, cancel).withCaveats(doubts).asOf(context.facts().last());
        });
        return new Answer(frame, false);
    }

    /** What questions about one state of the data are compiled for. */
    QueryContext context(
            Subject subject,
            Policy policy,
            long version,
            MetricCatalog metrics,
            WorkspaceSettings settings,
            CancelSignal cancel) {
        LineFacts facts = facts(policy, version, metrics, cancel);
        return new QueryContext(
                subject,
                policy,
                facts,
                settings.calendar(),
                settings.currency(),
                workspace
                        .sets()
                        .known(facts, settings.calendar())
                        .with(workspace.segments().known().with(workspace.live().known())));
    }

    /** Several tiles of a dashboard ask for the same doubts. */
    Frame probed(CompiledQuery probe, long version, Policy policy, WorkspaceSettings settings, CancelSignal cancel) {
        QueryCache.Key key = QueryCache.Key.of(probe, version, policy, settings);
        Frame kept = cache.get(key);
        if (kept == null) {
            kept = run(probe, cancel);
            cache.put(key, kept);
        }
        return kept;
    }

    Frame run(CompiledQuery compiled, CancelSignal cancel) {
        List<OutputColumn> columns = new ArrayList<>();
        compiled.columns().forEach(c -> columns.add(new OutputColumn(c.spec(), c.scale())));
        return workspace.warehouse().query(new SqlQuery(compiled.sql(), compiled.binds(), columns), cancel);
    }
}
