package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelChartTest {
    private static final ChartSpec SPEC =
            ChartSpec.of(ChartSpec.FUNNEL).encode(Channel.X, "stage").encode(Channel.Y, "customers");

    @ParameterizedTest
    @CsvSource({"funnel, light", "funnel, dark", "funnel-segments, light", "funnel-segments, dark"})
    void customersByHowFarTheyCameAreDrawnAsReadBefore(String name, String theme) {
        ChartSpec spec = name.equals("funnel") ? SPEC : SPEC.encode(Channel.COLOR, "segment");
        Frame frame = RealFrames.of("order-funnel");
        Scene scene = Sketch.of(spec, frame, theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 640, 340);
        Geometry.check(scene, name);
        Golden.check(name + "-" + theme, scene);
    }

    @Test
    void ratesAreOfTheStageBeforeAndOfTheFirst() {
        Frame frame = RealFrames.of("order-funnel");
        Column customers = frame.column("customers");
        Column stage = frame.column("stage");
        double[] sums = new double[stage.dictionary().size()];
        for (int i = 0; i < customers.size(); i++) {
            sums[stage.codeAt(i)] += customers.doubleAt(i);
        }
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 640, 340);
        String second = String.format("%.1f %%", 100 * sums[1] / sums[0]);
        String third = String.format("%.1f %%", 100 * sums[2] / sums[1]);
        String all = String.format("%.1f %%", 100 * sums[2] / sums[0]);
        assertThat(Sketch.entry(scene, "rate-0", "Rate")).isEqualTo(second);
        assertThat(Sketch.entry(scene, "rate-1", "Rate")).isEqualTo(third);
        assertThat(Sketch.entry(scene, "stage-2", "Of " + stage.dictionary().get(0)))
                .isEqualTo(all);
        assertThat(Sketch.textsOf(scene)).contains(second, third, all);
    }

    @Test
    void aSegmentStandsForItsStageAndItself() {
        Scene scene =
                Sketch.of(SPEC.encode(Channel.COLOR, "segment"), RealFrames.of("order-funnel"), Theme.LIGHT, 640, 340);
        assertThat(Sketch.datum(scene, "stage-1-0").members())
                .containsEntry("stage", "Ordered again")
                .containsEntry("segment", "United Kingdom");
        assertThat(Sketch.entry(scene, "stage-1-0", "Customers")).isEqualTo("2,570");
    }

    @Test
    void anIncreaseBetweenStagesIsSaid() {
        Frame frame = Frame.of(
                Sketch.texts("stage", "Visit", "Basket", "Order"),
                Sketch.numbers("customers", Unit.of("customers"), 100, 20, 30));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 500, 300);
        assertThat(scene.description()).endsWith("Order is more than Basket.");
        assertThat(Sketch.textsOf(scene)).contains("150.0 %", "20.0 %", "30.0 %");
        assertThat(Sketch.entry(scene, "rate-1", "Gained")).isEqualTo("10");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec =
                    ChartSpec.of(ChartSpec.FUNNEL).encode(Channel.X, "name").encode(Channel.Y, "a");
            return random.nextBoolean() ? spec : spec.encode(Channel.COLOR, "group");
        });
    }

    @Test
    void aPanelForEachSegmentIsAFunnelOfItsOwnFromTheLargestSegment() {
        Frame frame = Frame.of(
                Sketch.texts("country", "Spain", "Spain", "France", "France", "Others", "Others"),
                Sketch.texts("stage", "Seen", "Bought", "Seen", "Bought", "Seen", "Bought"),
                Sketch.numbers("visitors", Unit.of("visitors"), 10, 5, 400, 100, 900, 90));
        ChartSpec spec = ChartSpec.of(ChartSpec.FUNNEL)
                .encode(Channel.X, "stage")
                .encode(Channel.Y, "visitors")
                .encode(Channel.FACET, "country");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 760, 400);
        Geometry.check(scene, "panels");
        assertThat(Sketch.datum(scene, "panel-0").title()).isEqualTo("France");
        assertThat(Sketch.datum(scene, "panel-1").title()).isEqualTo("Spain");
        assertThat(Sketch.datum(scene, "panel-2").title()).isEqualTo("Others");
        assertThat(Sketch.entry(scene, "panel-0-stage-1", "Of Seen")).isEqualTo("25.0 %");
        assertThat(Sketch.entry(scene, "panel-1-stage-1", "Of Seen")).isEqualTo("50.0 %");
        assertThat(scene.description()).startsWith("Visitors by stage and country: 3 panels.");
        Scene small = Sketch.of(spec, frame, Theme.LIGHT, 300, 200);
        assertThat(small.description()).contains("2 panels are not shown.");
    }
}
