package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.executive.forecast.History;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Works out where goals stand, from the answers that the person may see. */
final class Standings {
    private static final Texts TEXTS = Texts.of(Standings.class);

    /** A goal whose rest is longer is forecast by month, where there are two full years of months. */
    private static final long DAILY_REST = 62;
    /** Days before that tell little of the next, and take long. */
    private static final int MOST_DAYS = 800;

    private static final int LEAST_DAYS = 28;
    private static final int LEAST_MONTHS = 24;
    private static final int SPANS = 24;
    private static final int POINTS = 31;
    /** What is sold later in the evening is little. */
    private static final LocalTime CLOSING = LocalTime.of(20, 0);

    private final AnalysisContext context;
    private final LocalDate first;
    private final LocalDate newest;
    private final LocalDate asOf;

    private Standings(AnalysisContext context, LocalDate first, LocalDate newest, LocalDate asOf) {
        this.context = context;
        this.first = first;
        this.newest = newest;
        this.asOf = asOf;
    }

    /** At the end of the page's period, or of the data where that is earlier; empty where there is no data up to then. */
    static Optional<Standings> of(AnalysisContext context) {
        LocalDate first = context.firstDay();
        LocalDate newest = context.lastDay();
        LocalDate wanted = context.period().to();
        if (first == null || newest == null || wanted != null && wanted.isBefore(first)) {
            return Optional.empty();
        }
        LocalDate asOf = wanted == null || wanted.isAfter(newest) ? newest : wanted;
        return Optional.of(new Standings(context, first, newest, asOf));
    }

    LocalDate asOf() {
        return asOf;
    }

    /**
     * The goals that matter on the day: those that run, else those that begin next, else those that ended last; set ones before
     * imported ones, whole ones before parts, long ones before short ones.
     */
    List<Goal> goals() {
        List<Goal> all =
                context.goals().stream().filter(g -> known(g).isPresent()).toList();
        List<Goal> running = all.stream()
                .filter(g -> !g.from().isAfter(asOf) && !g.to().isBefore(asOf))
                .toList();
        List<Goal> chosen = new ArrayList<>(running);
        if (chosen.isEmpty()) {
            Optional<LocalDate> next =
                    all.stream().map(Goal::from).filter(d -> d.isAfter(asOf)).min(Comparator.naturalOrder());
            Optional<LocalDate> last =
                    all.stream().map(Goal::to).filter(d -> d.isBefore(asOf)).max(Comparator.naturalOrder());
            all.stream()
                    .filter(g -> next.isPresent()
                            ? g.from().equals(next.get())
                            : last.isPresent() && g.to().equals(last.get()))
                    .forEach(chosen::add);
        }
        chosen.sort(Comparator.comparing(Goal::imported)
                .thenComparing(g -> !g.dimension().isEmpty())
                .thenComparing(g -> -Standing.days(g.from(), g.to()))
                .thenComparing(g -> rank(g.metric()))
                .thenComparing(Goal::title)
                .thenComparing(Goal::id));
        return chosen;
    }

    /** Revenue first: that is what is asked for first. */
    private static int rank(String metric) {
        return metric.endsWith("/revenue") ? 0 : metric.endsWith("/orders") ? 1 : 2;
    }

    private Optional<MetricDefinition> known(Goal goal) {
        try {
            return Optional.of(context.metric(goal.metric()));
        } catch (AnalyticsException e) {
            return Optional.empty();
        }
    }

    private MetricQuery query(Goal goal, LocalDate from, LocalDate to) {
        MetricQuery query = MetricQuery.of(goal.metric()).during(new Period(from, to));
        for (Filter filter : goal.filters()) {
            query = query.where(filter);
        }
        return query;
    }

    private Column value(Goal goal, Frame frame) {
        return frame.column(context.metric(goal.metric()).id().name());
    }

    private double value(Goal goal, LocalDate from, LocalDate to) {
        Frame frame = context.query(query(goal, from, to));
        return frame.rowCount() == 0 ? Double.NaN : value(goal, frame).doubleAt(0);
    }

    /** Where a goal stands, with its projection. */
    Standing standing(Goal goal) {
        context.cancel().throwIfCancelled();
        MetricDefinition metric = context.metric(goal.metric());
        LocalDate end = asOf.isBefore(goal.to()) ? asOf : goal.to();
        boolean begun = !goal.from().isAfter(asOf);
        Frame sum = context.query(query(goal, goal.from(), begun ? end : goal.from()));
        Column column = value(goal, sum);
        double actual = begun && sum.rowCount() > 0 ? column.doubleAt(0) : Double.NaN;
        boolean rate = column.unit().isRatio() || !column.unit().denominator().isEmpty();
        Map<LocalDate, Double> days = rate ? Map.of() : days(goal);
        boolean additive = !rate && addsUp(goal, days);
        double there = additive && begun && Double.isNaN(actual) ? 0 : actual;
        double part = Standing.elapsed(goal, asOf);
        if (additive || !begun || !asOf.isBefore(goal.to())) {
            double due = rate ? goal.target() : goal.target() * part;
            Course course = additive && asOf.isBefore(goal.to()) ? course(goal, days, there) : null;
            Projection projection = course == null ? over(goal, there, metric) : course.projection(goal, less(metric));
            String silence = projection == null
                    ? additive ? TEXTS.get("standings.too_little_history_for") : TEXTS.get("standings.not_begun_yet")
                    : "";
            return new Standing(goal, metric, column.unit(), asOf, there, due, additive, projection, silence);
        }
        Completion completion = completion(goal);
        double due = rate ? goal.target() : goal.target() * (completion.tells() ? completion.usual() : part);
        boolean tells = completion.tells() && actual > 0;
        return new Standing(
                goal,
                metric,
                column.unit(),
                asOf,
                actual,
                due,
                false,
                tells ? grown(goal, completion, actual, metric) : null,
                tells ? "" : TEXTS.get("standings.too_little_history_for_2"));
    }

    private static boolean less(MetricDefinition metric) {
        return metric.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
    }

    private @Nullable Projection over(Goal goal, double actual, MetricDefinition metric) {
        if (asOf.isBefore(goal.to()) || Double.isNaN(actual)) {
            return null;
        }
        boolean met = less(metric) ? actual <= goal.target() : actual >= goal.target();
        return new Projection(actual, actual, actual, met ? 1 : 0, TEXTS.get("standings.goal_s_days_are"));
    }

    private static Projection grown(Goal goal, Completion completion, double actual, MetricDefinition metric) {
        double atLeast = completion.atLeast(actual, goal.target());
        return new Projection(
                completion.whole(actual, 0.5),
                completion.whole(actual, 0.1),
                completion.whole(actual, 0.9),
                less(metric) ? 1 - atLeast : atLeast,
                TEXTS.get("standings.grown", completion.spans()));
    }

    /** The same part and the whole of spans that each begin a month earlier. */
    private Completion completion(Goal goal) {
        long gone = Standing.days(goal.from(), asOf);
        long all = Standing.days(goal.from(), goal.to());
        double[] elapsed = new double[SPANS];
        double[] whole = new double[SPANS];
        int n = 0;
        for (int back = 1; n < SPANS; back++) {
            context.cancel().throwIfCancelled();
            LocalDate from = goal.from().minusMonths(back);
            if (from.isBefore(first)) {
                break;
            }
            if (!from.plusDays(all - 1).isAfter(asOf)) {
                elapsed[n] = value(goal, from, from.plusDays(gone - 1));
                whole[n++] = value(goal, from, from.plusDays(all - 1));
            }
        }
        return new Completion(java.util.Arrays.copyOf(elapsed, n), java.util.Arrays.copyOf(whole, n));
    }

    /** All of history by day. */
    Map<LocalDate, Double> days(Goal goal) {
        Frame frame = context.query(query(goal, first, asOf).by("day"));
        Column steps = frame.column("day");
        Column values = value(goal, frame);
        Map<LocalDate, Double> all = new HashMap<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            if (steps.valueAt(row) instanceof LocalDate day && !values.isNull(row)) {
                all.put(day, values.doubleAt(row));
            }
        }
        return all;
    }

    /** Calendar months, whatever months the workspace counts in: a goal's days are those of the calendar. */
    private static Map<LocalDate, Double> months(Map<LocalDate, Double> days) {
        Map<LocalDate, Double> months = new HashMap<>();
        days.forEach((day, v) -> months.merge(Grain.MONTH.floor(day), v, Double::sum));
        return months;
    }

    /** Whether the days make up the whole: what counts customers, or divides, does not. */
    private boolean addsUp(Goal goal, Map<LocalDate, Double> days) {
        double sum = days.values().stream().mapToDouble(Double::doubleValue).sum();
        double whole = value(goal, first, asOf);
        return Double.isNaN(whole) || Math.abs(sum - whole) <= 1e-6 * Math.max(1, Math.abs(whole));
    }

    /** How an additive goal that is not over goes on; null where there is too little history. */
    @Nullable
    Course course(Goal goal) {
        return course(goal, days(goal), standingActual(goal));
    }

    /** The metric from the goal's first day to a day. */
    double until(Goal goal, LocalDate day) {
        return value(goal, goal.from(), day);
    }

    /** At most {@value #POINTS} days of the goal, evenly spread, up to the day. */
    List<LocalDate> points(Goal goal) {
        LocalDate end = asOf.isBefore(goal.to()) ? asOf : goal.to();
        long days = Standing.days(goal.from(), end);
        List<LocalDate> points = new ArrayList<>();
        for (int i = 1; i <= Math.min(POINTS, days); i++) {
            points.add(goal.from().plusDays(i * days / Math.min(POINTS, days) - 1));
        }
        return points;
    }

    private double standingActual(Goal goal) {
        double actual = goal.from().isAfter(asOf) ? 0 : value(goal, goal.from(), asOf);
        return Double.isNaN(actual) ? 0 : actual;
    }

    private @Nullable Course course(Goal goal, Map<LocalDate, Double> days, double actual) {
        long rest = Standing.days(asOf.plusDays(1), goal.to());
        LocalDate wholeMonth =
                first.getDayOfMonth() == 1 ? first : Grain.MONTH.floor(first).plusMonths(1);
        LocalDate ended = lastEnded();
        LocalDate lastMonth = Grain.MONTH.floor(ended.plusDays(1)).minusDays(1);
        History byMonth = lastMonth.isBefore(wholeMonth) ? null : History.monthly(months(days), wholeMonth, lastMonth);
        if (byMonth != null && byMonth.length() >= LEAST_MONTHS && rest > DAILY_REST) {
            return Course.of(goal, byMonth, asOf, actual, context.cancel());
        }
        LocalDate from = first.isBefore(ended.minusDays(MOST_DAYS)) ? ended.minusDays(MOST_DAYS) : first;
        LocalDate since = goal.from().isBefore(from) && !goal.from().isBefore(first) ? goal.from() : from;
        History byDay = History.daily(days, since, ended);
        return byDay.length() < LEAST_DAYS || byDay.until(goal.to()).isEmpty()
                ? null
                : Course.of(goal, byDay, asOf, actual, context.cancel());
    }

    /** The last day that has ended: not the newest day of the data where that stops before the evening. */
    private LocalDate lastEnded() {
        if (asOf.isBefore(newest)) {
            return asOf;
        }
        Frame any = context.query(MetricQuery.of(GoalsPage.ANY).during(new Period(asOf, asOf)));
        LocalTime time =
                any.dataAsOf().map(java.time.LocalDateTime::toLocalTime).orElse(LocalTime.MIDNIGHT);
        boolean ended = time.equals(LocalTime.MIDNIGHT) || !time.isBefore(CLOSING);
        return ended ? asOf : asOf.minusDays(1);
    }
}
