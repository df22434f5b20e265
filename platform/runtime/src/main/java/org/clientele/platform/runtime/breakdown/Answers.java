package org.clientele.platform.runtime.breakdown;

import java.time.LocalDate;
import java.util.List;
import org.clientele.platform.query.Additivity;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;

/** What breakdowns need of a session. Thread-safe. */
public interface Answers {
    /** Answers a question for metrics under the policy. Blocks. */
    Frame query(MetricQuery query, CancelSignal cancel);

    /** What holds for sums of a metric. Answers at once. */
    Additivity additivity(String metric);

    /** The definition of a metric. Answers at once. */
    MetricDefinition metric(String id);

    /** What the data at hand can be split by, those of few members among them. Blocks. */
    List<Dimension> dimensions(CancelSignal cancel);

    /** The last day of the step of the workspace's calendar that {@code day} lies in. */
    LocalDate last(Grain grain, LocalDate day);

    /** Numbers and dates for people. */
    ValueFormat format();

    /**
     * What can be split by.
     *
     * @param name of the dimension
     * @param label for people
     * @param ofTime whether its members are steps of time
     * @param competes whether it is looked at where the best split is sought: not steps of time, nor what only says how a line
     *     was booked
     */
    record Dimension(String name, String label, boolean ofTime, boolean competes) {}
}
