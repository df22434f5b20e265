package org.clientele.platform.charts.kind.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorChartsTest {
    private static ChartSpec spec(String kind) {
        return ChartSpec.of(kind).encode(Channel.Y, "revenue").encode(Channel.TARGET, "goal");
    }

    /** Revenue of the last full quarter of a real bridge, against a goal of GBP 2.3M. */
    private static Frame quarter() {
        Column bridge = RealFrames.of("revenue-bridge").column("revenue");
        double q3 = bridge.doubleAt(bridge.size() - 1);
        return Frame.of(
                Sketch.numbers("revenue", Unit.of("GBP"), q3, Double.NaN, Double.NaN),
                Sketch.numbers("goal", Unit.of("GBP"), 2_300_000, Double.NaN, Double.NaN),
                Sketch.texts("milestone", "As in Q1", "As in Q2", "Plan"),
                Sketch.numbers("level", Unit.of("GBP"), 1_370_000, 1_809_008.61, 2_300_000));
    }

    @ParameterizedTest
    @CsvSource({
        "gauge, light",
        "gauge, dark",
        "meter, light",
        "meter, dark",
        "thermometer, light",
        "thermometer, dark",
        "tank, light",
        "tank, dark",
        "progress, light",
        "progress, dark"
    })
    void theRevenueOfAQuarterIsDrawnAsReadBefore(String kind, String theme) {
        ChartSpec spec = kind.equals("progress")
                ? spec(kind).encode(Channel.X, "milestone").encode(Channel.LOW, "level")
                : spec(kind);
        double height = kind.equals("meter") || kind.equals("progress") ? 150 : 220;
        Scene scene = Sketch.of(spec, quarter(), theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 380, height);
        Geometry.check(scene, kind);
        Golden.check(kind + "-" + theme, scene);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauge", "meter", "thermometer", "tank", "progress"})
    void valueTargetAndStatusAreExactInTheDatum(String kind) {
        Scene scene = Sketch.of(spec(kind), quarter(), Theme.LIGHT, 380, 220);
        assertThat(Sketch.entry(scene, "value", "Exact")).isEqualTo("GBP 2,198,273.29");
        assertThat(Sketch.entry(scene, "value", "Target")).isEqualTo("GBP 2,300,000.00");
        assertThat(Sketch.entry(scene, "value", "Status")).isEqualTo("below target");
        assertThat(Sketch.entry(scene, "value", "Of target")).isEqualTo("95.6 %");
        assertThat(Sketch.textsOf(scene)).contains("GBP 2.20M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauge", "meter", "thermometer", "tank", "progress"})
    void aSmallPictureIsTheValueAlone(String kind) {
        Scene scene = Sketch.of(spec(kind), quarter(), Theme.LIGHT, 110, 40);
        Geometry.check(scene, kind);
        assertThat(Sketch.textsOf(scene)).first().isEqualTo("GBP 2.20M");
        assertThat(Sketch.textsOf(scene)).doesNotContain("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauge", "meter", "thermometer", "tank", "progress"})
    void anUnknownValueIsACalmPicture(String kind) {
        Frame frame =
                Frame.of(Sketch.numbers("revenue", Unit.none(), Double.NaN), Sketch.numbers("goal", Unit.none(), 3));
        Scene scene = Sketch.of(spec(kind), frame, Theme.LIGHT, 300, 200);
        assertThat(Sketch.textsOf(scene)).containsExactly("No values to show.");
    }

    @Test
    void bandsFollowTheThresholdsAndTheDirection() {
        Frame frame = Frame.of(
                Sketch.numbers("revenue", Unit.of("returns"), 130), Sketch.numbers("goal", Unit.of("returns"), 100));
        MetricDefinition fewer = MetricDefinition.builder("clientele.test/returns", "count(order)")
                .direction(MetricDefinition.Direction.DOWN_IS_GOOD)
                .build();
        ChartSpec spec = spec("gauge").option("from", "0").option("to", "200").option("bad", "1.25");
        Scene scene = Sketch.of(spec, frame, Map.of("revenue", fewer), Theme.LIGHT, 300, 200);
        assertThat(Sketch.entry(scene, "value", "Status")).isEqualTo("far above target");
        assertThat(Sketch.entry(scene, "band-good", "From")).isEqualTo("0 to 100");
        assertThat(Sketch.entry(scene, "band-warning", "From")).isEqualTo("100 to 125");
        assertThat(Sketch.entry(scene, "band-bad", "From")).isEqualTo("125 to 200");
    }

    @Test
    void aValueBeyondAGivenScaleIsSaid() {
        Scene scene = Sketch.of(spec("gauge").option("to", "2000000"), quarter(), Theme.LIGHT, 300, 220);
        assertThat(scene.description()).endsWith("The value is above the scale.");
        Geometry.check(scene, "beyond");
    }

    @Test
    void aScaleThatEndsBeforeItStartsIsRefused() {
        ChartSpec spec = spec("meter").option("from", "10").option("to", "5");
        assertThatThrownBy(() -> Sketch.of(spec, quarter(), Theme.LIGHT, 300, 200))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("from 10 to 5");
    }

    @Test
    void milestonesSayWhetherTheyArePassed() {
        ChartSpec spec = spec("progress").encode(Channel.X, "milestone").encode(Channel.LOW, "level");
        Scene scene = Sketch.of(spec, quarter(), Theme.LIGHT, 380, 160);
        assertThat(Sketch.entry(scene, "milestone-1", "Passed")).isEqualTo("Yes");
        assertThat(Sketch.entry(scene, "milestone-2", "Passed")).isEqualTo("No");
        assertThat(Sketch.textsOf(scene)).contains("As in Q1", "As in Q2", "Plan", "95.6 %");
    }

    @Test
    void progressWithoutAnEndIsRefused() {
        ChartSpec spec = ChartSpec.of(ChartSpec.PROGRESS).encode(Channel.Y, "revenue");
        assertThatThrownBy(() -> Sketch.of(spec, quarter(), Theme.LIGHT, 300, 200))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("TARGET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauge", "meter", "thermometer", "tank", "progress"})
    void oddDataStaysReadable(String kind) {
        Sketch.bears(random -> {
            ChartSpec spec = ChartSpec.of(kind).encode(Channel.Y, "a");
            spec = kind.equals("progress") || random.nextInt(4) > 0 ? spec.encode(Channel.TARGET, "b") : spec;
            boolean milestones = kind.equals("progress") && random.nextBoolean();
            return milestones ? spec.encode(Channel.X, "name").encode(Channel.LOW, "c") : spec;
        });
    }
}
