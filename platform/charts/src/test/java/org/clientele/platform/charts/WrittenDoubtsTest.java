package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Test;

class WrittenDoubtsTest {
    private static final LocalDateTime AS_OF = LocalDateTime.of(2011, 12, 9, 12, 50);

    @Test
    void daysAndMomentsAreWrittenAsTheReaderDoes() {
        assertThat(written("It ends on 2011-12-09 12:50. The rest, from 2010-12-01, is whole.", Locale.UK))
                .isEqualTo("It ends on 9 Dec 2011, 12:50. The rest, from 1 Dec 2010, is whole.");
        assertThat(written("It ends on 2011-12-09.", Locale.GERMANY))
                .contains("9. Dez")
                .doesNotContain("2011-12");
    }

    @Test
    void whatIsNoDayStaysAsItIs() {
        String message = "Order 2011-13-45, article 4711-2011-12-09-X and 83.5 % of 2011.";
        assertThat(written(message, Locale.UK)).isEqualTo(message);
    }

    @Test
    void theRestOfTheFrameStays() {
        Frame frame = frame("On 2011-12-09.");
        Frame written = WrittenDoubts.of(frame, LocaleFormat.of(Locale.UK));
        assertThat(written.columns()).isEqualTo(frame.columns());
        assertThat(written.dataAsOf()).contains(AS_OF);
        assertThat(written.caveats()).hasSize(1).first().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Caveat.Kind.PERIOD_INCOMPLETE);
            assertThat(c.column()).isEqualTo("n");
        });
    }

    @Test
    void insightsAreWrittenTheSameWayAndStay() {
        Frame frame = frame("Doubt.").withInsight("Best since 2011-12-09");
        assertThat(WrittenDoubts.of(frame, LocaleFormat.of(Locale.UK)).insight())
                .isEqualTo("Best since 9 Dec 2011");
    }

    private static String written(String message, Locale locale) {
        return WrittenDoubts.of(frame(message), LocaleFormat.of(locale))
                .caveats()
                .get(0)
                .message();
    }

    private static Frame frame(String message) {
        Column n = Column.builder(ColumnSpec.of("n", ColumnType.INTEGER)).add(1).build();
        return Frame.of(List.of(n)).asOf(AS_OF).withCaveat(new Caveat(Caveat.Kind.PERIOD_INCOMPLETE, message, "n"));
    }
}
