package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricTarget;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures with status, both comparisons and the way to a target. */
class KpiLinesTest {
    private static final ChartSpec SPEC = ChartSpec.of(ChartSpec.KPI)
            .encode(Channel.Y, "y")
            .encode(Channel.BASE, "y_year_before", "y_previous")
            .encode(Channel.TARGET, "y_target");
    private static final Unit GBP = Unit.of("GBP");

    private static Frame frame(double value, double year, double previous, double target, String rule) {
        return Frame.of(
                Sketch.numbers("y", GBP, value),
                Sketch.numbers("y_year_before", GBP, year),
                Sketch.numbers("y_previous", GBP, previous),
                Sketch.numbers("y_target", GBP, target),
                Sketch.texts("y_target_rule", rule));
    }

    private static Scene scene(Frame frame, MetricTarget target, double width) {
        MetricDefinition metric = MetricDefinition.builder("clientele.test/y", "sum(amount)")
                .target(target)
                .build();
        return Sketch.of(SPEC, frame, Map.of("y", metric), Theme.LIGHT, width, 124);
    }

    private static List<String> texts(Scene scene) {
        return Sketch.textsOf(scene);
    }

    @ParameterizedTest
    @ValueSource(doubles = {176, 208, 296, 600})
    void theCardSaysItsStatusInWordsWithBothComparisonsAndNothingIsCut(double width) {
        Scene scene = scene(frame(94_000, 80_000, 100_000, 100_000, "From the goal."), MetricTarget.none(), width);
        Geometry.check(scene, "card");
        assertThat(texts(scene)).contains("Below target", "+17.5 %", "−6.0 %").noneMatch(t -> t.endsWith("…"));
        assertThat(Sketch.entry(scene, "value", "Status")).isEqualTo("below target");
        assertThat(Sketch.entry(scene, "value", "Of target")).isEqualTo("94.0 %");
        assertThat(Sketch.entry(scene, "value", "How the target comes about")).isEqualTo("From the goal.");
    }

    @Test
    void thresholdsAreTheMetrics() {
        Frame frame = frame(94_000, 80_000, 100_000, 100_000, "From the goal.");
        assertThat(texts(scene(frame, MetricTarget.none().withThresholds(0.9, 0.5), 296)))
                .contains("On target");
        assertThat(texts(scene(frame, MetricTarget.none().withThresholds(1, 0.95), 296)))
                .contains("Far below target");
    }

    @Test
    void withoutATargetThereIsNoStatusButTheWayToOne() {
        Scene scene =
                scene(frame(94_000, 80_000, 100_000, Double.NaN, "No target. Set one."), MetricTarget.none(), 208);
        assertThat(texts(scene)).contains("No target: set one under Goals");
        assertThat(Sketch.entry(scene, "value", "Target")).isEqualTo("No target. Set one.");
        assertThat(scene.description()).doesNotContain("Status");
    }

    @Test
    void ofTwelveMonthsThePeriodBeforeIsTheYearBeforeAndSaidOnce() {
        Scene scene = scene(frame(94_000, 80_000, 80_000, 100_000, "From the goal."), MetricTarget.none(), 296);
        assertThat(texts(scene)).filteredOn("+17.5 %"::equals).hasSize(1);
    }
}
