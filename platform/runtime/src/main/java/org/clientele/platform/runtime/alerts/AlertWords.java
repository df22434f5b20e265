package org.clientele.platform.runtime.alerts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.alerts.Judgement.Point;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** What alerts say. */
final class AlertWords {
    private static final Texts TEXTS = Texts.of(AlertWords.class);
    private static final double PERCENT = 0.01;

    private AlertWords() {}

    /** The condition: "Net revenue per month: above 1.2M", "Orders per week: falls by more than 20 % against …". */
    static String condition(Alert a, MetricDefinition metric, AlertData data) {
        ValueFormat format = data.format();
        String subject = subject(a, metric, data);
        String grain = TEXTS.get("grain." + a.grain().name().toLowerCase(Locale.ROOT));
        return switch (a.condition()) {
            case ABOVE -> TEXTS.get("above", subject, grain, format.compact(a.threshold(), metric.unit()));
            case BELOW -> TEXTS.get("below", subject, grain, format.compact(a.threshold(), metric.unit()));
            case RISES -> TEXTS.get("rises", subject, grain, percent(a.threshold(), format), against(a));
            case FALLS -> TEXTS.get("falls", subject, grain, percent(a.threshold(), format), against(a));
            case CHANGES -> TEXTS.get("changes", subject, grain, percent(a.threshold(), format), against(a));
            case NO_DATA -> TEXTS.get("no.data", lower(subject), days(a.threshold(), format));
        };
    }

    /** What happened: "Net revenue, November 2011: GBP 1.46M, above GBP 1.2M." */
    static String crossed(Alert a, Point p, MetricDefinition metric, Unit unit, AlertData data) {
        ValueFormat format = data.format();
        String subject = subject(a, metric, data);
        String value = format.compact(p.value(), unit);
        String period = format.period(p.from(), a.grain());
        return switch (a.condition()) {
            case ABOVE -> TEXTS.get("was.above", subject, period, value, format.compact(a.threshold(), unit));
            case BELOW -> TEXTS.get("was.below", subject, period, value, format.compact(a.threshold(), unit));
            case RISES, FALLS, CHANGES -> {
                String change = format.change(p.judged());
                yield TEXTS.get("changed", subject, period, value, change, against(a), format.compact(p.base(), unit));
            }
            case NO_DATA ->
                TEXTS.get(
                        "had.no.data",
                        lower(subject),
                        days(p.value(), format),
                        format.period(p.from().minusDays(1), Grain.DAY));
        };
    }

    private static String against(Alert a) {
        return TEXTS.get(a.comparison() == Comparison.YEAR_BEFORE ? "against.year" : "against.previous");
    }

    private static Texts.Count days(double n, ValueFormat format) {
        return new Texts.Count((long) n, format.tick(n, 1, Unit.none()));
    }

    /** No more digits than it has. */
    private static String percent(double ratio, ValueFormat format) {
        boolean whole = 100 * ratio == Math.rint(100 * ratio);
        return format.tick(ratio, whole ? PERCENT : PERCENT / 10, Unit.ratio());
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** What is counted, and of what alone. */
    private static String subject(Alert a, MetricDefinition metric, AlertData data) {
        Map<String, String> names = data.names();
        List<String> all =
                a.filters().stream().map(f -> FilterText.of(f, names)).toList();
        return all.isEmpty() ? metric.label() : TEXTS.get("subject.part", metric.label(), String.join("; ", all));
    }
}
