package org.clientele.sdk.query;

import java.time.LocalDate;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} to {@code to}, both included; null leaves an end open.
 *
 * @param from the first day, or null
 * @param to the last day, or null
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, "The period ends on " + to + ", before it starts on " + from + ".");
        }
    }

    /** All of history. */
    public static Period all() {
        return new Period(null, null);
    }

    /** Whether both ends are open. */
    public boolean isAll() {
        return from == null && to == null;
    }
}
