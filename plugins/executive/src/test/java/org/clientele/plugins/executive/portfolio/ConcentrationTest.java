package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcentrationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void giniIsHalfTheRelativeMeanDifferenceOfAllPairsAlsoWithTies(long seed) {
        Random random = new Random(seed);
        long[] amounts = random.longs(1 + random.nextInt(200), 0, seed % 2 == 0 ? 5 : 1_000_000)
                .toArray();
        amounts[0] = 7;
        double apart = 0;
        double total = 0;
        for (long a : amounts) {
            total += a;
            for (long b : amounts) {
                apart += Math.abs(a - b);
            }
        }
        Concentration c = Concentration.of(amounts);
        assertThat(c.gini()).as("seed %d", seed).isCloseTo(apart / (2 * amounts.length * total), within(1e-12));
        double[][] curve = c.lorenz(amounts.length);
        double area = 0;
        for (int i = 1; i < curve.length; i++) {
            area += (curve[i][0] - curve[i - 1][0]) * (curve[i][1] + curve[i - 1][1]) / 2;
        }
        assertThat(1 - 2 * area).as("the area under the Lorenz curve").isCloseTo(c.gini(), within(1e-12));
    }

    @Test
    void extremesAreWhatTheyShouldBe() {
        assertThat(Concentration.of(new long[] {5, 5, 5, 5}).gini()).isZero();
        assertThat(Concentration.of(new long[] {0, 0, 0, 8}).gini()).isEqualTo(0.75);
        assertThat(Concentration.of(new long[] {0, 0}).gini()).isNaN();
        assertThat(Concentration.of(new long[0]).gini()).isNaN();
        assertThat(Concentration.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}).gini())
                .isZero();
    }

    @Test
    void topTenthIsRoundedUpToAWholeCustomer() {
        Concentration eleven = Concentration.of(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 6});
        assertThat(eleven.topTenth()).isEqualTo(2);
        assertThat(eleven.shareOfLargest(2)).isEqualTo(11.0 / 20);
    }

    @Test
    void lorenzCurveRunsFromNothingToEverything() {
        double[][] curve = Concentration.of(new long[] {4, 1, 3, 2}).lorenz(100);
        assertThat(curve).hasDimensions(5, 2);
        assertThat(curve[0]).containsExactly(0, 0);
        assertThat(curve[2]).containsExactly(0.5, 0.3);
        assertThat(curve[4]).containsExactly(1, 1);
    }

    @Test
    void debtsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(new long[] {1, -1}));
    }
}
