package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.query.KnownSegments;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;

/** What is measured by published scores: the mean and the sum of each over the customers of the rows, each customer once. */
final class ScoreMetrics {
    private static final String NAMESPACE = "clientele.scores/";

    private ScoreMetrics() {}

    /** Metrics with those of the scores behind them. */
    static List<MetricDefinition> beside(List<MetricDefinition> others, KnownSegments published) {
        Map<String, KnownSegments.Known> scores = new LinkedHashMap<>();
        published.all().values().stream().filter(k -> k.score() != null).forEach(k -> scores.put(k.key(), k));
        List<MetricDefinition> all = new ArrayList<>(others);
        scores.values().forEach(s -> {
            all.add(measure(s, "mean", "avg", "Mean " + s.name(), "The mean"));
            all.add(measure(s, "sum", "sum", "Sum of " + s.name(), "The sum"));
        });
        return List.copyOf(all);
    }

    private static MetricDefinition measure(
            KnownSegments.Known s, String name, String function, String label, String what) {
        Unit unit = s.score();
        return MetricDefinition.builder(
                        NAMESPACE + name + "-" + s.key().replace('_', '-'), function + "(" + s.dimension() + ")")
                .label(label)
                .description(what + " of the score \"" + s.name()
                        + "\" of the customers who bought, each once, by its newest list.")
                .unit(unit == null ? Unit.none() : unit)
                .build();
    }
}
