package org.clientele.platform.warehouse;

import org.clientele.sdk.data.ColumnSpec;

/**
 * A column that a query gives.
 *
 * @param spec its name, type and unit in the frame
 * @param scale digits behind the point for DECIMAL (0 to 18); a value that needs more is an error; else 0
 */
public record OutputColumn(ColumnSpec spec, int scale) {
    /** A column of any type but DECIMAL. */
    public static OutputColumn of(ColumnSpec spec) {
        return new OutputColumn(spec, 0);
    }
}
