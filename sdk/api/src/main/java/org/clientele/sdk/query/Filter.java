package org.clientele.sdk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows count. Values are bound, never pasted into SQL. */
public sealed interface Filter {
    /**
     * Rows whose member of a dimension is, or is not, among some.
     *
     * @param dimension the name of a dimension that is not of time: "country"
     * @param members the members; null stands for unknown
     * @param exclude whether rows with these members are left out instead
     */
    record Members(String dimension, List<@Nullable String> members, boolean exclude) implements Filter {
        public Members {
            Objects.requireNonNull(dimension, "dimension");
            members = java.util.Collections.unmodifiableList(new ArrayList<@Nullable String>(members));
        }
    }

    /**
     * Rows for which a condition of the formula language holds, for example {@code country = 'France' and quantity > 0}.
     *
     * @param condition the text
     */
    record Condition(String condition) implements Filter {
        public Condition {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** Rows whose member of {@code dimension} is one of {@code members}. */
    static Filter in(String dimension, String... members) {
        return new Members(dimension, List.of(members), false);
    }

    /** Rows for which {@code condition}, in the formula language, holds. */
    static Filter where(String condition) {
        return new Condition(condition);
    }
}
