package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments against those of the textbook, each draw from a key of its own. */
class DrawsTest {
    private static final int N = 200_000;

    private static double[] moments(ToDoubleFunction<Draws> draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double x = draw.applyAsDouble(Draws.of(5, Draws.Purpose.TRAITS, i, i % 7));
            sum += x;
            squares += x * x;
        }
        double mean = sum / N;
        return new double[] {mean, squares / N - mean * mean};
    }

    @Test
    void uniformHasItsMoments() {
        double[] m = moments(Draws::uniform);
        assertThat(m[0]).isCloseTo(0.5, within(0.005));
        assertThat(m[1]).isCloseTo(1.0 / 12, within(0.002));
    }

    @Test
    void normalHasItsMoments() {
        double[] m = moments(Draws::normal);
        assertThat(m[0]).isCloseTo(0, within(0.01));
        assertThat(m[1]).isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.9, 1.0, 3.5})
    void gammaHasMeanOneAndVarianceOneOverShape(double shape) {
        double[] m = moments(d -> d.gamma(shape));
        assertThat(m[0]).isCloseTo(1, within(0.02));
        assertThat(m[1]).isCloseTo(1 / shape, within(0.06 / shape));
    }

    @Test
    void poissonHasMeanAndVarianceAlike() {
        double[] m = moments(d -> d.poisson(6.5));
        assertThat(m[0]).isCloseTo(6.5, within(0.03));
        assertThat(m[1]).isCloseTo(6.5, within(0.15));
    }

    @Test
    void purposesGiveUnrelatedNumbersForTheSameKey() {
        double product = 0;
        for (int i = 0; i < N; i++) {
            double a = Draws.of(5, Draws.Purpose.GAP, i, 3).uniform() - 0.5;
            double b = Draws.of(5, Draws.Purpose.VISIT, i, 3).uniform() - 0.5;
            product += a * b;
        }
        assertThat(12 * product / N).isCloseTo(0, within(0.01));
    }
}
