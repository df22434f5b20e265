package org.clientele.plugins.segmentation.learn.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DbscanTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @ParameterizedTest
    @CsvSource({"moons, 0.15, 5", "blobs, 1.4, 8", "whole, 1.0, 20"})
    void coresAndLabelsAreThoseOfScikitLearn(String name, double radius, int least) {
        DbscanModel model = Dbscan.fit(Fixture.points(name), radius, least, Progress.NONE, NEVER);

        assertThat(model.labels()).isEqualTo(Fixture.labels("dbscan." + name + ".labels"));
        double[] core = Fixture.expected("dbscan." + name + ".core");
        for (int i = 0; i < core.length; i++) {
            assertThat(model.core()[i]).as("point %d", i).isEqualTo(core[i] == 1);
        }
        assertThat(model.assign(Fixture.points(name), NEVER)).isEqualTo(model.labels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons", "blobs"})
    void theCurveIsThatOfScikitLearnsNeighbours(String name) {
        Dbscan.Curve curve = Dbscan.curve(Fixture.points(name), 5, 1, NEVER);

        double[] falling = DoubleStream.of(Fixture.expected("dbscan." + name + ".fourth"))
                .map(d -> -d)
                .sorted()
                .map(d -> -d)
                .toArray();
        assertThat(curve.distances()).containsExactly(falling, within(1e-10));
    }

    @Test
    void theSuggestedRadiusFindsTheTwoMoons() {
        Points moons = Fixture.points("moons");

        DbscanModel model = Dbscan.fit(moons, Dbscan.curve(moons, 5, 1, NEVER).suggested(), 5, Progress.NONE, NEVER);

        int[] sizes = new int[model.groups()];
        Arrays.stream(model.labels()).filter(g -> g >= 0).forEach(g -> sizes[g]++);
        assertThat(Arrays.stream(sizes).filter(n -> n > 250)).hasSize(2);
    }

    @Test
    void aPointFarFromAllCoresIsNoise() {
        Points line = new Points(new double[] {0, 1, 2, 3, 50}, 5, 1);

        DbscanModel model = Dbscan.fit(line, 1, 3, Progress.NONE, NEVER);

        assertThat(model.labels()).containsExactly(0, 0, 0, 0, Dbscan.NOISE);
        assertThat(model.core()).containsExactly(false, true, true, false, false);
        assertThat(model.assign(new Points(new double[] {2.9, 3.1, 1.5}, 3, 1), NEVER))
                .containsExactly(0, Dbscan.NOISE, 0);
    }

    @Test
    void onePointRepeatedPointsAndBadSettings() {
        Points same = new Points(new double[100], 50, 2);
        Points one = new Points(new double[] {1, 2}, 1, 2);

        assertThat(Dbscan.fit(same, 0.1, 5, Progress.NONE, NEVER).groups()).isEqualTo(1);
        assertThat(Dbscan.fit(one, 0.1, 5, Progress.NONE, NEVER).groups()).isZero();
        assertThat(Dbscan.fit(one, 0.1, 5, Progress.NONE, NEVER).assign(same, NEVER))
                .containsOnly(Dbscan.NOISE);
        assertThatThrownBy(() -> Dbscan.curve(same, 5, 1, NEVER)).hasMessageContaining("different");
        assertThatThrownBy(() -> Dbscan.fit(same, Double.NaN, 5, Progress.NONE, NEVER))
                .hasMessageContaining("eps");
    }
}
