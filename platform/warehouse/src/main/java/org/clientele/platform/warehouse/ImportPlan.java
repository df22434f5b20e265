package org.clientele.platform.warehouse;

import java.util.List;

/**
 * How files would be imported: data, to be shown, corrected and carried out.
 *
 * @param sources the tables found in the files, in the order of the request
 * @param mode what happens to rows that are there
 */
public record ImportPlan(List<PlannedSource> sources, ImportRequest.Mode mode) {
    public ImportPlan {
        sources = List.copyOf(sources);
    }
}
