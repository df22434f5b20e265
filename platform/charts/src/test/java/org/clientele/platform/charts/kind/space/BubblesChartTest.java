package org.clientele.platform.charts.kind.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.charts.HitTest;
import org.clientele.platform.charts.Odd;
import org.clientele.platform.charts.RealFrames;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BubblesChartTest {
    private static final ChartSpec COUNTRIES = ChartSpec.of(ChartSpec.BUBBLES)
            .encode(Channel.STEP, "month")
            .encode(Channel.X, "orders")
            .encode(Channel.Y, "revenue")
            .encode(Channel.SIZE, "customers")
            .encode(Channel.COLOR, "country")
            .encode(Channel.LABEL, "country")
            .option("scale.x", "log")
            .option("scale.y", "log");

    private static Scene at(String step) {
        return at(step, Theme.LIGHT);
    }

    private static Scene at(String step, Theme theme) {
        ViewState view = ViewState.initial().with("step", step);
        return Scatter3dChartTest.scene(COUNTRIES, RealFrames.of("country-months"), view, theme, 640, 400);
    }

    private static Hit hit(Scene scene, String title) {
        return HitTest.all(scene).stream()
                .filter(h -> h.datum().title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static double centre(Scene scene, String title) {
        Hit h = hit(scene, title);
        return h.x() + h.width() / 2;
    }

    @ParameterizedTest
    @CsvSource({"light, 1", "dark, 0.46"})
    void aMomentIsDrawnAsReadBefore(String name, String step) {
        Golden.check("bubbles-" + name, at(step, name.equals("dark") ? Theme.DARK : Theme.LIGHT));
    }

    @Test
    void betweenTwoStepsABubbleStandsBetweenItsPlaces() {
        double first = centre(at("0"), "Germany");
        double second = centre(at(String.valueOf(1 / 12.0)), "Germany");
        double between = centre(at(String.valueOf(0.25 / 12)), "Germany");
        assertThat(first).isNotCloseTo(second, offset(1.0));
        // 18 to 28 orders on a logarithmic scale; between steps the number of orders is mixed, not its logarithm.
        Frame f = RealFrames.of("country-months");
        double a = orders(f, 3);
        double b = orders(f, 9);
        double expected = Math.log(a + 0.25 * (b - a));
        double part = (expected - Math.log(a)) / (Math.log(b) - Math.log(a));
        assertThat(between).isCloseTo(first + part * (second - first), offset(0.01));
    }

    private static double orders(Frame f, int row) {
        assertThat(f.column("country").textAt(row)).isEqualTo("Germany");
        return f.column("orders").doubleAt(row);
    }

    @Test
    void whatThePointerLearnsIsWhatTheFrameHolds() {
        assertThat(hit(at("0"), "EIRE").datum().sentence())
                .isEqualTo("EIRE, December 2010, Orders 15, Revenue GBP 8,813.88, Customers 3");
        assertThat(hit(at("0"), "EIRE").gestures()).contains(new Gesture(Gesture.Kind.SELECT, "country", "EIRE"));
        assertThat(at("0").description())
                .contains(
                        "13 steps from December 2010 to December 2011. December 2010: highest United Kingdom GBP 498,661.85");
    }

    @Test
    void scalesStayAndSliderAndPlaySayTheStep() {
        Scene start = at("0");
        Scene end = at("1");
        assertThat(axisTexts(start)).isEqualTo(axisTexts(end)).isNotEmpty();
        assertThat(hit(start, "Play").gestures()).containsExactly(new Gesture(Gesture.Kind.PLAY, "step", "1/13"));
        assertThat(hit(end, "Play").gestures()).containsExactly(new Gesture(Gesture.Kind.PLAY, "step", "13/13"));
        Hit slider = hit(start, "Step");
        assertThat(slider.gestures()).containsExactly(new Gesture(Gesture.Kind.SLIDE_X, "step", "0.0000"));
        assertThat(HitTest.gestures(start, slider.x() + slider.width() / 2, slider.y() + 11))
                .extracting(Gesture::kind)
                .containsExactly(Gesture.Kind.SLIDE_X);
    }

    private static List<Node> axisTexts(Scene scene) {
        return scene.root().children().stream()
                .filter(n -> n instanceof Node.Text t && t.style().size() == 11)
                .toList();
    }

    @Test
    void whoIsNotThereAtAStepIsNotDrawn() {
        // Australia has no December 2011.
        assertThat(HitTest.all(at("1"))).noneMatch(h -> h.datum().title().startsWith("Australia"));
        assertThat(HitTest.all(at("0.99"))).noneMatch(h -> h.datum().title().startsWith("Australia"));
        assertThat(HitTest.all(at("0.9"))).anyMatch(h -> h.datum().title().startsWith("Australia"));
    }

    @Test
    void theWayOfTheChosenIsDrawn() {
        ViewState view = ViewState.initial().with("step", "0.5").with("trail", "EIRE");
        Scene one = Scatter3dChartTest.scene(COUNTRIES, RealFrames.of("country-months"), view, Theme.LIGHT, 640, 400);
        Scene none = Scatter3dChartTest.scene(
                COUNTRIES, RealFrames.of("country-months"), view.with("trail", "none"), Theme.LIGHT, 640, 400);
        // Seven steps up to now, and the line through them.
        assertThat(one.root().children()).hasSize(none.root().children().size() + 8);
    }

    @Test
    void oddDataIsDrawnWithoutHarm() {
        for (int seed = 0; seed < 220; seed++) {
            Random random = new Random(seed);
            int n = seed % 70 == 69 ? Odd.MANY : Odd.count(random);
            ChartSpec spec = ChartSpec.of(ChartSpec.BUBBLES)
                    .encode(Channel.STEP, "s")
                    .encode(Channel.X, "a")
                    .encode(Channel.Y, "b");
            spec = random.nextInt(4) > 0 ? spec.encode(Channel.LABEL, "l") : spec;
            spec = random.nextBoolean() ? spec.encode(Channel.COLOR, random.nextBoolean() ? "l" : "a") : spec;
            spec = random.nextBoolean() ? spec.encode(Channel.SIZE, "c") : spec;
            spec = random.nextBoolean() ? spec.option("scale.y", "log").option("scale.x", "log") : spec;
            ViewState view = random.nextBoolean()
                    ? ViewState.initial()
                    : ViewState.initial().with("step", String.valueOf(random.nextDouble()));
            double w = 200 + random.nextInt(1101);
            double h = 120 + random.nextInt(521);
            Scene scene = Scatter3dChartTest.scene(spec, odd(random, n), view, Theme.LIGHT, w, h);
            Geometry.check(scene, "seed " + seed);
        }
    }

    private static Frame odd(Random random, int n) {
        Column.Builder l = Column.builder(new ColumnSpec("l", ColumnType.TEXT, Unit.none(), ""));
        Column.Builder s = Column.builder(new ColumnSpec("s", ColumnType.TEXT, Unit.none(), ""));
        int kind = random.nextInt(3);
        int steps = 1 + random.nextInt(8);
        for (int i = 0; i < n; i++) {
            l.add(Odd.label(random, kind, i / steps));
            s.add(Odd.label(random, kind, i % steps));
        }
        return Frame.of(
                l.build(),
                s.build(),
                Scatter3dChartTest.numbers("a", random, n),
                Scatter3dChartTest.numbers("b", random, n),
                Scatter3dChartTest.numbers("c", random, n));
    }
}
