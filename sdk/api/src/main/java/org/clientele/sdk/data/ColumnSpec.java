package org.clientele.sdk.data;

import java.util.Objects;

/**
 * Name, type and unit of a column.
 *
 * @param name unique in its frame or table
 * @param type how values are stored
 * @param unit what numbers count; {@link Unit#none()} for labels
 * @param label for people: "Net revenue"
 * @param dimension the dimension whose members its values are, written as filters write them ("country", "customer.gender"), or
 *     "". A person can then pick them: the other tiles answer for them alone. Missing values are the unknown member; what stands
 *     for several members is called "Others", or "12 others", and cannot be picked. The answers of metric
 *     queries name theirs, and so does an analysis that hands such a column on
 */
public record ColumnSpec(String name, ColumnType type, Unit unit, String label, String dimension) {
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(dimension, "dimension");
    }

    /** A column whose values are no members of a dimension. */
    public ColumnSpec(String name, ColumnType type, Unit unit, String label) {
        this(name, type, unit, label, "");
    }

    /** The same, whose values are members of a dimension. */
    public ColumnSpec ofDimension(String name) {
        return new ColumnSpec(this.name, type, unit, label, name);
    }

    /** A column whose label is its name and which has no unit. */
    public static ColumnSpec of(String name, ColumnType type) {
        return new ColumnSpec(name, type, Unit.none(), name);
    }
}
