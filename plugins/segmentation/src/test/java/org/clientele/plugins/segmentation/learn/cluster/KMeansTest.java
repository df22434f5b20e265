package org.clientele.plugins.segmentation.learn.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @ParameterizedTest
    @CsvSource({
        "blobs, 5, strict, 0",
        "blobs, 5, usual, 1e-4",
        "skewed, 4, strict, 0",
        "skewed, 4, usual, 1e-4",
        "moons, 6, strict, 0",
        "moons, 6, usual, 1e-4"
    })
    void fromTheSameCentresItEndsWhereScikitLearnEnds(String name, int k, String how, double tolerance) {
        Points points = Fixture.points(name);
        Points initial = points.rows(IntStream.range(0, k).map(i -> i * 7).toArray());

        KMeansModel model = KMeans.fit(points, initial, 300, tolerance, Progress.NONE, NEVER);

        String key = "kmeans." + name + "." + how;
        assertThat(model.labels()).isEqualTo(Fixture.labels(key + ".labels"));
        assertThat(model.inertia()).isCloseTo(Fixture.figure(key + ".inertia"), within(1e-9 * model.inertia()));
        assertThat(model.iterations()).isEqualTo((int) Fixture.figure(key + ".iterations"));
        assertThat(model.centres().values()).containsExactly(Fixture.expected(key + ".centres"), within(1e-9 * 1000));
        assertThat(model.converged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"blobs, 5", "skewed, 4", "moons, 6"})
    void fromItsOwnStartsItFindsTheBestOfFiftyOfScikitLearn(String name, int k) {
        KMeansModel model =
                KMeans.fit(Fixture.points(name), KMeans.Options.of(k, 7).restarts(50), Progress.NONE, NEVER);

        assertThat(model.inertia()).isLessThanOrEqualTo(Fixture.figure("kmeans." + name + ".best") * (1 + 2e-3));
    }

    @Test
    void anEmptyGroupTakesTheFarthestPoint() {
        Points points = Fixture.points("blobs");
        Points initial = points.rows(new int[] {0, 7, 14, 21, 28});
        Arrays.fill(initial.values(), 16, 20, 1e4);

        KMeansModel model = KMeans.fit(points, initial, 300, 0, Progress.NONE, NEVER);

        assertThat(model.inertia()).isCloseTo(Fixture.figure("kmeans.empty.inertia"), within(1e-6));
        assertThat(model.labels()).isEqualTo(Fixture.labels("kmeans.empty.labels"));
    }

    @Test
    void oneCoreAndTwoGiveTheSameBits() throws Exception {
        Points points = cloud(20_000, 6);
        KMeans.Options options = KMeans.Options.of(7, 11).restarts(2);

        KMeansModel alone = inPool(1, () -> KMeans.fit(points, options, Progress.NONE, NEVER));
        KMeansModel together = inPool(4, () -> KMeans.fit(points, options, Progress.NONE, NEVER));

        assertThat(together.inertia()).isEqualTo(alone.inertia());
        assertThat(together.centres().values()).isEqualTo(alone.centres().values());
        assertThat(together.labels()).isEqualTo(alone.labels());
    }

    @Test
    void boundsLeaveLloydsAnswerAsItIs() {
        Points points = cloud(3_000, 5);
        Points start = points.rows(IntStream.range(0, 9).toArray());

        KMeansModel model = KMeans.fit(points, start, 500, 0, Progress.NONE, NEVER);

        Points centres = start;
        int[] labels = {};
        for (int[] next = Nearest.of(points, centres, NEVER); !Arrays.equals(next, labels); ) {
            labels = next;
            centres = means(points, labels, 9);
            next = Nearest.of(points, centres, NEVER);
        }
        assertThat(model.labels()).isEqualTo(labels);
        assertThat(model.centres().values()).containsExactly(centres.values(), within(1e-12));
    }

    @Test
    void newPointsGoToTheNearestCentre() {
        Points points = Fixture.points("blobs");
        KMeansModel model = KMeans.fit(points, KMeans.Options.of(5, 1), Progress.NONE, NEVER);

        assertThat(model.assign(points, NEVER)).isEqualTo(model.labels());
        assertThat(model.assign(model.centres(), NEVER)).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefusedWithItsPlace(double wrong) {
        Points points = new Points(new double[] {1, 2, 3, 4, 5, wrong}, 3, 2);

        assertThatThrownBy(() -> KMeans.fit(points, KMeans.Options.of(2, 1), Progress.NONE, NEVER))
                .isInstanceOf(AnalyticsException.class)
                .hasMessage("Row 3 has no number in column 2. Fill what is missing, or leave such rows out.");
    }

    @Test
    void fewerPointsThanGroupsAreRefused() {
        assertThatThrownBy(() -> KMeans.fit(
                        new Points(new double[] {1, 2}, 1, 2), KMeans.Options.of(3, 1), Progress.NONE, NEVER))
                .hasMessageStartingWith("There is 1 row, and at least 3 are needed.");
    }

    @Test
    void pointsThatRepeatMakeNoMoreGroupsThanTheyDiffer() {
        double[] values = new double[200];
        Arrays.setAll(values, i -> i % 4 < 2 ? 1 : 5);
        Points two = new Points(values, 100, 2);

        assertThat(KMeans.fit(two, KMeans.Options.of(2, 1), Progress.NONE, NEVER)
                        .inertia())
                .isZero();
        assertThatThrownBy(() -> KMeans.fit(two, KMeans.Options.of(3, 1), Progress.NONE, NEVER))
                .hasMessageContaining("cannot make 3 groups");
        assertThatThrownBy(() -> KMeans.fit(two, two.rows(new int[] {0, 1, 2}), 300, 0, Progress.NONE, NEVER))
                .hasMessageContaining("cannot make 3 groups");
    }

    @Test
    void aConstantColumnDoesNoHarm() {
        Points points = new Points(new double[] {0, 1, 0, 2, 0, 11, 0, 12}, 4, 2);

        assertThat(KMeans.fit(points, KMeans.Options.of(2, 1), Progress.NONE, NEVER)
                        .inertia())
                .isEqualTo(1);
    }

    @Test
    void aCancelledSearchEnds() {
        CancelSignal cancel = CancelSignal.create();
        Progress cancelling = (fraction, message) -> {
            if (fraction > 0) {
                cancel.cancel();
            }
        };

        assertThatThrownBy(() -> KMeans.fit(cloud(2_000, 3), KMeans.Options.of(4, 1), cancelling, cancel))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    private static Points means(Points points, int[] labels, int groups) {
        double[] means = new double[groups * points.columns()];
        int[] counts = new int[groups];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int j = 0; j < points.columns(); j++) {
                means[labels[i] * points.columns() + j] += points.at(i, j);
            }
        }
        for (int m = 0; m < means.length; m++) {
            means[m] /= counts[m / points.columns()];
        }
        return new Points(means, groups, points.columns());
    }

    private static Points cloud(int rows, int columns) {
        Draws draws = new Draws(5);
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> draws.normal());
        return new Points(values, rows, columns);
    }

    private static <T> T inPool(int threads, java.util.concurrent.Callable<T> work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }
}
