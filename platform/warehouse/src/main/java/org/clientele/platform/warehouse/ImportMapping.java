package org.clientele.platform.warehouse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a file's columns became columns of the model.
 *
 * @param recipe id of the recipe, or "" where names alone decided
 * @param columns model column to source header
 * @param constants model column to the value that every row got
 * @param attributes attribute of the table to the source header that the model does not name
 * @param formats model column or attribute to how it was read, where that is not the usual way
 * @param doubts sentences about what was assumed or is missing
 */
public record ImportMapping(
        String recipe,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> attributes,
        Map<String, String> formats,
        List<String> doubts) {
    public ImportMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        doubts = List.copyOf(doubts);
    }
}
