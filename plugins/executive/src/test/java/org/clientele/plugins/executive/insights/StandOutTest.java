package org.clientele.plugins.executive.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counts how often something is named where nothing happened, and whether what was planted is found. */
class StandOutTest {
    private static final int TRIALS = 2000;

    /** Changes of series that share a common part, with heavy tails in every third one. */
    private static double[][] changes(Random random, int series, int steps) {
        double[] common = random.doubles(steps).map(u -> random.nextGaussian()).toArray();
        double[][] all = new double[series][steps];
        for (int i = 0; i < series; i++) {
            double scale = 0.01 + random.nextDouble();
            for (int t = 0; t < steps; t++) {
                double own = random.nextGaussian() / (i % 3 == 0 ? Math.max(0.2, Math.abs(random.nextGaussian())) : 1);
                all[i][t] = scale * (0.6 * common[t] + 0.8 * own);
            }
        }
        return all;
    }

    private static double named(int series, int steps, long seed) {
        Random random = new Random(seed);
        int named = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            List<StandOut.Verdict> verdicts = StandOut.of(changes(random, series, steps));
            named += verdicts.stream().anyMatch(StandOut.Verdict::standsOut) ? 1 : 0;
        }
        return named / (double) TRIALS;
    }

    @Test
    void whereNothingHappenedSomethingIsNamedAtMostOnceInTwentyTimesHoweverManySeries() {
        // 0.05 and three standard errors of 2,000 trials.
        assertThat(named(1, 20, 1)).isLessThan(0.065);
        assertThat(named(60, 20, 2)).isLessThan(0.065);
        assertThat(named(60, 53, 3)).isLessThan(0.065).isGreaterThan(0.02);
    }

    @Test
    void aPlantedChangeIsFoundAndTheOthersAreLeft() {
        Random random = new Random(4);
        int found = 0;
        int others = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[][] changes = new double[40][53];
            for (double[] c : changes) {
                for (int t = 0; t < c.length; t++) {
                    c[t] = 0.1 * random.nextGaussian();
                }
            }
            changes[17][52] = 0.6;
            List<StandOut.Verdict> named = StandOut.of(changes).stream()
                    .filter(StandOut.Verdict::standsOut)
                    .toList();
            found += named.stream().anyMatch(v -> v.series() == 17) ? 1 : 0;
            others += named.stream().anyMatch(v -> v.series() != 17) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(190);
        assertThat(others).isLessThan(20);
    }

    @Test
    void withFewerStepsNothingCanBeOutside() {
        double[][] changes = new double[1][StandOut.LEAST];
        changes[0][StandOut.LEAST - 1] = 1e9;
        for (int t = 0; t < StandOut.LEAST - 1; t++) {
            changes[0][t] = t % 2 - 0.5;
        }
        assertThat(StandOut.of(changes)).noneMatch(StandOut.Verdict::standsOut);
    }

    @Test
    void aSeriesThatNeverChangesIsLeftOut() {
        assertThat(StandOut.of(new double[][] {new double[30]})).isEmpty();
    }
}
