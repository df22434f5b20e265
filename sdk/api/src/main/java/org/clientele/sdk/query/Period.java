package org.clientele.sdk.query;

import java.time.LocalDate;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} to {@code to}, both included; null leaves an end open.
 *
 * @param from the first day, or null
 * @param to the last day, or null
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final Texts TEXTS = Texts.of(Period.class);

    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("period.period_ends_on_before", to, from));
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
