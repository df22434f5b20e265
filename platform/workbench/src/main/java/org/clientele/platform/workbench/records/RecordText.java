package org.clientele.platform.workbench.records;

import java.util.Locale;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;

/** Records in words and figures. */
final class RecordText {
    private RecordText() {}

    /** A cell: exact, without the unit, which its head has once. */
    static String cell(ValueFormat format, Column column, int row) {
        String text = format.exact(column, row);
        return column.type().isNumeric() && column.unit().countsMoney()
                ? text.replace(column.unit().numerator() + " ", "")
                        .replace(column.unit().numerator() + "\u00a0", "")
                : text;
    }

    /** A head: the label, and the unit of money. */
    static String head(String label, Unit unit) {
        boolean known = unit.countsMoney() && !unit.numerator().equals(Unit.MONEY);
        return known ? label + " (" + unit + ")" : label;
    }

    /** "541,909 order lines", in the plural that fits. */
    static String count(long n, String singular) {
        return String.format(Locale.ENGLISH, "%,d ", n) + (n == 1 ? singular : plural(singular));
    }

    static String plural(String singular) {
        return singular.equals("feedback")
                ? "answers"
                : singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }

    /** A number of a unit, exactly. */
    static String figure(ValueFormat format, double value, Unit unit) {
        boolean whole = value == Math.rint(value) && !unit.countsMoney();
        ColumnSpec spec = new ColumnSpec("figure", whole ? ColumnType.INTEGER : ColumnType.DOUBLE, unit, "");
        Column.Builder b = Column.builder(spec);
        if (whole) {
            b.addLong((long) value);
        } else {
            b.addDouble(value);
        }
        return format.exact(b.build(), 0);
    }

    /** What a list says of itself: "17,000 order lines of 4,338 customers · Sales GBP 8,911,407.90". */
    static String about(ValueFormat format, RecordsState state, String singular, String label) {
        if (state.count() < 0) {
            return "";
        }
        StringBuilder s = new StringBuilder(count(state.count(), singular));
        RecordsState.Summary summary = state.summary();
        if (summary != null && summary.customers() >= 0) {
            s.append(" of ").append(count(summary.customers(), "known customer"));
        }
        if (summary != null && !Double.isNaN(summary.figure())) {
            s.append("  ·  ").append(label).append(' ').append(figure(format, summary.figure(), summary.unit()));
        }
        return s.toString();
    }
}
