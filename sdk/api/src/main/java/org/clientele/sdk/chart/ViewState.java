package org.clientele.sdk.chart;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a person looks at a tile (zoom, scroll, sort) as named values. Changing it lays the tile out again without a query.
 *
 * @param values by parameter; gesture handles of a scene name the parameters they write
 */
public record ViewState(Map<String, String> values) {
    public ViewState {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The state nobody touched. */
    public static ViewState initial() {
        return new ViewState(Map.of());
    }

    /** The same with one value set. */
    public ViewState with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(parameter, value);
        return new ViewState(more);
    }

    /** A value, or null where nobody set it. */
    public @Nullable String get(String parameter) {
        return values.get(parameter);
    }
}
