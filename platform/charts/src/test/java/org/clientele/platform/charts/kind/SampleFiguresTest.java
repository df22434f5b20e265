package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFiguresTest {
    /** Weights of plants, group "ctrl" of Annette Dobson, "An Introduction to Statistical Modelling", 1983. */
    private static final double[] CONTROL = {4.17, 4.50, 4.53, 4.61, 5.14, 5.17, 5.18, 5.33, 5.58, 6.11};

    @Test
    void quartilesAreThoseThatRReports() {
        Quartiles q = Quartiles.of(CONTROL);
        // summary(PlantGrowth$weight[PlantGrowth$group == "ctrl"]) in R: 4.170 4.550 5.155 5.032 5.293 6.110
        assertThat(q.q1()).isCloseTo(4.55, within(1e-9));
        assertThat(q.median()).isCloseTo(5.155, within(1e-9));
        assertThat(q.q3()).isCloseTo(5.2925, within(1e-9));
        assertThat(q.low()).isEqualTo(4.17);
        assertThat(q.high()).isEqualTo(6.11);
        assertThat(q.outliers()).isEmpty();
    }

    @Test
    void whiskersEndAtValuesAndWhatLiesBeyondIsAnOutlier() {
        double[] v = {-40, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 200};
        Quartiles q = Quartiles.of(v);
        // Type 7: q1 at 2.75 steps, q3 at 8.25 steps; fences 2.75 - 9 and 8.25 + 9 around them.
        assertThat(q.q1()).isCloseTo(2.75, within(1e-9));
        assertThat(q.q3()).isCloseTo(8.25, within(1e-9));
        assertThat(q.low()).isEqualTo(1);
        assertThat(q.high()).isEqualTo(9);
        assertThat(q.outliers()).containsExactly(-40, 100, 200);
    }

    @Test
    void theBandwidthIsSilvermans() {
        double[] v = DoubleStream.iterate(1, x -> x + 1).limit(10).toArray();
        // bw.nrd0(1:10) in R
        assertThat(Density.bandwidth(v)).isCloseTo(1.719286, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 900, 20_000})
    void theDensityIsASumOfNormalCurvesWhoseAreaIsNearlyOne(int n) {
        Random random = new Random(n);
        double[] v = random.doubles(n).map(x -> Math.sqrt(x) * 10).sorted().toArray();
        Density d = Density.of(v, 96);
        double h = Math.max(Density.bandwidth(v), (v[n - 1] - v[0]) / 95);
        double area = 0;
        for (int i = 0; i < 96; i++) {
            double at = d.at()[i];
            double direct = Arrays.stream(v)
                            .map(x -> Math.exp(-0.5 * (at - x) * (at - x) / h / h))
                            .sum()
                    / (n * h * Math.sqrt(2 * Math.PI));
            assertThat(d.density()[i]).isCloseTo(direct, within(Math.max(2e-3 * direct, 1e-5)));
            area += d.density()[i] * (v[n - 1] - v[0]) / 95;
        }
        assertThat(area).isBetween(0.85, 1.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void binsHoldEachValueOnceAndMeetWithoutGaps(int seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(3000);
        boolean whole = random.nextBoolean();
        double[] v = random.doubles(n)
                .map(x -> Math.pow(x, 4) * 1000 - 100)
                .map(x -> whole ? Math.rint(x) : x)
                .sorted()
                .toArray();
        for (Bins bins : new Bins[] {Bins.of(v, whole, 60), Bins.counted(v, 13)}) {
            double[] counts = bins.count(v);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(n);
            for (int i = 0; i < counts.length; i++) {
                double from = bins.below() && i == 0 ? Double.NEGATIVE_INFINITY : bins.start(i);
                boolean last = i == counts.length - 1;
                double to = bins.above() && last ? Double.POSITIVE_INFINITY : bins.end(i);
                double slack = bins.width() * 1e-6;
                long inside = Arrays.stream(v)
                        .filter(x -> x >= from - slack && (x < to - slack || last && x <= to + slack))
                        .count();
                assertThat(counts[i]).as("bin %d of %s", i, bins).isEqualTo(inside);
            }
        }
    }

    @Test
    void theWidthOfBinsIsFreedmanAndDiaconisTakenToARoundNumber() {
        double[] v = new Random(3).doubles(1000).map(x -> x * 100).sorted().toArray();
        double iqr = Moments.quantile(v, 0.75) - Moments.quantile(v, 0.25);
        double ideal = 2 * iqr / 10;
        assertThat(ideal).isBetween(9.0, 11.5);
        assertThat(Bins.of(v, false, 60)).isEqualTo(new Bins(0, 10, 10, false, false));
    }
}
