package org.clientele.platform.charts.draw;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Numbers for people that stand in no row of a frame: sums, shares, counts. */
public final class Figure {
    private Figure() {}

    /** A number in full, as a tooltip says it: "GBP 9,747,747.93"; nothing is "–". */
    public static String exact(ChartRequest r, double value, Unit unit) {
        Column one = Column.builder(new ColumnSpec("value", ColumnType.DOUBLE, unit, ""))
                .addDouble(value)
                .build();
        return r.format().exact(one, 0);
    }

    /** A whole number: "9,982". */
    public static String count(ChartRequest r, long n) {
        Column one = Column.builder(ColumnSpec.of("count", ColumnType.INTEGER))
                .addLong(n)
                .build();
        return r.format().exact(one, 0);
    }

    /** The same as a part of a text, whose plural goes by it. */
    public static Texts.Count counted(ChartRequest r, long n) {
        return new Texts.Count(n, count(r, n));
    }

    /** Short and with its sign: "+48.2k", "−3.1k". */
    public static String signed(ChartRequest r, double value, Unit unit) {
        String text = r.format().compact(value, unit);
        return value > 0 ? "+" + text : text;
    }

    /** A share of one: "42.3 %". */
    public static String share(ChartRequest r, double part) {
        return r.format().compact(part, Unit.ratio());
    }

    /** The unit that figures beside a picture's head need: shares say it each time, others once in the head. */
    public static Unit bare(Unit unit) {
        return unit.isRatio() ? unit : Unit.none();
    }
}
