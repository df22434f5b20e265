package org.clientele.platform.report.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;

/** What columns are called in a table that leaves the program: label and unit, no two alike. */
public final class ColumnHeads {
    private ColumnHeads() {}

    /** One head a column: "Revenue (GBP)", "Country", "Revenue, change". */
    public static List<String> of(Frame frame) {
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (Column column : frame.columns()) {
            String head = head(column);
            String free = head;
            for (int i = 1; !seen.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = head + (i == 1 ? " [" + column.name() + "]" : " [" + column.name() + " " + i + "]");
            }
            all.add(free);
        }
        return all;
    }

    private static String head(Column column) {
        String label =
                column.spec().label().isBlank() ? column.name() : column.spec().label();
        Unit unit = column.unit();
        String counted = unit.numerator().equals(Unit.MONEY) || unit.isRatio() ? "" : unit.toString();
        boolean said = counted.isEmpty() || label.toLowerCase(Locale.ROOT).contains(counted.toLowerCase(Locale.ROOT));
        return said ? label : label + " (" + counted + ")";
    }
}
