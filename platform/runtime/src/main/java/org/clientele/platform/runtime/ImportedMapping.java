package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;

/**
 * How the columns of a file became columns of the customer model.
 *
 * @param recipe the recipe's id, or "" if columns were matched by names and content
 * @param role what the file is among those of its import
 * @param columns model column or attribute to source column
 * @param constants model column to the value that every row got
 * @param formats model column or attribute to how it was read, where that is not the usual way
 * @param key what identifies a row: columns of the model, or the header by which other files refer to it
 * @param joins which files of the same import it refers to, and by what
 * @param reasons why each of its columns goes where it goes
 * @param doubts what was decided without being sure, a sentence each
 */
public record ImportedMapping(
        String recipe,
        ProposedTable.Role role,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> formats,
        List<String> key,
        List<ProposedJoin> joins,
        List<ProposedColumn> reasons,
        List<String> doubts) {
    /** Nothing was mapped. */
    public static final ImportedMapping NONE = new ImportedMapping(
            "",
            ProposedTable.Role.UNRECOGNISED,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public ImportedMapping {
        key = List.copyOf(key);
        joins = List.copyOf(joins);
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
    }
}
