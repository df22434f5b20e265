package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnMarksTest {
    private static final String LINES = "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n";
    private static final String RETURNED =
            "SELECT order_id, product_id, quantity::VARCHAR, amount::VARCHAR, strftime(ordered_at, '%Y-%m-%d'), customer_id"
                    + " FROM order_line WHERE kind = 'return' ORDER BY ALL";

    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() throws Exception {
        w = new Workspace(dir.resolve("ws"));
        file(
                "orders.csv",
                LINES + "o1,2026-01-05,c1,p1,2,3.50\no1,2026-01-05,c1,p2,1,4.25\no2,2026-02-06,c2,p1,1,3.50\n"
                        + "o3,2026-03-07,c1,p3,4,1.00\n");
        file("returns.csv", "Returned,Order ID\nYes,o1\nNo,o2\nYes,o9\n");
    }

    @AfterEach
    void close() {
        w.close();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(dir.resolve(name), text);
    }

    private List<ImportReport> load(String... names) {
        return load(ImportRequest.Mode.APPEND, names);
    }

    private List<ImportReport> load(ImportRequest.Mode mode, String... names) {
        Path[] files = java.util.Arrays.stream(names).map(dir::resolve).toArray(Path[]::new);
        return w.importer.run(ImportRequest.of(files).as(mode), Progress.NONE, CancelSignal.create());
    }

    private static ImportReport marks(List<ImportReport> reports) {
        return reports.stream()
                .filter(r -> r.source().contains("return"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMarkedOrderIsReturnedWithAllItsLinesAndOneThatSaysNoIsNot() {
        ImportReport report = marks(load("orders.csv", "returns.csv"));

        assertThat(w.rows(RETURNED))
                .containsExactly(
                        List.of("o1", "p1", "-2.000", "-7.0000", "2026-01-05", "c1"),
                        List.of("o1", "p2", "-1.000", "-4.2500", "2026-01-05", "c1"));
        assertThat(w.row("SELECT sum(amount)::VARCHAR FROM order_line")).isEqualTo("7.5000");
        assertThat(report.rowsRead()).isEqualTo(3);
        assertThat(report.rowsLoaded()).isEqualTo(3);
        assertThat(report.mapping().doubts())
                .contains(
                        "returns.csv marks orders that came back: 2 lines of 1 order count as returned, worth -11.25 in"
                                + " all.",
                        "returns.csv says no day of the returns; each counts on the day of its order.",
                        "1 row of returns.csv says that nothing came back.");
        assertThat(report.orphans()).containsExactly(new Orphan("order_id", "order_line", 1, 1, "o9"));
    }

    @Test
    void marksThatComeLaterFindTheOrdersOfTheWorkspaceAndOneUndoTakesTheirReturnsOut() {
        load("orders.csv");
        ImportReport report = load("returns.csv").get(0);
        assertThat(w.rows(RETURNED)).hasSize(2);

        w.importer.undo(report.batch(), CancelSignal.create());

        assertThat(w.rows(RETURNED)).isEmpty();
        assertThat(w.count("order_line")).isEqualTo(4);
        load("returns.csv");
        assertThat(w.rows(RETURNED)).hasSize(2);
    }

    @Test
    void nothingComesBackTwiceHoweverOftenItIsMarked() throws Exception {
        load("orders.csv", "returns.csv");
        file("more returns.csv", "Order ID,Returned\no1,Yes\no1,Yes\no3,Yes\n");
        ImportReport report = load("more returns.csv").get(0);

        assertThat(w.rows(RETURNED)).hasSize(3);
        assertThat(report.mapping().doubts()).anyMatch(d -> d.contains("1 line of 1 order counts"));

        w.importer.undo(1, CancelSignal.create());
        assertThat(w.rows(RETURNED))
                .as("the sales are gone, and their returns with them")
                .isEmpty();
    }

    @Test
    void aSaleWithAReturnOfItsOwnIsLeftAsItIs() throws Exception {
        file(
                "orders.csv",
                LINES + "o1,2026-01-05,c1,p1,2,3.50\no1,2026-01-05,c1,p1,2,3.50\no1,2026-01-09,c1,p1,-2,3.50\n"
                        + "o1,2026-01-05,c1,p2,3,1.00\no1,2026-01-08,c1,p2,-1,1.00\no1,2026-01-05,c1,p3,1,9.00\n");
        file("returns.csv", "Order ID,Returned\no1,Yes\n");
        ImportReport report = marks(load("orders.csv", "returns.csv"));

        assertThat(w.rows(RETURNED.replace(", strftime(ordered_at, '%Y-%m-%d'), customer_id", "")))
                .containsExactly(
                        List.of("o1", "p1", "-2.000", "-7.0000"),
                        List.of("o1", "p1", "-2.000", "-7.0000"),
                        List.of("o1", "p2", "-1.000", "-1.0000"),
                        List.of("o1", "p3", "-1.000", "-9.0000"));
        assertThat(report.mapping().doubts())
                .contains("Of marked orders 2 lines have returns of their own, and are not returned twice.");
    }

    @Test
    void aMarkMaySayWhenAndWhy() throws Exception {
        file("returns.csv", "Order ID,Return Date,Reason\no1,2026-04-01,broken\n");
        load("orders.csv", "returns.csv");

        assertThat(w.rows("SELECT strftime(ordered_at, '%Y-%m-%d'), reason FROM order_line WHERE kind = 'return'"))
                .containsExactly(List.of("2026-04-01", "broken"), List.of("2026-04-01", "broken"));
        assertThat(w.rows("SELECT 1 FROM order_line WHERE kind = 'sale' AND reason IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void marksWithoutAnyOrderLinesAreLeftOutAndSayWhy() {
        assertThatThrownBy(() -> load("returns.csv"))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNRECOGNISED))
                .hasMessageContaining("which orders came back")
                .hasMessageContaining("together with the orders, or after them");
        assertThat(w.count("order_line")).isZero();
        assertThat(w.journal.open()).isEmpty();
    }

    @Test
    void aCopyOfMarksThatAreLeftOutIsLeftOutTooAndNotCalledImportedBefore() throws Exception {
        Files.copy(dir.resolve("returns.csv"), dir.resolve("returns-copy.csv"));
        List<String> failed = new ArrayList<>();
        List<ImportReport> imported = new ArrayList<>();
        ImportRequest both = ImportRequest.of(dir.resolve("returns.csv"), dir.resolve("returns-copy.csv"));
        w.importer.run(both, Progress.NONE, CancelSignal.create(), new FileImporter.FileListener() {
            @Override
            public void imported(ImportReport report) {
                imported.add(report);
            }

            @Override
            public void failed(Path file, AnalyticsException why) {
                failed.add(String.valueOf(file.getFileName()));
            }
        });

        assertThat(imported).isEmpty();
        assertThat(failed).containsExactlyInAnyOrder("returns.csv", "returns-copy.csv");
    }

    @Test
    void ordersThatAreReplacedOrUpdatedKeepTheirMarksInStep() throws Exception {
        load("orders.csv", "returns.csv");
        file("orders.csv", LINES + "o1,2026-01-05,c1,p1,2,5.00\n");
        List<ImportReport> update = load(ImportRequest.Mode.UPDATE, "orders.csv");
        assertThat(w.row("SELECT sum(amount)::VARCHAR FROM order_line WHERE order_id = 'o1'"))
                .as("the new line is returned, not the old ones")
                .isEqualTo("0.0000");
        assertThat(w.rows(RETURNED)).hasSize(1);

        w.importer.undo(update.get(0).batch(), CancelSignal.create());
        assertThat(w.rows(RETURNED)).hasSize(2);

        file("new.csv", LINES + "o1,2026-05-05,c1,p1,1,1.00\n");
        List<ImportReport> replaced = load(ImportRequest.Mode.REPLACE, "new.csv");
        assertThat(w.rows(RETURNED)).as("the marks are of what was replaced").isEmpty();
        assertThat(w.count("order_line")).isEqualTo(1);

        w.importer.undo(replaced.get(0).batch(), CancelSignal.create());
        assertThat(w.rows(RETURNED)).hasSize(2);
    }

    @Test
    void randomOrdersAndMarksAgreeWithPlainJava() throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            StringBuilder lines = new StringBuilder(LINES);
            TreeMap<String, BigDecimal> worth = new TreeMap<>();
            for (int i = 0; i < 400; i++) {
                String order = "s" + seed + "-" + random.nextInt(120);
                int quantity = 1 + random.nextInt(3);
                BigDecimal price = BigDecimal.valueOf(random.nextInt(500), 2);
                lines.append(String.format(
                        Locale.ROOT,
                        "%s,2026-01-%02d,c%d,p%d,%d,%s\n",
                        order,
                        1 + random.nextInt(28),
                        random.nextInt(9),
                        random.nextInt(5),
                        quantity,
                        price.toPlainString()));
                worth.merge(order, price.multiply(BigDecimal.valueOf(quantity)), BigDecimal::add);
            }
            StringBuilder marks = new StringBuilder("Returned,Order ID\n");
            BigDecimal expected = BigDecimal.ZERO;
            List<String> known = new ArrayList<>(worth.keySet());
            java.util.Set<String> done = new java.util.HashSet<>();
            for (int i = 0; i < 60; i++) {
                String order = random.nextInt(10) == 0 ? "none" + i : known.get(random.nextInt(known.size()));
                boolean yes = random.nextInt(4) > 0;
                marks.append(yes ? "Yes," : "No,").append(order).append('\n');
                if (yes && done.add(order)) {
                    expected = expected.subtract(worth.getOrDefault(order, BigDecimal.ZERO));
                }
            }
            file("lines" + seed + ".csv", lines.toString());
            file("returns" + seed + ".csv", marks.toString());
            load("lines" + seed + ".csv", "returns" + seed + ".csv");
            String sum =
                    w.row("SELECT coalesce(sum(amount), 0)::VARCHAR FROM order_line WHERE kind = 'return' AND order_id"
                            + " LIKE 's" + seed + "-%'");
            assertThat(new BigDecimal(sum)).as("seed " + seed).isEqualByComparingTo(expected);
        }
    }
}
