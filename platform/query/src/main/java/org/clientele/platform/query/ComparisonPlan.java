package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a query is compared with, as far as the data reaches, and what is to be said about it.
 *
 * @param shift how far the rows of the base are moved forward, or null if there is no base
 * @param coveredFrom the first day of the present whose base the data covers wholly; null without a base
 * @param cut the moment of the present up to which rows of the base count; null without a base
 * @param caveats the doubts
 */
record ComparisonPlan(
        @Nullable Shift shift,
        @Nullable LocalDate coveredFrom,
        @Nullable LocalDateTime cut,
        List<Caveat> caveats) {
    private static final Texts TEXTS = Texts.of(ComparisonPlan.class);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The plan for a query by some steps. */
    static ComparisonPlan of(Steps steps, QueryContext context) {
        MetricQuery query = steps.query();
        Optional<Grain> grain = steps.grain();
        ComparisonPlan plan = base(steps, context);
        boolean samePart = query.incomplete() == Incomplete.SAME_PART;
        Optional<Caveat> incomplete = incomplete(query, grain, context, plan.shift() != null, samePart);
        incomplete.ifPresent(plan.caveats()::add);
        LocalDateTime asOf = context.dataAsOf();
        if (plan.shift() == null || asOf == null) {
            return plan;
        }
        // A period that is over is compared with the whole of the other; a running one, or a day, with the same part.
        boolean running =
                samePart && grain.isEmpty() && endsWithTheData(query.period().to(), asOf, context.calendar());
        boolean whole = incomplete.isEmpty() && !running && !grain.equals(Optional.of(Grain.DAY));
        LocalDate day = asOf.toLocalDate();
        LocalDate last = whole || samePart ? day : wholeEnd(query.period().to(), grain, day, context.calendar());
        LocalDateTime cut = whole || !samePart ? last.plusDays(1).atStartOfDay().minusNanos(1000) : asOf;
        if (incomplete.isEmpty() && running) {
            plan.caveats()
                    .add(Caveat.of(
                            Caveat.Kind.PERIOD_INCOMPLETE,
                            TEXTS.get("comparison.plan.period_ends_where_data_ends", MINUTES.format(asOf))));
        }
        return new ComparisonPlan(plan.shift(), plan.coveredFrom(), cut, plan.caveats());
    }

    /** The day with which the last step or the period will be over. */
    private static LocalDate wholeEnd(
            @Nullable LocalDate to, Optional<Grain> grain, LocalDate asOf, BusinessCalendar calendar) {
        LocalDate end = grain.map(g -> calendar.last(g, asOf)).orElse(to == null ? asOf : to);
        return to != null && to.isBefore(end) && grain.isPresent() ? to : end;
    }

    // The end of a month is one that somebody meant; any other day is the end of the data so far.
    private static boolean endsWithTheData(@Nullable LocalDate to, LocalDateTime asOf, BusinessCalendar calendar) {
        LocalDate day = asOf.toLocalDate();
        return (to == null || to.equals(day)) && !day.equals(calendar.last(Grain.MONTH, day));
    }

    private static ComparisonPlan base(Steps asked, QueryContext context) {
        MetricQuery query = asked.query();
        Optional<Grain> grain = asked.grain();
        List<Caveat> caveats = new ArrayList<>();
        if (query.comparison() == Comparison.NONE) {
            return new ComparisonPlan(null, null, null, caveats);
        }
        LocalDateTime first = context.firstRow();
        LocalDateTime asOf = context.dataAsOf();
        if (first == null || asOf == null) {
            return none(caveats, TEXTS.get("comparison.plan.there_is_no_data_yet"));
        }
        LocalDate from = query.period().from();
        if (grain.isEmpty() && from == null) {
            return none(caveats, TEXTS.get("comparison.plan.period_has_no_first_day"));
        }
        LocalDate asOfDay = asOf.toLocalDate();
        if (from != null && from.isAfter(asOfDay)) {
            return none(caveats, TEXTS.get("comparison.plan.data_ends_on_before_period", MINUTES.format(asOf), from));
        }
        BusinessCalendar calendar = context.calendar();
        LocalDate begin = first.toLocalDate();
        MetricStatement.Over over = asked.over();
        if (over != null) {
            return windows(query, grain.orElseThrow(), over, calendar, begin, asOfDay, caveats);
        }
        Shift shift = shift(query, grain, asOfDay, calendar);
        return grain.isPresent()
                ? steps(query.period(), grain.get(), shift, calendar, begin, asOfDay, caveats)
                : whole(new Period(from == null ? begin : from, query.period().to()), shift, begin, asOfDay, caveats);
    }

    /** Windows are compared with those that lie a year, or their own length, before. */
    private static ComparisonPlan windows(
            MetricQuery query,
            Grain grain,
            MetricStatement.Over over,
            BusinessCalendar calendar,
            LocalDate begin,
            LocalDate asOf,
            List<Caveat> caveats) {
        Shift shift = windowShift(query, grain, calendar, asOf).orElse(null);
        if (shift == null) {
            return none(
                    caveats,
                    query.running().kind() == Running.Kind.CUMULATIVE
                            ? TEXTS.get("comparison.plan.period_has_no_first_day_2")
                            : TEXTS.get(
                                    "comparison.plan.years_weeks_have_steps_several",
                                    query.running().steps()));
        }
        Windows wholes = over.wholes();
        List<Windows.Label> labels = (wholes == null ? over.own() : wholes).labels();
        LocalDate covered = labels.stream()
                .map(Windows.Label::from)
                .filter(from -> !shift.back(from).isBefore(begin))
                .findFirst()
                .orElse(null);
        if (covered == null) {
            return none(caveats, TEXTS.get("comparison.plan.data_begins_on_ends_on", begin, asOf, shift));
        }
        if (labels.get(0).from().isBefore(covered)) {
            caveats.add(Caveat.of(
                    Caveat.Kind.NO_COMPARISON,
                    TEXTS.get("comparison.plan.data_begins_on_what_begins", begin, covered)));
        }
        unmatched(covered, end(query.period(), asOf), grain == Grain.DAY, shift, caveats);
        return new ComparisonPlan(shift, covered, null, caveats);
    }

    private static Optional<Shift> windowShift(
            MetricQuery query, Grain grain, BusinessCalendar calendar, LocalDate asOf) {
        Running running = query.running();
        boolean counted = running.kind() == Running.Kind.ROLLING || running.kind() == Running.Kind.MEAN;
        if (query.comparison() == Comparison.YEAR_BEFORE) {
            return Optional.of(Shift.year(counted ? Optional.of(grain) : Optional.empty(), calendar));
        }
        if (counted) {
            return Shift.steps(grain, running.steps(), calendar);
        }
        if (running.kind() == Running.Kind.CUMULATIVE) {
            LocalDate from = query.period().from();
            return from == null
                    ? Optional.empty()
                    : Optional.of(Shift.length(from, end(query.period(), asOf), calendar));
        }
        return Optional.of(Shift.step(running.within(), calendar));
    }

    private static Shift shift(MetricQuery query, Optional<Grain> grain, LocalDate asOf, BusinessCalendar calendar) {
        if (query.comparison() == Comparison.YEAR_BEFORE) {
            return Shift.year(grain, calendar);
        }
        LocalDate from = query.period().from();
        LocalDate to = query.period().to();
        return grain.map(g -> Shift.step(g, calendar))
                .orElseGet(() -> Shift.length(from == null ? asOf : from, to == null ? asOf : to, calendar));
    }

    private static String unmatched(LocalDate day, Shift shift) {
        return shift.weeks() == null
                ? TEXTS.get(
                        "comparison.plan.there_is_no_29_february",
                        String.valueOf(shift.back(day).getYear()),
                        day)
                : TEXTS.get("comparison.plan.year_before_has_52_weeks", day);
    }

    /** What of the days of the present nothing of the base reaches, and what of the base reaches no day. */
    private static void unmatched(LocalDate first, LocalDate last, boolean daily, Shift shift, List<Caveat> caveats) {
        Shift.Weeks weeks = shift.weeks();
        boolean weekly = weeks != null;
        if (first.isAfter(last) || !weekly && !daily) {
            return;
        }
        LocalDate begin = weeks != null ? weeks.calendar().floor(Grain.WEEK, first) : first;
        begin.datesUntil(last.plusDays(1), weekly ? java.time.Period.ofWeeks(1) : java.time.Period.ofDays(1))
                .filter(day -> !shift.reaches(day))
                .limit(1)
                .forEach(day -> caveats.add(Caveat.of(Caveat.Kind.NO_COMPARISON, unmatched(day, shift))));
        if (weekly) {
            shift.back(begin)
                    .datesUntil(shift.back(last).plusDays(8), java.time.Period.ofWeeks(1))
                    .filter(day -> shift.forward(day) == null)
                    .limit(1)
                    .forEach(day -> caveats.add(Caveat.of(
                            Caveat.Kind.NO_COMPARISON, TEXTS.get("comparison.plan.n_53rd_week_year_before", day))));
        }
    }

    private static ComparisonPlan whole(
            Period period, Shift shift, LocalDate begin, LocalDate asOf, List<Caveat> caveats) {
        LocalDate from = Objects.requireNonNull(period.from());
        LocalDate base = shift.back(from);
        if (!shift.reaches(from) && (shift.weeks() != null || from.equals(period.to()))) {
            return none(caveats, unmatched(from, shift));
        }
        if (base.isBefore(begin)) {
            return none(caveats, TEXTS.get("comparison.plan.data_begins_on_after_period", begin, base));
        }
        unmatched(from, end(period, asOf), false, shift, caveats);
        return new ComparisonPlan(shift, from, null, caveats);
    }

    private static LocalDate end(Period period, LocalDate asOf) {
        LocalDate to = period.to();
        return to == null || to.isAfter(asOf) ? asOf : to;
    }

    private static ComparisonPlan steps(
            Period period,
            Grain grain,
            Shift shift,
            BusinessCalendar calendar,
            LocalDate begin,
            LocalDate asOf,
            List<Caveat> caveats) {
        LocalDate from = period.from();
        LocalDate shown = from == null || from.isBefore(begin) ? begin : from;
        LocalDate covered = from == null ? calendar.floor(grain, begin) : from;
        for (LocalDate step = calendar.floor(grain, shown);
                shift.back(covered).isBefore(begin);
                step = calendar.plus(grain, step, 1)) {
            LocalDate next = from == null || step.isAfter(from) ? step : from;
            covered = next;
        }
        if (covered.isAfter(asOf)) {
            return none(caveats, TEXTS.get("comparison.plan.data_begins_on_ends_on", begin, asOf, shift));
        }
        if (covered.isAfter(shown)) {
            caveats.add(Caveat.of(
                    Caveat.Kind.NO_COMPARISON, TEXTS.get("comparison.plan.data_begins_on_what_lies", begin, covered)));
        }
        unmatched(covered, end(period, asOf), grain == Grain.DAY, shift, caveats);
        return new ComparisonPlan(shift, covered, null, caveats);
    }

    private static ComparisonPlan none(List<Caveat> caveats, String why) {
        caveats.add(Caveat.of(Caveat.Kind.NO_COMPARISON, why));
        return new ComparisonPlan(null, null, null, caveats);
    }

    // Days are the precision: a last day whose shop has closed has no later row to prove it.
    private static Optional<Caveat> incomplete(
            MetricQuery query, Optional<Grain> grain, QueryContext context, boolean compared, boolean samePart) {
        LocalDateTime asOf = context.dataAsOf();
        BusinessCalendar calendar = context.calendar();
        LocalDate to = query.period().to();
        if (asOf == null || grain.isEmpty() && to == null) {
            return Optional.empty();
        }
        LocalDate from = query.period().from();
        LocalDate day = asOf.toLocalDate();
        LocalDate start = grain.map(g -> calendar.floor(g, day)).orElse(from);
        LocalDate end = grain.map(g -> calendar.last(g, day)).orElse(to);
        // A period that ends with the data, such as the year to date, does not make its last step whole.
        boolean cut = to != null && endsWithTheData(to, asOf, calendar);
        if (end == null || to != null && to.isBefore(end) && !cut) {
            end = to;
        }
        if (end == null || !day.isBefore(end)) {
            return Optional.empty();
        }
        String what = grain.map(g -> TEXTS.get("comparison.plan.last." + calendar.word(g)))
                .orElseGet(() -> TEXTS.get("comparison.plan.period"));
        LocalDate begins = start != null && from != null && from.isAfter(start) ? from : start;
        String open = begins == null
                ? TEXTS.get("comparison.plan.not_over_until", what, end, MINUTES.format(asOf))
                : TEXTS.get("comparison.plan.not_over", what, end, MINUTES.format(asOf), begins);
        return Optional.of(Caveat.of(
                Caveat.Kind.PERIOD_INCOMPLETE,
                compared && (samePart || !cut)
                        ? TEXTS.get(samePart ? "comparison.plan.with_same_part" : "comparison.plan.with_whole", open)
                        : open));
    }
}
