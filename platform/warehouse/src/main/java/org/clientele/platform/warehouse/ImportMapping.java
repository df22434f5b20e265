package org.clientele.platform.warehouse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.mapping.ColumnReason;
import org.clientele.platform.warehouse.mapping.JoinProposal;
import org.clientele.platform.warehouse.mapping.Role;

/**
 * How a file's columns became columns of the model.
 *
 * @param recipe id of the recipe, or "" where names alone decided
 * @param role what the source is among those of its import
 * @param columns model column to source header
 * @param constants model column to the value that every row got
 * @param attributes attribute of the table to the source header that the model does not name
 * @param formats model column or attribute to how it was read, where that is not the usual way
 * @param key what identifies a row: columns of the model, or the header by which other files refer to it
 * @param joins which files of the same import it refers to, and by what
 * @param reasons why each of its columns goes where it goes
 * @param doubts sentences about what was assumed or is missing
 */
public record ImportMapping(
        String recipe,
        Role role,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> attributes,
        Map<String, String> formats,
        List<String> key,
        List<JoinProposal> joins,
        List<ColumnReason> reasons,
        List<String> doubts) {
    public ImportMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        key = List.copyOf(key);
        joins = List.copyOf(joins);
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
    }
}
