package org.clientele.platform.warehouse;

import org.clientele.sdk.data.ColumnSpec;

/**
 * A rule that a row must pass.
 *
 * @param fault what a row does that does not pass
 * @param column where it is seen
 * @param format how the column is written, or "" for the usual way
 * @param passes SQL that is never null
 * @param value SQL of the value as a text, or "" where it stands in the row of the source, in a column of its own
 */
record RowCheck(RowFault fault, ColumnSpec column, String format, String passes, String value) {
    private static final int LONGEST = 400;
    private static final String NO_VALUE = "CAST(NULL AS VARCHAR)";

    boolean inSource() {
        return value.isEmpty();
    }

    String shown() {
        return value.isEmpty() ? NO_VALUE : "left(CAST(" + value + " AS VARCHAR), " + LONGEST + ")";
    }
}
