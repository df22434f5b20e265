package org.clientele.plugins.segmentation.learn.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcaTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @ParameterizedTest
    @CsvSource({"blobs, COVARIANCE", "blobs, CORRELATION", "skewed, COVARIANCE", "skewed, CORRELATION"})
    void componentsVariancesAndScoresAreThoseOfScikitLearn(String name, Pca.Basis basis) {
        Points points = Fixture.points(name);
        String key = "pca." + name + "." + basis.name().toLowerCase(Locale.ROOT);

        Pca pca = Pca.of(points, basis, NEVER);

        double size = pca.variances()[0];
        assertThat(pca.variances()).containsExactly(Fixture.expected(key + ".variances"), within(1e-9 * size));
        assertThat(pca.explained()).containsExactly(Fixture.expected(key + ".explained"), within(1e-9));
        assertThat(Points.of(pca.components()).values())
                .containsExactly(Fixture.expected(key + ".components"), within(1e-9));
        Points first = points.rows(IntStream.range(0, 50).toArray());
        assertThat(pca.scores(first, 3, NEVER).values())
                .containsExactly(Fixture.expected(key + ".scores"), within(1e-8 * Math.sqrt(size)));
    }

    @Test
    void byCorrelationALoadingIsACorrelationAndTheirSquaresSumToOneAColumn() {
        Pca pca = Pca.of(Fixture.points("skewed"), Pca.Basis.CORRELATION, NEVER);

        for (int column = 0; column < 3; column++) {
            int j = column;
            assertThat(IntStream.range(0, 3)
                            .mapToDouble(c -> pca.loading(c, j) * pca.loading(c, j))
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aConstantColumnIsRefusedWhereItCannotBeScaled() {
        Points points = new Points(new double[] {1, 7, 2, 7, 3, 7}, 3, 2);

        assertThatThrownBy(() -> Pca.of(points, Pca.Basis.CORRELATION, NEVER))
                .hasMessage("All rows have the same number in column 2. Leave it out.");
        assertThat(Pca.of(points, Pca.Basis.COVARIANCE, NEVER).explained()).containsExactly(1, 0);
    }

    @Test
    void pointsThatDoNotVaryExplainNothing() {
        double[] same = new double[10];
        Arrays.fill(same, 3);

        assertThat(Pca.of(new Points(same, 5, 2), Pca.Basis.COVARIANCE, NEVER).explained())
                .containsExactly(0, 0);
    }
}
