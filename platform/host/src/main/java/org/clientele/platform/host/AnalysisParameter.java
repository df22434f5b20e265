package org.clientele.platform.host;

import java.util.List;

/**
 * What can be chosen about an analysis.
 *
 * @param name of the record component that it fills
 * @param label for people
 * @param help a sentence, or ""
 * @param kind which values it takes
 * @param initial the default, as text
 * @param least the least number
 * @param most the greatest number
 * @param step of a slider, or 0
 * @param choices all values, where there are few; empty otherwise
 * @param choiceLabels what each of them is called for people, in their order
 */
public record AnalysisParameter(
        String name,
        String label,
        String help,
        Kind kind,
        String initial,
        double least,
        double most,
        double step,
        List<String> choices,
        List<String> choiceLabels) {
    /** Which values a parameter takes. */
    public enum Kind {
        INTEGER,
        NUMBER,
        FLAG,
        TEXT,
        DAY,
        CHOICE
    }

    public AnalysisParameter {
        choices = List.copyOf(choices);
        choiceLabels = List.copyOf(choiceLabels);
    }
}
