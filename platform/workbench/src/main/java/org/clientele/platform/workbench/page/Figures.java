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

    /** All digits, money with its cents, and the unit where it is money or a share: "370,000", "GBP 68.50", "6.25 %". */
    public String exact(double value, Unit unit) {
        return written(value, unit, whole(value) && !unit.countsMoney() && !unit.isRatio());
    }

    /** As somebody set it, cents only where there are some: "370,000", "GBP 68.50", "GBP 3,200,000", "6.0 %". */
    public String set(double value, Unit unit) {
        return unit.isRatio() ? percent(value) : written(value, unit, whole(value));
    }

    private String written(double value, Unit unit, boolean whole) {
        Column.Builder one = one(whole ? ColumnType.INTEGER : ColumnType.DOUBLE, unit);
        return format.exact((whole ? one.addLong((long) value) : one.addDouble(value)).build(), 0);
    }

    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_UP_TO;
    }

    /** Digits to be changed by hand, none of them lost: "370,000", "68.5". */
    public String typed(double value) {
        if (whole(value)) {
            return count((long) value);
        }
        return Double.toString(value).replace('.', point());
    }

    /**
     * Digits as the reader writes them, perhaps grouped; what programs write, 1234.5, is read as well.
     *
     * @throws NumberFormatException for anything else
     */
    public double parsed(String text) {
        char point = point();
        char group = point == ',' ? '.' : ',';
        String plain = text.strip().replaceAll("[\\s\u00a0\u202f'’]", "").replace('−', '-');
        boolean grouped = plain.indexOf(point) >= 0
                ? plain.indexOf(group) < plain.indexOf(point)
                : plain.matches("-?\\d{1,3}(\\" + group + "\\d{3})+");
        return Double.parseDouble(
                grouped ? plain.replace(String.valueOf(group), "").replace(point, '.') : plain);
    }

    /** What stands before tenths. */
    private char point() {
        return tenths(1.5).charAt(1);
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
