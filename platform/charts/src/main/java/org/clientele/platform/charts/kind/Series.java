package org.clientele.platform.charts.kind;

import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One measure along the steps of a chart.
 *
 * @param label for people
 * @param argb its colour
 * @param base whether it is what others are compared with
 * @param column where its values come from
 * @param values by step, NaN where there is none
 * @param low lower ends of error bars by step, or null
 * @param high upper ends of error bars by step, or null
 * @param rows the row of each value, -1 where it is of several rows or of none; null where each step is a row
 * @param members what it stands for, of the column that splits the series
 */
record Series(
        String label,
        int argb,
        boolean base,
        Column column,
        double[] values,
        double @Nullable [] low,
        double @Nullable [] high,
        int @Nullable [] rows,
        Map<String, @Nullable String> members) {
    /** The value of a step with all its digits. */
    String exact(int step, ChartRequest r) {
        int row = row(step);
        return row >= 0 ? Labels.value(column, row, r) : exact(values[step], column.unit(), r);
    }

    /** The row of a step's value, below 0 where it is of several rows or of none. */
    int row(int step) {
        return row(rows, values, step);
    }

    static int row(int @Nullable [] rows, double[] values, int step) {
        return rows != null ? rows[step] : Double.isNaN(values[step]) ? -1 : step;
    }

    /** A reckoned number with all its digits. */
    static String exact(double value, Unit unit, ChartRequest r) {
        return Figure.exact(r, Double.isFinite(value) ? value : Double.NaN, unit);
    }

    /** The same with other values, which come of no single row. */
    Series with(double[] other) {
        return new Series(label, argb, base, column, other, null, null, rows, members);
    }

    /** Whether sums of its values say something. */
    boolean isAdditive() {
        return isAdditive(column.unit());
    }

    static boolean isAdditive(Unit unit) {
        return !unit.isRatio() && unit.denominator().isEmpty();
    }

    /** How large it is among others: its sum without signs. */
    double weight() {
        double sum = 0;
        for (double v : values) {
            sum += Double.isNaN(v) ? 0 : Math.abs(v);
        }
        return sum;
    }
}
