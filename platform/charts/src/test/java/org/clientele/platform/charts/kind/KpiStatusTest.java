package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.SinkScenes;
import org.clientele.platform.charts.Sketch;
import org.clientele.platform.charts.draw.Status;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricDefinition.Direction;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiStatusTest {
    private static final ChartSpec SPEC =
            ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "y").encode(Channel.TARGET, "t");

    private static Scene kpi(ChartSpec spec, double value, double target, Direction direction) {
        return kpi(spec, value, target, direction, 80);
    }

    private static List<String> lines(double value, double target, Direction direction) {
        return SinkScenes.texts(kpi(SPEC, value, target, direction, 160).root());
    }

    private static Scene kpi(ChartSpec spec, double value, double target, Direction direction, double height) {
        Frame frame = Frame.of(Sketch.numbers("y", Unit.of("GBP"), value), Sketch.numbers("t", Unit.of("GBP"), target));
        MetricDefinition metric = MetricDefinition.builder("clientele.test/y", "sum(amount)")
                .direction(direction)
                .build();
        return Sketch.of(spec, frame, Map.of("y", metric), Theme.LIGHT, 240, height);
    }

    @ParameterizedTest
    @CsvSource({"100, light", "95, light", "80, light", "NaN, light", "100, dark", "95, dark", "80, dark", "NaN, dark"})
    void aTileWithATargetIsDrawnAsReadBefore(double value, String theme) {
        Frame frame = Frame.of(
                Sketch.numbers("y", Unit.of("GBP"), value * 1000),
                Sketch.numbers("y_previous", Unit.of("GBP"), 90_000),
                Sketch.numbers("t", Unit.of("GBP"), 100_000));
        Scene scene = Sketch.of(
                SPEC.encode(Channel.BASE, "y_previous"),
                frame,
                theme.equals("dark") ? Theme.DARK : Theme.LIGHT,
                240,
                80);
        Golden.check("kpi-target-" + value + "-" + theme, scene);
    }

    private static boolean has(Node node, Class<? extends Node> shape) {
        return shape.isInstance(node) && !(node instanceof Node.Rect r && r.fill() == null)
                || node instanceof Node.Group g && g.children().stream().anyMatch(c -> has(c, shape));
    }

    @Test
    void whatIsShortOfItsTargetIsNotWrittenAsTheWholeOfIt() {
        for (double value : new double[] {76.0750, 76.1051, 76.1099999}) {
            assertThat(lines(value, 76.11, Direction.UP_IS_GOOD))
                    .contains("Below target")
                    .noneMatch(t -> t.contains("100.0"))
                    .anyMatch(t -> t.startsWith("99.9"));
        }
        assertThat(lines(76.11, 76.11, Direction.UP_IS_GOOD)).anyMatch(t -> t.startsWith("100.0 %"));
        assertThat(lines(76.1101, 76.11, Direction.DOWN_IS_GOOD))
                .contains("Above target")
                .anyMatch(t -> t.startsWith("100.01 %"));
    }

    @Test
    void aReachedTargetIsADisc() {
        Scene scene = kpi(SPEC, 100, 100, Direction.UP_IS_GOOD);
        assertThat(Sketch.entry(scene, "value", "Target")).isEqualTo("GBP 100.00");
        assertThat(Sketch.entry(scene, "value", "Status")).isEqualTo("on target");
        assertThat(has(scene.root(), Node.Circle.class)).isTrue();
    }

    @Test
    void aMissedTargetIsATriangleAndByFarASquare() {
        Scene warning = kpi(SPEC, 95, 100, Direction.UP_IS_GOOD);
        assertThat(Sketch.entry(warning, "value", "Status")).isEqualTo("below target");
        assertThat(has(warning.root(), Node.Path.class)).isTrue();
        Scene bad = kpi(SPEC, 89, 100, Direction.UP_IS_GOOD);
        assertThat(Sketch.entry(bad, "value", "Status")).isEqualTo("far below target");
        assertThat(has(bad.root(), Node.Rect.class)).isTrue();
    }

    @Test
    void whereLessIsBetterTheTargetIsReachedFromAbove() {
        assertThat(Sketch.entry(kpi(SPEC, 89, 100, Direction.DOWN_IS_GOOD), "value", "Status"))
                .isEqualTo("on target");
        assertThat(Sketch.entry(kpi(SPEC, 105, 100, Direction.DOWN_IS_GOOD), "value", "Status"))
                .isEqualTo("above target");
        assertThat(Sketch.entry(kpi(SPEC, 111, 100, Direction.DOWN_IS_GOOD), "value", "Status"))
                .isEqualTo("far above target");
    }

    @Test
    void optionsMoveTheThresholds() {
        ChartSpec lenient = SPEC.option("warning", "0.8").option("bad", "0.5");
        assertThat(Sketch.entry(kpi(lenient, 80, 100, Direction.UP_IS_GOOD), "value", "Status"))
                .isEqualTo("on target");
        assertThat(Sketch.entry(kpi(lenient, 50, 100, Direction.UP_IS_GOOD), "value", "Status"))
                .isEqualTo("below target");
        assertThat(Sketch.entry(kpi(lenient, 151, 100, Direction.DOWN_IS_GOOD), "value", "Status"))
                .isEqualTo("far above target");
    }

    @Test
    void anUnknownTargetIsARing() {
        Scene scene = kpi(SPEC, 95, Double.NaN, Direction.UP_IS_GOOD);
        assertThat(Sketch.entry(scene, "value", "Target")).isEqualTo("–");
        assertThat(Sketch.entry(scene, "value", "Status")).isEqualTo("target not known");
        assertThat(has(scene.root(), Node.Circle.class)).isTrue();
    }

    @Test
    void sharesOfANegativeTargetLieOnItsFarSide() {
        Target loss = Target.of(-100, 1, 0.9, true);
        assertThat(loss.status(-100)).isEqualTo(Status.GOOD);
        assertThat(loss.status(-105)).isEqualTo(Status.WARNING);
        assertThat(loss.status(-111)).isEqualTo(Status.BAD);
    }

    @Test
    void anOptionThatIsNoNumberIsRefusedByName() {
        assertThatThrownBy(() -> kpi(SPEC.option("bad", "low"), 1, 1, Direction.UP_IS_GOOD))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("\"bad\"")
                .hasMessageContaining("\"low\"");
    }

    @Test
    void noTextTouchesTheOthersAtAnySize() {
        Sketch.bears(
                random -> ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "a").encode(Channel.TARGET, "b"));
        Geometry.check(kpi(SPEC, 1e15, 100, Direction.UP_IS_GOOD), "a wide value");
    }
}
