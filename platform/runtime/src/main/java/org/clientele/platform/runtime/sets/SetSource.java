package org.clientele.platform.runtime.sets;

import java.util.List;
import org.clientele.platform.catalog.StoredSet;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;

/** What customer sets need of a session: reading under its policy, and both stores. Thread-safe; what may take long blocks. */
public interface SetSource {
    /** Who makes the members of a list. */
    sealed interface Members {}

    /** The customers of rows. */
    record Of(RowQuery rows) implements Members {}

    /** The customers of two sets, by their keys, put together. */
    record Both(SetOperation operation, String first, String second) implements Members {}

    /** All sets, by name, deleted ones among them. Answers at once. */
    List<StoredSet> stored();

    /**
     * Writes members down and then lets the set be seen: after a kill it is wholly there or not at all.
     *
     * @param set without id, dataset and count
     * @return its id
     */
    long add(StoredSet set, Members members, Progress progress, CancelSignal cancel);

    /** Adds a set that needs no list. */
    long add(StoredSet set);

    /** Gives a set another key, name and description. */
    void rename(long id, String key, String name, String description);

    /** Deletes a set or brings it back. */
    void delete(long id, boolean gone);

    /** How many known customers rows have. */
    long count(RowQuery rows, CancelSignal cancel);

    /** How many customers of a list are in the data, whoever may see them. */
    long present(long dataset, CancelSignal cancel);

    /** The days of a rule now. */
    Period days(SetRule rule, CancelSignal cancel);

    /** A rule for people, in one sentence. */
    String said(SetRule rule, CancelSignal cancel);

    /** The moment of the newest order line, or null without any. */
    java.time.@org.jspecify.annotations.Nullable LocalDateTime dataAsOf(CancelSignal cancel);

    /** The name of the policy in force. */
    String policy();

    /** Answers a question for metrics. */
    Frame query(MetricQuery query, CancelSignal cancel);

    /** Answers a question for rows. */
    Frame query(RowQuery query, CancelSignal cancel);

    /** Numbers and dates for people. */
    ValueFormat format();
}
