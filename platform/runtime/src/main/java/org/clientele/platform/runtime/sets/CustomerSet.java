package org.clientele.platform.runtime.sets;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.clientele.sdk.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A named set of customers.
 *
 * @param id what it is known by in its workspace, for good
 * @param key by which filters and dimensions name it: {@code set.<key>}
 * @param name for people
 * @param description for people, or ""
 * @param fixed whether its members were written down once; else they follow from its rule each time
 * @param listed how many were written down; 0 for a rule
 * @param rule what they were chosen by, or null where two sets were put together
 * @param said the same for people, in one sentence
 * @param dataAsOf the moment of the newest order line when it was made, or null
 * @param madeAt when
 * @param madeUnder the name of the policy of whoever made it
 * @param deleted when it was deleted, or null
 */
public record CustomerSet(
        long id,
        String key,
        String name,
        String description,
        boolean fixed,
        long listed,
        @Nullable SetRule rule,
        String said,
        @Nullable LocalDateTime dataAsOf,
        Instant madeAt,
        String madeUnder,
        @Nullable Instant deleted) {
    /** The member of its dimension for customers who are in it. */
    public static final String IN = "in";

    /** The member of its dimension for known customers who are not. */
    public static final String NOT_IN = "not in";

    /** The name of its dimension, for queries and filters. Its members are "in", "not in", and unknown for unknown customers. */
    public String dimension() {
        return "set." + key;
    }

    /** The filter for its customers. */
    public Filter filter() {
        return Filter.in(CustomerSets.DIMENSION, key);
    }

    /** The filters for the customers who are in it, one, as conditions go on other tables than that of order lines. */
    public List<Filter> members() {
        return List.of(Filter.in(dimension(), IN));
    }
}
