package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of very many points shows every lone spike among them, each where it belongs. */
class DenseLineTest {
    private static final int POINTS = 1_000_000;
    /** A pixel column has some 900 points; spikes are further apart than two columns. */
    private static final int APART = 2_500;

    private static double[] values(Random random, List<Integer> spikes) {
        double[] values = random.doubles(POINTS, 1000, 1001).toArray();
        for (int at = random.nextInt(APART); at < POINTS; at += APART + random.nextInt(APART)) {
            spikes.add(at);
            values[at] = 1000 + (random.nextBoolean() ? 1 : -1) * (50 + random.nextInt(500));
        }
        // These tell where the others belong.
        values[spikes.get(0)] = 2000;
        values[spikes.get(1)] = 200;
        return values;
    }

    private static Column along(ColumnType type, int[] order) {
        Column.Builder x = Column.builder(ColumnSpec.of("at", type));
        for (int i : order) {
            switch (type) {
                case DOUBLE -> x.addDouble(i / 8.0);
                case TIMESTAMP -> x.addLong(1_600_000_000_000_000L + i * 250_000L);
                default -> x.addLong(i - 350_000L);
            }
        }
        return x.build();
    }

    private static Column column(double[] values, int[] order) {
        Column.Builder y = Column.builder(ColumnSpec.of("value", ColumnType.DOUBLE));
        for (int i : order) {
            y.addDouble(values[i]);
        }
        return y.build();
    }

    private static Scene layout(ChartSpec spec, Frame frame, ViewState view) {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        spec,
                        frame,
                        null,
                        Map.of(),
                        view,
                        Theme.LIGHT,
                        1200,
                        600,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, DATE, linear, true",
        "2, DATE, linear, true",
        "3, TIMESTAMP, linear, true",
        "4, DOUBLE, linear, true",
        "5, INTEGER, log, true",
        "6, DATE, linear, false",
        "7, TIMESTAMP, log, false"
    })
    void everySpikeIsDrawnAtItsPlace(int seed, ColumnType type, String scale, boolean inOrder) {
        List<Integer> spikes = new ArrayList<>();
        double[] values = values(new Random(seed), spikes);
        int[] order = IntStream.range(0, POINTS).toArray();
        if (!inOrder) {
            List<Integer> shuffled =
                    new ArrayList<>(Arrays.stream(order).boxed().toList());
            Collections.shuffle(shuffled, new Random(seed));
            order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        }
        ChartSpec spec = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "at")
                .encode(Channel.Y, "value")
                .option("scale", scale);
        Frame frame = Frame.of(along(type, order), column(values, order));

        List<double[]> line = longest(layout(spec, frame, ViewState.initial()).root());

        double left = line.get(0)[0];
        double right = line.get(line.size() - 1)[0];
        double top = line.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double bottom = line.stream().mapToDouble(p -> p[1]).max().orElseThrow();
        DoubleUnaryOperator f = scale.equals("log") ? Math::log : v -> v;
        DoubleUnaryOperator y = v -> top
                + (f.applyAsDouble(2000) - f.applyAsDouble(v))
                        / (f.applyAsDouble(2000) - f.applyAsDouble(200))
                        * (bottom - top);
        List<double[]> drawn = line.stream()
                .filter(p -> p[1] < y.applyAsDouble(1030) || p[1] > y.applyAsDouble(970))
                .toList();
        assertThat(drawn).hasSameSizeAs(spikes);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i)[0]).isCloseTo(left + (right - left) * spikes.get(i) / (POINTS - 1), within(0.01));
            assertThat(drawn.get(i)[1]).isCloseTo(y.applyAsDouble(values[spikes.get(i)]), within(0.01));
        }
        assertThat(right - left).isGreaterThan(1000);
        assertThat(line).hasSizeLessThanOrEqualTo(4 * 1200);
    }

    @ParameterizedTest
    @CsvSource({"8, 0.25, 0.5", "9, 0.1, 0.9", "10, 0.7, 0.75"})
    void everySpikeInViewIsDrawn(int seed, double from, double to) {
        List<Integer> spikes = new ArrayList<>();
        double[] values = values(new Random(seed), spikes);
        int[] order = IntStream.range(0, POINTS).toArray();
        ChartSpec spec = ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "at").encode(Channel.Y, "value");
        ViewState view = ViewState.initial().with("x", from + ".." + to);

        List<double[]> line = longest(layout(spec, Frame.of(along(ColumnType.DATE, order), column(values, order)), view)
                .root());

        double[] expected = IntStream.range(0, POINTS)
                .filter(i -> i >= from * (POINTS - 1) && i <= to * (POINTS - 1))
                .mapToDouble(i -> values[i])
                .filter(v -> Math.abs(v - 1000.5) > 40)
                .toArray();
        // Of the lowest and the highest value in view it is known where they stand, if noise alone is neither.
        double low = Arrays.stream(expected).min().orElseThrow();
        double high = Arrays.stream(expected).max().orElseThrow();
        double top = line.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double bottom = line.stream().mapToDouble(p -> p[1]).max().orElseThrow();
        assertThat(low).isLessThan(1000);
        assertThat(high).isGreaterThan(1001);
        double[] drawn = line.stream()
                .mapToDouble(p -> high - (p[1] - top) / (bottom - top) * (high - low))
                .filter(v -> Math.abs(v - 1000.5) > 40)
                .toArray();
        assertThat(drawn).hasSize(expected.length).containsExactly(expected, within(0.01));
    }

    private static List<double[]> longest(Node node) {
        List<double[]> longest = new ArrayList<>();
        if (node instanceof Node.Group g) {
            for (Node child : g.children()) {
                List<double[]> points = longest(child);
                longest = points.size() > longest.size() ? points : longest;
            }
        } else if (node instanceof Node.Path p) {
            List<double[]> points = longest;
            p.data().visit(new PathData.Visitor() {
                @Override
                public void move(double x, double y) {
                    line(x, y);
                }

                @Override
                public void line(double x, double y) {
                    points.add(new double[] {x, y});
                }

                @Override
                public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                    line(x, y);
                }

                @Override
                public void close() {
                    // A line is open.
                }
            });
        }
        return longest;
    }
}
