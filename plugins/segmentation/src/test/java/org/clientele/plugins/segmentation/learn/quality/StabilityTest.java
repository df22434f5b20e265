package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @Test
    void groupsThatAreThereComeOutAgainAndThoseThatAreNotDoNot() {
        Points blobs = Fixture.points("blobs");
        Grouping five = Grouping.kMeans(5, 3);
        double[] values = new double[1_000];
        Draws draws = new Draws(9);
        Arrays.setAll(values, i -> draws.uniform());
        Points square = new Points(values, 500, 2);

        Stability there = Stability.of(blobs, five.labels(blobs, 1, NEVER), five, 20, 1, Progress.NONE, NEVER);
        Stability not = Stability.of(square, five.labels(square, 1, NEVER), five, 20, 1, Progress.NONE, NEVER);

        assertThat(there.mean()).isGreaterThan(0.9);
        assertThat(not.mean()).isLessThan(0.8);
        for (Stability one : new Stability[] {there, not}) {
            assertThat(one.low()).isLessThanOrEqualTo(one.mean());
            assertThat(one.high()).isGreaterThanOrEqualTo(one.mean());
            assertThat(one.indices()).hasSize(20).isSorted();
        }
        assertThat(Stability.of(blobs, five.labels(blobs, 1, NEVER), five, 20, 1, Progress.NONE, NEVER)
                        .indices())
                .isEqualTo(there.indices());
    }

    @Test
    void resamplesThatRepeatTooMuchCountAsNone() {
        Points three = new Points(new double[] {0, 5, 11}, 3, 1);
        Grouping each = Grouping.kMeans(3, 1);

        Stability stability = Stability.of(three, new int[] {0, 1, 2}, each, 30, 1, Progress.NONE, NEVER);

        assertThat(stability.low()).isZero();
        assertThat(stability.high()).isEqualTo(1);
    }

    @Test
    void cancellingEndsIt() {
        CancelSignal cancel = CancelSignal.create();
        Points blobs = Fixture.points("blobs");
        Grouping cancelling = (points, seed, signal) -> {
            cancel.cancel();
            return Grouping.kMeans(2, 1).labels(points, seed, signal);
        };

        assertThatThrownBy(() -> Stability.of(blobs, new int[500], cancelling, 50, 1, Progress.NONE, cancel))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }
}
