package org.clientele.platform.charts.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;

/** Numbers that a chart reckoned from a column, written as those of the column are. */
public final class Amounts {
    /** Beyond this, unscaled decimals and whole doubles no longer fit 64 bits. */
    private static final double LARGEST = 9e15;

    private Amounts() {}

    /** Whether values of a column may be added: not shares, nor one thing per another. */
    public static boolean additive(Column column) {
        return !column.unit().isRatio() && column.unit().denominator().isEmpty();
    }

    /** An exact sum or, where values cannot be added, mean of a column. */
    public static String exact(ChartRequest r, Column column, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return r.format().exact(one(column, value), 0);
    }

    private static Column one(Column like, double value) {
        ColumnSpec spec = like.spec();
        boolean fits = Math.abs(value) < LARGEST;
        if (spec.type() == ColumnType.INTEGER && fits && value == Math.rint(value)) {
            return Column.builder(spec).addLong((long) value).build();
        }
        if (spec.type() == ColumnType.DECIMAL && fits && additive(like) && like.scale() < 6) {
            BigDecimal v = BigDecimal.valueOf(value).setScale(like.scale(), RoundingMode.HALF_UP);
            return v.precision() > 18
                    ? plain(spec, value)
                    : Column.decimalBuilder(spec, like.scale()).addDecimal(v).build();
        }
        return plain(spec, value);
    }

    private static Column plain(ColumnSpec spec, double value) {
        return Column.builder(new ColumnSpec(spec.name(), ColumnType.DOUBLE, spec.unit(), spec.label()))
                .addDouble(value)
                .build();
    }

    /** Short, for a mark: money without its currency, which is said once elsewhere; a share with its percent sign. */
    public static String onMark(ChartRequest r, Column column, double value) {
        Unit unit = column.unit();
        return r.format().compact(value, unit.isRatio() ? unit : unit.countsMoney() ? Unit.none() : unit);
    }

    /** A share of a whole: "12.5 %", nothing where there is no whole. */
    public static String share(ChartRequest r, double part, double whole) {
        return r.format().compact(whole == 0 ? Double.NaN : part / whole, Unit.ratio());
    }
}
