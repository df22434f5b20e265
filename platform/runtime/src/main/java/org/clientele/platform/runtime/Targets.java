package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.MetricTarget;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a metric should have come to in some days, and how that is worked out. Each day takes its target from the first of: a
 * goal that was set, one that came with the data, the metric itself; among goals of one rank from that for exactly these days,
 * else the one for the fewest. A goal whose days are only in part on show is due in part, by {@link TargetShare}. A goal counts
 * for its own part of the data only. Thread-safe; methods block.
 */
final class Targets {
    private static final Texts TEXTS = Texts.of(Targets.class);

    /** How far months may miss their whole, as a share of it, and count as adding up: orders that span midnight. */
    private static final double ADDS_UP = 0.005;

    private final Workspace workspace;
    private final QueryService queries;
    private final Function<CancelSignal, List<Goal>> goals;
    private final ValueFormat format;

    Targets(Workspace workspace, QueryService queries, Function<CancelSignal, List<Goal>> goals, ValueFormat format) {
        this.workspace = workspace;
        this.format = format;
        this.queries = queries;
        this.goals = goals;
    }

    /**
     * A target and where it comes from.
     *
     * @param value in the metric's unit; NaN where there is none
     * @param rule how it comes about, or why there is none and how to set one, in sentences
     */
    record Found(double value, String rule) {}

    /** Days in a row that have their target from one source. */
    private record Piece(Source source, LocalDate from, LocalDate to) {
        long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }

        boolean whole() {
            return from.equals(source.from()) && to.equals(source.to());
        }
    }

    /** A target for some days, whoever set it. */
    private record Source(String name, int rank, LocalDate from, LocalDate to, double value) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }
    }

    /** The target of a metric of a question without dimensions. */
    Found of(MetricQuery asked, String metric, Unit unit, Subject subject, Policy policy, CancelSignal cancel) {
        MetricDefinition known = workspace.knownMetrics().resolve(metric);
        LineFacts facts = queries.facts(policy, cancel);
        if (facts.first() == null || facts.last() == null) {
            return none(TEXTS.get("targets.no_data_yet_no_target"));
        }
        LocalDate last = facts.last().toLocalDate();
        LocalDate from = asked.period().from() == null
                ? facts.first().toLocalDate()
                : asked.period().from();
        LocalDate end = asked.period().to();
        LocalDate to = end == null || end.isAfter(last) ? last : end;
        if (to.isBefore(from)) {
            return none(TEXTS.get("targets.data_does_not_reach_these"));
        }
        Asked question = new Asked(
                asked, known, unit, subject, policy, cancel, last, facts.first().toLocalDate());
        MetricTarget own = known.target();
        List<Source> sources = sources(question, from, end == null ? last : end);
        List<Piece> pieces = pieces(sources, question, from, to);
        if (pieces.isEmpty()) {
            return own.isSet() && own.per() == null
                    ? new Found(own.value(), TEXTS.get("targets.metric_own_target_for_any", written(own.value(), unit)))
                    : none(missing(sources, question, from, to));
        }
        return due(pieces, question);
    }

    /** What is asked, and by whom. */
    record Asked(
            MetricQuery query,
            MetricDefinition metric,
            Unit unit,
            Subject subject,
            Policy policy,
            CancelSignal cancel,
            LocalDate last,
            LocalDate first) {
        boolean level() {
            return unit.isRatio() || !unit.denominator().isEmpty();
        }
    }

    private static Found none(String why) {
        return new Found(Double.NaN, why);
    }

    /** Goals for this metric and part, best first; those for exactly these days before others of their rank. */
    private List<Source> sources(Asked asked, LocalDate from, LocalDate to) {
        Part part = Part.of(asked.query().filters());
        if (part == null) {
            return List.of();
        }
        List<Source> all = new ArrayList<>();
        String id = asked.metric().id().toString();
        for (Goal goal : goals.apply(asked.cancel())) {
            if (goal.metric().equals(id)
                    && goal.dimension().equals(part.dimension())
                    && goal.member().equals(part.member())) {
                String name = goal.imported()
                        ? TEXTS.get("targets.imported_target")
                        : TEXTS.get("targets.goal", goal.title());
                all.add(new Source(name, goal.imported() ? 1 : 0, goal.from(), goal.to(), goal.target()));
            }
        }
        all.sort(Comparator.comparingInt(Source::rank)
                .thenComparing(s -> !(s.from().equals(from) && s.to().equals(to)))
                .thenComparingLong(Source::days)
                .thenComparing(Source::from));
        return all;
    }

    /** The part of the data that is on show, if goals can name it. */
    private record Part(String dimension, String member) {
        static @Nullable Part of(List<Filter> filters) {
            if (filters.isEmpty()) {
                return new Part("", "");
            }
            if (filters.size() == 1
                    && filters.get(0) instanceof Filter.Members members
                    && !members.exclude()
                    && members.members().size() == 1) {
                String member = members.members().get(0);
                return member == null ? null : new Part(members.dimension(), member);
            }
            return null;
        }
    }

    /** The days from source to source; empty where some day has none. */
    private List<Piece> pieces(List<Source> sources, Asked asked, LocalDate from, LocalDate to) {
        List<Piece> pieces = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Source best = source(sources, asked, day);
            if (best == null) {
                return List.of();
            }
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).source().equals(best)) {
                pieces.set(last, new Piece(best, pieces.get(last).from(), day));
            } else {
                pieces.add(new Piece(best, day, day));
            }
        }
        return pieces;
    }

    private @Nullable Source source(List<Source> sources, Asked asked, LocalDate day) {
        for (Source s : sources) {
            if (s.covers(day)) {
                return s;
            }
        }
        MetricTarget own = asked.metric().target();
        if (!own.isSet() || own.per() == null || !asked.query().filters().isEmpty()) {
            return null;
        }
        BusinessCalendar calendar = workspace.settings().now().calendar();
        return new Source(
                TEXTS.get("targets.metric_own_target"),
                2,
                calendar.floor(own.per(), day),
                calendar.last(own.per(), day),
                own.value());
    }

    private Found due(List<Piece> pieces, Asked asked) {
        if (asked.level()) {
            double weighted = 0;
            long days = 0;
            for (Piece p : pieces) {
                weighted += p.source().value() * p.days();
                days += p.days();
            }
            return new Found(
                    weighted / days,
                    TEXTS.get(pieces.size() > 1 ? "targets.mean_of" : "targets.from", named(pieces, asked.unit())));
        }
        if (pieces.size() > 1 && !addsUp(pieces, asked)) {
            return none(TEXTS.get(
                    "targets.these_days_have_targets_several",
                    pieces.size(),
                    asked.metric().label()));
        }
        double due = 0;
        List<String> parts = new ArrayList<>();
        for (Piece p : pieces) {
            if (p.whole()) {
                due += p.source().value();
            } else {
                TargetShare share = TargetShare.of(
                        queries,
                        workspace.settings().now().calendar(),
                        asked,
                        new Period(p.source().from(), p.source().to()),
                        new Period(p.from(), p.to()));
                due += p.source().value() * share.share();
                parts.add(share.words());
            }
        }
        String from = named(pieces, asked.unit());
        return new Found(
                due,
                parts.isEmpty()
                        ? TEXTS.get("targets.from", from)
                        : TEXTS.get("targets.due_by_now", from, String.join("; ", parts)));
    }

    /** Whether the months of these days make up their whole. */
    private boolean addsUp(List<Piece> pieces, Asked asked) {
        Period days =
                new Period(pieces.get(0).from(), pieces.get(pieces.size() - 1).to());
        MetricQuery whole = asked.query().during(days).compare(org.clientele.sdk.query.Comparison.NONE);
        double sum = sum(asked, whole.by("month"));
        double all = sum(asked, whole);
        return Math.abs(sum - all) <= ADDS_UP * Math.abs(all);
    }

    private double sum(Asked asked, MetricQuery query) {
        Frame frame = queries.ask(query, asked.subject(), asked.policy(), asked.cancel())
                .frame();
        Column column = frame.column(asked.metric().id().name());
        double sum = 0;
        for (int row = 0; row < frame.rowCount(); row++) {
            sum += column.isNull(row) ? 0 : column.doubleAt(row);
        }
        return sum;
    }

    private String named(List<Piece> pieces, Unit unit) {
        List<Source> sources = pieces.stream().map(Piece::source).distinct().toList();
        Source one = sources.get(0);
        if (sources.size() == 1) {
            return TEXTS.get("targets.for", one.name(), written(one.value(), unit), days(one.from(), one.to()));
        }
        Source end = sources.get(sources.size() - 1);
        String days = days(one.from(), end.to());
        if (sources.stream().allMatch(s -> s.rank() == 1)) {
            return TEXTS.get("targets.imported_from", sources.size(), days);
        }
        return TEXTS.get(
                sources.stream().allMatch(s -> s.rank() == 2) ? "targets.own_from" : "targets.mixed_from",
                sources.size(),
                days);
    }

    private String missing(List<Source> sources, Asked asked, LocalDate from, LocalDate to) {
        if (!asked.query().filters().isEmpty() && Part.of(asked.query().filters()) == null) {
            return TEXTS.get("targets.no_target_for_part_data");
        }
        String command = "clientele goals set " + asked.metric().id().name() + " VALUE --from " + from + " --to " + to;
        return sources.stream()
                .filter(s -> s.covers(to) || s.covers(from))
                .findFirst()
                .map(s -> TEXTS.get("targets.not_for_all", days(from, to), s.name(), days(s.from(), s.to()), command))
                .orElseGet(() -> TEXTS.get("targets.none", command));
    }

    private String written(double value, Unit unit) {
        return format.compact(value, unit);
    }

    static String days(LocalDate from, LocalDate to) {
        return PeriodText.day(from) + " – " + PeriodText.day(to);
    }
}
