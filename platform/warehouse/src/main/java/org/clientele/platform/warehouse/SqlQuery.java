package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT in the engine's dialect.
 *
 * @param sql one SELECT with {@code ?} for binds
 * @param binds String, Long, Integer, Double, BigDecimal, Boolean, LocalDate, LocalDateTime or null, in order
 * @param columns what the SELECT gives, in order
 */
public record SqlQuery(String sql, List<@Nullable Object> binds, List<OutputColumn> columns) {
    public SqlQuery {
        binds = Collections.unmodifiableList(new ArrayList<@Nullable Object>(binds));
        columns = List.copyOf(columns);
    }
}
