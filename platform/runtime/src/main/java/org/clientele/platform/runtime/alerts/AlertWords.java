package org.clientele.platform.runtime.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.alerts.Judgement.Point;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.Period;

/** What alerts say. */
final class AlertWords {
    private AlertWords() {}

    /** The condition: "Net revenue per month: above 1.2M", "Orders per week: falls by more than 20 % against …". */
    static String condition(Alert a, MetricDefinition metric, ValueFormat format) {
        String subject = metric.label() + part(a);
        String period = " per " + a.grain().name().toLowerCase(Locale.ROOT) + ": ";
        return switch (a.condition()) {
            case ABOVE -> subject + period + "above " + format.compact(a.threshold(), metric.unit());
            case BELOW -> subject + period + "below " + format.compact(a.threshold(), metric.unit());
            case RISES, FALLS, CHANGES ->
                subject + period + a.condition().name().toLowerCase(Locale.ROOT) + " by more than "
                        + percent(a.threshold()) + against(a.comparison());
            case NO_DATA -> "No " + lower(subject) + " for more than " + days(a.threshold());
        };
    }

    /** What happened: "Net revenue, November 2011: GBP 1.46M, above GBP 1.2M." */
    static String crossed(Alert a, Point p, MetricDefinition metric, Unit unit, ValueFormat format) {
        String subject = metric.label() + part(a);
        String value = format.compact(p.value(), unit);
        String period = format.period(p.from(), a.grain());
        return switch (a.condition()) {
            case ABOVE, BELOW ->
                subject + ", " + period + ": " + value + ", "
                        + a.condition().name().toLowerCase(Locale.ROOT) + " " + format.compact(a.threshold(), unit)
                        + ".";
            case RISES, FALLS, CHANGES ->
                subject + ", " + period + ": " + value + ", " + format.change(p.judged()) + against(a.comparison())
                        + " (" + format.compact(p.base(), unit) + ").";
            case NO_DATA ->
                "No " + lower(subject) + " for " + days(p.value()) + ": the last is of "
                        + format.period(p.from().minusDays(1), Grain.DAY) + ".";
        };
    }

    private static String against(Comparison with) {
        return with == Comparison.YEAR_BEFORE ? " against the year before" : " against the period before";
    }

    private static String days(double n) {
        return n == 1 ? "1 day" : String.format(Locale.UK, "%,.0f days", n);
    }

    private static String percent(double ratio) {
        double p = 100 * ratio;
        return (p == Math.rint(p) ? String.format(Locale.ROOT, "%.0f", p) : String.format(Locale.ROOT, "%.1f", p))
                + " %";
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String part(Alert a) {
        List<String> all = a.filters().stream().map(FilterText::of).toList();
        return all.isEmpty() ? "" : " (" + String.join("; ", all) + ")";
    }

    /** A command line that gives the figure of some days, or empty where a filter cannot be written as a condition. */
    static Optional<String> command(Alert a, Period days) {
        StringBuilder s = new StringBuilder("clientele query " + a.metric());
        boolean compares = a.condition().compares();
        if (compares) {
            s.append(" --by ").append(a.grain().name().toLowerCase(Locale.ROOT));
        }
        if (days.from() != null) {
            s.append(" --from ").append(days.from());
        }
        if (days.to() != null) {
            s.append(" --to ").append(days.to());
        }
        if (compares) {
            s.append(" --compare ").append(a.comparison() == Comparison.YEAR_BEFORE ? "year-before" : "previous");
        }
        for (Filter filter : a.filters()) {
            Optional<String> condition = condition(filter);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            s.append(" --where \"").append(condition.get()).append('"');
        }
        return Optional.of(s.toString());
    }

    private static Optional<String> condition(Filter filter) {
        if (filter instanceof Filter.Condition c) {
            return Optional.of(c.condition());
        }
        if (!(filter instanceof Filter.Members m) || m.members().contains(null)) {
            return Optional.empty();
        }
        List<String> quoted = new ArrayList<>();
        m.members().forEach(member -> quoted.add("'" + String.valueOf(member).replace("'", "''") + "'"));
        return Optional.of(m.dimension() + (m.exclude() ? " not in (" : " in (") + String.join(", ", quoted) + ")");
    }
}
