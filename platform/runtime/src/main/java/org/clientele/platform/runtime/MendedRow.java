package org.clientele.platform.runtime;

import java.util.List;

/**
 * A rejected row as a person corrected it.
 *
 * @param number of the row in the {@link RejectedRows}
 * @param cells one value a header
 */
public record MendedRow(int number, List<String> cells) {
    public MendedRow {
        cells = List.copyOf(cells);
    }
}
