package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.platform.host.AnalysisParameter;
import org.clientele.platform.host.PluginAnalysis;
import org.clientele.platform.query.LineFacts;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.PublishedSegments;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs analyses for who asks, and keeps what they gave until something changes that it was worked out from. Thread-safe. */
final class AnalysisService {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisService.class);
    /** No row is of this day. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Workspace workspace;
    private final QueryService queries;
    private final QueryCache cache;
    private final Function<CancelSignal, List<Goal>> goals;
    /** Those that have asked for goals: what they gave is no longer true when goals change. */
    private final Set<PluginAnalysis> goalAskers = ConcurrentHashMap.newKeySet();

    /** What each analysis that was asked suggests, by its id. */
    private final Map<QualifiedId, List<Suggestion>> suggested = new ConcurrentHashMap<>();

    /** @param goals those that the person may see */
    AnalysisService(
            Workspace workspace, QueryService queries, QueryCache cache, Function<CancelSignal, List<Goal>> goals) {
        this.goals = goals;
        this.workspace = workspace;
        this.queries = queries;
        this.cache = cache;
    }

    /**
     * What makes two answers the same.
     *
     * @param analysis the very one: after an update of its plugin it is another
     * @param parameters all of them, defaults among them
     * @param asked where it is asked
     * @param metrics the catalog's identity: a new one means other answers
     * @param sets the state of the customer sets, where filters name some, of the segmentations and of segments that are no longer kept
     */
    private record Key(
            PluginAnalysis analysis,
            Map<String, String> parameters,
            Narrowing asked,
            Object metrics,
            long dataVersion,
            Subject subject,
            String policy,
            String settings,
            List<Goal> goals,
            long sets) {
        Key with(List<Goal> others) {
            return new Key(
                    analysis,
                    parameters,
                    asked,
                    metrics,
                    dataVersion,
                    subject,
                    policy,
                    settings,
                    List.copyOf(others),
                    sets);
        }
    }

    /** A call with what somebody chose, as far as its analysis has such parameters and the call leaves them open. */
    AnalysisCall chosen(AnalysisCall call, Map<String, String> wanted) {
        AnalysisCall chosen = call;
        for (AnalysisParameter p : open(call)) {
            String value = wanted.get(p.name());
            chosen = value == null ? chosen : chosen.with(p.name(), value);
        }
        return chosen;
    }

    /** Whether a call's analysis puts customers into segments or gives them a number; not where there is no such analysis. */
    boolean publishes(AnalysisCall call) {
        try {
            PluginAnalysis analysis = workspace.contributed().analysis(call.analysis());
            return analysis.segments() || analysis.scores();
        } catch (AnalyticsException e) {
            return false; // whoever asks it is told
        }
    }

    /** The parameters that a call leaves open; none where there is no such analysis. */
    List<AnalysisParameter> open(AnalysisCall call) {
        try {
            return workspace.contributed().analysis(call.analysis()).parameters().stream()
                    .filter(p -> !call.parameters().containsKey(p.name()))
                    .toList();
        } catch (AnalyticsException e) {
            return List.of(); // whoever asks it is told
        }
    }

    QueryService.Answer ask(
            AnalysisCall call,
            Narrowing asked,
            Subject subject,
            Policy policy,
            Progress progress,
            Consumer<Frame> early,
            CancelSignal cancel) {
        cancel.throwIfCancelled();
        long version = workspace.warehouse().version();
        PluginAnalysis analysis = workspace.contributed().analysis(call.analysis());
        suggest(analysis);
        Map<String, String> parameters = new java.util.TreeMap<>();
        for (AnalysisParameter p : analysis.parameters()) {
            parameters.put(p.name(), p.initial());
        }
        parameters.putAll(call.parameters());
        Key key = new Key(
                analysis,
                parameters,
                asked,
                workspace.metrics(),
                version,
                subject,
                policy.fingerprint(),
                workspace.settings().now().fingerprint(),
                goalAskers.contains(analysis) ? goals.apply(cancel) : List.of(),
                workspace.sets().state(asked.filters())
                        + workspace.segments().state()
                        + workspace.live().state());
        Frame kept = cache.get(key);
        if (kept != null) {
            return new QueryService.Answer(kept, true);
        }
        Context context =
                new Context(asked, null, subject, policy, queries.facts(policy, cancel), progress, early, cancel);
        Frame frame = analysis.run(call.parameters(), context);
        cancel.throwIfCancelled();
        Frame told = context.told(frame);
        List<Goal> heard = context.goals;
        if (heard != null) {
            goalAskers.add(analysis);
        }
        cache.put(heard == null ? key : key.with(heard), told);
        return new QueryService.Answer(told, false);
    }

    /** A suggestion that fails is none: the analysis itself says what is wrong. */
    private void suggest(PluginAnalysis analysis) {
        try {
            suggested.put(
                    analysis.id(), analysis.suggestions(workspace.segments().scores(null)));
        } catch (AnalyticsException e) {
            suggested.remove(analysis.id());
            LOG.warn("The analysis {} suggests nothing: {}", analysis.id(), e.getMessage());
        }
    }

    /** What the analyses of some calls suggested when they were last asked, as far as the calls leave it open; each once. Answers at once. */
    List<Suggestion> suggestions(List<AnalysisCall> calls) {
        Set<Suggestion> all = new LinkedHashSet<>();
        for (AnalysisCall call : calls) {
            Set<String> open = open(call).stream().map(AnalysisParameter::name).collect(Collectors.toSet());
            suggested.forEach((id, some) -> {
                if (id.answersTo(call.analysis())) {
                    some.stream()
                            .filter(s -> open.containsAll(s.parameters().keySet()))
                            .forEach(all::add);
                }
            });
        }
        return List.copyOf(all);
    }

    /**
     * What came of work on things as they were, and what is to be said about it.
     *
     * @param caveats those of all that was asked
     */
    record Known<T>(T result, List<Caveat> caveats) {}

    /** Lets an analysis work on things as they were at the end of the period's last day: order lines and other rows with a moment that came later are not there. */
    <T> Known<T> known(
            Narrowing asked,
            Subject subject,
            Policy policy,
            Progress progress,
            CancelSignal cancel,
            Function<AnalysisContext, T> work) {
        Context context = new Context(
                asked,
                asked.period().to(),
                subject,
                policy,
                queries.facts(policy, cancel),
                progress,
                frame -> {},
                cancel);
        T result = work.apply(context);
        cancel.throwIfCancelled();
        return new Known<>(result, context.caveats(List.of()));
    }

    /** What an analysis works with; hears of all doubts that its answers carry. */
    private final class Context implements AnalysisContext {
        private final Narrowing asked;
        private final @Nullable LocalDate until;
        private final Subject subject;
        private final Policy policy;
        private final LineFacts facts;
        private final Progress progress;
        private final Consumer<Frame> early;
        private final CancelSignal cancel;
        private volatile @Nullable List<Goal> goals;
        private final Set<Caveat> caveats = Collections.synchronizedSet(new LinkedHashSet<>());

        Context(
                Narrowing asked,
                @Nullable LocalDate until,
                Subject subject,
                Policy policy,
                LineFacts facts,
                Progress progress,
                Consumer<Frame> early,
                CancelSignal cancel) {
            this.asked = asked;
            this.until = until;
            this.subject = subject;
            this.policy = policy;
            this.facts = facts;
            this.progress = progress;
            this.early = early;
            this.cancel = cancel;
        }

        @Override
        public Frame query(MetricQuery query) {
            MetricQuery narrowed = until == null ? query : query.during(known(query.period(), until));
            for (Filter filter : asked.filters()) {
                narrowed = narrowed.where(filter);
            }
            return heard(queries.ask(narrowed, subject, policy, until, cancel));
        }

        @Override
        public Frame rows(RowQuery asking) {
            RowQuery query = until == null || model(asking).time().isEmpty()
                    ? asking
                    : asking.during(known(asking.period(), until));
            if (!query.table().equals(CustomerModel.ORDER_LINE)
                    || asked.filters().isEmpty()) {
                return heard(queries.ask(query, subject, policy, until, cancel));
            }
            List<Filter> all = new ArrayList<>(query.filters());
            all.addAll(asked.filters());
            return heard(queries.ask(query.filtered(all), subject, policy, until, cancel));
        }

        private CustomerModel.Table model(RowQuery query) {
            return workspace.metrics().model().table(query.table());
        }

        /** As much of a period as lies up to a day; days without any rows if none does. */
        private static Period known(Period period, LocalDate until) {
            LocalDate from = period.from();
            LocalDate to = period.to();
            if (from != null && from.isAfter(until)) {
                return new Period(NEVER, NEVER);
            }
            return new Period(from, to == null || to.isAfter(until) ? until : to);
        }

        private Frame heard(QueryService.Answer answer) {
            caveats.addAll(answer.frame().caveats());
            return answer.frame();
        }

        /** What an analysis found, with all doubts of what it was found from. */
        Frame told(Frame frame) {
            return frame.withCaveats(caveats(frame.caveats())).asOf(facts.last());
        }

        @Override
        public void early(Frame frame) {
            cancel.throwIfCancelled();
            early.accept(told(frame));
        }

        /** Those that the analysis has not said itself. */
        List<Caveat> caveats(List<Caveat> said) {
            synchronized (caveats) {
                return caveats.stream().filter(c -> !said.contains(c)).toList();
            }
        }

        @Override
        public Period period() {
            return asked.period();
        }

        @Override
        public List<Filter> filters() {
            return asked.filters();
        }

        @Override
        public @Nullable LocalDate firstDay() {
            return day(facts.first());
        }

        @Override
        public @Nullable LocalDate lastDay() {
            LocalDate last = day(facts.last());
            return until != null && last != null && last.isAfter(until) ? until : last;
        }

        private static @Nullable LocalDate day(@Nullable LocalDateTime moment) {
            return moment == null ? null : moment.toLocalDate();
        }

        @Override
        public MetricDefinition metric(String id) {
            return workspace.knownMetrics().resolve(id);
        }

        @Override
        public List<Goal> goals() {
            List<Goal> heard = goals;
            if (heard == null) {
                heard = AnalysisService.this.goals.apply(cancel);
                goals = heard;
            }
            return heard;
        }

        @Override
        public List<PublishedScore> scores() {
            return workspace.segments().scores(until);
        }

        @Override
        public String segments(String name, List<String> segments, Members members) {
            members.sizes(segments.size());
            LocalDate last = lastDay();
            LocalDate to = asked.period().to();
            LocalDate known = last == null ? LocalDate.EPOCH : to == null || to.isAfter(last) ? last : to;
            return workspace.live().dimension(name, segments, members, known, cancel);
        }

        @Override
        public List<PublishedSegments> segmentations() {
            return workspace.segments().segmentations();
        }

        @Override
        public CustomerModel model() {
            return workspace.metrics().model();
        }

        @Override
        public Progress progress() {
            return progress;
        }

        @Override
        public CancelSignal cancel() {
            return cancel;
        }
    }
}
