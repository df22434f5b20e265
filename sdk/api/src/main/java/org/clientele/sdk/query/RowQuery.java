package org.clientele.sdk.query;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * A question for rows of one table of the customer model, through the same policy as metrics.
 *
 * @param table a table of the model
 * @param columns its columns, at least one
 * @param filters all of them must hold
 * @param period the days that count, by the table's time column
 * @param offset how many rows to skip
 * @param limit how many rows at most, 1 to 1,000,000
 */
public record RowQuery(
        String table, List<String> columns, List<Filter> filters, Period period, long offset, int limit) {
    public RowQuery {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        if (columns.isEmpty() || offset < 0 || limit < 1 || limit > 1_000_000) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    "A row query names at least one column, an offset of 0 or more and a limit of 1 to 1,000,000.");
        }
    }

    /** The first 1,000 rows of some columns. */
    public static RowQuery of(String table, String... columns) {
        return new RowQuery(table, List.of(columns), List.of(), Period.all(), 0, 1000);
    }

    /** The same with these filters instead. */
    public RowQuery filtered(List<Filter> all) {
        return new RowQuery(table, columns, all, period, offset, limit);
    }

    /** The same with one more filter. */
    public RowQuery where(Filter filter) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(filter);
        return filtered(all);
    }

    /** The same for these days. */
    public RowQuery during(Period days) {
        return new RowQuery(table, columns, filters, days, offset, limit);
    }

    /** The same, {@code most} rows from the row with this number, which counts from 0. */
    public RowQuery page(long first, int most) {
        return new RowQuery(table, columns, filters, period, first, most);
    }
}
