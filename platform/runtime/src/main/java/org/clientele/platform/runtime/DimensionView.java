package org.clientele.platform.runtime;

import org.clientele.sdk.data.ColumnType;

/**
 * What data can be narrowed down by.
 *
 * @param name of the dimension: "country", "customer.gender"
 * @param label for people: "Country", "Customer: gender"
 * @param type of its members
 */
public record DimensionView(String name, String label, ColumnType type) {
    /** Whether members are picked from a list; otherwise a range is given. */
    public boolean listed() {
        return type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
    }
}
