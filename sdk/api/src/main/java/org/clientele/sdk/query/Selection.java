package org.clientele.sdk.query;

import java.util.List;

/**
 * What a person has picked, as a parameter that tiles read: members of a dimension, or a condition. It becomes a {@link
 * Filter} of the tiles that read it.
 *
 * @param name the parameter's name
 * @param filters what the picked rows fulfil; empty when nothing is picked
 */
public record Selection(String name, List<Filter> filters) {
    public Selection {
        filters = List.copyOf(filters);
    }

    /** Nothing picked. */
    public static Selection none(String name) {
        return new Selection(name, List.of());
    }

    /** Members of a dimension picked. */
    public static Selection of(String name, String dimension, String... members) {
        return new Selection(name, List.of(Filter.in(dimension, members)));
    }
}
