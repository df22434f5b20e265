package org.clientele.platform.runtime;

import java.util.List;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;

/**
 * What a question is narrowed down to by where it is asked.
 *
 * @param period the days of a query that has none of its own
 * @param filters all of them must hold
 */
record Narrowing(Period period, List<Filter> filters) {
    Narrowing {
        filters = List.copyOf(filters);
    }

    /** The same for other days. */
    Narrowing during(Period days) {
        return new Narrowing(days, filters);
    }

    /** The question, narrowed. */
    MetricQuery of(MetricQuery query) {
        MetricQuery narrowed = query.period().isAll() ? query.during(period) : query;
        for (Filter filter : filters) {
            narrowed = narrowed.where(filter);
        }
        return narrowed;
    }
}
