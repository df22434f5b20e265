package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.Assertions;
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

class SankeyChartTest {
    private static final ChartSpec SPEC = ChartSpec.of(ChartSpec.SANKEY)
            .encode(Channel.FROM, "from")
            .encode(Channel.TO, "to")
            .encode(Channel.Y, "customers");

    @ParameterizedTest
    @CsvSource({"segment-flow, light", "segment-flow, dark", "quarter-flow, light", "quarter-flow, dark"})
    void customersFromOnePeriodToTheNextAreDrawnAsReadBefore(String name, String theme) {
        Scene scene = Sketch.of(SPEC, RealFrames.of(name), theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 860, 380);
        Geometry.check(scene, name);
        Golden.check("sankey-" + name + "-" + theme, scene);
    }

    @Test
    void aMonthThatAllNamesOfALayerEndWithStandsOnceAboveThem() {
        Frame frame = Frame.of(
                Sketch.texts("from", "At risk · Jun 2025", "At risk · Jun 2025", "Lost · Jun 2025"),
                Sketch.texts("to", "At risk · Dec 2025", "Lost · Dec 2025", "Lost · Dec 2025"),
                Sketch.numbers("customers", Unit.none(), 30, 20, 10));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 500, 260);
        Geometry.check(scene, "months");
        assertThat(Sketch.textsOf(scene))
                .containsOnlyOnce("Jun 2025", "Dec 2025")
                .contains("At risk", "Lost")
                .noneMatch(t -> t.contains("·"));
        assertThat(Sketch.datum(scene, "node-0").title()).isEqualTo("At risk · Jun 2025");
    }

    @Test
    void whatGoesInAndOutOfANodeIsTheSumOfItsRows() {
        Frame frame = RealFrames.of("quarter-flow");
        Column from = frame.column("from");
        Column to = frame.column("to");
        Column customers = frame.column("customers");
        long in = 0;
        long out = 0;
        for (int i = 0; i < customers.size(); i++) {
            in += "Q2: one order".equals(to.textAt(i)) ? customers.longAt(i) : 0;
            out += "Q2: one order".equals(from.textAt(i)) ? customers.longAt(i) : 0;
        }
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 860, 380);
        int node = 0;
        while (!Sketch.datum(scene, "node-" + node).title().equals("Q2: one order")) {
            node++;
        }
        assertThat(Sketch.entry(scene, "node-" + node, "In").replace(",", "")).isEqualTo(String.valueOf(in));
        assertThat(Sketch.entry(scene, "node-" + node, "Out").replace(",", "")).isEqualTo(String.valueOf(out));
    }

    @Test
    void theSmallestFlowOfACircleIsLeftOutAndSaid() {
        Frame frame = Frame.of(
                Sketch.texts("from", "A", "B", "C", "D"),
                Sketch.texts("to", "B", "C", "A", "D"),
                Sketch.numbers("customers", Unit.of("customers"), 10, 8, 3, 2));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 600, 300);
        assertThat(scene.description()).endsWith("2 flows lead back and are not drawn (5).");
        assertThat(Sketch.textsOf(scene)).contains("A", "B", "C").doesNotContain("D");
    }

    @Test
    void twoHundredFlowsAreOrderedWithFewerCrossingsThanTheyCame() {
        Random random = new Random(5);
        String[] from = new String[200];
        String[] to = new String[200];
        double[] value = new double[200];
        for (int i = 0; i < 200; i++) {
            int a = random.nextInt(18);
            from[i] = "From " + a;
            to[i] = "To " + Math.floorMod(a * 7 + random.nextInt(4), 18);
            value[i] = 1 + random.nextInt(40);
        }
        Frame frame = Frame.of(
                Sketch.texts("from", from),
                Sketch.texts("to", to),
                Sketch.numbers("customers", Unit.of("customers"), value));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 900, 520);
        Geometry.check(scene, "200 flows");
        Golden.check("sankey-200-light", scene);
    }

    @Test
    void aFlowOverSeveralStagesPassesBesideTheNodesBetween() {
        Frame frame = Frame.of(
                Sketch.texts("from", "A", "B", "A", "D"),
                Sketch.texts("to", "B", "C", "C", "B"),
                Sketch.numbers("customers", Unit.of("customers"), 10, 15, 8, 5));
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 620, 300);
        Golden.check("sankey-bend-light", scene);
        FlowRoutes routes = FlowRoutes.of(FlowGraph.of(
                new org.clientele.sdk.chart.ChartRequest(
                        SPEC,
                        frame,
                        null,
                        java.util.Map.of(),
                        org.clientele.sdk.chart.ViewState.initial(),
                        Theme.LIGHT,
                        620,
                        300,
                        org.clientele.platform.charts.RobotoMeasure.get(),
                        org.clientele.platform.charts.LocaleFormat.of(java.util.Locale.UK)),
                frame.column("from"),
                frame.column("to"),
                frame.column("customers"),
                5,
                10,
                new org.clientele.platform.charts.draw.Notes()));
        FlowPlaces places = new FlowPlaces(routes, FlowOrder.of(routes.pieces()), 300);
        int bend = routes.pieces().nodes().size() - 1;
        int between = 0;
        while (!routes.pieces().nodes().get(between).name().equals("B")) {
            between++;
        }
        assertThat(routes.isBend(bend)).isTrue();
        assertThat(Math.abs(places.centre(bend) - places.centre(between)))
                .isGreaterThan((places.tall(bend) + places.tall(between)) / 2);
    }

    @Test
    void tenThousandFlowsAreLaidOutInWellUnderASecond() {
        Random random = new Random(3);
        int n = 10_000;
        String[] from = new String[n];
        String[] to = new String[n];
        double[] value = random.doubles(n, 1, 100).toArray();
        for (int i = 0; i < n; i++) {
            from[i] = "N" + random.nextInt(n);
            to[i] = "N" + random.nextInt(n);
        }
        Frame frame = Frame.of(
                Sketch.texts("from", from),
                Sketch.texts("to", to),
                Sketch.numbers("customers", Unit.of("customers"), value));
        Assertions.assertThatCode(() -> Sketch.of(SPEC, frame, Theme.LIGHT, 900, 500))
                .doesNotThrowAnyException();
        long start = System.nanoTime();
        Scene scene = Sketch.of(SPEC, frame, Theme.LIGHT, 900, 500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(scene.description()).contains("smallest nodes are put together");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> ChartSpec.of(ChartSpec.SANKEY)
                .encode(Channel.FROM, random.nextBoolean() ? "name" : "group")
                .encode(Channel.TO, "other")
                .encode(Channel.Y, "a"));
    }
}
