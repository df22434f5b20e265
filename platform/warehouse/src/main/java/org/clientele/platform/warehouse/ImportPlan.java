package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.mapping.JoinProposal;

/**
 * How files would be imported: data, to be shown, corrected and carried out.
 *
 * @param sources the tables found in the files, in the order of the request
 * @param joins which source takes columns from which
 * @param mode what happens to rows that are there
 */
public record ImportPlan(List<PlannedSource> sources, List<JoinProposal> joins, ImportRequest.Mode mode) {
    public ImportPlan {
        sources = List.copyOf(sources);
        joins = List.copyOf(joins);
    }
}
