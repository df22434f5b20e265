package org.clientele.platform.runtime.records;

import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/**
 * A column that a list of records can have.
 *
 * @param spec its name as a {@link org.clientele.sdk.query.RowQuery} takes it, type, unit and label
 * @param group for people, what it is a column of: "Order line", "Customer"
 * @param filled how many rows of the table have a value there; 0 where it is hidden
 * @param hidden whether the policy hides it
 * @param usual whether a list shows it until somebody chooses
 */
public record RecordColumn(ColumnSpec spec, String group, long filled, boolean hidden, boolean usual) {
    /** As a query takes it. */
    public String name() {
        return spec.name();
    }

    /** For people. */
    public String label() {
        return spec.label();
    }

    /** How values are stored. */
    public ColumnType type() {
        return spec.type();
    }
}
