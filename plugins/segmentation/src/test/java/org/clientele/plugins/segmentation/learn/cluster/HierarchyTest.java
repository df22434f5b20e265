package org.clientele.plugins.segmentation.learn.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.quality.AdjustedRand;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HierarchyTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    static Stream<Arguments> fixtures() {
        return Stream.of("blobs", "skewed", "moons")
                .flatMap(name -> Arrays.stream(Linkage.values()).map(linkage -> Arguments.of(name, linkage)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void heightsSizesAndCutsAreThoseOfSciPy(String name, Linkage linkage) {
        Tree tree = Hierarchy.grow(Fixture.points(name), linkage, Progress.NONE, NEVER);

        String key = "tree." + name + "." + linkage.name().toLowerCase(Locale.ROOT);
        double[] heights = Fixture.expected(key + ".heights");
        for (int i = 0; i < heights.length; i++) {
            assertThat(tree.heights()[i]).as("join %d", i).isCloseTo(heights[i], within(1e-6 * heights[i]));
        }
        assertThat(tree.sizes()).isEqualTo(Fixture.labels(key + ".sizes"));
        for (int k : new int[] {2, 3, 7}) {
            assertThat(AdjustedRand.of(tree.cut(k), Fixture.labels(key + ".cut" + k)))
                    .isEqualTo(1);
            assertThat(tree.cutAt(tree.heightOf(k))).isEqualTo(tree.cut(k));
            assertThat(tree.groupsAt(tree.heightOf(k))).isEqualTo(k);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pointsThatRepeatAndEqualDistancesDoNoHarm(Linkage linkage) {
        Points whole = Fixture.points("whole");

        Tree tree = Hierarchy.grow(whole, linkage, Progress.NONE, NEVER);

        // Which of equally near groups are joined first is free, and changes what comes later but for the repeated
        // points.
        double[] heights = Fixture.expected("tree.whole." + linkage.name().toLowerCase(Locale.ROOT) + ".heights");
        long repeated = Arrays.stream(heights).filter(h -> h == 0).count();
        assertThat(Arrays.stream(tree.heights()).filter(h -> h == 0).count()).isEqualTo(repeated);
        assertThat(tree.heights()).isSorted();
        assertThat(IntStream.of(tree.cut(200)).distinct().count()).isEqualTo(200);
        assertThat(tree.cut(1)).containsOnly(0);
    }

    @Test
    void theTopOfATreeIsATreeOfItsGroups() {
        Tree tree = Hierarchy.grow(Fixture.points("blobs"), Linkage.WARD, Progress.NONE, NEVER);

        Tree top = tree.top(12);

        int[] twelve = tree.cut(12);
        for (int k = 1; k <= 12; k++) {
            int[] groups = top.cut(k);
            int[] whole = tree.cut(k);
            assertThat(IntStream.range(0, 500).map(i -> groups[twelve[i]]).toArray())
                    .isEqualTo(whole);
        }
        assertThat(top.sizes()[10]).isEqualTo(500);
        assertThat(top.heights()[10]).isEqualTo(tree.heights()[498]);
    }

    @Test
    void groupsOfEveryCutStandTogetherInTheOrder() {
        Tree tree = Hierarchy.grow(Fixture.points("skewed"), Linkage.AVERAGE, Progress.NONE, NEVER);

        int[] order = tree.order();

        assertThat(order.clone())
                .containsExactlyInAnyOrder(IntStream.range(0, 400).toArray());
        for (int k = 2; k < 40; k++) {
            int[] labels = tree.cut(k);
            long changes = IntStream.range(1, 400)
                    .filter(i -> labels[order[i]] != labels[order[i - 1]])
                    .count();
            assertThat(changes).isEqualTo(k - 1);
        }
    }

    @Test
    void newPointsGoToTheNearestMean() {
        Points points = Fixture.points("blobs");
        int[] labels =
                Hierarchy.grow(points, Linkage.WARD, Progress.NONE, NEVER).cut(5);

        int[] assigned = Nearest.of(points, Centroids.of(points, labels, 5, NEVER), NEVER);

        assertThat(AdjustedRand.of(assigned, labels)).isGreaterThan(0.9);
    }

    @Test
    void theNearestOfManyCentresIsTheOneThatLookingAtAllFinds() {
        Points points = Fixture.points("skewed");
        // Each stands there twice: of two that are equally near it is the first.
        Points centres = points.rows(IntStream.range(0, 600).map(i -> i % 300).toArray());

        int[] nearest = Nearest.of(points, centres, NEVER);

        for (int i = 0; i < points.rows(); i++) {
            int best = 0;
            for (int c = 1; c < centres.rows(); c++) {
                if (points.squaredDistance(i, centres, c) < points.squaredDistance(i, centres, best)) {
                    best = c;
                }
            }
            assertThat(nearest[i]).as("point %d", i).isEqualTo(best);
        }
    }

    @Test
    void onePointIsATreeAndMoreThanThereIsRoomForAreRefused() {
        Tree one = Hierarchy.grow(new Points(new double[] {3}, 1, 1), Linkage.WARD, Progress.NONE, NEVER);
        assertThat(one.cut(1)).containsExactly(0);
        assertThatThrownBy(() -> one.cut(2)).hasMessageStartingWith("There is 1 row, and at least 2 are needed.");
        assertThatThrownBy(() ->
                        Hierarchy.grow(new Points(new double[20_001], 20_001, 1), Linkage.WARD, Progress.NONE, NEVER))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED))
                .hasMessageStartingWith("20,001 rows are more than the 20,000");
    }
}
