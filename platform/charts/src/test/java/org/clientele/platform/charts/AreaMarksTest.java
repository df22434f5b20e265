package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers on a grid of 60 columns, whose middle is the middle of the field. */
class AreaMarksTest {
    private static final int ACROSS = 60;
    private static final int MANY = 175;

    private static Scene scene(int up) {
        int n = ACROSS * up;
        Frame frame = Frame.of(
                Sketch.texts(
                        "customer", IntStream.range(0, n).mapToObj(i -> "c" + i).toArray(String[]::new)),
                Sketch.numbers(
                        "east",
                        Unit.none(),
                        IntStream.range(0, n).mapToDouble(i -> i % ACROSS).toArray()),
                Sketch.numbers(
                        "north",
                        Unit.none(),
                        IntStream.range(0, n).mapToDouble(i -> i / ACROSS).toArray()));
        ChartSpec spec = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "east")
                .encode(Channel.Y, "north")
                .encode(Channel.LABEL, "customer");
        return Sketch.of(spec, frame, Map.of(), Theme.LIGHT, 700, 500);
    }

    private static Handle area(Scene scene) {
        return Handle.all(scene).stream()
                .filter(h -> h.gesture().kind() == Gesture.Kind.AREA)
                .findFirst()
                .orElseThrow();
    }

    private static PathData path(double... xy) {
        PathData.Builder path = PathData.builder().move(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.line(xy[i], xy[i + 1]);
        }
        return path.close().build();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, MANY})
    void aRectangleAndAnOutlineHoldTheMarksWhoseMiddleLiesInside(int up) {
        Scene scene = scene(up);
        Handle a = area(scene);
        AreaMarks marks = new AreaMarks(scene, a.gesture());
        double right = a.x() + a.width();
        double bottom = a.y() + a.height();
        double middle = a.x() + a.width() / 2;

        Set<String> left = marks.within(path(a.x(), a.y(), middle, a.y(), middle, bottom, a.x(), bottom));
        Set<String> triangle = marks.within(path(a.x(), a.y(), a.x(), bottom, right, bottom));

        assertThat(left)
                .isEqualTo(IntStream.range(0, ACROSS * up)
                        .filter(i -> i % ACROSS < ACROSS / 2)
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.toSet()));
        // Marks nearer to the long side than a pixel may be on either side of it.
        Predicate<Integer> near = k -> Math.abs(beyond(k, up)) <= 0.005;
        assertThat(triangle.stream()
                        .map(c -> Integer.valueOf(c.substring(1)))
                        .filter(near.negate())
                        .collect(Collectors.toSet()))
                .isEqualTo(IntStream.range(0, ACROSS * up)
                        .boxed()
                        .filter(near.negate())
                        .filter(k -> beyond(k, up) < 0)
                        .collect(Collectors.toSet()));
    }

    /** How far a customer stands beyond the long side, as a part of the grid. */
    private static double beyond(int customer, int up) {
        return (customer % ACROSS) / (ACROSS - 1.0) + (double) (customer / ACROSS) / (up - 1) - 1;
    }

    @Test
    void oneOfManyThousandMarksIsNeitherHitNorReadOutButStepsBackWhenOthersArePicked() {
        Scene scene = scene(MANY);

        List<Hit> hits = HitTest.all(scene);
        assertThat(hits).isNotEmpty().allMatch(h -> !h.datum().title().isEmpty());
        assertThat(hits.size()).isLessThan(ACROSS * MANY / 5);
        assertThat(SvgWriter.toString(scene, SvgOptions.standard())).doesNotContain("aria-label=\"\"");

        Scene dimmed = Dimmed.of(scene, mark -> "c7".equals(mark.get("customer")));
        int full = discs(scene.root()).findFirst().orElseThrow().fill().argb();
        long strong = discs(dimmed.root()).filter(c -> c.fill().argb() == full).count();
        assertThat(strong).isEqualTo(1);
    }

    private static Stream<Node.Circle> discs(Node node) {
        return node instanceof Node.Group g
                ? g.children().stream().flatMap(AreaMarksTest::discs)
                : node instanceof Node.Circle c ? Stream.of(c) : Stream.empty();
    }
}
