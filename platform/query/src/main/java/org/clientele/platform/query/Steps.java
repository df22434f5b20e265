package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The steps of time of a question: which are shown, and which days each stands for.
 *
 * @param query the question, of the days whose steps are shown
 * @param grain the finest steps it asks by; empty without any
 * @param over the windows that they stand for, or null where each stands for itself
 * @param caveats what is to be said of them
 */
record Steps(MetricQuery query, Optional<Grain> grain, MetricStatement.@Nullable Over over, List<Caveat> caveats) {
    private static final Texts TEXTS = Texts.of(Steps.class);

    /**
     * The steps of a question.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if windows are asked for without steps, or with steps of two kinds;
     *     NOTHING_YET if what is not over shall be left out, and nothing else is there
     */
    static Steps of(MetricQuery asked, QueryContext context) {
        List<Grain> grains = asked.dimensions().stream()
                .flatMap(d -> Names.grain(d).stream())
                .toList();
        Optional<Grain> finest = grains.stream().min(Comparator.naturalOrder());
        List<Caveat> caveats = new ArrayList<>();
        MetricQuery query = asked;
        if (finest.isPresent() && asked.incomplete() == Incomplete.LEFT_OUT) {
            query = complete(asked, finest.get(), context, caveats);
        }
        Running running = asked.running();
        if (running.isNone()) {
            return new Steps(query, finest, null, caveats);
        }
        if (grains.size() != 1) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(grains.isEmpty() ? "steps.by_none" : "steps.by_several", running));
        }
        return windowed(query, finest.get(), context, caveats);
    }

    private static Steps windowed(MetricQuery query, Grain grain, QueryContext context, List<Caveat> caveats) {
        Running running = query.running();
        LocalDate first = day(context.firstRow());
        LocalDate last = day(context.dataAsOf());
        BusinessCalendar calendar = context.calendar();
        Windows own = Windows.of(running, grain, query.period(), calendar, first, last);
        Windows wholes = running.kind() == Running.Kind.SHARE
                ? Windows.wholes(running, grain, query.period(), calendar, first, last)
                : null;
        Windows widest = wholes == null ? own : wholes;
        if (first != null && last != null) {
            uncovered(query, grain, calendar, widest, first).ifPresent(caveats::add);
            if (wholes != null && !wholes.labels().isEmpty()) {
                openWhole(running, calendar, wholes, last).ifPresent(caveats::add);
            }
        }
        return new Steps(query, Optional.of(grain), new MetricStatement.Over(running, own, wholes), caveats);
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }

    private static Optional<Caveat> uncovered(
            MetricQuery query, Grain grain, BusinessCalendar calendar, Windows windows, LocalDate first) {
        Running running = query.running();
        LocalDate from = query.period().from();
        LocalDate shown = calendar.floor(grain, from == null || from.isBefore(first) ? first : from);
        boolean counted = running.kind() == Running.Kind.ROLLING || running.kind() == Running.Kind.MEAN;
        if (counted) {
            boolean left =
                    windows.labels().isEmpty() || windows.labels().get(0).step().isAfter(shown);
            return left
                    ? Optional.of(Caveat.of(
                            Caveat.Kind.ROWS_EXCLUDED,
                            TEXTS.get("steps.fewer." + calendar.word(grain), first, running.steps())))
                    : Optional.empty();
        }
        boolean cut = running.kind() != Running.Kind.CUMULATIVE
                && windows.labels().stream().anyMatch(l -> l.from().isBefore(first));
        return cut
                ? Optional.of(Caveat.of(
                        Caveat.Kind.ASSUMPTION,
                        TEXTS.get("steps.data_begins_on_within_counts", first, calendar.noun(running.within()))))
                : Optional.empty();
    }

    private static Optional<Caveat> openWhole(
            Running running, BusinessCalendar calendar, Windows wholes, LocalDate last) {
        LocalDate end = wholes.labels().get(wholes.labels().size() - 1).to();
        LocalDate over = calendar.last(running.within(), end);
        return last.isBefore(over)
                ? Optional.of(Caveat.of(
                        Caveat.Kind.PERIOD_INCOMPLETE,
                        TEXTS.get("steps.last_is_not_over_shares", calendar.noun(running.within()), last)))
                : Optional.empty();
    }

    /** The same for those days whose steps are whole. */
    private static MetricQuery complete(MetricQuery asked, Grain grain, QueryContext context, List<Caveat> caveats) {
        LocalDate last = day(context.dataAsOf());
        if (last == null) {
            return asked;
        }
        BusinessCalendar calendar = context.calendar();
        Period period = asked.period();
        LocalDate end = period.to() == null || period.to().isAfter(last) ? last : period.to();
        LocalDate to = calendar.last(grain, end).equals(end)
                ? end
                : calendar.floor(grain, end).minusDays(1);
        LocalDate from = period.from();
        if (from != null && !calendar.floor(grain, from).equals(from)) {
            from = calendar.plus(grain, calendar.floor(grain, from), 1);
        }
        LocalDate first = day(context.firstRow());
        if (first == null || to.isBefore(from == null ? first : from)) {
            throw new AnalyticsException(
                    ErrorCode.NOTHING_YET, TEXTS.get("steps.no_these_days_is_over", calendar.noun(grain)));
        }
        if (to.isBefore(end)) {
            caveats.add(Caveat.of(
                    Caveat.Kind.ROWS_EXCLUDED,
                    TEXTS.get(
                            end.equals(last) ? "steps.not_whole_data" : "steps.not_whole_period",
                            calendar.noun(grain),
                            to.plusDays(1),
                            calendar.last(grain, end),
                            end)));
        }
        if (from != null && !from.equals(period.from())) {
            caveats.add(Caveat.of(
                    Caveat.Kind.ROWS_EXCLUDED,
                    TEXTS.get("steps.days_before_are_no_whole", from, calendar.noun(grain))));
        }
        return asked.during(new Period(from, to));
    }

    /** All days that count somewhere. */
    Period reach() {
        MetricStatement.Over windows = over;
        if (windows == null) {
            return query.period();
        }
        Windows wholes = windows.wholes();
        return wholes == null ? windows.own().reach() : wholes.reach();
    }

    boolean isShare() {
        return query.running().kind() == Running.Kind.SHARE;
    }

    /** What values of a type become. */
    ValueType returned(ValueType type) {
        boolean number = type.kind() == ColumnType.DECIMAL || type.kind() == ColumnType.INTEGER;
        return number && (isShare() || query.running().kind() == Running.Kind.MEAN) ? ValueType.DOUBLE : type;
    }

    /** For labels: ", year to date", or "". */
    String words() {
        return over == null ? "" : ", " + query.running().label(grain.orElse(Grain.DAY));
    }

    /** @throws AnalyticsException ARGUMENT_INVALID where windows cannot be worked out */
    void check(MetricStatement statement) {
        if (over == null || query.running().kind() == Running.Kind.MEAN) {
            return;
        }
        Set<Term> moments = new LinkedHashSet<>();
        statement.filters().forEach(f -> f.walk(t -> add(moments, t)));
        statement.metrics().forEach(m -> m.term().walk(t -> add(moments, t)));
        if (moments.size() > 1) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("steps.windows_time_are_worked_out", moments.size()));
        }
    }

    private static void add(Set<Term> moments, Term term) {
        if (term instanceof Term.InPeriod in) {
            moments.add(in);
        }
    }
}
