package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.MetricParts;
import org.clientele.platform.query.QueryCompiler;
import org.clientele.platform.runtime.records.RecordSource;
import org.clientele.platform.runtime.records.Records;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;

/** A session as the source of records, with threads of its own: scrolling must not wait for a dashboard. Thread-safe. */
final class RowService implements RecordSource, AutoCloseable {
    private final Session session;
    private final Records records = new Records(this);
    private final Workers threads = Workers.fixed("clientele-records", 2);

    RowService(Session session) {
        this.session = session;
    }

    Records records() {
        return records;
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    @Override
    public CancelSignal closing() {
        return session.closing();
    }

    @Override
    public Numbers numbers(RowQuery query, CancelSignal cancel) {
        return session.call(cancel, either -> {
            Optional<Numbers> found = Optional.empty();
            while (found.isEmpty()) {
                long version = session.workspace().warehouse().version();
                found = asked(version, either, (c, context) -> c.numbers(query, context))
                        .map(frame -> new Numbers(version, frame.columns().get(0)));
            }
            return found.get();
        });
    }

    @Override
    public Optional<Frame> rows(RowQuery query, long version, List<Long> numbers, CancelSignal cancel) {
        return session.call(
                cancel, either -> asked(version, either, (c, context) -> c.numbered(query, numbers, context)));
    }

    /** Another question than that for the rows themselves. */
    private record Filled(RowQuery query) {}

    private Optional<Frame> asked(long version, CancelSignal cancel, QueryService.Compiling compile) {
        return session.queries().ask(version, session.subject(), session.policy(), cancel, compile);
    }

    @Override
    public Frame filled(RowQuery query, CancelSignal cancel) {
        return session.call(
                cancel,
                either -> session.queries()
                        .ask(
                                new Filled(query),
                                session.subject(),
                                session.policy(),
                                either,
                                (c, context) -> c.filled(query, context))
                        .frame());
    }

    @Override
    public List<String> hidden(RowQuery query, CancelSignal cancel) {
        return session.call(
                cancel,
                either -> new QueryCompiler(session.workspace().metrics())
                        .hidden(query, session.queries().context(session.subject(), session.policy(), either)));
    }

    @Override
    public Frame figures(MetricQuery query, List<MetricDefinition> metrics, CancelSignal cancel) {
        MetricCatalog catalog = MetricCatalog.of(metrics, model());
        return session.call(
                cancel,
                either -> session.queries()
                        .ask(query, catalog, session.subject(), session.policy(), either)
                        .frame());
    }

    @Override
    public Frame query(MetricQuery query, CancelSignal cancel) {
        return session.query(query, cancel);
    }

    @Override
    public Frame query(RowQuery query, CancelSignal cancel) {
        return session.rows(query, cancel);
    }

    @Override
    public List<MetricParts.Part> parts(String metric) {
        return MetricParts.of(session.workspace().knownMetrics(), metric);
    }

    @Override
    public CustomerModel model() {
        return session.workspace().warehouse().model();
    }

    @Override
    public LocalDate last(Grain grain, LocalDate day) {
        return session.workspace().settings().now().calendar().last(grain, day);
    }

    @Override
    public Period window(MetricQuery query, Grain grain, LocalDate first, CancelSignal cancel) {
        return StepWindow.of(session, query, grain, first, cancel);
    }

    @Override
    public String currency(CancelSignal cancel) {
        return session.call(
                cancel,
                either -> session.queries()
                        .context(session.subject(), session.policy(), either)
                        .currency());
    }

    @Override
    public ValueFormat format() {
        return session.format();
    }

    @Override
    public void close() {
        threads.close();
    }
}
