package org.clientele.sdk.query;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A question for an analysis.
 *
 * @param analysis its id, or an unambiguous suffix of it
 * @param parameters values as text, by the name of the record component that they fill; what is not named has its default
 */
public record AnalysisCall(String analysis, Map<String, String> parameters) implements Question {
    public AnalysisCall {
        Objects.requireNonNull(analysis, "analysis");
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** A call with all defaults. */
    public static AnalysisCall of(String analysis) {
        return new AnalysisCall(analysis, Map.of());
    }

    /** The same with one parameter set. */
    public AnalysisCall with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new AnalysisCall(analysis, more);
    }
}
