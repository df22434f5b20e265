package org.clientele.platform.runtime.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.query.MetricParts;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;

/** What records need of a session: reading under its policy, and threads to read on. Thread-safe. */
public interface RecordSource {
    /**
     * The numbers of all rows of a query, in its order.
     *
     * @param version the state of the data that they hold for
     * @param rows one number a row
     */
    record Numbers(long version, Column rows) {}

    /** Does the work soon on a thread for records; never throws. */
    <T> CompletableFuture<T> submit(Callable<T> work);

    /** Cancelled when the session is closed. */
    CancelSignal closing();

    /** The numbers of all rows. Blocks; read anew if the data changes meanwhile. */
    Numbers numbers(RowQuery query, CancelSignal cancel);

    /** Some rows by their numbers, in the query's order; empty if the data has changed since. Blocks. */
    Optional<Frame> rows(RowQuery query, long version, List<Long> numbers, CancelSignal cancel);

    /** How many rows have a value in each column. Blocks. */
    Frame filled(RowQuery query, CancelSignal cancel);

    /** Those of a query's columns that the policy hides. Blocks. */
    List<String> hidden(RowQuery query, CancelSignal cancel);

    /** Answers a question for metrics that only it knows. Blocks. */
    Frame figures(MetricQuery query, List<MetricDefinition> metrics, CancelSignal cancel);

    /** Answers a question for metrics. Blocks. */
    Frame query(MetricQuery query, CancelSignal cancel);

    /** Answers a question for rows. Blocks. */
    Frame query(RowQuery query, CancelSignal cancel);

    /** What a metric is calculated from. Answers at once. */
    List<MetricParts.Part> parts(String metric);

    /** The tables as they are now. Reads the warehouse. */
    CustomerModel model();

    /** The last day of the step of the workspace's calendar that {@code day} lies in. */
    LocalDate last(Grain grain, LocalDate day);

    /**
     * The days that a step of a question's time dimension stands for, which may reach back before it. Blocks.
     *
     * @param first the first day of the step
     */
    Period window(MetricQuery query, Grain grain, LocalDate first, CancelSignal cancel);

    /** The ISO 4217 code of all money, or "" where there are several or none is known. Blocks. */
    String currency(CancelSignal cancel);

    /** Numbers and dates for people. */
    ValueFormat format();
}
