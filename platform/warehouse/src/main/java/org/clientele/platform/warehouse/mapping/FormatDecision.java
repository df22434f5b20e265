package org.clientele.platform.warehouse.mapping;

import java.util.List;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are written, as all rows say.
 *
 * @param column the model column or attribute
 * @param type its type
 * @param format as {@link FormatSql} says; "" for the plain one
 * @param misfits how many values do not fit
 * @param withZone whether the values name their offset or zone
 * @param ambiguity the other reading that fits as well, or null
 * @param doubts sentences about it
 */
public record FormatDecision(
        String column,
        ColumnType type,
        String format,
        long misfits,
        boolean withZone,
        @Nullable Ambiguity ambiguity,
        List<String> doubts) {
    /**
     * Two readings that fit every value.
     *
     * @param other the format that was not chosen
     * @param values how many values it would read differently
     * @param text one of them
     * @param reading what the chosen format makes of it
     * @param otherReading what the other would
     * @param why what spoke for the chosen one
     */
    public record Ambiguity(String other, long values, String text, String reading, String otherReading, String why) {}

    public FormatDecision {
        doubts = List.copyOf(doubts);
    }
}
