package org.clientele.plugins.segmentation.learn.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalScoreTest {
    /** As R 4.2.2 says: {@code print(qnorm(c(1e-6, 0.001, 0.02, 0.1, 0.4, 0.5, 0.9, 0.975, 0.9999)), digits = 12)}. */
    @ParameterizedTest
    @CsvSource({
        "1e-6, -4.75342430882",
        "0.001, -3.09023230617",
        "0.02, -2.05374891063",
        "0.1, -1.28155156554",
        "0.4, -0.253347103136",
        "0.5, 0",
        "0.9, 1.28155156554",
        "0.975, 1.95996398454",
        "0.9999, 3.71901648546"
    })
    void quantilesAreThoseOfR(double share, double quantile) {
        assertThat(NormalScore.of(share)).isCloseTo(quantile, within(1e-8));
    }
}
