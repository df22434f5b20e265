package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.platform.query.Additivity;
import org.clientele.platform.runtime.breakdown.Answers;
import org.clientele.platform.runtime.breakdown.Breakdown;
import org.clientele.platform.runtime.breakdown.BreakdownTree;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Place;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A session's way to metrics taken apart. Thread-safe.
 *
 * <pre>{@code
 * BreakdownTree tree = session.breakdowns().tree(MetricQuery.of("revenue"), Drill.by("country", "category"), cancel);
 * }</pre>
 */
public final class Breakdowns {
    private static final Texts TEXTS = Texts.of(Breakdowns.class);

    /** How ids of dashboards that break a metric down begin: "breakdown:clientele.core/revenue". */
    public static final String ID = "breakdown:";

    /** The one tile of such a dashboard. */
    public static final String TILE = "tree";

    /** Columns that say how a line was booked, which explains no number. */
    private static final Set<String> BOOKED = Set.of("kind", "currency", "is_charge", CustomerSets.DIMENSION);

    private final Session session;

    Breakdowns(Session session) {
        this.session = session;
    }

    /** The id of the page that breaks a metric down. */
    public static String id(MetricDefinition metric) {
        return ID + metric.id();
    }

    /** The title of the page that breaks a metric down. */
    public static String title(MetricDefinition metric) {
        return TEXTS.get("breakdowns.broken_down", metric.label());
    }

    /**
     * Opens the breakdown of a metric as a dashboard of one tile, {@link #TILE}; {@link Scope#drill} of that tile says which
     * levels. Its frame is a {@link org.clientele.platform.runtime.breakdown.BreakdownTable}. Answers at once.
     *
     * @throws AnalyticsException METRIC_UNKNOWN; CANCELLED if the session is closed
     */
    public DashboardView open(String metric, Scope scope, Consumer<String> tileChanged) {
        session.closing().throwIfCancelled();
        return new DashboardView(session, new BreakdownSource(session.metric(metric)), scope, tileChanged);
    }

    /**
     * Breaks a metric down. Blocks.
     *
     * @param question of one metric; its dimensions and limit do not count
     * @throws AnalyticsException as for any query, or CANCELLED
     */
    public BreakdownTree tree(MetricQuery question, Drill drill, CancelSignal cancel) {
        return session.call(cancel, either -> new Breakdown(new Own(session), question, drill, either).tree());
    }

    /** What the data at hand can be split by, steps of time first. Blocks. */
    public List<Answers.Dimension> dimensions(CancelSignal cancel) {
        return new Own(session).dimensions(cancel);
    }

    /**
     * The records behind a part of a breakdown: one request for each part of the metric's formula. Blocks.
     *
     * @param members the member of each dimension, null for the unknown one
     */
    public List<RecordsRequest> behind(
            MetricQuery question, Map<String, @Nullable String> members, CancelSignal cancel) {
        Place at = place(question, members);
        MetricQuery there = at.ask(question.metrics(), List.of(), Comparison.NONE);
        List<String> named = members.values().stream().map(FilterText::member).toList();
        return session.records().behind(there, question.metrics().get(0), Map.of(), cancel).stream()
                .map(r -> new RecordsRequest(r.title(), String.join(", ", named), r.rows(), r.figure()))
                .toList();
    }

    private Place place(MetricQuery question, Map<String, @Nullable String> members) {
        Place at = new Place(question.period(), question.filters());
        Answers own = new Own(session);
        for (Map.Entry<String, @Nullable String> e : members.entrySet()) {
            at = at.of(e.getKey(), e.getValue(), own);
        }
        return at;
    }

    /** The scope of a dashboard for a part of a breakdown that is shown in another: steps of time become its days. Answers at once. */
    public Scope narrowed(Scope scope, Period days, Map<String, @Nullable String> members) {
        MetricQuery question = MetricQuery.of("any").during(days);
        for (var filter : scope.filters()) {
            question = question.where(filter);
        }
        Place at = place(question, members);
        Scope same = at.period().equals(days) ? scope : scope.during(at.period());
        return new Scope(same.choice(), same.days(), same.comparison(), at.filters(), Map.of());
    }

    /** A session as what breakdowns ask. */
    private record Own(Session session) implements Answers {
        @Override
        public Frame query(MetricQuery query, CancelSignal cancel) {
            return session.queries()
                    .ask(query, session.subject(), session.policy(), cancel)
                    .frame();
        }

        @Override
        public Additivity additivity(String metric) {
            return Additivity.of(session.workspace().knownMetrics(), metric);
        }

        @Override
        public MetricDefinition metric(String id) {
            return session.metric(id);
        }

        @Override
        public List<Answers.Dimension> dimensions(CancelSignal cancel) {
            List<Answers.Dimension> all = new ArrayList<>();
            for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY)) {
                String name = grain.name().toLowerCase(Locale.ROOT);
                all.add(new Answers.Dimension(name, FilterText.dimension(name), true, false));
            }
            session.dimensions(cancel).stream()
                    .filter(DimensionView::listed)
                    .forEach(d -> all.add(new Answers.Dimension(d.name(), d.label(), false, competes(d.name()))));
            return all;
        }

        private static boolean competes(String dimension) {
            return !BOOKED.contains(dimension.substring(dimension.lastIndexOf('.') + 1));
        }

        @Override
        public LocalDate last(Grain grain, LocalDate day) {
            return session.workspace().settings().now().calendar().last(grain, day);
        }

        @Override
        public ValueFormat format() {
            return session.format();
        }
    }
}
