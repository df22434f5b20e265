package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;

class GroupCountsTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @Test
    void fourPlantedGroupsAreTheBendAndTheBest() {
        Draws draws = new Draws(2);
        double[] values = new double[1_600];
        Arrays.setAll(values, i -> draws.normal() + (i % 2 == 0 ? i / 2 % 2 : i / 4 % 2) * 12);

        GroupCounts counts = GroupCounts.compare(
                new Points(values, 800, 2), k -> Grouping.kMeans(k, 5), 2, 9, 1, Progress.NONE, NEVER);

        assertThat(counts.elbow()).isEqualTo(4);
        assertThat(counts.best()).isEqualTo(4);
        assertThat(counts.choices()).extracting(GroupCounts.Choice::groups).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(counts.choices().get(2).silhouette()).isGreaterThan(0.7);
    }

    @Test
    void moreGroupsThanPointsAreRefused() {
        assertThatThrownBy(() -> GroupCounts.compare(
                        new Points(new double[] {1, 2, 3}, 3, 1),
                        k -> Grouping.kMeans(k, 1),
                        2,
                        5,
                        1,
                        Progress.NONE,
                        NEVER))
                .hasMessageStartingWith("There are 3 rows, and at least 6 are needed.");
    }
}
