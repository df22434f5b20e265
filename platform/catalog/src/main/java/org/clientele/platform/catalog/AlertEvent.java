package org.clientele.platform.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One crossing of an alert.
 *
 * @param id 0 before it is stored
 * @param alert which alert
 * @param from the first day of the period
 * @param to its last day
 * @param value of the metric; for missing data the days without any
 * @param base what it was compared with, or null
 * @param threshold that was crossed
 * @param sentence what was said
 * @param at when it was found
 * @param acknowledgedAt when somebody said that she knows, or null
 */
public record AlertEvent(
        long id,
        long alert,
        LocalDate from,
        LocalDate to,
        double value,
        @Nullable Double base,
        double threshold,
        String sentence,
        Instant at,
        @Nullable Instant acknowledgedAt) {}
