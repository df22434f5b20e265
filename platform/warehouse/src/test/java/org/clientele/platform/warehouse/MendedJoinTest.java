package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Mend;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that other files of their import gave columns to, rejected and mended. */
class MendedJoinTest {
    private static final String LINES = "SELECT order_id, product_id, strftime(ordered_at, '%Y-%m-%d'), customer_id,"
            + " payment, amount::VARCHAR FROM order_line ORDER BY 1, 2";

    @TempDir
    Path dir;

    private Workspace w;
    private MendedImport mending;
    private List<ImportReport> reports;

    @BeforeEach
    void importAStarSchemaWithBadRows() throws Exception {
        w = new Workspace(dir.resolve("ws"));
        mending = new MendedImport(
                w.warehouse,
                w.journal,
                told -> new FileImporter(w.warehouse, told, Recipes::builtIn, () -> ImportSettings.NONE));
        reports = w.importer.run(
                ImportRequest.of(
                        file(
                                "order_details.csv",
                                "OrderID,ProductID,Quantity\no1,p1,2\no2,p1,5\no3,p1,1\no3,p2,1\no1,p2,one\no3,p2,many\n"),
                        file(
                                "orders.csv",
                                "OrderID,OrderDate,CustomerID,Payment\no1,2026-01-05,c1,card\no2,2026-02-06,c2,cash\n"
                                        + "o3,2026-03-07,c2,cash\no3,2026-04-07,c2,cash\n"),
                        file("products.csv", "ProductID,ProductName,Price\np1,Cup,3.50\np2,Plate,4.25\n")),
                Progress.NONE,
                CancelSignal.create());
        assertThat(of("order_details.csv").rowsRejected()).isEqualTo(2);
        assertThat(of("orders.csv").rowsRejected()).isEqualTo(1);
    }

    @AfterEach
    void close() {
        w.close();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(dir.resolve(name), text);
    }

    private ImportReport of(String source) {
        return reports.stream()
                .filter(r -> r.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private ImportReport mend(ImportReport of, Mend... mends) {
        String rejects = String.valueOf(of.rejectsFile().getFileName());
        return mending.load(
                of.batch(),
                rejects,
                mending.table(rejects).version(),
                List.of(mends),
                Progress.NONE,
                CancelSignal.create());
    }

    @Test
    void theyGetWhatTheOtherFilesGaveAlsoAtASecondTry() {
        ImportReport first = mend(
                of("order_details.csv"),
                new Mend(0, List.of("o1", "p2", "1")),
                new Mend(1, List.of("o3", "p2", "too many")));
        assertThat(first.rowsLoaded()).isEqualTo(1);
        assertThat(first.rowsRejected()).isEqualTo(1);
        assertThat(w.rows(LINES)).contains(List.of("o1", "p2", "2026-01-05", "c1", "card", "4.2500"));

        ImportReport second = mend(first, new Mend(0, List.of("o9", "p2", "2")));
        assertThat(second.rowsLoaded()).isEqualTo(1);
        assertThat(w.rows(LINES)).contains(List.of("o9", "p2", "null", "null", "null", "8.5000"));
        assertThat(second.orphans())
                .extracting(o -> o.column() + " " + o.refersTo() + " " + o.example())
                .contains("OrderID orders.csv o9");
    }

    @Test
    void onceTheImportIsUndoneTheyHaveNothingToBeJoinedWithAndTheReasonIsSaid() {
        ImportReport first = mend(of("order_details.csv"), new Mend(0, List.of("o1", "p2", "two")));
        w.importer.undo(of("orders.csv").batch(), CancelSignal.create());

        assertThatThrownBy(() -> mend(first, new Mend(0, List.of("o1", "p2", "2"))))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("take columns from orders.csv, whose import was undone");
        assertThat(w.rows("SELECT 1 FROM information_schema.tables WHERE table_name LIKE 'kept_%'"))
                .isEmpty();
    }

    @Test
    void rowsThatOnlyGiveColumnsAreNotLoadedAsLines() {
        long before = w.count("order_line");
        assertThatThrownBy(() -> mend(of("orders.csv"), new Mend(0, List.of("o4", "2026-04-07", "c2", "cash"))))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("orders.csv")
                .hasMessageContaining("import its files together again");
        assertThat(w.count("order_line")).isEqualTo(before);
        assertThat(Files.exists(of("orders.csv").rejectsFile())).isTrue();
    }
}
