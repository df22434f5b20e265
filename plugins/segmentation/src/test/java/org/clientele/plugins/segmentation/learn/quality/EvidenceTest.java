package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @Test
    void plantedGroupsAreThere() {
        Evidence evidence = Evidence.of(Fixture.points("blobs"), Grouping.kMeans(5, 3), 39, 1, Progress.NONE, NEVER);

        assertThat(evidence.grouped()).isTrue();
        assertThat(evidence.chance()).isEqualTo(1.0 / 40);
        assertThat(evidence.silhouette()).isGreaterThan(evidence.references()[38] + 0.1);
    }

    /** The same as the long simulation of {@link EvidenceSimulation}, with fewer points, references and rounds. */
    @Test
    void pointsOfOneGroupSeldomSeemToHaveMore() {
        int rounds = 150;
        int said = 0;
        for (int round = 0; round < rounds; round++) {
            Points points = OneGroup.values()[round % OneGroup.values().length].points(100, 1_000 + round);
            Grouping grouping = Grouping.kMeans(2 + round % 3, 2);
            said += Evidence.of(points, grouping, 19, round, Progress.NONE, NEVER)
                            .grouped()
                    ? 1
                    : 0;
        }
        // 1 in 20 are 7.5 of 150; with that chance, more than 14 come in less than 1 of 100 runs.
        assertThat(said).isLessThanOrEqualTo(14);
    }

    @Test
    void referencesKeepEveryColumnAndTheRankCorrelations() {
        for (OneGroup kind : OneGroup.values()) {
            Points points = kind.points(400, 3);

            OneComponent like = OneComponent.like(points, 5, NEVER);

            int columns = points.columns();
            double[][] wanted = OneComponent.rankCorrelations(points);
            double[][] mean = new double[columns][columns];
            for (int draw = 0; draw < 20; draw++) {
                Points reference = like.draw(draw);
                double[][] got = OneComponent.rankCorrelations(reference);
                for (int j = 0; j < columns; j++) {
                    assertThat(column(reference, j)).as("%s %d", kind, j).isEqualTo(column(points, j));
                    for (int l = 0; l < columns; l++) {
                        mean[j][l] += got[j][l] / 20;
                    }
                }
            }
            for (int j = 0; j < columns; j++) {
                for (int l = 0; l < columns; l++) {
                    // What is far out in several columns at once may raise them, and nothing lowers them.
                    assertThat(mean[j][l] - wanted[j][l])
                            .as("%s %d %d", kind, j, l)
                            .isBetween(-0.04, 0.08);
                }
            }
        }
    }

    @Test
    void aConstantColumnDoesNoHarmAndTooFewPointsAreRefused() {
        double[] values = new double[120];
        Draws draws = new Draws(1);
        Arrays.setAll(values, i -> i % 3 == 2 ? 4 : draws.normal());

        assertThat(Evidence.of(new Points(values, 40, 3), Grouping.kMeans(2, 1), 19, 1, Progress.NONE, NEVER)
                        .references())
                .hasSize(19)
                .isSorted();
        assertThatThrownBy(() -> Evidence.of(
                        new Points(new double[6], 2, 3), Grouping.kMeans(2, 1), 19, 1, Progress.NONE, NEVER))
                .hasMessageStartingWith("There are 2 rows, and at least 5 are needed.");
    }

    private static double[] column(Points points, int column) {
        double[] values = new double[points.rows()];
        Arrays.setAll(values, i -> points.at(i, column));
        Arrays.sort(values);
        return values;
    }
}
