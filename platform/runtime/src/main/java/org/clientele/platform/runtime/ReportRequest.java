package org.clientele.platform.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a report.
 *
 * @param dashboards their ids or suffixes of them, in the order wanted; empty for all
 * @param period the days, or null for the best for the data
 */
public record ReportRequest(
        List<String> dashboards, @Nullable PeriodChoice period) {
    public ReportRequest {
        dashboards = List.copyOf(dashboards);
    }
}
