package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.executive.portfolio.HealthScore.Part;
import org.junit.jupiter.api.Test;

class HealthScoreTest {
    private static double[] rising(int months) {
        return IntStream.range(0, months).asDoubleStream().toArray();
    }

    private static double[] unknown(int months) {
        double[] history = new double[months];
        Arrays.fill(history, Double.NaN);
        return history;
    }

    @Test
    void percentileIsTheMiddleRankAmongTheLastTwentyFourMonths() {
        assertThat(HealthScore.percentile(rising(24), true)).isCloseTo(100 * 23.5 / 24, within(1e-9));
        assertThat(HealthScore.percentile(rising(24), false)).isCloseTo(100 * 0.5 / 24, within(1e-9));
        assertThat(HealthScore.percentile(new double[] {3, 1, 2, 2, 2}, true)).isEqualTo(50);
        assertThat(HealthScore.percentile(new double[] {7, 7, 7}, true)).isEqualTo(50);
        double[] long_ = rising(40);
        long_[39] = 20;
        assertThat(HealthScore.percentile(long_, true))
                .as("months before the last 24 do not count: 16 to 38, of which 16 to 19 are worse and one is equal")
                .isCloseTo(100 * (4 + 1) / 24.0, within(1e-9));
    }

    @Test
    void scoreIsTheWeightedMeanOfPercentiles() {
        HealthScore score =
                HealthScore.of(List.of(new Part("a", 3, true, rising(12)), new Part("b", 1, false, rising(12))));
        assertThat(score.score()).hasValue((3 * 100 * 11.5 / 12 + 100 * 0.5 / 12) / 4);
        assertThat(score.parts()).extracting(HealthScore.Scored::share).containsExactly(0.75, 0.25);
        assertThat(score.missing()).isEmpty();
    }

    @Test
    void underTwelveMonthsThereIsNoScore() {
        HealthScore score = HealthScore.of(List.of(new Part("a", 1, true, rising(11))));
        assertThat(score.score()).isEmpty();
        assertThat(score.months()).isEqualTo(11);
    }

    @Test
    void partsThatAreNotKnownAreNamedAndTheOthersCarryTheirWeight() {
        double[] stopped = rising(14);
        stopped[13] = Double.NaN;
        HealthScore score = HealthScore.of(List.of(
                new Part("Revenue", 1, true, rising(14)),
                new Part("Margin", 2, true, unknown(14)),
                new Part("Returns", 1, false, stopped),
                new Part("Not wanted", 0, true, unknown(14))));
        assertThat(score.missing()).containsExactly("Margin", "Returns");
        assertThat(score.parts()).extracting(HealthScore.Scored::share).containsExactly(1.0);
        assertThat(score.score()).hasValueCloseTo(100 * 13.5 / 14, within(1e-9));
    }
}
