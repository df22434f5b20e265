package org.clientele.plugins.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.SessionContext;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.Test;

class ByValueTest {
    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

    private static PublishedScore score(Scoring.Meaning meaning) {
        return new PublishedScore("score.worth", "Expected value", Unit.money(), meaning, DAY);
    }

    @Test
    void clustersByValueAreOfferedForAPredictedValueAndForNothingElse() {
        assertThat(ByValue.suggested(List.of())).isEmpty();
        assertThat(ByValue.suggested(List.of(score(Scoring.Meaning.OTHER)))).isEmpty();
        assertThat(ByValue.suggested(List.of(score(Scoring.Meaning.PREDICTED_VALUE))))
                .containsExactly(
                        new Suggestion("Clusters by LRFM and Expected value", Map.of("features", "lrfm,score.worth")));
        assertThat(ClusterViews.all())
                .allSatisfy(a -> assertThat(a.suggestions(List.of(score(Scoring.Meaning.PREDICTED_VALUE))))
                        .hasSize(1));
    }

    @Test
    void aScoreIsAFeatureAndSaysWhereItWasKnownLater() {
        try (Shop shop = Shop.sample(100)) {
            FeatureTable table = features(shop, "");
            assertThat(table.features()).extracting(Feature::key).containsExactly("recency", "score.worth");
            assertThat(table.feature("score.worth").label()).isEqualTo("Expected value");
            double[] worth = table.values("score.worth");
            for (int i = 0; i < table.size(); i++) {
                assertThat(worth[i]).isEqualTo(table.customers().get(i).hashCode());
            }
            assertThat(table.caveats()).noneMatch(c -> c.kind() == Caveat.Kind.LOOK_AHEAD);
            assertThat(features(shop, "2023-12-31").caveats())
                    .anyMatch(c ->
                            c.kind() == Caveat.Kind.LOOK_AHEAD && c.message().contains("were known at the end of"));
        }
    }

    private static FeatureTable features(Shop shop, String asOf) {
        return FeatureReader.read(
                scored(new SessionContext(shop.session(), Period.all())),
                new FeatureChoice("recency,score.worth", asOf, 0));
    }

    /** The same with a score that is the hash of a customer's id: this plugin has none to publish. */
    private static AnalysisContext scored(AnalysisContext real) {
        return (AnalysisContext) Proxy.newProxyInstance(
                ByValueTest.class.getClassLoader(), new Class<?>[] {AnalysisContext.class}, (proxy, method, asked) -> {
                    if (method.getName().equals("scores")) {
                        return List.of(score(Scoring.Meaning.PREDICTED_VALUE));
                    }
                    boolean worth = method.getName().equals("rows")
                            && ((RowQuery) asked[0]).columns().contains("score.worth");
                    return worth
                            ? worth(real.rows(RowQuery.of("customer", "customer_id")))
                            : method.invoke(real, asked);
                });
    }

    private static Frame worth(Frame customers) {
        Column ids = customers.column("customer_id");
        Column.Builder numbers = Column.builder(ColumnSpec.of("score.worth", ColumnType.DOUBLE));
        for (int row = 0; row < ids.size(); row++) {
            numbers.addDouble(String.valueOf(ids.textAt(row)).hashCode());
        }
        return Frame.of(ids, numbers.build());
    }
}
