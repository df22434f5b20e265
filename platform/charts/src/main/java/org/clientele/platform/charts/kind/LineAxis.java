package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.function.DoubleUnaryOperator;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;

/** The axis along which lines run: time, numbers or steps in a row, as far as they are in view. */
final class LineAxis {
    private final ChartRequest r;
    private final Steps steps;
    private final double from;
    private final double to;

    LineAxis(ChartRequest r, Steps steps, Window window) {
        this.r = r;
        this.steps = steps;
        boolean any = steps.count() > 0;
        double first = any ? steps.position(0) : 0;
        double last = any ? steps.position(steps.count() - 1) : 0;
        from = window.from(first, last);
        to = window.to(first, last);
    }

    /** Lines of text below the plot. */
    int tiers() {
        TimeColumn t = steps.time;
        return steps.isNumeric() || steps.isClock() ? 2 : t == null ? 1 : Plot.tiers(t.grain());
    }

    /** The position at the left end. */
    double from() {
        return from;
    }

    /** The position at the right end. */
    double to() {
        return to;
    }

    /** Where a position stands. */
    double x(Plot plot, double position) {
        double span = to - from;
        return span == 0
                ? (plot.left + plot.right) / 2
                : plot.left + (position - from) / span * (plot.right - plot.left);
    }

    /** Where steps stand. */
    Track track(Plot plot) {
        return step -> x(plot, steps.position(step));
    }

    /** Where an annotation's place is: a date, or the name of a step; NaN where it is not. */
    double at(Plot plot, String place) {
        if (steps.time != null) {
            try {
                return x(plot, LocalDate.parse(place).toEpochDay());
            } catch (java.time.format.DateTimeParseException e) {
                return Double.NaN;
            }
        }
        Double number = steps.isNumeric() ? Window.number(place) : null;
        if (number != null) {
            return x(plot, number);
        }
        for (int i = 0; i < steps.count(); i++) {
            if (steps.label(i).equals(place)) {
                return x(plot, i);
            }
        }
        return Double.NaN;
    }

    /** Names the places in view: the steps from {@code first} to before {@code behind}. */
    void draw(Plot plot, int first, int behind) {
        TimeColumn t = steps.time;
        if (steps.isNumeric()) {
            LinearScale x = LinearScale.along(from(), to(), plot.left, plot.right);
            boolean one = steps.count() < 2;
            Column c = steps.column;
            String unit = Labels.unit(c);
            String label = Labels.of(c, r.metrics());
            String title = Labels.measured(label, unit);
            if (one) {
                plot.categoryAxis(1, i -> x(plot, from()), plot.right - plot.left, steps::label);
            } else {
                plot.numberAxis(c.type() == ColumnType.INTEGER ? x.whole() : x, c.unit(), title);
            }
            return;
        }
        if (t == null) {
            int n = Math.max(0, behind - first);
            double band = n < 2 ? plot.right - plot.left : x(plot, first + 1.0) - x(plot, first);
            plot.categoryAxis(n, i -> x(plot, first + i), band, i -> steps.label(first + i));
            return;
        }
        if (steps.count() > 0) {
            DoubleUnaryOperator at = day -> Math.max(plot.left, Math.min(plot.right, x(plot, day)));
            plot.timeAxis(t, steps.isClock(), from(), to(), at);
        }
    }
}
