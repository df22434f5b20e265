package org.clientele.platform.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.sdk.data.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTicksTest {
    static IntStream seeds() {
        return IntStream.range(0, 2000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fourToSixRoundTicksCoverAnyRangeAndReadApart(int seed) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(28) - 12);
        double low = random.nextInt(3) == 0 ? 0 : random.nextGaussian() * scale;
        double high = low + Math.abs(random.nextGaussian()) * scale * Math.pow(10, -random.nextInt(4));
        RoundTicks ticks = RoundTicks.covering(low, high);
        double[] v = ticks.values();
        assertThat(v.length).as("seed %d", seed).isBetween(4, 6);
        assertThat(v[0]).isLessThanOrEqualTo(low + ticks.step() * 1e-6);
        assertThat(v[v.length - 1]).isGreaterThanOrEqualTo(high - ticks.step() * 1e-6);
        String digits = new BigDecimal(Double.toString(ticks.step()))
                .stripTrailingZeros()
                .unscaledValue()
                .toString();
        assertThat(digits).isIn("1", "2", "25", "5");
        LocaleFormat format = LocaleFormat.of(Locale.UK);
        long names = Arrays.stream(v)
                .mapToObj(t -> format.tick(t, ticks.step(), Unit.none()))
                .distinct()
                .count();
        assertThat(names).as("seed %d: %s", seed, Arrays.toString(v)).isEqualTo(v.length);
    }

    @Test
    void equalValuesStillMakeAnAxis() {
        for (double v : new double[] {0, 42, -42, 1e-12, 1e15, -7.5}) {
            RoundTicks ticks = RoundTicks.covering(v, v);
            assertThat(ticks.values().length).as("%s", v).isBetween(4, 6);
            assertThat(ticks.values()[0]).isLessThanOrEqualTo(v);
            assertThat(ticks.values()[ticks.values().length - 1]).isGreaterThanOrEqualTo(v);
        }
    }

    @Test
    void monthlyRevenueGetsHalfMillions() {
        assertThat(RoundTicks.covering(0, 1461756.25).values()).containsExactly(0, 500000, 1000000, 1500000);
    }
}
