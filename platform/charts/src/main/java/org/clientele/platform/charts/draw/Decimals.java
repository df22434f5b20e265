package org.clientele.platform.charts.draw;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;

/**
 * One number of digits for plain numbers that stand below or beside each other, so that 0.91, 1.10 and 1.02 are compared at a
 * glance. Shares and money have their own already.
 *
 * @param digits behind the point, or {@link #OWN}
 */
public record Decimals(int digits) {
    /** Each number is written for itself. */
    private static final int OWN = -1;
    /** From here on, thousands are written short or digits behind the point say nothing. */
    private static final double MOST = 10_000;

    /** Digits for the numbers of a table's column: three figures of the largest, and two digits at least. */
    public static Decimals ofColumn(Column column) {
        if (column.type() != ColumnType.DOUBLE || Labels.isChange(column)) {
            return new Decimals(OWN);
        }
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.isNull(i) ? Double.NaN : column.doubleAt(i);
        }
        return of(values, column.unit(), MOST, 2);
    }

    /** Digits for the numbers on a picture's marks, where all are small: two figures of the largest, and two digits at least. */
    public static Decimals onMarks(double[] values, Unit unit) {
        return of(values, unit, 10, 1);
    }

    private static Decimals of(double[] values, Unit unit, double below, int beyond) {
        double most = 0;
        boolean whole = true;
        for (double v : values) {
            if (Double.isFinite(v)) {
                most = Math.max(most, Math.abs(v));
                whole &= v == Math.rint(v);
            }
        }
        if (whole || most >= below || most < 1e-4 || !unit.equals(Unit.none())) {
            return new Decimals(OWN);
        }
        return new Decimals(Math.max(2, beyond - (int) Math.floor(Math.log10(most))));
    }

    /** Whether numbers are written alike. */
    public boolean alike() {
        return digits != OWN;
    }

    /** The smallest number that is not written as nothing. */
    public double least() {
        return Math.pow(10, -digits);
    }

    /** A number with these digits; only where they are {@linkplain #alike alike}. */
    public String write(ChartRequest r, double value) {
        return r.format().tick(Math.abs(value) < least() / 2 ? 0 : value, least(), Unit.none());
    }
}
