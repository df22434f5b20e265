package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @ParameterizedTest
    @ValueSource(strings = {"blobs", "skewed", "moons"})
    void figuresAreThoseOfScikitLearn(String name) {
        int[] labels = Fixture.labels("kmeans." + name + ".strict.labels");

        Separation separation = Separation.of(Fixture.points(name), labels, NEVER);

        double inertia = Fixture.figure("kmeans." + name + ".strict.inertia");
        double ratio = Fixture.figure("calinskiharabasz." + name);
        assertThat(separation.within()).isCloseTo(inertia, within(1e-9 * inertia));
        assertThat(separation.daviesBouldin()).isCloseTo(Fixture.figure("daviesbouldin." + name), within(1e-9));
        assertThat(separation.calinskiHarabasz()).isCloseTo(ratio, within(1e-9 * ratio));
    }

    @Test
    void noiseAndLabelsWithoutPointsAreLeftOut() {
        Points points = new Points(new double[] {0, 2, 10, 12, 500}, 5, 1);

        Separation separation = Separation.of(points, new int[] {0, 0, 3, 3, -1}, NEVER);

        assertThat(separation.within()).isEqualTo(4);
        assertThat(separation.daviesBouldin()).isEqualTo(0.2);
        assertThat(separation.calinskiHarabasz()).isEqualTo(50);
    }

    @Test
    void groupsWithoutExtentArePerfectAndOneGroupIsRefused() {
        Points points = new Points(new double[] {1, 1, 2, 2}, 4, 1);

        assertThat(Separation.of(points, new int[] {0, 0, 1, 1}, NEVER))
                .isEqualTo(new Separation(0, 0, Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> Separation.of(points, new int[4], NEVER))
                .hasMessageStartingWith("There is 1 group among 4 rows");
    }
}
