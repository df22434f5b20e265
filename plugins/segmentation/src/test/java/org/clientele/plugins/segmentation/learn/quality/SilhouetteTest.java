package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilhouetteTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @ParameterizedTest
    @ValueSource(strings = {"blobs", "skewed", "moons"})
    void everyPointHasTheSilhouetteOfScikitLearn(String name) {
        Silhouette silhouette =
                Silhouette.exact(Fixture.points(name), Fixture.labels("kmeans." + name + ".strict.labels"), NEVER);

        assertThat(silhouette.values()).containsExactly(Fixture.expected("silhouette." + name), within(1e-10));
        assertThat(silhouette.mean()).isCloseTo(Fixture.figure("silhouette." + name + ".mean"), within(1e-10));
        assertThat(silhouette.sampled()).isFalse();
    }

    @Test
    void aSampleComesCloseAndSaysSo() {
        Draws draws = new Draws(3);
        int[] labels = new int[20_000];
        double[] values = new double[40_000];
        Arrays.setAll(labels, i -> i % 50 == 0 ? 2 : i % 2);
        Arrays.setAll(values, i -> draws.normal() + 4 * labels[i / 2]);
        Points points = new Points(values, 20_000, 2);

        Silhouette sample = Silhouette.of(points, labels, 2_000, 1, NEVER);

        Silhouette whole = Silhouette.exact(points, labels, NEVER);
        assertThat(sample.sampled()).isTrue();
        assertThat(sample.rows()).hasSizeBetween(2_000, 2_010).isSorted();
        assertThat(sample.mean()).isCloseTo(whole.mean(), within(0.02));
        assertThat(sample.groups()).containsExactly(whole.groups(), within(0.06));
    }

    @Test
    void noiseIsLeftOutAndAPointAloneHasNone() {
        Points points = new Points(new double[] {0, 1, 10, 100, 50}, 5, 1);

        Silhouette silhouette = Silhouette.exact(points, new int[] {0, 0, 2, -1, 2}, NEVER);

        assertThat(silhouette.rows()).containsExactly(0, 1, 2, 4);
        assertThat(silhouette.groups()[1]).isNaN();
        assertThat(silhouette.values()[0]).isCloseTo(1 - 1 / 30.0, within(1e-12));
        assertThat(Silhouette.exact(points, new int[] {0, 0, 1, -1, -1}, NEVER).values()[2])
                .isZero();
    }

    @Test
    void oneGroupCannotBeCompared() {
        assertThatThrownBy(() -> Silhouette.exact(new Points(new double[] {1, 2}, 2, 1), new int[2], NEVER))
                .hasMessageStartingWith("There is 1 group among 2 rows");
    }
}
