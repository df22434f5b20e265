package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
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
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The plan for a query whose finest time dimension is {@code grain}. */
    static ComparisonPlan of(MetricQuery query, Optional<Grain> grain, QueryContext context) {
        ComparisonPlan plan = base(query, grain, context);
        Optional<Caveat> incomplete = incomplete(query, grain, context.dataAsOf(), plan.shift() != null);
        incomplete.ifPresent(plan.caveats()::add);
        LocalDateTime asOf = context.dataAsOf();
        if (plan.shift() == null || asOf == null) {
            return plan;
        }
        // A period that is over is compared with the whole of the other; a running one, or a day, with the same part.
        boolean running = grain.isEmpty() && endsWithTheData(query.period().to(), asOf);
        boolean whole = incomplete.isEmpty() && !running && !grain.equals(Optional.of(Grain.DAY));
        LocalDateTime cut =
                whole ? asOf.toLocalDate().plusDays(1).atStartOfDay().minusNanos(1000) : asOf;
        if (incomplete.isEmpty() && running) {
            plan.caveats()
                    .add(Caveat.of(
                            Caveat.Kind.PERIOD_INCOMPLETE,
                            "The period ends where the data ends, on " + MINUTES.format(asOf)
                                    + ". It is compared with the same part of the one before."));
        }
        return new ComparisonPlan(plan.shift(), plan.coveredFrom(), cut, plan.caveats());
    }

    // The end of a month is one that somebody meant; any other day is the end of the data so far.
    private static boolean endsWithTheData(@Nullable LocalDate to, LocalDateTime asOf) {
        LocalDate day = asOf.toLocalDate();
        return (to == null || to.equals(day)) && day.plusDays(1).getDayOfMonth() != 1;
    }

    private static ComparisonPlan base(MetricQuery query, Optional<Grain> grain, QueryContext context) {
        List<Caveat> caveats = new ArrayList<>();
        if (query.comparison() == Comparison.NONE) {
            return new ComparisonPlan(null, null, null, caveats);
        }
        LocalDateTime first = context.firstRow();
        LocalDateTime asOf = context.dataAsOf();
        if (first == null || asOf == null) {
            return none(caveats, "There is no data yet, so there is nothing to compare with.");
        }
        LocalDate from = query.period().from();
        if (grain.isEmpty() && from == null) {
            return none(
                    caveats,
                    "The period has no first day, so there is no period before it to compare with. Choose a first day.");
        }
        LocalDate asOfDay = asOf.toLocalDate();
        if (from != null && from.isAfter(asOfDay)) {
            return none(
                    caveats,
                    "The data ends on " + MINUTES.format(asOf) + ", before the period begins on " + from + ".");
        }
        Shift shift = shift(query, grain, asOfDay);
        LocalDate begin = first.toLocalDate();
        return grain.isPresent()
                ? steps(query.period(), grain.get(), shift, begin, asOfDay, caveats)
                : whole(from == null ? begin : from, query.period().to(), shift, begin, caveats);
    }

    private static Shift shift(MetricQuery query, Optional<Grain> grain, LocalDate asOf) {
        if (query.comparison() == Comparison.YEAR_BEFORE) {
            return grain.filter(Grain.WEEK::equals).isPresent() ? Shift.YEAR_OF_WEEKS : Shift.YEAR;
        }
        LocalDate from = query.period().from();
        LocalDate to = query.period().to();
        return grain.map(Shift::step).orElseGet(() -> Shift.length(from == null ? asOf : from, to == null ? asOf : to));
    }

    private static String leapDay(LocalDate day, LocalDate base) {
        return "There is no 29 February in " + base.getYear() + ", so " + day + " has nothing to compare with.";
    }

    private static ComparisonPlan whole(
            LocalDate from, @Nullable LocalDate to, Shift shift, LocalDate begin, List<Caveat> caveats) {
        LocalDate base = shift.back(from);
        if (from.equals(to) && !shift.reaches(from)) {
            return none(caveats, leapDay(from, base));
        }
        return base.isBefore(begin)
                ? none(
                        caveats,
                        "The data begins on " + begin + ", after the period to compare with, which begins on " + base
                                + ", so there is no comparison.")
                : new ComparisonPlan(shift, from, null, caveats);
    }

    private static ComparisonPlan steps(
            Period period, Grain grain, Shift shift, LocalDate begin, LocalDate asOf, List<Caveat> caveats) {
        LocalDate from = period.from();
        LocalDate shown = from == null || from.isBefore(begin) ? begin : from;
        LocalDate covered = from == null ? grain.floor(begin) : from;
        for (LocalDate step = grain.floor(shown); shift.back(covered).isBefore(begin); step = grain.plus(step, 1)) {
            LocalDate next = from == null || step.isAfter(from) ? step : from;
            covered = next;
        }
        if (covered.isAfter(asOf)) {
            return none(
                    caveats,
                    "The data begins on " + begin + " and ends on " + asOf + ", so nothing lies " + shift
                            + " before to compare with.");
        }
        if (covered.isAfter(shown)) {
            caveats.add(Caveat.of(
                    Caveat.Kind.NO_COMPARISON,
                    "The data begins on " + begin + ", so what lies before " + covered
                            + " has nothing to compare with."));
        }
        LocalDate to = period.to();
        LocalDate last = to == null || to.isAfter(asOf) ? asOf : to;
        if (grain == Grain.DAY && !covered.isAfter(last)) {
            LocalDate first = covered;
            first.datesUntil(last.plusDays(1))
                    .filter(day -> !shift.reaches(day))
                    .limit(1)
                    .forEach(day -> caveats.add(Caveat.of(Caveat.Kind.NO_COMPARISON, leapDay(day, shift.back(day)))));
        }
        return new ComparisonPlan(shift, covered, null, caveats);
    }

    private static ComparisonPlan none(List<Caveat> caveats, String why) {
        caveats.add(Caveat.of(Caveat.Kind.NO_COMPARISON, why));
        return new ComparisonPlan(null, null, null, caveats);
    }

    // Days are the precision: a last day whose shop has closed has no later row to prove it.
    private static Optional<Caveat> incomplete(
            MetricQuery query, Optional<Grain> grain, @Nullable LocalDateTime asOf, boolean compared) {
        LocalDate to = query.period().to();
        if (asOf == null || grain.isEmpty() && to == null) {
            return Optional.empty();
        }
        LocalDate from = query.period().from();
        LocalDate day = asOf.toLocalDate();
        LocalDate start = grain.map(g -> g.floor(day)).orElse(from);
        LocalDate end = grain.map(g -> g.plus(g.floor(day), 1).minusDays(1)).orElse(to);
        if (end == null || to != null && to.isBefore(end)) {
            end = to;
        }
        if (end == null || !day.isBefore(end)) {
            return Optional.empty();
        }
        String what =
                grain.map(g -> "The last " + g.name().toLowerCase(Locale.ROOT)).orElse("The period");
        LocalDate begins = start != null && from != null && from.isAfter(start) ? from : start;
        String part = compared ? " It is compared with the same part of the one before." : "";
        return Optional.of(Caveat.of(
                Caveat.Kind.PERIOD_INCOMPLETE,
                what + " (" + (begins == null ? "" : begins + " ") + "to " + end + ") is not over: the data ends on "
                        + MINUTES.format(asOf) + "." + part));
    }
}
