package org.clientele.platform.warehouse.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * How one source is to be mapped.
 *
 * @param source its name
 * @param headers its columns in order, as the recipe names them
 * @param role what it is among the others
 * @param recipe the mapping; null where the role is UNRECOGNISED
 * @param known whether the recipe is one that was there before
 * @param confidence 0 to 1
 * @param reasons one a column of the source
 * @param attributes attribute to the source column that it holds, by its place from 0
 * @param lacking columns of the recipe's table that only other sources can fill, such as ordered_at of lines without
 *     headers
 * @param doubts sentences about what was assumed or is missing
 * @param alternatives other mappings, the likeliest first
 */
public record Proposal(
        String source,
        List<String> headers,
        Role role,
        @Nullable ImportRecipe recipe,
        boolean known,
        double confidence,
        List<ColumnReason> reasons,
        Map<String, Integer> attributes,
        List<String> lacking,
        List<String> doubts,
        List<Alternative> alternatives) {
    public Proposal {
        headers = List.copyOf(headers);
        reasons = List.copyOf(reasons);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        lacking = List.copyOf(lacking);
        doubts = List.copyOf(doubts);
        alternatives = List.copyOf(alternatives);
    }
}
