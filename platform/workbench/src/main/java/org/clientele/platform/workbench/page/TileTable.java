package org.clientele.platform.workbench.page;

import java.math.BigDecimal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;

/** A frame as text that spreadsheets take: tabs between cells, exact values, ISO dates. */
final class TileTable {
    private TileTable() {}

    static String tsv(Frame frame) {
        StringBuilder s = new StringBuilder();
        for (Column c : frame.columns()) {
            s.append(s.isEmpty() ? "" : "\t")
                    .append(cell(
                            c.spec().label().isEmpty() ? c.name() : c.spec().label()));
        }
        s.append('\n');
        for (int row = 0; row < frame.rowCount(); row++) {
            for (int i = 0; i < frame.columns().size(); i++) {
                Object value = frame.columns().get(i).valueAt(row);
                s.append(i == 0 ? "" : "\t").append(value == null ? "" : cell(text(value)));
            }
            s.append('\n');
        }
        return s.toString();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String cell(String text) {
        String flat = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        // A spreadsheet would run what starts like this as a formula.
        boolean formula = !flat.isEmpty() && "=+@".indexOf(flat.charAt(0)) >= 0;
        return formula ? "'" + flat : flat;
    }
}
