package org.clientele.platform.workbench.goals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.workbench.page.MetricNames;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;

/**
 * How a goal is written for people and read back: metrics by their labels, days as everywhere else, shares as percentages. What
 * programs write, ids, 2026-12-31 and 0.06, is read as well.
 */
record GoalText(ValueFormat format, List<MetricDefinition> metrics) {
    private static final DateTimeFormatter SPELT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final int EXACT = 15;

    GoalText {
        metrics = List.copyOf(metrics);
    }

    private MetricNames names() {
        return new MetricNames(metrics);
    }

    /** What a metric is called. */
    String label(String id) {
        return names().label(id);
    }

    /** All metrics to choose from, by what they are called. */
    List<String> labels() {
        return names().labels();
    }

    /** The id of what was chosen or typed. */
    String metric(String said) {
        return names().id(said);
    }

    String day(LocalDate day) {
        return format.period(day, Grain.DAY);
    }

    /**
     * A day as {@link #day} writes it, as 31 Dec 2026 or as 2026-12-31.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for anything else
     */
    LocalDate parsed(String text) {
        try {
            return text.matches("\\d{4}-.*") ? LocalDate.parse(text) : LocalDate.parse(text, SPELT);
        } catch (DateTimeException e) {
            return written(text);
        }
    }

    /** Any locale writes the year; of its days only one is written like this. */
    private LocalDate written(String text) {
        java.util.regex.Matcher year = java.util.regex.Pattern.compile("\\d{4}").matcher(text);
        if (year.find()) {
            LocalDate first = LocalDate.of(Integer.parseInt(year.group()), 1, 1);
            for (LocalDate d = first; d.getYear() == first.getYear(); d = d.plusDays(1)) {
                if (day(d).equalsIgnoreCase(text)) {
                    return d;
                }
            }
        }
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                "\"" + text + "\" is no day like " + day(LocalDate.of(2026, 12, 31)) + " or 2026-12-31.");
    }

    /** A number to be changed by hand: "3200000", "6 %". */
    String typed(double value, String metric) {
        boolean ratio = metrics.stream()
                .filter(m -> m.id().toString().equals(metric))
                .anyMatch(m -> m.unit().isRatio());
        return ratio ? number(Math.rint(value * 1e10) / 1e8) + " %" : number(value);
    }

    /** For reading: "370,000", "68.5", "6.0 %". */
    static String value(double value, Unit unit, ValueFormat format) {
        if (unit.isRatio()) {
            return format.compact(value, unit);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < Math.pow(10, EXACT);
        Column.Builder column = Column.builder(
                new ColumnSpec("value", whole ? ColumnType.INTEGER : ColumnType.DOUBLE, Unit.none(), "Target"));
        return format.exact((whole ? column.addLong((long) value) : column.add(value)).build(), 0);
    }

    /**
     * Digits, perhaps with thousands commas, or a percentage.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for anything else
     */
    static double value(String text) {
        String plain = text.strip().replace(",", "").replace(" ", "");
        boolean percent = plain.endsWith("%");
        try {
            double v = Double.parseDouble(percent ? plain.substring(0, plain.length() - 1) : plain);
            return percent ? v / 100 : v;
        } catch (NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, "\"" + text + "\" is no number like 3200000 or 5 %.", e);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < Math.pow(10, EXACT)
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
