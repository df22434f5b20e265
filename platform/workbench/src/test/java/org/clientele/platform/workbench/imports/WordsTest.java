package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        assertThat(words.rowsOf(2, "opportunity")).isEqualTo("2 opportunities");
        assertThat(words.rowsOf(3, "calendar")).isEqualTo("3 days");
        assertThat(words.rowsOf(1, "order_line")).isEqualTo("1 order line");
        assertThat(words.rowsOf(1_204, "feedback")).isEqualTo("1,204 rows of feedback");
        assertThat(words.rowsOf(2, "unheard_of")).isEqualTo("2 rows");
        assertThat(Words.rowsOf("order_line")).isEqualTo("order lines");
    }

    @Test
    void everyTableOfTheModelHasItsNames() {
        assertThat(Words.table("customer model")).isEqualTo("Customer model");
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            assertThat(Words.table(table.name())).isEqualToIgnoringCase(table.label());
            assertThat(words.rowsOf(1, table.name())).endsWith(table.label());
            assertThat(words.rowsOf(2, table.name())).isEqualTo("2 " + Words.rowsOf(table.name()));
        }
    }

    @Test
    void numbersAndDaysAreTheReaders() {
        Words german = new Words(LocaleFormat.of(Locale.GERMANY));

        assertThat(List.of(words.size(999), words.size(5_000), words.size(44_500_000), words.tenths(0.04)))
                .containsExactly("999 bytes", "5.0 kB", "45 MB", "0.0");
        assertThat(List.of(german.size(5_400), german.rows(541_909), german.percent(0.995)))
                .containsExactly("5,4 kB", "541.909 rows", "100");
        LocalDate day = LocalDate.of(2011, 12, 9);
        assertThat(List.of(german.day(day), new Words(LocaleFormat.of(Locale.JAPAN)).day(day)))
                .containsExactly("9. Dez. 2011", "2011年12月9日");
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
        assertThat(Words.explanation(ImportMode.REPLACE, "order lines")).startsWith("All order lines go,");
    }
}
