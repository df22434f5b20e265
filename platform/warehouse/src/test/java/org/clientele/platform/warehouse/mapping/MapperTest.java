package org.clientele.platform.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.clientele.platform.warehouse.Recipes;
import org.clientele.platform.warehouse.source.SourceFormat;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.junit.jupiter.api.Test;

class MapperTest {
    private static MappingSource csv(String name, String... rows) {
        return new MappingSource(name, Fixtures.head(List.of(rows), ','));
    }

    private static Proposal one(MappingSource source, MappingWish wish) {
        return Mapper.propose(List.of(source), wish, Recipes.builtIn())
                .sources()
                .get(0);
    }

    private static String recipe(Proposal p) {
        return Objects.requireNonNull(p.recipe()).id().toString();
    }

    @Test
    void everyBuiltInRecipeIsFoundByItsHeaders() {
        for (ImportRecipe r : Recipes.builtIn()) {
            if (!r.headers().isEmpty() && r.layout() != Layout.BASKETS) {
                Proposal p = one(csv("f.csv", String.join(",", r.headers())), MappingWish.NONE);
                assertThat(recipe(p)).isEqualTo(r.id().toString());
                assertThat(p.known()).isTrue();
            }
        }
    }

    @Test
    void filesWithoutHeadersAreFoundByTheirLinesOrTheirLayout() {
        List<String> columns = List.of("column_1", "column_2", "column_3", "column_4", "column_5");
        SourceHead cdnow = new SourceHead(
                SourceFormat.TEXT,
                "UTF-8",
                '\t',
                Layout.WHITESPACE,
                0,
                columns,
                List.of(List.of("00004", "0001", "19970101", "2", "29.33")),
                List.of());
        Proposal p = one(new MappingSource("s.txt", cdnow), MappingWish.NONE);
        assertThat(recipe(p)).isEqualTo("clientele.core/cdnow-sample");
        assertThat(p.headers()).containsExactly("master_id", "sample_id", "date", "cds", "dollars");
        assertThat(p.attributes()).containsOnlyKeys("sample_id");
        SourceHead baskets = new SourceHead(
                SourceFormat.TEXT,
                "UTF-8",
                ',',
                Layout.BASKETS,
                0,
                List.of("basket", "item"),
                List.of(List.of("1", "whole milk")),
                List.of());
        assertThat(recipe(one(new MappingSource("g.csv", baskets), MappingWish.NONE)))
                .isEqualTo("clientele.core/groceries");
    }

    @Test
    void contentMaySpeakAgainstARecipe() {
        String headers = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        assertThat(one(csv("a.csv", headers, "1,A,x,2,2011-01-01,2.5,7,France"), MappingWish.NONE)
                        .known())
                .isTrue();
        assertThat(one(csv("a.csv", headers, "1,A,x,2,2011-01-01,2.5,7,France"), MappingWish.NONE)
                        .doubts())
                .contains("amount is quantity times unit_price.");
        assertThat(one(csv("a.csv", headers, "1,A,x,two,soon,2.5,7,France"), MappingWish.NONE)
                        .known())
                .isFalse();
    }

    @Test
    void whatFitsNothingIsRefusedWithWhatIsNeeded() {
        assertThatThrownBy(() -> one(csv("x.csv", "foo,bar", "1,2"), MappingWish.NONE))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("x.csv fits no recipe and no table. It has the columns foo, bar");
        assertThatThrownBy(() -> one(csv("x.csv", "foo,bar", "1,2"), new MappingWish(null, null, "customer")))
                .hasMessageContaining("x.csv lacks customer_id, which table customer needs");
        assertThatThrownBy(() -> one(csv("x.csv", "foo,bar"), new MappingWish("online-retail", null, null)))
                .hasMessageContaining("does not fit the recipe clientele.core/online-retail");
        assertThatThrownBy(() -> one(csv("x.csv", "foo,bar"), new MappingWish("no-such", null, null)))
                .hasMessageContaining("no-such");
    }

    @Test
    void namesServeAsKeysWhereThereAreNoKeys() {
        String headers = "Order No,Sale Date,Bill-to Name,Product Name,Quantity Sold,Sold For";
        Proposal p = one(
                csv("v.csv", headers, "1,Jan-05-23,Ann Li,Red cup,2,3.50", "2,Feb-17-23,Bo Ek,Blue cup,1,4.00"),
                MappingWish.NONE);
        assertThat(p.recipe().columns())
                .containsEntry("customer_id", "Bill-to Name")
                .containsEntry("product_id", "{Product Name}")
                .containsEntry("description", "Product Name")
                .containsEntry("ordered_at", "Sale Date")
                .containsEntry("quantity", "Quantity Sold")
                .containsEntry("unit_price", "Sold For");
        assertThat(p.doubts()).contains("The file has no product_id; each Product Name counts as a product.");
        Proposal payments = one(
                csv(
                        "p.csv",
                        "Order No,Date,Description,Amount",
                        "1,2023-01-05,Invoice 17,3.50",
                        "2,2023-01-06,Invoice 18,4.00"),
                MappingWish.NONE);
        assertThat(payments.recipe().columns()).doesNotContainKey("product_id");
    }

    @Test
    void everyColumnHasAReasonAndEveryAssumptionADoubt() {
        Proposal p = one(
                csv("v.csv", "Kundennummer,Datum,Umsatz,Wetter", "1,2024-01-01,12.50,Regen", "2,2024-01-02,3.10,Sonne"),
                MappingWish.NONE);
        assertThat(p.reasons())
                .extracting(ColumnReason::header)
                .containsExactly("Kundennummer", "Datum", "Umsatz", "Wetter");
        assertThat(p.reasons().get(0).why()).contains("the header says customer id", "whole numbers");
        assertThat(p.reasons().get(3).attribute()).isTrue();
        assertThat(p.attributes()).containsEntry("wetter", 3);
        assertThat(p.doubts())
                .contains(
                        "The file has no order_id; what a customer bought at one time counts as one order.",
                        "The file has no quantity; each line counts as 1.",
                        "The file says no currency; give it by a recipe.",
                        "The file has no product_id; all products are unknown.");
    }

    @Test
    void filesOfOneSchemaAreJoinedByTheirKeys() {
        SchemaProposal s = Mapper.propose(
                List.of(
                        csv("orders.csv", "order_id,customer_id,order_date", "1,c1,2024-01-01", "2,c2,2024-01-02"),
                        csv("lines.csv", "order_id,product_id,quantity", "1,p1,2", "2,p2,1", "9,p1,1"),
                        csv("products.csv", "product_id,product_name,price", "p1,Cup,2.00", "p2,Jug,3.00")),
                MappingWish.NONE,
                List.of());
        assertThat(s.sources())
                .extracting(Proposal::role)
                .containsExactly(Role.ORDER_HEADER, Role.LINES_WITHOUT_HEADER, Role.TABLE);
        assertThat(s.sources().get(1).lacking()).contains("ordered_at", "customer_id", "unit_price");
        assertThat(s.joins())
                .anySatisfy(j -> {
                    assertThat(j.left() + "." + j.leftColumn()).isEqualTo("lines.csv.order_id");
                    assertThat(j.right() + "." + j.rightColumn()).isEqualTo("orders.csv.order_id");
                    assertThat(j.overlap()).isBetween(0.66, 0.67);
                })
                .anySatisfy(j -> {
                    assertThat(j.left() + "." + j.leftColumn()).isEqualTo("lines.csv.product_id");
                    assertThat(j.right()).isEqualTo("products.csv");
                    assertThat(j.overlap()).isEqualTo(1);
                });
    }

    @Test
    void aRecipeIsReadBackAsItWasWritten() {
        for (ImportRecipe r : Recipes.builtIn()) {
            assertThat(RecipeJson.parse(RecipeJson.write(r), "r")).isEqualTo(r);
        }
        ImportRecipe made = Objects.requireNonNull(
                one(csv("Ümsatz 1.csv", "Kunde,Datum,Preis", "1,2024-01-01,2.5"), MappingWish.NONE)
                        .recipe());
        ImportRecipe corrected = made.toBuilder()
                .format("ordered_at", "dd.MM.yyyy")
                .constant("currency", "EUR")
                .build();
        assertThat(RecipeJson.parse(RecipeJson.write(corrected), "r")).isEqualTo(corrected);
    }
}
