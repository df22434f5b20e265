package org.clientele.sdk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * A question for metrics: which, by what, over which rows and days, compared with what. New components come with builder
 * methods and a constructor without them, so older plugins go on working. The answer is a {@link
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
 * @param running which days each step of the one time dimension stands for; a share is a ratio. {@link Comparison#PREVIOUS}
 *     compares such a window with the one right before: a year to date with that of the year before, three rolling months
 *     with the three before them
 * @param incomplete what becomes of a step or period that is not over
 */
public record MetricQuery(
        List<String> metrics,
        List<String> dimensions,
        List<Filter> filters,
        Period period,
        Comparison comparison,
        int limit,
        Running running,
        Incomplete incomplete)
        implements Question {
    private static final Texts TEXTS = Texts.of(MetricQuery.class);

    public MetricQuery {
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(incomplete, "incomplete");
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        if (metrics.isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("metric.query.query_names_at_least"));
        }
        if (limit < 0) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("metric.query.limit_is_or_more", limit));
        }
    }

    /** A question for each step by itself, the last one compared with the same part of another. */
    public MetricQuery(
            List<String> metrics,
            List<String> dimensions,
            List<Filter> filters,
            Period period,
            Comparison comparison,
            int limit) {
        this(metrics, dimensions, filters, period, comparison, limit, Running.NONE, Incomplete.SAME_PART);
    }

    /** All rows of all days, for these metrics. */
    public static MetricQuery of(String... metrics) {
        return new MetricQuery(List.of(metrics), List.of(), List.of(), Period.all(), Comparison.NONE, 0);
    }

    /** The same, grouped by these dimensions. */
    public MetricQuery by(String... names) {
        return new MetricQuery(metrics, List.of(names), filters, period, comparison, limit, running, incomplete);
    }

    /** The same, with one more filter. */
    public MetricQuery where(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new MetricQuery(metrics, dimensions, more, period, comparison, limit, running, incomplete);
    }

    /** The same over these days. */
    public MetricQuery during(Period days) {
        return new MetricQuery(metrics, dimensions, filters, days, comparison, limit, running, incomplete);
    }

    /** The same, compared. */
    public MetricQuery compare(Comparison with) {
        return new MetricQuery(metrics, dimensions, filters, period, with, limit, running, incomplete);
    }

    /** The same, only the first {@code n} groups by the first metric. */
    public MetricQuery top(int n) {
        return new MetricQuery(metrics, dimensions, filters, period, comparison, n, running, incomplete);
    }

    /** The same, each step standing for a window that ends with it. */
    public MetricQuery running(Running window) {
        return new MetricQuery(metrics, dimensions, filters, period, comparison, limit, window, incomplete);
    }

    /** The same with another rule for what is not over. */
    public MetricQuery incomplete(Incomplete rule) {
        return new MetricQuery(metrics, dimensions, filters, period, comparison, limit, running, rule);
    }

    /** The limit, if there is one. */
    public OptionalInt topN() {
        return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
