package org.clientele.platform.runtime;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds.
 *
 * @param firstRow the moment of the oldest order line, or null without data
 * @param dataAsOf the moment of the newest order line, or null without data
 * @param orderLines how many order lines
 * @param customers how many customers
 * @param products how many products
 * @param currency ISO 4217, or "" where it is unknown or not one
 */
public record WorkspaceStatus(
        @Nullable LocalDateTime firstRow,
        @Nullable LocalDateTime dataAsOf,
        long orderLines,
        long customers,
        long products,
        String currency) {
    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return orderLines == 0 && customers == 0 && products == 0;
    }
}
