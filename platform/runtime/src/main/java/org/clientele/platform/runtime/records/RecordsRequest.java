package org.clientele.platform.runtime.records;

import java.util.List;
import java.util.Objects;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which records are to be listed, and for which number.
 *
 * @param title for people: "Net revenue"
 * @param narrowed for people, what else was chosen: "France, November 2011", or ""
 * @param rows table, first columns, filters, days and order; its page does not matter
 * @param figure the number behind which they are, or null
 */
public record RecordsRequest(
        String title,
        String narrowed,
        RowQuery rows,
        @Nullable Figure figure) {
    /**
     * A number that is reckoned from the records.
     *
     * @param label for people
     * @param formula an aggregate in the formula language, over order lines
     * @param unit what it counts
     */
    public record Figure(String label, String formula, Unit unit) {}

    public RecordsRequest {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(narrowed, "narrowed");
        Objects.requireNonNull(rows, "rows");
    }

    /** All rows of a query, for no number in particular. */
    public static RecordsRequest of(String title, RowQuery rows) {
        return new RecordsRequest(title, "", rows, null);
    }

    /** Whether they are order lines, of which figures can be reckoned. */
    public boolean ofLines() {
        return rows.table().equals(CustomerModel.ORDER_LINE);
    }

    /** The same with other columns first. */
    public RecordsRequest select(List<String> columns) {
        return new RecordsRequest(title, narrowed, rows.select(columns), figure);
    }
}
