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
 * @param publishes whether it puts customers into segments or gives them a number, which can be published
 */
public record AnalysisView(String id, String title, String description, List<Parameter> parameters, boolean publishes) {
    /**
     * What can be chosen about an analysis.
     *
     * @param name what calls name it by
     * @param label for people
     * @param help a sentence, or ""
     * @param kind which values it takes: "integer", "number", "flag", "text", "day" or "choice"
     * @param initial the default, as text
     * @param least the least number, or minus infinity
     * @param most the greatest number, or infinity
     * @param step of a slider, or 0 for any number
     * @param choices all values, where there are few; empty otherwise
     * @param choiceLabels what each of them is called for people, in their order
     */
    public record Parameter(
            String name,
            String label,
            String help,
            String kind,
            String initial,
            double least,
            double most,
            double step,
            List<String> choices,
            List<String> choiceLabels) {
        public Parameter {
            choices = List.copyOf(choices);
            choiceLabels = List.copyOf(choiceLabels);
        }

        static Parameter of(AnalysisParameter p) {
            String kind = p.kind().name().toLowerCase(java.util.Locale.ROOT);
            return new Parameter(
                    p.name(),
                    p.label(),
                    p.help(),
                    kind,
                    p.initial(),
                    p.least(),
                    p.most(),
                    p.step(),
                    p.choices(),
                    p.choiceLabels());
        }
    }

    public AnalysisView {
        parameters = List.copyOf(parameters);
    }

    static AnalysisView of(PluginAnalysis analysis) {
        return new AnalysisView(
                analysis.id().toString(),
                analysis.title(),
                analysis.description(),
                analysis.parameters().stream().map(Parameter::of).toList(),
                analysis.segments() || analysis.scores());
    }
}
