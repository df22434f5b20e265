package org.clientele.platform.runtime.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.clientele.platform.catalog.AlertEntry;
import org.clientele.platform.catalog.AlertEvent;
import org.clientele.platform.catalog.Alerts;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ScopeJson;
import org.clientele.platform.runtime.alerts.Judgement.Point;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts of a workspace, which its catalog keeps with what they found. An alert tells a crossing once, also over restarts:
 * the value must come back by the alert's band before it can cross again, and a period crosses at most once. Only periods are
 * judged that the data covers wholly: it has a row of a later day than their last. Thread-safe; methods block.
 */
public final class AlertBook {
    private static final Texts TEXTS = Texts.of(AlertBook.class);

    private static final Logger LOG = LoggerFactory.getLogger(AlertBook.class);
    private static final int LINE = 200;
    private static final int SENTENCE = 1000;

    private final AlertData data;
    private final Alerts store;
    private final Clock clock;
    private final ReentrantLock judging;

    /**
     * @param data what is judged
     * @param store where alerts lie
     * @param clock tells when something was found, and for how long no data came
     * @param judging held while alerts are judged; one a workspace
     */
    public AlertBook(AlertData data, Alerts store, Clock clock, ReentrantLock judging) {
        this.data = data;
        this.store = store;
        this.clock = clock;
        this.judging = judging;
    }

    /**
     * What judging gave.
     *
     * @param crossings those that are new, the oldest alert's first
     * @param problems of alerts that could not be judged, a sentence each
     */
    public record Check(List<Crossing> crossings, List<String> problems) {}

    /** All alerts, in the order in which they were made. */
    public List<AlertView> all() {
        return store.all().stream()
                .map(e -> new AlertView(alert(e), said(alert(e)), e.seen(), e.crossed()))
                .toList();
    }

    /**
     * The alert of an id.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none; the message lists those that there are
     */
    public Alert get(String id) {
        return all().stream()
                .map(AlertView::alert)
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private AnalyticsException unknown(String id) {
        List<String> there = all().stream()
                .map(v -> v.alert().id() + " (" + v.alert().title() + ")")
                .toList();
        return invalid(
                there.isEmpty()
                        ? TEXTS.get("alert.book.none_yet", id)
                        : TEXTS.get("alert.book.unknown", id, String.join(", ", there)));
    }

    /**
     * Adds an alert, or changes the one with its id; one that was removed comes back. What was found before counts as long as the
     * alert judges the same.
     *
     * @return the same with its id, the metric's whole id, and a title
     * @throws AnalyticsException METRIC_UNKNOWN, DIMENSION_UNKNOWN, FORMULA_INVALID or ARGUMENT_INVALID; nothing changed then
     */
    public Alert save(Alert wish, CancelSignal cancel) {
        MetricDefinition metric = data.metric(wish.metric().strip());
        Alert named = new Alert(
                wish.id(),
                wish.title().strip(),
                metric.id().toString(),
                wish.filters(),
                wish.condition(),
                wish.comparison(),
                wish.threshold(),
                wish.band(),
                wish.grain(),
                wish.paused());
        String title = named.title().isEmpty() ? AlertWords.condition(named, metric, data) : named.title();
        Alert checked = named.withTitle(title.length() > LINE ? title.substring(0, LINE) : title);
        if (named.title().length() > LINE) {
            throw invalid(TEXTS.get(
                    "alert.book.alert_title_has_characters_at",
                    LINE,
                    named.title().length()));
        }
        // The compiler knows which filters can hold.
        data.query(AlertSeries.query(checked, new Period(LocalDate.EPOCH, LocalDate.EPOCH)), cancel);
        AlertEntry before = wish.id().isEmpty()
                ? null
                : store.find(number(wish.id()).orElseThrow(() -> unknown(wish.id())))
                        .orElseThrow(() -> unknown(wish.id()));
        boolean same = before != null && alert(before).judgesAs(checked);
        AlertEntry saved = store.save(new AlertEntry(
                before == null ? 0 : before.id(),
                checked.title(),
                checked.metric(),
                ScopeJson.write(Scope.ALL.filtered(checked.filters())),
                checked.condition().name(),
                checked.comparison().name(),
                checked.threshold(),
                checked.band(),
                checked.grain().name(),
                checked.paused(),
                same && before != null ? before.seen() : null,
                same && before != null && before.crossed()));
        return alert(saved);
    }

    private static Optional<Long> number(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    /**
     * Takes an alert off the list; what it found stays in the history.
     *
     * @return the alert as it was; {@link #save} brings it back
     * @throws AnalyticsException ARGUMENT_INVALID if there is none of that id
     */
    public Alert remove(String id) {
        Alert gone = get(id);
        store.remove(Long.parseLong(id));
        return gone;
    }

    /**
     * Judges the periods that have become whole since the last time, and the last one again, whose figures may have changed. An
     * alert that is new judges the newest whole period only.
     *
     * @return what is new; it is in the history and in the log by then
     */
    public Check check(CancelSignal cancel) {
        judging.lock();
        try {
            List<Crossing> crossings = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            AlertSeries series = new AlertSeries(data, clock);
            for (AlertEntry e : store.all()) {
                if (!e.paused()) {
                    judge(alert(e), e, series, crossings, problems, cancel);
                }
            }
            return new Check(List.copyOf(crossings), List.copyOf(problems));
        } finally {
            judging.unlock();
        }
    }

    private void judge(
            Alert alert,
            AlertEntry e,
            AlertSeries series,
            List<Crossing> crossings,
            List<String> problems,
            CancelSignal cancel) {
        try {
            Judgement j = Judgement.of(alert, e.seen(), e.crossed(), series.of(alert, e.seen(), cancel));
            List<AlertEvent> events = new ArrayList<>();
            for (Point p : j.crossings()) {
                events.add(event(alert, e, p, cancel));
            }
            for (AlertEvent fresh : store.judged(e.id(), j.seen(), j.crossed(), events)) {
                LOG.warn("Alert \"{}\": {}", alert.title(), fresh.sentence());
                crossings.add(crossing(fresh, alert));
            }
        } catch (AnalyticsException failure) {
            cancel.throwIfCancelled();
            LOG.warn("The alert \"{}\" cannot be judged: {}", alert.title(), failure.getMessage());
            problems.add(alert.title() + ": " + failure.getMessage());
        }
    }

    private AlertEvent event(Alert alert, AlertEntry e, Point p, CancelSignal cancel) {
        MetricDefinition metric = data.metric(alert.metric());
        String sentence = AlertWords.crossed(alert, p, metric, unit(alert, p, cancel), data);
        return new AlertEvent(
                0,
                e.id(),
                p.from(),
                p.to(),
                p.value(),
                Double.isNaN(p.base()) ? null : p.base(),
                alert.threshold(),
                sentence.length() > SENTENCE ? sentence.substring(0, SENTENCE) : sentence,
                clock.instant(),
                null);
    }

    /** With the currency, which only an answer knows. */
    private Unit unit(Alert alert, Point p, CancelSignal cancel) {
        MetricQuery one = MetricQuery.of(alert.metric()).during(new Period(p.from(), p.to()));
        Frame frame = data.query(one, cancel);
        return frame.columns().get(0).spec().unit();
    }

    /** Everything that was found, the newest first. */
    public List<Crossing> history() {
        Map<Long, Alert> known = new HashMap<>();
        return store.events().stream()
                .map(e -> crossing(e, known.computeIfAbsent(e.alert(), this::known)))
                .toList();
    }

    private Alert known(long id) {
        return store.find(id).map(AlertBook::alert).orElseThrow(() -> unknown(Long.toString(id)));
    }

    /** Says that somebody knows of a crossing, or, for 0, of all; how many were not known before. */
    public int acknowledge(long crossing) {
        return store.acknowledge(crossing);
    }

    /** Says of some crossings that somebody knows of them, or takes that back; of how many that was news. */
    public int acknowledge(List<Long> crossings, boolean known) {
        return store.acknowledge(crossings, known);
    }

    /** The question of which a crossing's value is the answer. */
    public MetricQuery question(Crossing c) {
        return AlertSeries.query(c.alert(), new Period(c.from(), c.to()));
    }

    /** The same as a command line; empty where it cannot be written as one. */
    public Optional<String> command(Crossing c) {
        // Of silence the last day before it is the only one that has an answer.
        LocalDate from =
                c.alert().condition() == Alert.Condition.NO_DATA ? c.from().minusDays(1) : c.from();
        return AlertCommand.command(c.alert(), new Period(from, c.to()));
    }

    private String said(Alert a) {
        try {
            return AlertWords.condition(a, data.metric(a.metric()), data);
        } catch (AnalyticsException e) {
            return e.getMessage();
        }
    }

    private static Crossing crossing(AlertEvent e, Alert alert) {
        Double base = e.base();
        return new Crossing(
                e.id(),
                alert,
                e.from(),
                e.to(),
                e.value(),
                base == null ? Double.NaN : base,
                e.threshold(),
                e.sentence(),
                e.at(),
                instant(e));
    }

    private static @Nullable Instant instant(AlertEvent e) {
        return e.acknowledgedAt();
    }

    private static Alert alert(AlertEntry e) {
        return new Alert(
                Long.toString(e.id()),
                e.title(),
                e.metric(),
                ScopeJson.read(e.filters()).filters(),
                Alert.Condition.valueOf(e.kind()),
                Comparison.valueOf(e.comparison()),
                e.threshold(),
                e.band(),
                Grain.valueOf(e.grain()),
                e.paused());
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
