package org.clientele.platform.charts.kind.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.clientele.platform.charts.draw.Members;
import org.clientele.sdk.data.Column;
import org.jspecify.annotations.Nullable;

/** The values of a grid: sums of what can be added, else means (weighted where there are weights). */
final class GridCells {
    private final int columns;
    private final double[] value;

    private GridCells(int columns, double[] value) {
        this.columns = columns;
        this.value = value;
    }

    /**
     * The value of each cell; those without any are NaN.
     *
     * @param mean whether values must not be added; those with weights never are
     */
    static GridCells of(
            Column y, Members xs, GridAxis columns, Members rs, GridAxis rows, @Nullable Column weights, boolean mean) {
        int cells = columns.count() * rows.count();
        double[] sum = new double[cells];
        double[] weight = new double[cells];
        for (int i = 0; i < y.size(); i++) {
            double v = y.doubleAt(i);
            double w = weights == null ? 1 : weights.doubleAt(i);
            int cell = cell(i, xs, columns, rs, rows);
            if (cell >= 0 && Double.isFinite(v) && w > 0) {
                sum[cell] += weights == null ? v : v * w;
                weight[cell] += w;
            }
        }
        for (int c = 0; c < cells; c++) {
            sum[c] = weight[c] == 0 ? Double.NaN : mean || weights != null ? sum[c] / weight[c] : sum[c];
        }
        return new GridCells(columns.count(), sum);
    }

    /** The cell of a row of the data, or one below 0 where it is not in view. */
    static int cell(int i, Members xs, GridAxis columns, Members rs, GridAxis rows) {
        int column = columns.lineOf()[xs.indexOf()[i]];
        int row = rows.lineOf()[rs.indexOf()[i]];
        return column == GridAxis.OUTSIDE || row == GridAxis.OUTSIDE
                ? GridAxis.OUTSIDE
                : row * columns.count() + column;
    }

    double at(int row, int column) {
        return value[row * columns + column];
    }

    double[] all() {
        return value;
    }

    /** The values of all cells of single members that have one, in no order. */
    static double[] each(Column y, Members xs, Members rs, boolean mean) {
        Map<Long, double[]> cells = new HashMap<>();
        for (int i = 0; i < y.size(); i++) {
            double v = y.doubleAt(i);
            if (Double.isFinite(v)) {
                double[] sum = cells.computeIfAbsent(
                        (long) rs.indexOf()[i] * xs.count() + xs.indexOf()[i], cell -> new double[2]);
                sum[0] += v;
                sum[1]++;
            }
        }
        return cells.values().stream()
                .mapToDouble(sum -> mean ? sum[0] / sum[1] : sum[0])
                .toArray();
    }

    /** How much each member of one axis counts: the sum of absolute values. */
    static double[] weights(Column y, Members m) {
        double[] weight = new double[m.count()];
        for (int i = 0; i < y.size(); i++) {
            double v = y.doubleAt(i);
            weight[m.indexOf()[i]] += Double.isFinite(v) ? Math.abs(v) : 0;
        }
        return weight;
    }

    /** Whether any cell has a value. */
    boolean any() {
        return Arrays.stream(value).anyMatch(Double::isFinite);
    }
}
