package org.clientele.platform.warehouse.rejects;

import java.util.List;

/**
 * What a person decided about one rejected row.
 *
 * @param row its number in the {@link RejectTable}
 * @param cells the corrected values, one a header
 */
public record Mend(int row, List<String> cells) {
    public Mend {
        cells = List.copyOf(cells);
    }
}
