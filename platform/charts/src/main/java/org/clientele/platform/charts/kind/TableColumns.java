package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Decimals;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a table stand. Numbers are never cut: text gives way first, then bars, then whole columns from the
 * right.
 *
 * @param cells the columns shown
 * @param hidden how many are not
 */
record TableColumns(List<Cell> cells, int hidden) {
    private static final double GAP = 20;
    private static final double BAR = 110;
    private static final double LEAST_TEXT = 64;
    /** Rows that are measured; beyond them a text may be cut, a number still has its own width. */
    private static final int MEASURED = 2000;

    /**
     * One column.
     *
     * @param own room for the member where a label follows it, else the whole width
     * @param labelRoom room for the label, or 0
     * @param barRoom width of the bars at the left of the numbers, or 0
     * @param low the lowest value, for bars
     * @param high the highest value, for bars
     * @param decimals how its numbers are written
     */
    record Cell(
            Column column,
            boolean number,
            double x,
            double width,
            double own,
            @Nullable Column label,
            double labelRoom,
            double barRoom,
            double low,
            double high,
            Decimals decimals) {
        double right() {
            return x + width;
        }
    }

    static TableColumns of(
            ChartRequest r,
            Drawing d,
            List<Column> columns,
            @Nullable Column label,
            @Nullable Column bars,
            int[] order,
            TextStyle head,
            TextStyle body,
            TextStyle quiet,
            double room) {
        int n = columns.size();
        double[] natural = new double[n];
        double[] labelWidth = new double[n];
        double[] bar = new double[n];
        Decimals[] decimals = new Decimals[n];
        for (int i = 0; i < n; i++) {
            Column c = columns.get(i);
            boolean number = c.type().isNumeric();
            decimals[i] = Decimals.ofColumn(c);
            // A sorted head is medium and has an arrow: widths must not jump when one is clicked.
            natural[i] = d.width(Labels.of(c, r.metrics()), Drawing.style(12, TextStyle.Weight.MEDIUM, 0)) + 14;
            for (int k = 0; k < Math.min(order.length, MEASURED); k++) {
                String text = number ? Labels.cell(c, order[k], decimals[i], r) : Labels.member(c, order[k], r);
                natural[i] = Math.max(natural[i], d.width(text, body));
                if (i == 0 && label != null) {
                    labelWidth[i] = Math.max(labelWidth[i], d.width(Labels.member(label, order[k], r), quiet) + 10);
                }
            }
            bar[i] = c == bars ? BAR + 12 : 0;
        }
        int shown = n;
        while (shown > 1 && needed(columns, natural, shown) > room) {
            shown--;
        }
        if (tight(columns, natural, labelWidth, bar, shown, room)) {
            java.util.Arrays.fill(bar, 0);
        }
        double wanted = (shown - 1) * GAP;
        double elastic = 0;
        for (int i = 0; i < shown; i++) {
            wanted += natural[i] + labelWidth[i] + bar[i];
            elastic += columns.get(i).type().isNumeric() ? bar[i] : natural[i] + labelWidth[i] - least(natural[i]);
        }
        double shrink = elastic <= 0 ? 0 : Math.max(0, Math.min(1, (wanted - room) / elastic));
        double spare = Math.max(0, room - wanted);
        return new TableColumns(
                place(columns, label, order, natural, labelWidth, bar, decimals, shown, shrink, spare), n - shown);
    }

    /** Whether names would be cut to less than half for the sake of bars. */
    private static boolean tight(
            List<Column> columns, double[] natural, double[] labelWidth, double[] bar, int shown, double width) {
        double wanted = (shown - 1) * GAP;
        double text = 0;
        for (int i = 0; i < shown; i++) {
            wanted += natural[i] + labelWidth[i] + bar[i];
            text += columns.get(i).type().isNumeric() ? 0 : natural[i] + labelWidth[i];
        }
        return wanted - width > 0.45 * text;
    }

    private static double least(double natural) {
        return Math.min(natural, LEAST_TEXT);
    }

    private static double needed(List<Column> columns, double[] natural, int shown) {
        double sum = (shown - 1) * GAP;
        for (int i = 0; i < shown; i++) {
            sum += columns.get(i).type().isNumeric() ? natural[i] : least(natural[i]);
        }
        return sum;
    }

    private static List<Cell> place(
            List<Column> columns,
            @Nullable Column label,
            int[] order,
            double[] natural,
            double[] labelWidth,
            double[] bar,
            Decimals[] decimals,
            int shown,
            double shrink,
            double spare) {
        List<Cell> cells = new ArrayList<>();
        double x = 0;
        double limit = limit(columns, natural, labelWidth, shown, shrink);
        // Room to spare goes to all columns alike, so that rows stay easy to follow.
        double each = spare / shown;
        for (int i = 0; i < shown; i++) {
            Column c = columns.get(i);
            boolean number = c.type().isNumeric();
            double whole = natural[i] + labelWidth[i];
            double text = number ? natural[i] : Math.max(least(natural[i]), Math.min(whole, limit));
            double bars = bar[i] * (1 - shrink);
            double width = text + bars + each;
            double own = number ? width : Math.min(natural[i], text);
            double room = number || i > 0 || label == null ? 0 : Math.max(0, width - own - 10);
            double[] range = range(c, order, number && bars > 24);
            cells.add(new Cell(
                    c,
                    number,
                    x,
                    width,
                    own,
                    i == 0 ? label : null,
                    room,
                    bars > 24 ? width - natural[i] - 12 : 0,
                    range[0],
                    range[1],
                    decimals[i]));
            x += width + GAP;
        }
        return cells;
    }

    /**
     * How wide texts may be where they give way by that share: the longest first, so that short ones, days and amounts in words
     * among them, stay whole.
     */
    private static double limit(List<Column> columns, double[] natural, double[] labelWidth, int shown, double shrink) {
        double room = 0;
        double widest = 0;
        for (int i = 0; i < shown; i++) {
            if (!columns.get(i).type().isNumeric()) {
                double whole = natural[i] + labelWidth[i];
                room += whole - (whole - least(natural[i])) * shrink;
                widest = Math.max(widest, whole);
            }
        }
        double low = 0;
        double high = widest;
        for (int step = 0; step < 40 && shrink > 0; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int i = 0; i < shown; i++) {
                sum += columns.get(i).type().isNumeric()
                        ? 0
                        : Math.max(least(natural[i]), Math.min(natural[i] + labelWidth[i], middle));
            }
            if (sum > room) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return shrink > 0 ? low : widest;
    }

    private static double[] range(Column c, int[] order, boolean wanted) {
        double low = 0;
        double high = 0;
        for (int k = 0; wanted && k < order.length; k++) {
            double v = c.doubleAt(order[k]);
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return new double[] {low, high};
    }
}
