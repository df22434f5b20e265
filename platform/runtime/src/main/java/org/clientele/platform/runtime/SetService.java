package org.clientele.platform.runtime;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.catalog.StoredSet;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.query.SetCompiler;
import org.clientele.platform.query.sql.CustomersStatement;
import org.clientele.platform.runtime.sets.SetOperation;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.runtime.sets.SetSource;
import org.clientele.platform.warehouse.OutputColumn;
import org.clientele.platform.warehouse.SqlQuery;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session as the source of customer sets. Thread-safe. */
final class SetService implements SetSource {
    private static final Texts TEXTS = Texts.of(SetService.class);

    private static final Logger LOG = LoggerFactory.getLogger(SetService.class);

    private final Session session;

    SetService(Session session) {
        this.session = session;
    }

    private SetRegister register() {
        return session.workspace().sets();
    }

    @Override
    public List<StoredSet> stored() {
        return register().all();
    }

    @Override
    public long add(StoredSet set, Members members, Progress progress, CancelSignal cancel) {
        return session.listed(
                TEXTS.get("set.service.make_customer_set", set.name()), progress, cancel, (told, stop) -> {
                    CompiledQuery query = compiled(members, stop);
                    List<OutputColumn> columns = new ArrayList<>();
                    query.columns().forEach(c -> columns.add(new OutputColumn(c.spec(), c.scale())));
                    long dataset = register().stored().nextDataset();
                    told.report(-1, TEXTS.get("set.service.writing_members_down"));
                    long count =
                            register().lists().write(dataset, new SqlQuery(query.sql(), query.binds(), columns), stop);
                    try {
                        stop.throwIfCancelled();
                        long id = register().stored().add(listed(set, dataset, count));
                        changed();
                        return id;
                    } catch (RuntimeException e) {
                        forget(dataset);
                        throw e;
                    }
                });
    }

    /** A list that the catalog does not name goes at the next start, if it cannot go now. */
    private void forget(long dataset) {
        try {
            register().lists().delete(dataset);
        } catch (RuntimeException e) {
            LOG.warn("The list {} stays until the next start", dataset, e);
        }
    }

    private static StoredSet listed(StoredSet s, long dataset, long members) {
        return new StoredSet(
                0,
                s.key(),
                s.name(),
                s.description(),
                dataset,
                members,
                s.definition(),
                s.said(),
                s.madeUnder(),
                s.dataAsOf(),
                s.madeAt(),
                null,
                List.of());
    }

    private CompiledQuery compiled(Members members, CancelSignal cancel) {
        QueryContext context = session.queries().context(session.subject(), session.policy(), cancel);
        SetCompiler compiler = new SetCompiler(session.workspace().metrics());
        if (members instanceof Of of) {
            return compiler.customers(of.rows(), context);
        }
        Both both = (Both) members;
        return compiler.combined(operation(both.operation()), both.first(), both.second(), context);
    }

    private static CustomersStatement.Operation operation(SetOperation operation) {
        return CustomersStatement.Operation.valueOf(operation.name());
    }

    @Override
    public long add(StoredSet set) {
        long id = register().stored().add(set);
        changed();
        return id;
    }

    @Override
    public void rename(long id, String key, String name, String description) {
        register().stored().rename(id, key, name, description);
        changed();
    }

    @Override
    public void delete(long id, boolean gone) {
        register().stored().delete(id, gone);
        changed();
    }

    private void changed() {
        register().changed();
        session.workspace().dataChanged();
    }

    /** Another question than that for the rows themselves. */
    private record Customers(RowQuery rows) {}

    @Override
    public long count(RowQuery rows, CancelSignal cancel) {
        Frame answer = session.call(
                cancel,
                either -> session.queries()
                        .ask(
                                new Customers(rows),
                                session.subject(),
                                session.policy(),
                                either,
                                (c, context) ->
                                        new SetCompiler(session.workspace().metrics()).count(rows, context))
                        .frame());
        Column count = answer.columns().get(0);
        return answer.rowCount() == 0 || count.isNull(0) ? 0 : count.longAt(0);
    }

    @Override
    public long present(long dataset, CancelSignal cancel) {
        return session.call(cancel, either -> register().lists().present(dataset, either));
    }

    @Override
    public Period days(SetRule rule, CancelSignal cancel) {
        return SetRegister.days(
                rule, facts(cancel).last(), session.workspace().settings().now().calendar());
    }

    private LineFacts facts(CancelSignal cancel) {
        return session.call(cancel, either -> session.queries().facts(session.policy(), either));
    }

    @Override
    public String said(SetRule rule, CancelSignal cancel) {
        List<String> parts = new ArrayList<>();
        for (Filter filter : rule.filters()) {
            parts.add(FilterText.inFull(filter, session.names()));
        }
        PeriodChoice choice = rule.choice();
        Period days = rule.days();
        if (choice != null && choice != PeriodChoice.ALL) {
            parts.add(TEXTS.get("set.service.day_is_in", choice.label().toLowerCase(Locale.ROOT)));
        } else if (days != null && !days.isAll()) {
            LineFacts facts = facts(cancel);
            LocalDateTime first = facts.first();
            LocalDateTime last = facts.last();
            parts.add(TEXTS.get(
                    "set.service.day_is_in_2",
                    PeriodText.of(
                            days,
                            first == null ? null : first.toLocalDate(),
                            last == null ? null : last.toLocalDate())));
        }
        String table = session.workspace().metrics().model().table(rule.table()).label();
        String where = parts.stream()
                .reduce((a, b) -> TEXTS.get("set.service.and", a, b))
                .orElse("");
        if (rule.table().equals(CustomerModel.CUSTOMER)) {
            return parts.isEmpty() ? TEXTS.get("set.service.all") : TEXTS.get("set.service.where", where);
        }
        String who = TEXTS.get(table.matches("[aeiou].*") ? "set.service.with_an" : "set.service.with_a", table);
        return parts.isEmpty() ? TEXTS.get("set.service.whole", who) : TEXTS.get("set.service.who_where", who, where);
    }

    @Override
    public @Nullable LocalDateTime dataAsOf(CancelSignal cancel) {
        return facts(cancel).last();
    }

    @Override
    public String policy() {
        return session.policy().name();
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
    public ValueFormat format() {
        return session.format();
    }
}
