package org.clientele.platform.warehouse.source;

import java.util.List;

/**
 * A row of a source as it stands there.
 *
 * @param number of the row, from 1, as {@link SourceChoice#headerRow} counts
 * @param cells its values
 */
public record SourceRow(int number, List<String> cells) {
    public SourceRow {
        cells = List.copyOf(cells);
    }
}
