package org.clientele.plugins.segmentation.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.GaussianMixture;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.KMeans;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.plugins.segmentation.learn.quality.Evidence;
import org.clientele.plugins.segmentation.learn.quality.GroupCounts;
import org.clientele.plugins.segmentation.learn.quality.Stability;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work that is cancelled under way ends before its next step: it tells of none that was not begun by then. */
class CancelTest {
    private static final Points POINTS = Fixture.points("blobs");

    private interface Work {
        Object run(Progress progress, CancelSignal cancel);
    }

    static Stream<Arguments> works() {
        Grouping grouping = Grouping.kMeans(4, 2);
        int[] labels = KMeans.fit(POINTS, KMeans.Options.of(4, 1), Progress.NONE, CancelSignal.create())
                .labels();
        return Stream.of(
                work("k-means", (p, c) -> KMeans.fit(POINTS, KMeans.Options.of(4, 1), p, c)),
                work(
                        "mixture",
                        (p, c) -> GaussianMixture.fit(POINTS, GaussianMixture.Options.of(4, Covariance.FULL, 1), p, c)),
                work("Ward", (p, c) -> Hierarchy.grow(POINTS, Linkage.WARD, p, c)),
                work("average", (p, c) -> Hierarchy.grow(POINTS, Linkage.AVERAGE, p, c)),
                work("evidence", (p, c) -> Evidence.of(POINTS, grouping, 1, p, c)),
                work("stability", (p, c) -> Stability.of(POINTS, labels, grouping, 10, 1, p, c)),
                work("counts", (p, c) -> GroupCounts.compare(POINTS, k -> Grouping.kMeans(k, 2), 2, 8, 1, p, c)));
    }

    private static Arguments work(String name, Work work) {
        return Arguments.of(name, work);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("works")
    void nothingIsBegunAfterACancel(String name, Work work) {
        CancelSignal cancel = CancelSignal.create();
        AtomicInteger after = new AtomicInteger();
        Progress cancelling = (fraction, message) -> {
            if (cancel.isCancelled()) {
                after.incrementAndGet();
            } else if (fraction > 0) {
                cancel.cancel();
            }
        };

        assertThatThrownBy(() -> work.run(cancelling, cancel))
                .as(name)
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));

        // References are made on all cores: what the others were at may still tell of itself.
        assertThat(after.get())
                .as("steps of %s after the cancel", name)
                .isLessThan(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
