package org.clientele.platform.warehouse.csv;

import java.util.regex.Pattern;

/** What a field looks like to somebody who knows nothing of its column. */
public enum CellKind {
    EMPTY,
    NUMBER,
    DATE,
    TEXT;

    private static final int LONGEST = 40;
    private static final Pattern NUMBERS =
            Pattern.compile("[-+(]?[£$€]? ?-?\\d[\\d.,' \u00a0]*([eE][-+]?\\d+)?[%)-]?( ?[£$€])?|[-+]?[.,]\\d+");
    private static final Pattern DATES = Pattern.compile(
            "\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}([ T,].*)?|"
                    + "\\d{1,2}:\\d{2}(:\\d{2}.*)?|\\d{1,2}[- ][A-Za-z]{3,9}\\.?[- ,]+\\d{2,4}.*|[A-Za-z]{3,9} \\d{1,2}, \\d{4}.*");

    /** The kind of one field. */
    public static CellKind of(String cell) {
        if (cell.isEmpty()) {
            return EMPTY;
        }
        char first = cell.charAt(0);
        if (cell.length() > LONGEST) {
            return TEXT;
        }
        boolean digits = false;
        for (int i = 0; i < cell.length() && !digits; i++) {
            digits = Character.isDigit(cell.charAt(i));
        }
        if (!digits) {
            return TEXT;
        }
        if (DATES.matcher(cell).matches()) {
            return DATE;
        }
        return !Character.isLetter(first) && NUMBERS.matcher(cell).matches() ? NUMBER : TEXT;
    }

    /** Whether it is a number or a date. */
    public boolean isTyped() {
        return this == NUMBER || this == DATE;
    }
}
