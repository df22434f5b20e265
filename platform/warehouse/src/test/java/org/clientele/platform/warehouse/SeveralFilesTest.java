package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralFilesTest {
    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() throws Exception {
        w = new Workspace(dir.resolve("ws"));
        file(
                "orders.csv",
                "OrderID,OrderDate,CustomerID,Payment\no1,2026-01-05,c1,card\no2,2026-02-06,c2,cash\no2,2026-02-07,c2,cash\n");
        file("order_details.csv", "OrderID,ProductID,Quantity\no1,p1,2\no1,p2,1\no2,p1,5\no9,p7,1\n");
        file("products.csv", "ProductID,ProductName,CategoryID,Price\np1,Cup,10,3.50\np2,Plate,11,4.25\n");
        file("categories.csv", "CategoryID,CategoryName\n10,Kitchen\n11,Dining\n");
        file("customers.csv", "CustomerID,CustomerName,Country\nc1,Ada,UK\nc3,Cy,FR\n");
    }

    @AfterEach
    void close() {
        w.close();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(dir.resolve(name), text);
    }

    private List<ImportReport> load(String... names) {
        List<ImportReport> reports = new ArrayList<>();
        Path[] files = java.util.Arrays.stream(names).map(dir::resolve).toArray(Path[]::new);
        w.importer.run(ImportRequest.of(files), Progress.NONE, CancelSignal.create(), new FileImporter.FileListener() {
            @Override
            public void imported(ImportReport report) {
                reports.add(report);
            }

            @Override
            public void failed(Path file, AnalyticsException why) {
                throw why;
            }
        });
        return reports;
    }

    private ImportReport of(List<ImportReport> reports, String source) {
        return reports.stream()
                .filter(r -> r.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStarSchemaComesInAsItIsAndLinesTakeDateCustomerAndPriceFromTheOthers() {
        List<ImportReport> reports =
                load("order_details.csv", "orders.csv", "products.csv", "categories.csv", "customers.csv");

        assertThat(w.rows("SELECT order_id, product_id, strftime(ordered_at, '%Y-%m-%d'), customer_id,"
                        + " amount::VARCHAR FROM order_line ORDER BY 1, 2"))
                .containsExactly(
                        List.of("o1", "p1", "2026-01-05", "c1", "7.0000"),
                        List.of("o1", "p2", "2026-01-05", "c1", "4.2500"),
                        List.of("o2", "p1", "2026-02-06", "c2", "17.5000"),
                        List.of("o9", "p7", "null", "null", "null"));
        assertThat(w.rows("SELECT product_id, category FROM product WHERE category IS NOT NULL ORDER BY 1"))
                .containsExactly(List.of("p1", "Kitchen"), List.of("p2", "Dining"));

        ImportReport lines = of(reports, "order_details.csv");
        assertThat(lines.rowsLoaded()).isEqualTo(4);
        assertThat(lines.orphans())
                .extracting(o -> o.refersTo() + " " + o.rows() + " " + o.example())
                .containsExactlyInAnyOrder("orders.csv 1 o9", "customer 1 c2", "product 1 p7");
        ImportReport orders = of(reports, "orders.csv");
        assertThat(orders.rowsLoaded()).isEqualTo(2);
        assertThat(orders.rowsRejected()).as("o2 stands there twice").isEqualTo(1);
        reports.forEach(r -> assertThat(r.rowsRead()).as(r.source()).isEqualTo(r.rowsLoaded() + r.rowsRejected()));
    }

    @Test
    void theFilesOfOneImportAreUndoneTogether() {
        List<ImportReport> reports = load("order_details.csv", "orders.csv", "products.csv");

        List<Long> gone = w.importer.undo(reports.get(0).batch(), CancelSignal.create());

        assertThat(gone).hasSize(3);
        assertThat(w.count("order_line") + w.count("product") + w.count("customer"))
                .isZero();
    }

    @Test
    void whatComesTwiceInOneImportIsLoadedOnce() throws Exception {
        Files.copy(dir.resolve("customers.csv"), dir.resolve("copy.csv"));

        List<ImportReport> reports = load("customers.csv", "copy.csv", "customers.csv");

        assertThat(reports).extracting(ImportReport::duplicate).containsExactlyInAnyOrder(false, true, true);
        assertThat(w.count("customer")).isEqualTo(2);
        long batch = reports.stream()
                .filter(r -> !r.duplicate())
                .findFirst()
                .orElseThrow()
                .batch();
        assertThat(w.importer.undo(batch, CancelSignal.create())).containsExactly(batch);
    }

    @Test
    void aNameAsLongAsNamesMayBeStillGivesItsRejectsAFile() throws Exception {
        String name = "ü".repeat(120) + ".csv";
        file(name, "CustomerID,CustomerName\nc1,Ada\nc2,Bo,too,many\n");

        ImportReport report = of(load(name), name);

        assertThat(report.rowsRejected()).isEqualTo(1);
        assertThat(report.rejectsFile()).isNotNull().exists();
    }

    @Test
    void oneDateColumnMayMixSeparatorsAndItsOrderIsDecidedOverTheWholeFile() throws Exception {
        file(
                "lines.csv",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n"
                        + "1,03/04/2026,c1,p1,1,2\n2,05.06.2026,c1,p1,1,2\n3,25-12-2026,c1,p1,1,2\n");
        ImportReport report = load("lines.csv").get(0);

        assertThat(report.rowsRejected()).isZero();
        assertThat(w.rows("SELECT strftime(ordered_at, '%Y-%m-%d') FROM order_line ORDER BY order_id"))
                .containsExactly(List.of("2026-04-03"), List.of("2026-06-05"), List.of("2026-12-25"));
        assertThat(report.mapping().formats()).containsKey("ordered_at");
    }

    @Test
    void returnsAreCountedWithASignHoweverTheFileHasThem() throws Exception {
        file(
                "lines.csv",
                "order_id,ordered_at,kind,product_id,quantity,unit_price,amount\n"
                        + "1,2026-01-01,sale,p1,3,2,6\n2,2026-01-02,Return,p1,1,2,2\n3,2026-01-03,return,p1,-1,2,-2\n");
        load("lines.csv");

        assertThat(w.rows("SELECT kind, quantity::INT, amount::VARCHAR FROM order_line ORDER BY order_id"))
                .containsExactly(
                        List.of("sale", "3", "6.0000"),
                        List.of("return", "-1", "-2.0000"),
                        List.of("return", "-1", "-2.0000"));
    }
}
