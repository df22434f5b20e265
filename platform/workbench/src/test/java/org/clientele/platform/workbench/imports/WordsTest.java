package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words(LocaleFormat.of(Locale.UK));

    @Test
    void nounsHaveTheirPlurals() {
        assertThat(words.several(2, "opportunity")).isEqualTo("2 opportunities");
        assertThat(words.several(3, "day")).isEqualTo("3 days");
        assertThat(words.several(1, "order line")).isEqualTo("1 order line");
        assertThat(words.several(1_204, "row of feedback")).isEqualTo("1,204 rows of feedback");
        assertThat(Words.rowsOf(CustomerModel.standard().table("order_line"))).isEqualTo("order lines");
    }

    @Test
    void anAssumptionSpeaksOfTheModelInWordsAndOfTheFileAsItIs() {
        assertThat(Words.assumed("amount is quantity times unit_price.", List.of("Menge", "Preis")))
                .isEqualTo("Amount is quantity times unit price.");
        assertThat(Words.assumed("The file says no currency; give it by a recipe.", List.of()))
                .isEqualTo("The file says no currency; add one under \"Every row gets\".");
        assertThat(Words.assumed("Several columns are called order_id; the first one counts.", List.of("order_id")))
                .contains("order_id");
        assertThat(Words.assumed("returns.xlsx/Sheet 1 marks orders that came back.", List.of()))
                .startsWith("returns.xlsx/Sheet 1 marks");
    }

    @Test
    void aModeNamesTheRowsThatItTouches() {
        assertThat(Words.explanation(ImportMode.REPLACE, "all order lines")).startsWith("All order lines go,");
    }
}
