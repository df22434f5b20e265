package org.clientele.platform.query;

import java.time.LocalDateTime;
import java.util.Objects;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a query is compiled for.
 *
 * @param subject who asks
 * @param policy what they may see
 * @param currency the ISO 4217 code of all money, or "" while it is unknown
 * @param firstRow the moment of the oldest order line, or null where there is none
 * @param dataAsOf the moment of the newest order line, or null where there is none
 */
public record QueryContext(
        Subject subject,
        Policy policy,
        String currency,
        @Nullable LocalDateTime firstRow,
        @Nullable LocalDateTime dataAsOf) {
    public QueryContext {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(currency, "currency");
    }
}
