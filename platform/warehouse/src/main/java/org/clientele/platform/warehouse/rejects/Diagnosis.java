package org.clientele.platform.warehouse.rejects;

import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a value that the typing of its column refused. It looks for the most telling trouble and never
 * says that a value is fine; where it knows nothing better it says what would be taken. Pure functions.
 */
public final class Diagnosis {
    /** A longer value is a text and nothing else; the patterns below are not tried on it. */
    private static final int LONGEST_LOOKED_AT = 300;

    private Diagnosis() {}

    /**
     * Explains a refused value.
     *
     * @param column the column of the model, or an attribute
     * @param expected how the column's values are read
     * @param raw the value as it stood in the source; null or "" for none
     */
    public static Finding explain(ColumnSpec column, Expected expected, @Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return empty(column, expected);
        }
        Finding cell = CellDiagnosis.beforeType(column, expected, raw, LONGEST_LOOKED_AT);
        if (cell != null) {
            return cell;
        }
        String value = raw.strip();
        return switch (expected.type()) {
            case INTEGER, DOUBLE, DECIMAL -> NumberDiagnosis.explain(expected, value);
            case DATE, TIMESTAMP ->
                expected.counted()
                        ? DateTrouble.DATE_OTHER.with(Shown.quoted(value), expected.wanted())
                        : DateDiagnosis.explain(expected, value);
            case BOOLEAN -> WordDiagnosis.yesNo(expected, value);
            case TEXT -> WordDiagnosis.text(column, expected, value);
        };
    }

    private static Finding empty(ColumnSpec column, Expected expected) {
        if (expected.type().isTemporal()) {
            return CellTrouble.DATE_EMPTY.with(expected.wanted());
        }
        return switch (column.name()) {
            case "quantity" -> CellTrouble.QUANTITY_EMPTY.with();
            case "unit_price", "amount", "price" -> CellTrouble.PRICE_EMPTY.with();
            default ->
                column.name().endsWith("_id") && expected.type() == ColumnType.TEXT
                        ? CellTrouble.KEY_EMPTY.with(column.name()
                                .substring(0, column.name().length() - 3)
                                .replace('_', ' '))
                        : CellTrouble.VALUE_EMPTY.with(expected.wanted());
        };
    }
}
