package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.query.KnownSegments;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** What is measured by published scores: the mean and the sum of each over the customers of the rows, each customer once. */
final class ScoreMetrics {
    private static final Texts TEXTS = Texts.of(ScoreMetrics.class);
    private static final String NAMESPACE = "clientele.scores/";

    private ScoreMetrics() {}

    /** Metrics with those of the scores behind them. */
    static List<MetricDefinition> beside(List<MetricDefinition> others, KnownSegments published) {
        Map<String, KnownSegments.Known> scores = new LinkedHashMap<>();
        published.all().values().stream().filter(k -> k.score() != null).forEach(k -> scores.put(k.key(), k));
        List<MetricDefinition> all = new ArrayList<>(others);
        scores.values().forEach(s -> {
            all.add(measure(s, "mean", "avg"));
            all.add(measure(s, "sum", "sum"));
        });
        return List.copyOf(all);
    }

    private static MetricDefinition measure(KnownSegments.Known s, String name, String function) {
        Unit unit = s.score();
        return MetricDefinition.builder(
                        NAMESPACE + name + "-" + s.key().replace('_', '-'), function + "(" + s.dimension() + ")")
                .label(TEXTS.get("score.metrics." + name, s.name()))
                .description(TEXTS.get("score.metrics." + name + ".description", s.name()))
                .unit(unit == null ? Unit.none() : unit)
                .build();
    }
}
