package org.clientele.sdk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * A question for metrics: which, by what, over which rows and days, compared with what. The answer is a {@link
 * org.clientele.sdk.data.Frame} with one column per dimension (named as the dimension), then one per metric (named by the
 * last part of its id); with a comparison each metric is followed by {@code <metric>_previous} or {@code
 * <metric>_year_before} and then {@code <metric>_change}, the relative change as a ratio.
 *
 * <p>Rows are ordered by the time dimension if there is one, else by the first metric, largest first; then by the
 * dimensions. A member that is unknown is null.
 *
 * <pre>{@code
 * MetricQuery.of("revenue").by("month").compare(Comparison.YEAR_BEFORE)
 * }</pre>
 *
 * @param metrics ids or unambiguous suffixes of them, at least one
 * @param dimensions names: day, week, month, quarter, year, country, currency, product, product-name, category, customer; or a
 *     column of the order line ({@code channel}), its customer ({@code customer.gender}) or its product ({@code
 *     product.brand}), attributes of imported files among them
 * @param filters all of them must hold
 * @param period the days that count
 * @param comparison what to compare with
 * @param limit how many groups at most, ranked by the first metric, or 0 for all
 */
public record MetricQuery(
        List<String> metrics,
        List<String> dimensions,
        List<Filter> filters,
        Period period,
        Comparison comparison,
        int limit)
        implements Question {
    public MetricQuery {
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        if (metrics.isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, "A query names at least one metric.");
        }
        if (limit < 0) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, "A limit is 1 or more, not " + limit + ".");
        }
    }

    /** All rows of all days, for these metrics. */
    public static MetricQuery of(String... metrics) {
        return new MetricQuery(List.of(metrics), List.of(), List.of(), Period.all(), Comparison.NONE, 0);
    }

    /** The same, grouped by these dimensions. */
    public MetricQuery by(String... names) {
        return new MetricQuery(metrics, List.of(names), filters, period, comparison, limit);
    }

    /** The same, with one more filter. */
    public MetricQuery where(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new MetricQuery(metrics, dimensions, more, period, comparison, limit);
    }

    /** The same over these days. */
    public MetricQuery during(Period days) {
        return new MetricQuery(metrics, dimensions, filters, days, comparison, limit);
    }

    /** The same, compared. */
    public MetricQuery compare(Comparison with) {
        return new MetricQuery(metrics, dimensions, filters, period, with, limit);
    }

    /** The same, only the first {@code n} groups by the first metric. */
    public MetricQuery top(int n) {
        return new MetricQuery(metrics, dimensions, filters, period, comparison, n);
    }

    /** The limit, if there is one. */
    public OptionalInt topN() {
        return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
