package org.clientele.plugins.segmentation.cluster;

import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.text.Texts;

/** Clusters by how customers bought and by what they are expected to bring, as soon as somebody published that. */
final class ByValue {
    private static final Texts TEXTS = Texts.of(ByValue.class);

    private ByValue() {}

    /** One for each score that says it is a predicted value. */
    static List<Suggestion> suggested(List<PublishedScore> scores) {
        return scores.stream()
                .filter(s -> s.meaning() == Scoring.Meaning.PREDICTED_VALUE)
                .map(s -> new Suggestion(
                        TEXTS.get("suggestion.value", s.name()),
                        Map.of("features", FeatureReader.list(List.of(FeatureReader.LRFM, s.dimension())))))
                .toList();
    }
}
