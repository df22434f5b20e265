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
import org.junit.jupiter.params.provider.ValueSource;

class SlopeChartTest {
    private static final ChartSpec SPEC = ChartSpec.of(ChartSpec.SLOPE)
            .encode(Channel.LABEL, "product")
            .encode(Channel.BASE, "first")
            .encode(Channel.Y, "second");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void productsOfTwoHalfYearsAreDrawnAsReadBefore(String theme) {
        Scene scene = Sketch.of(
                SPEC, RealFrames.of("product-halves"), theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 720, 420);
        Geometry.check(scene, "slope");
        Golden.check("slope-" + theme, scene);
    }

    @Test
    void theSentenceSaysHowManyRoseAndWhichChangedMost() {
        Frame frame = RealFrames.of("product-halves");
        Column first = frame.column("first");
        Column second = frame.column("second");
        int rose = 0;
        int most = 0;
        for (int i = 0; i < first.size(); i++) {
            rose += second.longAt(i) > first.longAt(i) ? 1 : 0;
            most = second.longAt(i) - first.longAt(i) > second.longAt(most) - first.longAt(most) ? i : most;
        }
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 720, 420);
        assertThat(scene.description())
                .contains(rose + " rose, " + (first.size() - rose) + " fell.")
                .contains("Largest rise " + frame.column("product").textAt(most) + " from");
        assertThat(Sketch.entry(scene, "line-1", "Change")).isEqualTo("−21.0 %");
        assertThat(Sketch.textsOf(scene)).contains(rose + " rose");
    }

    @Test
    void aLogarithmicScaleIsSaidAndNotTakenForLosses() {
        Frame frame = Frame.of(
                Sketch.texts("product", "A", "B"),
                Sketch.numbers("first", Unit.none(), 1, 1000),
                Sketch.numbers("second", Unit.none(), 10, -5));
        Scene scene = Sketch.of(SPEC.option("scale", "log"), frame, Theme.LIGHT, 500, 300);
        assertThat(scene.description()).endsWith("Not all values are above 0, so the scale is not logarithmic.");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec = ChartSpec.of(ChartSpec.SLOPE)
                    .encode(Channel.LABEL, "name")
                    .encode(Channel.BASE, "a")
                    .encode(Channel.Y, "b");
            return random.nextBoolean() ? spec : spec.option("scale", "log");
        });
    }
}
