package org.clientele.platform.workbench.page;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/**
 * Single numbers and days for people.
 *
 * @param format the session's
 */
public record Figures(ValueFormat format) {
    private static final double TENTH = 0.1;
    private static final double WHOLE_UP_TO = 1e15;

    /** "541,909". */
    public String count(long n) {
        return format.exact(one(ColumnType.INTEGER, Unit.none()).addLong(n).build(), 0);
    }

    /** The same as a part of a text, whose plural goes by it. */
    public Texts.Count counted(long n) {
        return new Texts.Count(n, count(n));
    }

    /** "8.4 %" of 0.084. */
    public String percent(double ratio) {
        return format.compact(ratio, Unit.ratio());
    }

    /** "4.5". */
    public String tenths(double value) {
        return format.tick(value, TENTH, Unit.none());
    }

    /** All digits, and the unit where it is money or a share: "370,000", "GBP 68.50", "6.25 %". */
    public String exact(double value, Unit unit) {
        boolean whole =
                !unit.countsMoney() && !unit.isRatio() && value == Math.rint(value) && Math.abs(value) < WHOLE_UP_TO;
        Column.Builder one = one(whole ? ColumnType.INTEGER : ColumnType.DOUBLE, unit);
        return format.exact((whole ? one.addLong((long) value) : one.addDouble(value)).build(), 0);
    }

    /** "9 Dec 2011". */
    public String day(LocalDate day) {
        return format.period(day, Grain.DAY);
    }

    /** "9 Dec 2011 12:50". */
    public String moment(LocalDateTime moment) {
        return format.exact(one(ColumnType.TIMESTAMP, Unit.none()).add(moment).build(), 0);
    }

    private static Column.Builder one(ColumnType type, Unit unit) {
        return Column.builder(new ColumnSpec("figure", type, unit, ""));
    }
}
