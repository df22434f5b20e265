package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeRuleTest {
    @TempDir
    Path dir;

    private static boolean byWords(String description) {
        return Pattern.compile("(?i)(" + ChargeRule.standard().words() + ")")
                .matcher(description.strip())
                .matches();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTAGE",
                "Dotcom Postage",
                "Next Day Carriage",
                "Postage and packing",
                "Bank Charges",
                "AMAZON FEE",
                "samples",
                "Discount",
                "Versandkosten",
                "Mahngebühr",
                "Bearbeitungsgebuehr",
                "Porto",
                "Rabatt",
                "Express delivery charge"
            })
    void wordsForChargesAreKnownInEnglishAndGerman(String description) {
        assertThat(byWords(description)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BLACK HORSE AND CARRIAGE",
                "CARRIAGE CLOCK",
                "COFFEE MUG",
                "POSTAGE STAMP CUSHION",
                "BOYS PARTY BAG",
                "Musterkoffer",
                "REGENCY CAKESTAND 3 TIER",
                "DISCOUNT DINOSAUR"
            })
    void goodsThatHoldSuchAWordStayGoods(String description) {
        assertThat(byWords(description)).isFalse();
    }

    @Test
    void anExpressionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new ChargeRule("POST(", ""))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("regular expression");
    }

    @Test
    void onlineRetailIsMarkedAnewAndBackAgain() {
        Path file = Workspace.onlineRetail();
        try (Workspace w = new Workspace(dir)) {
            w.load(file);
            String marked = "SELECT DISTINCT product_id FROM order_line WHERE is_charge AND product_id NOT LIKE 'gift%'"
                    + " ORDER BY 1";
            List<List<String>> byImport = w.rows(marked);
            long version = w.warehouse.version();
            ChargeRule nothing = new ChargeRule("", "");
            assertThat(w.warehouse.applyCharges(nothing, CancelSignal.create())).isPositive();
            assertThat(w.rows(marked)).isEmpty();
            assertThat(w.warehouse.version()).isGreaterThan(version);
            w.warehouse.applyCharges(ChargeRule.standard(), CancelSignal.create());
            // Codes that the recipe knows, and one that only its description gives away; DCGS... are collars and bags.
            assertThat(w.rows(marked)).isEqualTo(byImport).contains(List.of("23444"));
            assertThat(w.rows("SELECT 1 FROM order_line WHERE is_charge AND product_id LIKE 'DCGS%'"))
                    .isEmpty();
            assertThat(w.rows("SELECT product_id FROM order_line WHERE NOT is_charge GROUP BY product_id"
                            + " ORDER BY sum(amount) DESC LIMIT 1"))
                    .containsExactly(List.of("22423"));
            long before = w.warehouse.version();
            assertThat(w.warehouse.applyCharges(ChargeRule.standard(), CancelSignal.create()))
                    .isZero();
            assertThat(w.warehouse.version()).isEqualTo(before);
        }
    }
}
