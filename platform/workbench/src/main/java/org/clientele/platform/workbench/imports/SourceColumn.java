package org.clientele.platform.workbench.imports;

import java.util.List;

/**
 * A column of a source and where it goes.
 *
 * @param index from 0
 * @param header its name
 * @param targets columns of the customer model that it fills; empty if it is kept as an attribute
 * @param leftOut whether it is not kept at all
 * @param format how its values are written, or "" where that is found out over all rows
 * @param confidence 0 to 1
 * @param why a sentence, or ""
 */
public record SourceColumn(
        int index, String header, List<String> targets, boolean leftOut, String format, double confidence, String why) {
    /** Below this a person should look. */
    public static final double SURE = 0.8;

    public SourceColumn {
        targets = List.copyOf(targets);
    }

    /** Whether a person should look. */
    public boolean doubtful() {
        return confidence < SURE;
    }

    /** Whether the model has no name for it. */
    public boolean attribute() {
        return targets.isEmpty();
    }
}
