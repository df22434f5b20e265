package org.clientele.platform.query;

import java.util.List;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;

/**
 * A query ready to run: one SELECT of the warehouse's dialect, with a {@code ?} for each value.
 *
 * @param sql the statement
 * @param binds the values in order: String, Long, Integer, BigDecimal, Boolean, LocalDate or LocalDateTime; never null
 * @param columns what the statement returns, in order
 * @param caveats the doubts that are known before it runs
 */
public record CompiledQuery(String sql, List<Object> binds, List<OutputColumn> columns, List<Caveat> caveats) {
    public CompiledQuery {
        binds = List.copyOf(binds);
        columns = List.copyOf(columns);
        caveats = List.copyOf(caveats);
    }

    /**
     * A column of the result.
     *
     * @param spec name, type, unit and label
     * @param scale digits behind the point of a DECIMAL, else 0
     */
    public record OutputColumn(ColumnSpec spec, int scale) {}
}
