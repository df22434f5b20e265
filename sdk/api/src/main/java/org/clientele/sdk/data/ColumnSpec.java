package org.clientele.sdk.data;

import java.util.Objects;

/**
 * Name, type and unit of a column.
 *
 * @param name unique in its frame or table
 * @param type how values are stored
 * @param unit what numbers count; {@link Unit#none()} for labels
 * @param label for people: "Net revenue"
 */
public record ColumnSpec(String name, ColumnType type, Unit unit, String label) {
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(label, "label");
    }

    /** A column whose label is its name and which has no unit. */
    public static ColumnSpec of(String name, ColumnType type) {
        return new ColumnSpec(name, type, Unit.none(), name);
    }
}
