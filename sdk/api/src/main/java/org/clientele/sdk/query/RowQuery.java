package org.clientele.sdk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * A question for rows of one table of the customer model, through the same policy as metrics. The answer is a {@link
 * org.clientele.sdk.data.Frame} with the columns as they are named here.
 *
 * <p>Rows have one order for one state of the data: that of {@code order}, then of time, then of whatever tells rows apart; so
 * pages never overlap. What is missing stands last, whichever way a column is sorted.
 *
 * <pre>{@code
 * RowQuery.of("order_line", "order_id", "product-name", "amount")
 *         .where(Filter.in("country", "France"))
 *         .orderBy("amount", true)
 *         .page(200, 100)
 * }</pre>
 *
 * @param table a table of the model
 * @param columns its columns, at least one; of order lines also dimensions ("month", "category") and columns of their customers
 *     and products ("customer.gender"). A name that is both is the dimension, as in filters
 * @param filters all of them must hold
 * @param period the days that count, by the table's time column
 * @param order what rows are sorted by, the most important first; any that {@code columns} could name
 * @param offset how many rows to skip
 * @param limit how many rows at most, 1 to 1,000,000
 */
public record RowQuery(
        String table,
        List<String> columns,
        List<Filter> filters,
        Period period,
        List<Sort> order,
        long offset,
        int limit) {
    private static final Texts TEXTS = Texts.of(RowQuery.class);

    /**
     * What rows are sorted by.
     *
     * @param column as in {@link RowQuery#columns}
     * @param descending whether the largest, latest or last comes first
     */
    public record Sort(String column, boolean descending) {
        public Sort {
            Objects.requireNonNull(column, "column");
        }
    }

    public RowQuery {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        if (columns.isEmpty() || offset < 0 || limit < 1 || limit > 1_000_000) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("row.query.row_query_names_at"));
        }
    }

    /** The first 1,000 rows of some columns. */
    public static RowQuery of(String table, String... columns) {
        return new RowQuery(table, List.of(columns), List.of(), Period.all(), List.of(), 0, 1000);
    }

    /** The same with other columns. */
    public RowQuery select(List<String> names) {
        return new RowQuery(table, names, filters, period, order, offset, limit);
    }

    /** The same, with one more filter. */
    public RowQuery where(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new RowQuery(table, columns, more, period, order, offset, limit);
    }

    /** The same over these days. */
    public RowQuery during(Period days) {
        return new RowQuery(table, columns, filters, days, order, offset, limit);
    }

    /** The same, sorted by one more column, after those before. */
    public RowQuery orderBy(String column, boolean descending) {
        List<Sort> more = new ArrayList<>(order);
        more.add(new Sort(column, descending));
        return new RowQuery(table, columns, filters, period, more, offset, limit);
    }

    /** The same, only the {@code most} rows after the first {@code skipped}. */
    public RowQuery page(long skipped, int most) {
        return new RowQuery(table, columns, filters, period, order, skipped, most);
    }

    /** The same with these filters instead. */
    public RowQuery filtered(List<Filter> all) {
        return new RowQuery(table, columns, all, period, order, offset, limit);
    }
}
