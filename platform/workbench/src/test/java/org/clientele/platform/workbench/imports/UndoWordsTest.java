package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.runtime.UndoForecast;
import org.clientele.platform.runtime.UndoForecast.Rows;
import org.junit.jupiter.api.Test;

class UndoWordsTest {
    private static final Words WORDS = new Words(LocaleFormat.of(Locale.UK));

    private static String sentence(List<Rows> goes, List<Rows> back) {
        return UndoWords.sentence(new UndoForecast(goes, back), WORDS);
    }

    @Test
    void whatGoesAndWhatComesBackIsNamedWithItsNumbers() {
        assertThat(sentence(
                        List.of(
                                new Rows("CDNOW_sample.txt", "order_line", false, 6_919),
                                new Rows("CDNOW_sample.txt", "customer", true, 1_000)),
                        List.of(new Rows("online_retail.csv", "order_line", false, 541_909))))
                .isEqualTo("6,919 order lines of CDNOW_sample.txt go; the 541,909 order lines of online_retail.csv that"
                        + " they replaced come back.");
    }

    @Test
    void whatReplacedNothingSaysSoAndOneRowIsOne() {
        assertThat(sentence(List.of(new Rows("a.csv", "opportunity", false, 1)), List.of()))
                .isEqualTo("1 opportunity of a.csv goes. It had replaced nothing, so nothing comes back.");
        assertThat(sentence(List.of(new Rows("a.csv", "opportunity", false, 2)), List.of()))
                .startsWith("2 opportunities of a.csv go.");
    }

    @Test
    void aLoadOfManyTablesIsSummedUp() {
        List<Rows> goes = List.of(
                new Rows("Sample", "customer", false, 10),
                new Rows("Sample", "product", false, 20),
                new Rows("Sample", "order_line", false, 30),
                new Rows("Sample", "ticket", false, 1),
                new Rows("Sample", "feedback", false, 2));

        assertThat(sentence(goes, List.of()))
                .startsWith(
                        "10 customers of Sample, 20 products of Sample, 30 order lines of Sample and 3 rows of other"
                                + " tables go.");
    }

    @Test
    void anImportOfWhichNothingIsLeftSaysThat() {
        assertThat(sentence(List.of(), List.of())).contains("Nothing of it is left");
    }
}
