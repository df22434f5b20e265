package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void theCheapestPairsCostAsMuchAsThoseOfSciPy() {
        double[][] costs = rows(Fixture.expected("assignment.costs"), 9);

        int[] columns = Matching.cheapest(costs);

        assertThat(columns).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(IntStream.range(0, 9).mapToDouble(i -> costs[i][columns[i]]).sum())
                .isCloseTo(Fixture.figure("assignment.total"), within(1e-9));
    }

    @Test
    void someColumnsMayStayAlone() {
        assertThat(Matching.cheapest(rows(Fixture.expected("assignment.wide"), 7)))
                .isEqualTo(Fixture.labels("assignment.wide.columns"));
        assertThat(Matching.cheapest(new double[0][])).isEmpty();
    }

    @Test
    void groupsAreNamedAfterThoseThatShareMostPoints() {
        int[] labels = {2, 2, 2, 0, 0, 1, -1, 3};
        int[] like = {0, 0, 0, 1, 1, 1, 1, -1};

        assertThat(Matching.rename(labels, like)).containsExactly(0, 0, 0, 1, 1, 2, -1, 3);
        assertThat(Matching.rename(like, like)).isEqualTo(like);
    }

    private static double[][] rows(double[] flat, int columns) {
        return IntStream.range(0, flat.length / columns)
                .mapToObj(i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns))
                .toArray(double[][]::new);
    }
}
