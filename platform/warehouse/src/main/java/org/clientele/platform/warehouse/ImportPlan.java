package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.mapping.JoinProposal;
import org.clientele.platform.warehouse.rejects.RejectOrigin;

/**
 * How files would be imported: data, to be shown, corrected and carried out.
 *
 * @param sources the tables found in the files, in the order of the request
 * @param joins which source takes columns from which
 * @param mode what happens to rows that are there
 * @param strange tables of the files that fit nothing, with a recipe that maps nothing to no table: for a person to map
 * @param kept what other files gave in an earlier import, for its rows that are mended now
 */
public record ImportPlan(
        List<PlannedSource> sources,
        List<JoinProposal> joins,
        ImportRequest.Mode mode,
        List<PlannedSource> strange,
        List<RejectOrigin.Join> kept) {
    public ImportPlan {
        sources = List.copyOf(sources);
        joins = List.copyOf(joins);
        strange = List.copyOf(strange);
        kept = List.copyOf(kept);
    }

    /** One in which everything fits, and whose rows are joined with those of its own sources only. */
    public ImportPlan(List<PlannedSource> sources, List<JoinProposal> joins, ImportRequest.Mode mode) {
        this(sources, joins, mode, List.of(), List.of());
    }

    /** The same, giving its rows what was given to those of an earlier import. */
    ImportPlan keeping(List<RejectOrigin.Join> earlier) {
        return new ImportPlan(sources, joins, mode, strange, earlier);
    }
}
