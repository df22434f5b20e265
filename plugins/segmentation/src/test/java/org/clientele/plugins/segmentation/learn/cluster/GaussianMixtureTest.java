package org.clientele.plugins.segmentation.learn.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.plugins.segmentation.learn.Fixture;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GaussianMixtureTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final Map<Covariance, String> NAMES = Map.of(
            Covariance.FULL, "full",
            Covariance.DIAGONAL, "diag",
            Covariance.TIED, "tied",
            Covariance.SPHERICAL, "spherical");

    static Stream<Arguments> fixtures() {
        return Stream.of("blobs", "skewed", "moons")
                .flatMap(name -> Arrays.stream(Covariance.values()).map(shape -> Arguments.of(name, shape)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void likelihoodReachesTheBestOfTenRunsOfScikitLearn(String name, Covariance shape) {
        String key = "mixture." + name + "." + NAMES.get(shape);
        int k = Fixture.expected(key + ".weights").length;

        MixtureModel model = GaussianMixture.fit(
                Fixture.points(name), GaussianMixture.Options.of(k, shape, 1), Progress.NONE, NEVER);

        double best = Fixture.figure(key + ".loglikelihood");
        assertThat(model.logLikelihood()).isGreaterThanOrEqualTo(best - 0.001 * Math.abs(best));
        assertThat(model.converged()).isTrue();
        assertThat(Arrays.stream(model.mixture().weights()).sum()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void likelihoodCriteriaAndPosteriorsOfAMixtureAreThoseOfScikitLearn(String name, Covariance shape) {
        Points points = Fixture.points(name);
        String key = "mixture." + name + "." + NAMES.get(shape);
        double[] weights = Fixture.expected(key + ".weights");
        int d = points.columns();
        Mixture mixture = new Mixture(
                weights,
                new Points(Fixture.expected(key + ".means"), weights.length, d),
                covariances(Fixture.expected(key + ".covariances"), shape, weights.length, d),
                shape);

        double logLikelihood = mixture.logLikelihood(points, NEVER);

        double expected = Fixture.figure(key + ".loglikelihood");
        assertThat(logLikelihood).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
        assertThat(-2 * logLikelihood + mixture.parameters() * Math.log(points.rows()))
                .isCloseTo(Fixture.figure(key + ".bic"), within(1e-8 * Math.abs(expected)));
        assertThat(-2 * logLikelihood + 2 * mixture.parameters())
                .isCloseTo(Fixture.figure(key + ".aic"), within(1e-8 * Math.abs(expected)));
        Points first = points.rows(IntStream.range(0, 40).toArray());
        assertThat(mixture.posteriors(first, NEVER))
                .containsExactly(Fixture.expected(key + ".posteriors"), within(1e-8));
    }

    @Test
    void oneCoreAndTwoGiveTheSameBits() throws Exception {
        Points points = Fixture.points("blobs");
        GaussianMixture.Options options =
                GaussianMixture.Options.of(4, Covariance.FULL, 3).restarts(2);
        List<MixtureModel> models = new java.util.ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            models.add(pool.submit(() -> GaussianMixture.fit(points, options, Progress.NONE, NEVER))
                    .get());
            pool.shutdown();
        }

        assertThat(models.get(0).logLikelihood()).isEqualTo(models.get(1).logLikelihood());
        assertThat(models.get(0).mixture().means().values())
                .isEqualTo(models.get(1).mixture().means().values());
    }

    @Test
    void aComponentThatRepeatsOnePointStaysFiniteAndIsCalledFlat() {
        double[] values = new double[80];
        Arrays.setAll(values, i -> i < 40 ? 5 : i % 7 + i * 0.01);

        MixtureModel model = GaussianMixture.fit(
                new Points(values, 40, 2), GaussianMixture.Options.of(3, Covariance.FULL, 1), Progress.NONE, NEVER);

        assertThat(model.logLikelihood()).isFinite();
        assertThat(model.mixture().flat().stream()).containsExactly(0, 1);
    }

    @Test
    void aConstantColumnIsRefused() {
        assertThatThrownBy(() -> GaussianMixture.fit(
                        new Points(new double[] {1, 2, 1, 3, 1, 9}, 3, 2),
                        GaussianMixture.Options.of(2, Covariance.FULL, 1),
                        Progress.NONE,
                        NEVER))
                .hasMessage("All rows have the same number in column 1. Leave it out.");
    }

    private static double[][][] covariances(double[] flat, Covariance shape, int k, int d) {
        double[][][] all = new double[k][d][d];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                switch (shape) {
                    case FULL -> all[c][j] = Arrays.copyOfRange(flat, (c * d + j) * d, (c * d + j + 1) * d);
                    case TIED -> all[c][j] = Arrays.copyOfRange(flat, j * d, (j + 1) * d);
                    case DIAGONAL -> all[c][j][j] = flat[c * d + j];
                    case SPHERICAL -> all[c][j][j] = flat[c];
                }
            }
        }
        return all;
    }
}
