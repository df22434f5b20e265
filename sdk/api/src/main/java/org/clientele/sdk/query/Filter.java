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
     * @param dimension the name of a dimension: "country", "month", "customer.gender"
     * @param members the members as text; null stands for unknown. A step of time is named by its first day, 2011-12-01
     * @param exclude whether rows with these members are left out instead
     */
    record Members(String dimension, List<@Nullable String> members, boolean exclude) implements Filter {
        public Members {
            Objects.requireNonNull(dimension, "dimension");
            members = java.util.Collections.unmodifiableList(new ArrayList<@Nullable String>(members));
        }
    }

    /**
     * Rows whose member of a dimension lies between two members, both included. A row whose member is unknown does not.
     *
     * @param dimension the name of a dimension: "month", "customer.income"
     * @param from the first member as text, or null for no lower end; steps of time by their first days, 2011-12-01
     * @param to the last member as text, or null for no upper end
     */
    record Range(
            String dimension,
            @Nullable String from,
            @Nullable String to) implements Filter {
        public Range {
            Objects.requireNonNull(dimension, "dimension");
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

    /** Rows whose member of {@code dimension} is {@code from}, {@code to} or between; null leaves an end open. */
    static Filter between(String dimension, @Nullable String from, @Nullable String to) {
        return new Range(dimension, from, to);
    }

    /** Rows for which {@code condition}, in the formula language, holds. */
    static Filter where(String condition) {
        return new Condition(condition);
    }
}
