package org.clientele.platform.workbench.goals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.MetricNames;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/**
 * How a goal is written for people and read back: metrics by their labels, days as everywhere else, shares as percentages,
 * money with its currency. What programs write, ids, 2026-12-31 and 0.06, is read as well.
 *
 * @param figures how numbers and days are written
 * @param metrics all that there are
 * @param currency ISO 4217 of the workspace, or "" where it is not known or not one
 */
record GoalText(Figures figures, List<MetricDefinition> metrics, String currency) {
    private static final Texts TEXTS = Texts.of(GoalText.class);
    private static final DateTimeFormatter SPELT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 12, 31);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONEY = Pattern.compile("([A-Za-z]{3})\\s*(.*)");
    private static final double EXAMPLE_SHARE = 0.06;
    private static final int EXAMPLE_COUNT = 3_200;
    private static final int EXAMPLE_MONEY = 3_200_000;

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

    /** What a metric counts, in the currency of the workspace. */
    Unit unit(String metric) {
        Unit unit = metrics.stream()
                .filter(m -> m.id().toString().equals(metric))
                .findFirst()
                .map(MetricDefinition::unit)
                .orElse(Unit.none());
        return currency.isEmpty() ? unit : unit.inCurrency(currency);
    }

    String day(LocalDate day) {
        return figures.day(day);
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
        Matcher year = YEAR.matcher(text);
        if (year.find()) {
            LocalDate first = LocalDate.of(Integer.parseInt(year.group()), 1, 1);
            for (LocalDate d = first; d.getYear() == first.getYear(); d = d.plusDays(1)) {
                if (day(d).equalsIgnoreCase(text)) {
                    return d;
                }
            }
        }
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID, TEXTS.get("wrong.day", text, day(EXAMPLE), EXAMPLE.toString()));
    }

    /** A value to be changed by hand: "GBP 3,200,000", "6 %", "68.5". */
    String typed(double value, String metric) {
        Unit unit = unit(metric);
        if (unit.isRatio()) {
            return figures.typed(Math.rint(value * 1e10) / 1e8) + " %";
        }
        boolean money = unit.countsMoney() && !unit.numerator().equals(Unit.MONEY);
        return money ? unit.numerator() + " " + figures.typed(value) : figures.typed(value);
    }

    /** A value that a goal of a metric could have. */
    String example(String metric) {
        Unit unit = unit(metric);
        return typed(unit.isRatio() ? EXAMPLE_SHARE : unit.countsMoney() ? EXAMPLE_MONEY : EXAMPLE_COUNT, metric);
    }

    /**
     * What {@link #typed} writes: digits, perhaps grouped, perhaps behind the currency of the workspace; or a percentage.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for anything else
     */
    double value(String text, String metric) {
        String plain = text.strip();
        Matcher money = MONEY.matcher(plain);
        if (money.matches() && unit(metric).numerator().equalsIgnoreCase(money.group(1))) {
            plain = money.group(2);
        }
        boolean percent = plain.endsWith("%");
        try {
            double v = figures.parsed(percent ? plain.substring(0, plain.length() - 1) : plain);
            return percent ? v / 100 : v;
        } catch (NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("wrong.number", text, example(metric)), e);
        }
    }
}
