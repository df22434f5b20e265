package org.clientele.platform.query;

import java.util.List;
import java.util.Optional;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.Frame;

/**
 * A query ready to run: one SELECT of the warehouse's dialect, with a {@code ?} for each value.
 *
 * @param sql the statement
 * @param binds the values in order: String, Long, Integer, BigDecimal, Boolean, LocalDate or LocalDateTime; never null
 * @param columns what the statement returns, in order
 * @param caveats the doubts that are known before it runs
 * @param probes smaller queries whose answers are further doubts
 */
public record CompiledQuery(
        String sql, List<Object> binds, List<OutputColumn> columns, List<Caveat> caveats, List<Probe> probes) {
    public CompiledQuery {
        binds = List.copyOf(binds);
        columns = List.copyOf(columns);
        caveats = List.copyOf(caveats);
        probes = List.copyOf(probes);
    }

    /** A query that nothing is to be said about. */
    static CompiledQuery of(String sql, List<Object> binds, List<OutputColumn> columns) {
        return new CompiledQuery(sql, binds, columns, List.of(), List.of());
    }

    /**
     * A column of the result.
     *
     * @param spec name, type, unit and label
     * @param scale digits behind the point of a DECIMAL, else 0
     */
    public record OutputColumn(ColumnSpec spec, int scale) {}

    /**
     * A question beside the main one, and what its answer says about the main one's.
     *
     * @param question without probes of its own
     * @param verdict reads the answer
     */
    public record Probe(CompiledQuery question, Verdict verdict) {}

    /** What the answer to a probe says. */
    public interface Verdict {
        /**
         * A doubt, if there is reason for one.
         *
         * @throws org.clientele.sdk.AnalyticsException if the main answer would be wrong and must not be given
         */
        Optional<Caveat> of(Frame answer);
    }
}
