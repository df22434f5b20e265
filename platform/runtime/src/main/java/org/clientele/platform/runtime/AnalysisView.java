package org.clientele.platform.runtime;

import java.util.List;
import org.clientele.platform.host.AnalysisParameter;
import org.clientele.platform.host.PluginAnalysis;

/**
 * An analysis on offer.
 *
 * @param id its whole id
 * @param title for people
 * @param description what it works out, and how; or ""
 * @param parameters what can be chosen
 */
public record AnalysisView(String id, String title, String description, List<AnalysisParameter> parameters) {
    public AnalysisView {
        parameters = List.copyOf(parameters);
    }

    static AnalysisView of(PluginAnalysis analysis) {
        return new AnalysisView(
                analysis.id().toString(), analysis.title(), analysis.description(), analysis.parameters());
    }
}
