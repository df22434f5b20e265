package org.clientele.platform.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LexiconTest {
    private final Lexicon lexicon = Lexicon.get();

    @Test
    void anAsideInBracketsIsLeftOutUnlessItMakesAnotherThingOfTheColumn() {
        assertThat(lexicon.plainMeaning("E-mail (billing)")).isEqualTo(lexicon.meaning("E-mail"));
        assertThat(lexicon.plainMeaning("Price [each]")).isEqualTo(lexicon.meaning("Price"));
        assertThat(lexicon.plainMeaning("Price (gross)")).isEqualTo(lexicon.meaning("Price (gross)"));
        assertThat(lexicon.plainMeaning("(Price)")).isEqualTo(lexicon.meaning("(Price)"));
        assertThat(lexicon.plainMeaning("Price (each")).isEqualTo(lexicon.meaning("Price (each"));
    }

    @Test
    @Timeout(20)
    void aHeaderOfThousandsOfLettersIsLookedAtNoLongerThanAnother() {
        for (String part : List.of("x", "order", "(a", "a)", "Ab1", "no. of ", "a ", "1")) {
            String header = part.repeat(60_000 / part.length());
            assertThat(lexicon.plainMeaning(header)).as(part).isEqualTo(lexicon.plainMeaning(header + "?"));
            assertThat(Lexicon.words(header)).as(part).hasSizeLessThan(400);
        }
        String ofOrders = "order_id" + " ".repeat(60_000) + "customer";
        assertThat(lexicon.meaning(ofOrders)).isEqualTo(lexicon.meaning("order_id"));
    }
}
