package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.mapping.JoinProposal;

/**
 * How files would be imported: data, to be shown, corrected and carried out.
 *
 * @param sources the tables found in the files, in the order of the request
 * @param joins which source takes columns from which
 * @param mode what happens to rows that are there
 * @param strange tables of the files that fit nothing, with a recipe that maps nothing to no table: for a person to map
 */
public record ImportPlan(
        List<PlannedSource> sources, List<JoinProposal> joins, ImportRequest.Mode mode, List<PlannedSource> strange) {
    public ImportPlan {
        sources = List.copyOf(sources);
        joins = List.copyOf(joins);
        strange = List.copyOf(strange);
    }

    /** A plan in which everything fits. */
    public ImportPlan(List<PlannedSource> sources, List<JoinProposal> joins, ImportRequest.Mode mode) {
        this(sources, joins, mode, List.of());
    }
}
