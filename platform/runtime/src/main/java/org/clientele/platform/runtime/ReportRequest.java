package org.clientele.platform.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a report.
 *
 * @param dashboards their ids or suffixes of them, in the order wanted; empty for all
 * @param scope what all of them are narrowed down to
 */
public record ReportRequest(List<String> dashboards, Scope scope) {
    public ReportRequest {
        dashboards = List.copyOf(dashboards);
    }

    /** The same for the days of a rule; null for the best for the data. */
    public ReportRequest(List<String> dashboards, @Nullable PeriodChoice period) {
        this(dashboards, Scope.of(period));
    }
}
