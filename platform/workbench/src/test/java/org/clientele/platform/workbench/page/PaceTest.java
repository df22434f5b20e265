package org.clientele.platform.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger told = new AtomicInteger();
    private final Pace pace = new Pace(now::get, told::incrementAndGet);

    private void at(double seconds, double fraction, String message) {
        now.set((long) (seconds * 1e9));
        pace.report(fraction, message);
    }

    @Test
    void rowsASecondAndTheTimeLeftComeFromWhatWasRead() {
        at(2, 0.25, "500,000 rows read");

        assertThat(pace.rowsPerSecond()).isCloseTo(250_000, Offset.offset(1.0));
        assertThat(pace.secondsLeft()).isCloseTo(6, Offset.offset(0.01));
        assertThat(pace.timeLeft()).isEqualTo("about 6 s left");
        assertThat(told).hasValue(1);
    }

    @Test
    void theStartIsTooEarlyForAGuess() {
        at(0.1, 0.01, "10 rows read");

        assertThat(pace.timeLeft()).isEmpty();
    }

    @Test
    void theBarNeverGoesBackAndTheRateStaysWhileOtherThingsAreDone() {
        at(2, 0.6, "600,000 rows read");
        at(4, 0.5, "Finding products and customers");

        assertThat(pace.fraction()).isEqualTo(0.6);
        assertThat(pace.rowsPerSecond()).isCloseTo(300_000, Offset.offset(1.0));
        assertThat(pace.message()).isEqualTo("Finding products and customers");
    }
}
