package org.clientele.platform.warehouse;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse holds.
 *
 * @param first the oldest {@code ordered_at} of order lines, or null where there are none
 * @param last the newest, or null
 * @param currency the one ISO 4217 code of all order lines, or "" if there are none or several
 * @param mixed whether order lines are in several currencies, or some say theirs and others do not
 * @param rows rows by table of the model
 */
public record DataSpan(
        @Nullable LocalDateTime first,
        @Nullable LocalDateTime last,
        String currency,
        boolean mixed,
        Map<String, Long> rows) {
    public DataSpan {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }
}
