package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void drawsTheFirstLowestHighestAndLastOfEachPixelColumnAndNothingElse(int seed) {
        Random random = new Random(seed);
        int points = 20_000 + random.nextInt(200_000);
        double[] x = unevenPlaces(random, points);
        double[] values = random.doubles(points, -1, 1).toArray();
        // A lone extreme at the very edge of a column is what a careless search would lose.
        for (int i = 0; i < points; i += 1 + random.nextInt(500)) {
            values[i] *= 1000;
        }

        List<Polyline> lines = new Tracer(i -> x[i], values, v -> 300 - v / 10).lines(0, points, 10);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).step()).isEqualTo(expected(x, values));
        for (int i = 0; i < lines.get(0).size(); i++) {
            int step = lines.get(0).step()[i];
            assertThat(lines.get(0).x()[i]).isEqualTo(x[step]);
            assertThat(lines.get(0).y()[i]).isEqualTo(300 - values[step] / 10);
        }
    }

    /** Long stretches in a pixel, jumps over many, and runs on whole pixels. */
    private static double[] unevenPlaces(Random random, int points) {
        double[] x = new double[points];
        double at = random.nextDouble();
        for (int i = 0; i < points; i++) {
            x[i] = at;
            int kind = random.nextInt(1000);
            at = kind == 0 ? at + random.nextInt(5) : kind < 10 ? Math.ceil(at) : at + random.nextDouble() / 500;
        }
        return x;
    }

    /** The slow way: every point goes to its column. */
    private static int[] expected(double[] x, double[] values) {
        TreeMap<Double, List<Integer>> columns = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            columns.computeIfAbsent(Math.floor(x[i]), c -> new ArrayList<>()).add(i);
        }
        return columns.values().stream()
                .flatMap(all -> List.of(
                        all.get(0),
                        all.stream()
                                .min(java.util.Comparator.comparingDouble(i -> values[i]))
                                .orElseThrow(),
                        all.stream()
                                .min(java.util.Comparator.comparingDouble(i -> -values[i]))
                                .orElseThrow(),
                        all.get(all.size() - 1))
                        .stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void beginsANewLineBehindEachGap() {
        double[] values = {Double.NaN, 1, 2, Double.NaN, Double.NaN, 3, Double.NaN, 4, 5, 6};

        List<Polyline> lines = new Tracer(i -> i * 10, values, v -> v).lines(0, values.length, 10);

        assertThat(lines.stream().map(Polyline::step))
                .containsExactly(new int[] {1, 2}, new int[] {5}, new int[] {7, 8, 9});
    }

    @Test
    void drawsOnlyTheStepsInView() {
        double[] values = {9, 1, 2, 3, 9};

        assertThat(new Tracer(i -> i * 10, values, v -> v)
                        .lines(1, 4, 10)
                        .get(0)
                        .step())
                .containsExactly(1, 2, 3);
    }

    @Test
    void goesThroughEverythingKnownWhereThereAreTooManyGaps() {
        double[] values = IntStream.range(0, 99_999)
                .mapToDouble(i -> i % 3 == 0 ? Double.NaN : i == 50_000 ? 7 : i == 60_001 ? -7 : 1)
                .toArray();

        List<Polyline> lines = new Tracer(i -> i / 100.0, values, v -> v).lines(0, values.length, 20);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).step()).contains(1, 50_000, 60_001, 99_998).isSorted();
        assertThat(lines.get(0).size()).isLessThanOrEqualTo(4 * 1000);
        assertThat(Arrays.stream(lines.get(0).y()).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void leavesOutWhatHasNoPlace() {
        double[] values = {1, 2, 3};

        assertThat(new Tracer(i -> i * 10, values, v -> v == 2 ? Double.POSITIVE_INFINITY : v)
                        .lines(0, 3, 10)
                        .get(0)
                        .step())
                .containsExactly(0, 2);
        assertThat(new Tracer(i -> i * 10, values, v -> Double.NaN).lines(0, 3, 10))
                .isEmpty();
    }
}
