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
import org.junit.jupiter.params.provider.CsvSource;

class RadarChartTest {
    private static final ChartSpec SPEC =
            ChartSpec.of(ChartSpec.RADAR).encode(Channel.X, "weekday").encode(Channel.Y, "orders");

    @ParameterizedTest
    @CsvSource({"shared, light", "shared, dark", "own, light"})
    void ordersByDayOfTheWeekAreDrawnAsReadBefore(String scale, String theme) {
        ChartSpec spec = SPEC.encode(Channel.COLOR, "country").option("scale", scale);
        Frame frame = RealFrames.of("weekday-countries");
        Scene scene = Sketch.of(spec, frame, theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 460, 380);
        Geometry.check(scene, "radar");
        Golden.check("radar-" + scale + "-" + theme, scene);
    }

    @Test
    void valuesAndTheScaleAreSaid() {
        ChartSpec spec = SPEC.encode(Channel.COLOR, "country");
        Scene scene = Sketch.of(spec, RealFrames.of("weekday-countries"), Theme.LIGHT, 460, 380);
        assertThat(Sketch.entry(scene, "series-1", "Thursday")).isEqualTo("26.04 %");
        assertThat(Sketch.datum(scene, "point-1-3").members())
                .containsEntry("weekday", "Thursday")
                .containsEntry("country", "Germany");
        assertThat(scene.description())
                .contains("Germany is highest at Thursday with 26.04 % and lowest at Sunday with 7.44 %.")
                .endsWith("One scale for all spokes, from 0 % to 30 %.");
        Scene own = Sketch.of(spec.option("scale", "own"), RealFrames.of("weekday-countries"), Theme.LIGHT, 460, 380);
        assertThat(own.description()).endsWith("Each spoke has its own scale, up to its largest value.");
    }

    @Test
    void twoSpokesAreNoRadar() {
        Frame frame = Frame.of(
                Sketch.texts("weekday", "Monday", "Tuesday"), Sketch.numbers("orders", Unit.of("orders"), 3, 4));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 460, 380);
        assertThat(scene.description()).contains("at least three spokes; here are two");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec = ChartSpec.of(ChartSpec.RADAR)
                    .encode(Channel.X, random.nextBoolean() ? "name" : "group")
                    .encode(Channel.Y, "a");
            spec = random.nextBoolean() ? spec : spec.encode(Channel.COLOR, "group");
            return random.nextBoolean() ? spec : spec.option("scale", "own");
        });
    }
}
