package org.clientele.platform.runtime.alerts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an alert found, once.
 *
 * @param id its number
 * @param alert the alert as it is now
 * @param from the first day of the period
 * @param to its last day
 * @param value of the metric in it; for missing data the days without any
 * @param base what it was compared with; NaN where there was nothing
 * @param threshold that was crossed
 * @param sentence what it says
 * @param at when it was found
 * @param acknowledgedAt when somebody said that she knows, or null
 */
public record Crossing(
        long id,
        Alert alert,
        LocalDate from,
        LocalDate to,
        double value,
        double base,
        double threshold,
        String sentence,
        Instant at,
        @Nullable Instant acknowledgedAt) {}
