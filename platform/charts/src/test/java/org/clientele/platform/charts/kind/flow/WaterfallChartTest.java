package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaterfallChartTest {
    private static final ChartSpec SPEC =
            ChartSpec.of(ChartSpec.WATERFALL).encode(Channel.X, "step").encode(Channel.Y, "revenue");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void revenueFromOneQuarterToTheNextIsDrawnAsReadBefore(String theme) {
        Frame frame = RealFrames.of("revenue-bridge");
        ChartSpec spec = SPEC.option("total", "Q2 2011,Q3 2011");
        Scene scene = Sketch.of(spec, frame, theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 760, 320);
        Geometry.check(scene, "bridge");
        Golden.check("waterfall-" + theme, scene);
    }

    @Test
    void aBarStartsWhereTheOneBeforeEnds() {
        Frame frame = Frame.of(
                Sketch.texts("step", "Start", "More", "Less", "End"),
                Sketch.numbers("revenue", Unit.of("GBP"), 100, 40, -65, Double.NaN));
        Scene scene = Sketch.of(SPEC.option("total", "Start,End"), frame, Theme.LIGHT, 500, 300);
        assertThat(Sketch.entry(scene, "step-1", "Revenue before")).isEqualTo("GBP 100.00");
        assertThat(Sketch.entry(scene, "step-1", "Revenue after")).isEqualTo("GBP 140.00");
        assertThat(Sketch.entry(scene, "step-2", "Decrease")).isEqualTo("−GBP 65.00");
        assertThat(Sketch.entry(scene, "step-3", "Revenue")).isEqualTo("GBP 75.00");
        assertThat(scene.description())
                .contains("largest increase More GBP 40.00")
                .contains("at the end GBP 75.00");
    }

    @Test
    void aSumThatTheStepsDoNotReachIsSaid() {
        Frame frame = Frame.of(
                Sketch.texts("step", "Start", "More", "End"), Sketch.numbers("revenue", Unit.none(), 100, 40, 150));
        Scene scene = Sketch.of(SPEC.option("total", "Start,End"), frame, Theme.LIGHT, 500, 300);
        assertThat(scene.description()).endsWith("The steps come to 140, End is 150.");
    }

    @Test
    void theSmallestOfTooManyStepsAreOneAndTheSumStays() {
        int n = 10_000;
        String[] names = new String[n];
        double[] values = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            names[i] = "Step " + i;
            values[i] = i % 2 == 0 ? i : -i / 2.0;
            sum += values[i];
        }
        Frame frame = Frame.of(Sketch.texts("step", names), Sketch.numbers("revenue", Unit.of("orders"), values));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 600, 300);
        assertThat(scene.description()).contains("smallest steps are put together");
        assertThat(Sketch.entry(scene, "step-10", "Revenue").replace(",", "")).isEqualTo(String.valueOf((long) sum));
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec = ChartSpec.of(ChartSpec.WATERFALL)
                    .encode(Channel.X, random.nextBoolean() ? "name" : "group")
                    .encode(Channel.Y, "a");
            return random.nextBoolean() ? spec : spec.option("total", "C0,C3,C7,Unknown");
        });
    }
}
