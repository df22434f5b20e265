package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.platform.runtime.ProposedTable;
import org.junit.jupiter.api.Test;

class TableMappingTest {
    private final ProposedTable lines = Proposals.lines("lines.csv");

    @Test
    void columnsSayWhereTheyGoHowSureThatIsAndHowTheyAreWritten() {
        assertThat(TableMapping.columns(lines))
                .extracting(SourceColumn::header)
                .containsExactly("Bestellung", "Datum", "Menge", "Bemerkung");
        SourceColumn quantity = TableMapping.columns(lines).get(2);
        assertThat(quantity.targets()).containsExactly("quantity");
        assertThat(quantity.format()).isEqualTo("1.234,56");
        assertThat(quantity.doubtful()).isTrue();
        assertThat(TableMapping.columns(lines).get(3).attribute()).isTrue();
        assertThat(TableMapping.columns(lines).get(3).doubtful()).isFalse();
    }

    @Test
    void aColumnThatAPersonChoseIsSureAndWhatFilledTheTargetBeforeIsKept() {
        ProposedTable now = TableMapping.map(lines, 3, "quantity");

        assertThat(now.recipe().columns())
                .containsEntry("quantity", "Bemerkung")
                .containsEntry("order_id", "Bestellung")
                .hasSize(3);
        SourceColumn chosen = TableMapping.columns(now).get(3);
        assertThat(chosen.targets()).containsExactly("quantity");
        assertThat(chosen.confidence()).isEqualTo(1);
        assertThat(chosen.format()).as("the format was that of another column").isEmpty();
        SourceColumn before = TableMapping.columns(now).get(2);
        assertThat(before.attribute()).isTrue();
        assertThat(before.doubtful()).isFalse();
        assertThat(before.why()).contains("Quantity");
    }

    @Test
    void aColumnGoesToOnePlaceOnly() {
        ProposedTable now = TableMapping.map(lines, 2, "unit_price");

        assertThat(now.recipe().columns()).containsEntry("unit_price", "Menge").doesNotContainKey("quantity");
    }

    @Test
    void theRestOfTheRecipeStaysAndItIsNoKnownKindAnyMore() {
        ProposedTable now = TableMapping.map(Proposals.known("retail.csv"), 0, "description");

        assertThat(now.recipe().id()).hasToString("clientele.core/by-name");
        assertThat(TableMapping.map(lines, 3, "description").recipe().charges()).isEqualTo("POST");
        assertThat(now.recipe().entity()).isEqualTo("order_line");
    }

    @Test
    void whatATableNeedsAndNothingFillsIsMissing() {
        assertThat(TableMapping.missing(lines)).isEmpty();
        assertThat(TableMapping.missing(TableMapping.keep(lines, 0))).containsExactly("order_id");
        assertThat(TableMapping.missing(TableMapping.constant(TableMapping.keep(lines, 0), "order_id", "A")))
                .isEmpty();
    }

    @Test
    void aConstantTakesThePlaceOfAColumnAndACanBeTakenAway() {
        ProposedTable now = TableMapping.constant(lines, "quantity", "1");

        assertThat(now.recipe().columns()).doesNotContainKey("quantity");
        assertThat(now.recipe().constants()).containsEntry("quantity", "1").containsEntry("currency", "EUR");
        assertThat(TableMapping.constant(now, "quantity", "").recipe().constants())
                .doesNotContainKey("quantity");
        assertThat(TableMapping.map(now, 2, "quantity").recipe().constants())
                .as("a column goes before a constant")
                .doesNotContainKey("quantity");
    }

    @Test
    void aFormatIsSetAndTakenAway() {
        ProposedTable now = TableMapping.format(lines, "ordered_at", "dd.MM.yyyy");

        assertThat(TableMapping.columns(now).get(1).format()).isEqualTo("dd.MM.yyyy");
        assertThat(TableMapping.format(now, "ordered_at", "").recipe().formats())
                .containsOnlyKeys("quantity");
    }

    @Test
    void aColumnThatIsLeftOutComesBackWhenItIsMappedOrKept() {
        ProposedTable out = TableMapping.leaveOut(lines, 2);

        assertThat(out.recipe().leftOut()).containsExactly("Menge");
        assertThat(out.recipe().columns()).doesNotContainKey("quantity");
        assertThat(TableMapping.columns(out).get(2).leftOut()).isTrue();
        assertThat(TableMapping.map(out, 2, "quantity").recipe().leftOut()).isEmpty();
        assertThat(TableMapping.keep(out, 2).recipe().leftOut()).isEmpty();
        assertThat(TableMapping.map(out, 3, "description").recipe().leftOut())
                .as("another column's change leaves it out still")
                .containsExactly("Menge");
    }

    @Test
    void whatWasAssumedForAColumnIsForgottenOnceAColumnFillsIt() {
        ProposedTable table = Proposals.lines("a.csv")
                .doubting(List.of(
                        "The file has no product_id; all products are unknown.",
                        "The file says no currency; give it by a recipe."));

        ProposedTable mapped = TableMapping.map(table, 3, "product_id");
        assertThat(mapped.doubts()).containsExactly("The file says no currency; give it by a recipe.");
        assertThat(TableMapping.constant(mapped, "currency", "SEK").doubts()).isEmpty();
    }
}
