package org.clientele.plugins.executive.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceVolumeMixTest {
    private static PriceVolumeMix of(long[][] rows) {
        long[][] columns = new long[4][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < 4; k++) {
                columns[k][i] = rows[i][k];
            }
        }
        return PriceVolumeMix.of(columns[0], columns[1], columns[2], columns[3]);
    }

    @Test
    void effectsAreThoseOfAWorkedExample() {
        // A: 100 at 10 became 150 at 11; B: 100 at 20 became 90 at 20; C came, D went. Units grew by a fifth.
        PriceVolumeMix pvm =
                of(new long[][] {{1000, 100, 1650, 150}, {2000, 100, 1800, 90}, {0, 0, 500, 5}, {300, 3, 0, 0}});
        assertThat(pvm.total(Effect.VOLUME)).isEqualTo(200 + 400);
        assertThat(pvm.total(Effect.MIX)).isEqualTo((1500 - 1200) + (1800 - 2400));
        assertThat(pvm.total(Effect.PRICE)).isEqualTo(150);
        assertThat(pvm.total(Effect.NEW)).isEqualTo(500);
        assertThat(pvm.total(Effect.LOST)).isEqualTo(-300);
        assertThat(pvm.before()).isEqualTo(3300);
        assertThat(pvm.now()).isEqualTo(3950);
        assertThat(pvm.count(Effect.PRICE)).isEqualTo(1);
    }

    @Test
    void pricesAloneChangeNothingElse() {
        PriceVolumeMix pvm = of(new long[][] {{1000, 3, 1100, 3}, {777, 7, 700, 7}});
        assertThat(pvm.total(Effect.PRICE)).isEqualTo(23);
        assertThat(pvm.total(Effect.VOLUME)).isZero();
        assertThat(pvm.total(Effect.MIX)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyProductAddsUpToTheLastDigit(long seed) {
        Random random = new Random(seed);
        long[][] rows = new long[1 + random.nextInt(300)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new long[] {amount(random), quantity(random), amount(random), quantity(random)};
        }
        PriceVolumeMix pvm = of(rows);
        long all = 0;
        for (int i = 0; i < rows.length; i++) {
            long sum = 0;
            for (Effect effect : Effect.values()) {
                sum += pvm.of(effect, i);
            }
            assertThat(sum).as("seed %d, product %d", seed, i).isEqualTo(rows[i][2] - rows[i][0]);
            all += sum;
        }
        assertThat(all).isEqualTo(pvm.now() - pvm.before());
    }

    private static long amount(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(-1_000, 10_000_000_000L);
    }

    private static long quantity(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(-10, 1_000_000);
    }

    @Test
    void halvesAreRoundedToEvenAndNothingOverflowsOnTheWay() {
        assertThat(PriceVolumeMix.times(5, BigInteger.ONE, BigInteger.TWO)).isEqualTo(2);
        assertThat(PriceVolumeMix.times(7, BigInteger.ONE, BigInteger.TWO)).isEqualTo(4);
        assertThat(PriceVolumeMix.times(-5, BigInteger.ONE, BigInteger.TWO)).isEqualTo(-2);
        long big = Long.MAX_VALUE / 2;
        assertThat(PriceVolumeMix.times(big, BigInteger.valueOf(big), BigInteger.valueOf(big)))
                .isEqualTo(big);
    }
}
