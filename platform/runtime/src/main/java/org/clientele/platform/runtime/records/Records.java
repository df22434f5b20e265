package org.clientele.platform.runtime.records;

import java.util.List;
import java.util.Map;
import org.clientele.platform.query.MetricParts;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * A session's way to the records of the customer model: lists of them, those behind a number, and all that is known of one
 * customer. Everything goes through the policy. Thread-safe.
 *
 * <pre>{@code
 * RecordsRequest behind = session.records().behind(query, "revenue", Map.of("country", "France"), cancel).get(0);
 * RecordsView list = session.records().open(behind, () -> repaintSoon());
 * }</pre>
 */
public final class Records {
    private final RecordSource source;

    /** @param source what reads and knows */
    public Records(RecordSource source) {
        this.source = source;
    }

    /**
     * Opens a list; it starts to read at once in the background. Answers at once.
     *
     * @param changed hears, on a worker thread, that its state or a page changed
     * @throws AnalyticsException CANCELLED if the session is closed
     */
    public RecordsView open(RecordsRequest request, Runnable changed) {
        source.closing().throwIfCancelled();
        return new RecordsView(source, request, changed);
    }

    /**
     * All rows of a query as they are now, to be read in parts; its page does not matter. Blocks until it is known which they are.
     *
     * @throws AnalyticsException as for any query, or CANCELLED
     */
    public RecordsView.Reader reader(RowQuery rows, CancelSignal cancel) {
        return new ListedRows(source, rows, source.numbers(rows, cancel));
    }

    /**
     * The columns that a list of a table's records can have: its own, and for order lines those of their customers and products.
     * Blocks.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such table; CANCELLED
     */
    public List<RecordColumn> columns(String table, CancelSignal cancel) {
        return RecordColumns.of(source, table, cancel);
    }

    /** What a metric is calculated from, for people, in order; one thing for a sum, two for a ratio. Answers at once. */
    public List<String> parts(String metric) {
        return source.parts(metric).stream().map(MetricParts.Part::label).toList();
    }

    /**
     * The order lines behind a number: one request for each of the metric's {@link #parts}. The figure that is reckoned from
     * the lines of a part is the part's. Blocks, where the question asks for the first few groups only.
     *
     * @param query the question that the number answers
     * @param metric which of its metrics
     * @param members the members of dimensions that the number is of, as filters name them: a step of time by its first day;
     *     empty for the whole answer
     * @throws AnalyticsException METRIC_UNKNOWN; ARGUMENT_INVALID if a member is no day; CANCELLED
     */
    public List<RecordsRequest> behind(
            MetricQuery query, String metric, Map<String, @Nullable String> members, CancelSignal cancel) {
        return new RecordsBehind(source, query).of(metric, members, cancel);
    }

    /** A table's records, newest first, with its usual columns. Blocks. */
    public RecordsRequest table(String table, CancelSignal cancel) {
        return RecordColumns.all(source, table, cancel);
    }

    /**
     * Who a customer is and how she buys. Blocks.
     *
     * @throws AnalyticsException FORBIDDEN if the policy hides who customers are; CANCELLED
     */
    public CustomerCard customer(String id, CancelSignal cancel) {
        return new CustomerFacts(source, id, cancel).card();
    }

    /**
     * Customers whose ids begin with a text, then those whose names hold it, then those that only order lines name, in any case.
     * None where the policy hides who customers are. Blocks.
     *
     * @param most how many at most
     */
    public List<CustomerMatch> customers(String typed, int most, CancelSignal cancel) {
        return new CustomerSearch(source).find(typed, most, cancel);
    }

    /** What happened with a customer, newest first, at most so many things. What the policy hides is left out. Blocks. */
    public List<HistoryEntry> history(String customer, int most, CancelSignal cancel) {
        return new CustomerHistory(source, customer, cancel).newest(most);
    }

    /** The figures of a customer as a dashboard, to be opened by the session. Answers at once. */
    public DashboardSpec board(String customer) {
        return CustomerBoard.of(customer);
    }
}
