package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.000000000000, 0.277532799863",
        "10, 10, 0.722467200137, 1.000000000000",
        "3, 10, 0.107791267406, 0.603221852539",
        "247, 500, 0.450390130919, 0.537701361167",
        "1, 1, 0.206549314377, 1.000000000000",
        "203, 411, 0.445862513532, 0.542084689204"
    })
    void intervalsAreThoseOfR(int hits, int of, double low, double high) {
        Share share = new Share(hits, of);
        assertThat(share.low()).isCloseTo(low, within(1e-11));
        assertThat(share.high()).isCloseTo(high, within(1e-11));
    }

    @Test
    void ofNobodyNothingIsKnown() {
        assertThat(new Share(0, 0).value()).isNaN();
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }
}
