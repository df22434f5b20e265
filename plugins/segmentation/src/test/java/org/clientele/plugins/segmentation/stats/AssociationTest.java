package org.clientele.plugins.segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Independence, correlation, information, corrections for many tests, and outliers. */
class AssociationTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    @ParameterizedTest
    @CsvSource({"python.csv,two-by-two", "python.csv,wide", "python.csv,large", "python.csv,sparse", "base.csv,eyes"})
    void independenceIsTestedAsOtherProgramsDo(String file, String of) {
        Cases cases = Cases.read(file);
        int[] shape = cases.whole(of, "shape");
        double[] counts = cases.one(of, "counts");
        long[][] table = new long[shape[0]][shape[1]];
        for (int i = 0; i < counts.length; i++) {
            table[i / shape[1]][i % shape[1]] = (long) counts[i];
        }
        ChiSquare c = ChiSquare.of(table);
        assertThat(new double[] {c.statistic(), c.degrees(), c.p(), c.cramersV(), c.correctedV(), c.sparse(), c.cells()
                })
                .containsExactly(cases.one(of, "chi-square"), CLOSE);
    }

    @Test
    void emptyRowsAndColumnsDoNotCount() {
        ChiSquare full = ChiSquare.of(new long[][] {{12, 5}, {3, 19}});
        assertThat(ChiSquare.of(new long[][] {{12, 0, 5}, {0, 0, 0}, {3, 0, 19}}))
                .isEqualTo(full);
        assertThat(ChiSquare.of(new long[][] {{12, 5}, {0, 0}}).p()).isNaN();
        assertThat(ChiSquare.of(new long[0][]).p()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python.csv", "base.csv"})
    void manyTestsAreAllowedForAsOtherProgramsDo(String file) {
        Cases cases = Cases.read(file);
        double[] p = cases.one("corrections", "p");
        assertThat(Corrections.holm(p)).containsExactly(cases.one("corrections", "holm"), CLOSE);
        assertThat(Corrections.benjaminiHochberg(p)).containsExactly(cases.one("corrections", "bh"), CLOSE);
    }

    @Test
    void aMissingProbabilityIsNoTest() {
        assertThat(Corrections.holm(new double[] {0.01, Double.NaN, 0.02})).containsExactly(0.02, Double.NaN, 0.02);
        assertThat(Corrections.benjaminiHochberg(new double[] {0.01, Double.NaN, 0.02}))
                .containsExactly(0.02, Double.NaN, 0.02);
    }

    private static double[][] columns(Cases cases) {
        int[] shape = cases.whole("correlation", "shape");
        double[] values = cases.one("correlation", "values");
        return IntStream.range(0, shape[1])
                .mapToObj(c -> IntStream.range(0, shape[0])
                        .mapToDouble(r -> values[r * shape[1] + c])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void correlationsOverGapsAreThoseOfPandasAndSciPy() {
        Cases cases = Cases.read("python.csv");
        Correlations pearson = Correlations.pearson(columns(cases));
        Correlations spearman = Correlations.spearman(columns(cases));
        assertThat(flat(pearson.r())).containsExactly(cases.one("correlation", "pearson"), CLOSE);
        assertThat(flat(spearman.r())).containsExactly(cases.one("correlation", "spearman"), CLOSE);
        assertThat(new double[] {pearson.p()[1][2], spearman.p()[1][2]})
                .containsExactly(cases.one("correlation", "p"), CLOSE);
    }

    @Test
    void whatGoesTogetherStandsTogether() {
        Correlations all = Correlations.pearson(columns(Cases.read("python.csv")));
        int[] order = all.order();
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(order[5]).as("the column that does not vary").isEqualTo(5);
        int[] place = new int[6];
        IntStream.range(0, 6).forEach(i -> place[order[i]] = i);
        assertThat(Math.abs(place[0] - place[1])).isEqualTo(1);
        assertThat(Math.abs(place[2] - place[3])).isEqualTo(1);
    }

    @Test
    void informationIsThatOfAnIndependentComputation() {
        Cases cases = Cases.read("python.csv");
        MutualInformation told = MutualInformation.of(
                cases.whole("information", "feature"),
                4,
                cases.whole("information", "outcome"),
                3,
                cases.whole("information", "fold"));
        assertThat(told.parts()).containsExactly(cases.one("information", "parts"), CLOSE);
        assertThat(new double[] {told.share(), told.deviation()})
                .containsExactly(cases.one("information", "summary"), CLOSE);
        assertThat(new double[] {told.plain()}).containsExactly(cases.one("information", "plain"), CLOSE);
    }

    @Test
    void noiseTellsNothingThoughThePlainEstimateSaysOtherwise() {
        Random random = new Random(7);
        int[] outcome = random.ints(300, 0, 3).toArray();
        int[] noise = random.ints(300, 0, 20).toArray();
        int[] fold = MutualInformation.folds(outcome, 3, 1);
        MutualInformation told = MutualInformation.of(noise, 20, outcome, 3, fold);
        assertThat(told.share()).isLessThan(0.01);
        assertThat(told.plain()).isGreaterThan(0.02);
        assertThat(MutualInformation.of(outcome, 3, outcome, 3, fold).share()).isGreaterThan(0.95);
    }

    @Test
    void partsHaveTheSameShareOfEachClass() {
        int[] outcome = IntStream.range(0, 203).map(i -> i % 10 == 0 ? 1 : 0).toArray();
        int[] fold = MutualInformation.folds(outcome, 2, 3);
        for (int c = 0; c < 2; c++) {
            int[] sizes = new int[MutualInformation.FOLDS];
            for (int i = 0; i < outcome.length; i++) {
                sizes[fold[i]] += outcome[i] == c ? 1 : 0;
            }
            assertThat(Arrays.stream(sizes).max().orElseThrow()
                            - Arrays.stream(sizes).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(MutualInformation.folds(outcome, 2, 3)).isEqualTo(fold);
        assertThat(MutualInformation.folds(outcome, 2, 4)).isNotEqualTo(fold);
    }

    @Test
    void quantileClassesKeepEqualValuesTogether() {
        Bins few = Bins.quantiles(new double[] {3, 1, 1, Double.NaN, 2}, 5);
        assertThat(few.codes()).containsExactly(2, 0, 0, 3, 1);
        assertThat(few.classes()).isEqualTo(4);
        double[] values = new double[1000];
        Arrays.setAll(values, i -> i < 700 ? 0 : i);
        Bins skewed = Bins.quantiles(values, 5);
        assertThat(skewed.classes()).isEqualTo(3);
        assertThat(Arrays.stream(skewed.codes()).filter(c -> c == 0).count()).isEqualTo(700);
        assertThat(Bins.quantiles(new double[] {5, 5, 5}, 5).classes()).isEqualTo(1);
    }

    @Test
    void farValuesAreThoseOfNumPyAndSciPy() {
        Cases cases = Cases.read("python.csv");
        double[] values = cases.one("outliers", "values");
        Outliers fences = Outliers.fences(values, 1.5);
        Outliers deviations = Outliers.deviations(values, 3.5);
        assertThat(new double[] {fences.low(), fences.high(), fences.below(), fences.above()})
                .containsExactly(cases.one("outliers", "fences"), CLOSE);
        assertThat(new double[] {deviations.low(), deviations.high(), deviations.below(), deviations.above()})
                .containsExactly(cases.one("outliers", "deviations"), CLOSE);
        assertThat(Outliers.deviations(new double[] {0, 0, 0, 9}, 3.5).above()).isZero();
        assertThat(Outliers.fences(new double[0], 1.5).above()).isZero();
    }
}
