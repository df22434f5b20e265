package org.clientele.platform.charts.draw;

import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricTarget;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a value should be, and from where on it counts as missed.
 *
 * <p>The options "warning" and "bad" of a chart are shares of the target; without them those of the metric count, which are
 * the target itself and a tenth beyond it unless it says others. Where less is better, shares below 1 count to the other side: 0.9 is then 1.1. A metric without
 * a direction is to reach its target from below.
 *
 * @param value the target; NaN where it is not known
 * @param warning the last value that is good
 * @param bad the last value that is not bad
 * @param up whether more is better
 */
public record Target(double value, double warning, double bad, boolean up) {
    private static final Texts TEXTS = Texts.of(Target.class);

    /** A share that is nearer to the whole would be rounded to it. */
    private static final double ROUNDED = 0.0005;
    /** The least difference from the whole that two digits can say. */
    private static final double FINEST = 0.0001;

    /**
     * The target in the first row of a chart's TARGET column, or null where the chart has none.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if an option is no number
     */
    public static @Nullable Target of(ChartRequest r, Column y) {
        List<String> names = r.spec().columns(Channel.TARGET);
        if (names.isEmpty()) {
            return null;
        }
        Column column = r.frame().column(names.get(0));
        double target = column.size() == 0 ? Double.NaN : column.doubleAt(0);
        MetricDefinition metric = r.metrics().get(y.name());
        boolean up =
                !lessIsBetter(r) && (metric == null || metric.direction() != MetricDefinition.Direction.DOWN_IS_GOOD);
        MetricTarget usual = metric == null ? MetricTarget.none() : metric.target();
        double warning = option(r, "warning", usual.warning());
        double bad = option(r, "bad", Math.min(usual.bad(), warning));
        return of(Double.isFinite(target) ? target : Double.NaN, warning, bad, up);
    }

    /** A target whose thresholds are shares of it. */
    public static Target of(double target, double warning, double bad, boolean up) {
        double w = edge(target, warning, up);
        double b = edge(target, bad, up);
        return new Target(target, w, up ? Math.min(w, b) : Math.max(w, b), up);
    }

    private static double edge(double target, double share, boolean up) {
        double beyond = up || share > 1 ? share - 1 : 1 - share;
        return target + beyond * Math.abs(target);
    }

    /**
     * A number among the options of a chart, or the first of the column that it names.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if it is there and no number
     */
    public static double option(ChartRequest r, String name, double otherwise) {
        String text = r.spec().options().get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (r.frame().has(text)) {
            double first = first(r, text);
            return Double.isFinite(first) ? first : otherwise;
        }
        try {
            double v = Double.parseDouble(text.strip());
            if (Double.isFinite(v)) {
                return v;
            }
        } catch (NumberFormatException e) {
            throw notANumber(r, name, text, e);
        }
        throw notANumber(r, name, text, null);
    }

    /** Whether the option "less-is-better" says so, itself or by the column that it names. */
    private static boolean lessIsBetter(ChartRequest r) {
        String said = r.spec().options().getOrDefault("less-is-better", "");
        return said.equals("true") || r.frame().has(said) && first(r, said) == 1;
    }

    private static double first(ChartRequest r, String column) {
        Column c = r.frame().column(column);
        return c.size() == 0 || !c.type().isNumeric() ? Double.NaN : c.doubleAt(0);
    }

    private static AnalyticsException notANumber(
            ChartRequest r, String name, String text, @Nullable NumberFormatException cause) {
        return new AnalyticsException(
                ErrorCode.CONTRACT_BROKEN,
                TEXTS.get("target.option_chart_kind_is", name, r.spec().kind(), text),
                cause);
    }

    /** How a value stands to it. */
    public Status status(double v) {
        if (!Double.isFinite(v) || Double.isNaN(value)) {
            return Status.UNKNOWN;
        }
        if (up ? v >= warning : v <= warning) {
            return Status.GOOD;
        }
        return (up ? v >= bad : v <= bad) ? Status.WARNING : Status.BAD;
    }

    /** The status in words: "on target", "far below target". */
    public String words(double v) {
        return switch (status(v)) {
            case GOOD -> TEXTS.get("target.good");
            case WARNING -> TEXTS.get(up ? "target.below" : "target.above");
            case BAD -> TEXTS.get(up ? "target.far_below" : "target.far_above");
            case UNKNOWN -> TEXTS.get(Double.isNaN(value) ? "target.unknown" : "target.value_unknown");
        };
    }

    /**
     * How much of a target there is: "42.3 %". What is short of it or beyond it is never written as the whole: "99.97 %".
     *
     * @param part 1 is the whole
     */
    public static String share(ChartRequest r, double part) {
        if (part == 1 || Math.abs(part - 1) > ROUNDED) {
            return Figure.share(r, part);
        }
        double apart = part < 1 ? Math.min(part, 1 - FINEST) : Math.max(part, 1 + FINEST);
        return Figure.exact(r, apart, Unit.ratio());
    }

    /** The target in full. */
    public String exact(ChartRequest r, Unit unit) {
        return Figure.exact(r, value, unit);
    }
}
