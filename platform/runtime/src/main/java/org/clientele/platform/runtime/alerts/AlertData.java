package org.clientele.platform.runtime.alerts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.jspecify.annotations.Nullable;

/** What alerts ask of a session: questions go through it, so its policy holds for them. */
public interface AlertData {
    /** Answers a question. */
    Frame query(MetricQuery query, CancelSignal cancel);

    /** The definition of a metric, by its id or a suffix of it. */
    MetricDefinition metric(String id);

    /** What week, month, quarter and year mean. */
    BusinessCalendar calendar();

    /** The names that people gave dimensions. */
    Map<String, String> names();

    /** How numbers and dates are written. */
    ValueFormat format();

    /** Where the workspace's days begin. */
    ZoneId zone();

    /** The first and the last moment of the data. */
    Span span(CancelSignal cancel);

    /**
     * Of the data.
     *
     * @param first null without data
     * @param last null without data
     */
    record Span(@Nullable LocalDateTime first, @Nullable LocalDateTime last) {}
}
