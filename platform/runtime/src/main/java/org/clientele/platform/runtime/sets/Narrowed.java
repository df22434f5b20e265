package org.clientele.platform.runtime.sets;

import java.util.List;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;

/**
 * What a comparison of sets is narrowed down to.
 *
 * @param days of the order lines that count
 * @param filters that order lines fulfil
 */
public record Narrowed(Period days, List<Filter> filters) {
    /** All order lines. */
    public static final Narrowed ALL = new Narrowed(Period.all(), List.of());

    public Narrowed {
        filters = List.copyOf(filters);
    }
}
