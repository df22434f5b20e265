package org.clientele.platform.warehouse.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellJudgeTest {
    private static final CellJudge JUDGE = new CellJudge(
            List.of("Bon", "When", "N", "Each", "Note"),
            ImportRecipe.builder("my.shop/till", CustomerModel.ORDER_LINE)
                    .columns(java.util.Map.of(
                            "order_id", "Bon", "ordered_at", "When", "quantity", "N", "unit_price", "Each"))
                    .build());

    private static List<String> codes(String... cells) {
        return JUDGE.judge(List.of(cells)).stream()
                .map(f -> f.cell() + " " + f.finding().code())
                .toList();
    }

    @Test
    void goodRowsHaveNoFaultAndWhatIsNotMappedIsNotJudged() {
        assertThat(codes("1", "2026-02-28 10:00:00", "-2", "3.50", "=1+1")).isEmpty();
        assertThat(codes("1", "2026-2-8", "1e2", ".5", "")).isEmpty();
    }

    @Test
    void eachFaultNamesItsCell() {
        assertThat(codes("", "2026-02-30", "two", "3,50", "x"))
                .containsExactly("0 KEY_EMPTY", "1 DATE_DAY_OF_MONTH", "2 NUMBER_WORD", "3 NUMBER_DECIMAL_COMMA");
        assertThat(codes("1", "2026-02-28", "2", "3", "x", "y")).containsExactly("-1 LINE_TOO_MANY");
        assertThat(codes("1", "2026-02-28", "2", "3")).containsExactly("-1 LINE_TOO_FEW");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T24:00:00, TIME_HOUR_24",
        "2026-02-28 10:61, TIME_MINUTE_TOO_LARGE",
        "28.02.2026, DATE_YEAR_LAST",
        "2026-02-28 10:00Z, TIME_ZONE_UTC"
    })
    void timesAreJudgedByTheClock(String value, String code) {
        assertThat(codes("1", value, "2", "3", "")).containsExactly("1 " + code);
    }
}
