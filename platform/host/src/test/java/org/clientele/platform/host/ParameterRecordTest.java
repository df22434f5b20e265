package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.Parameter;
import org.junit.jupiter.api.Test;

class ParameterRecordTest {
    private record Days(
            @Parameter(label = "Days", least = 1, most = 30) int days) {}

    private record Which(String features, Days window) {}

    private record Whole(int k, Which which, boolean log) {}

    private record Twice(int days, Days window) {}

    @Test
    void aRecordWithinARecordStandsForItsComponents() {
        ParameterRecord<Whole> reader = ParameterRecord.of(new Whole(4, new Which("rfm", new Days(7)), true));

        assertThat(reader.parameters())
                .extracting(AnalysisParameter::name)
                .containsExactly("k", "features", "days", "log");
        assertThat(reader.read(Map.of("days", "9", "features", "lrfm")))
                .isEqualTo(new Whole(4, new Which("lrfm", new Days(9)), true));
        assertThatThrownBy(() -> reader.read(Map.of("days", "31")))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID));
        assertThatThrownBy(() -> reader.read(Map.of("window", "9"))).hasMessageContaining("k, features, days, log");
    }

    @Test
    void twoParametersOfOneNameAreRefused() {
        assertThatThrownBy(() -> ParameterRecord.of(new Twice(1, new Days(2))))
                .hasMessageContaining("two parameters are called days");
    }
}
