package org.clientele.platform.runtime.records;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.clientele.sdk.data.Column;

/** Cells of records for the clipboard. */
public final class RecordCell {
    private RecordCell() {}

    /** A value in full, as programs read it; "" where it is missing. */
    public static String text(Column column, int row) {
        Object value = column.valueAt(row);
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal n) {
            return n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDateTime t ? t.toString().replace('T', ' ') : value.toString();
    }

    /** A text with an apostrophe in front where a spreadsheet might run it as a formula. */
    public static String guarded(String text) {
        String rest = text.stripLeading();
        boolean formula = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0
                || !rest.isEmpty() && "=+-@".indexOf(rest.charAt(0)) >= 0;
        return formula || text.startsWith("'") ? "'" + text : text;
    }
}
