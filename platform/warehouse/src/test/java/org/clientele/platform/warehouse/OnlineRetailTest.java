package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole UCI file against the figures computed from it by other means (GROUND_TRUTH.md beside it). */
class OnlineRetailTest {
    @TempDir
    Path dir;

    @Test
    void theWholeFileIsLoadedToThePenny() {
        Path file = Workspace.onlineRetail();
        try (Workspace w = new Workspace(dir)) {
            long before = w.warehouse.version();
            ImportReport report = w.load(file);
            assertThat(report.entity()).isEqualTo("order_line");
            assertThat(report.mapping().recipe()).isEqualTo("clientele.core/online-retail");
            assertThat(report.mapping().columns()).containsEntry("order_id", "InvoiceNo");
            assertThat(report.rowsRead()).isEqualTo(541_909);
            assertThat(report.rowsLoaded()).isEqualTo(541_909);
            assertThat(report.rowsRejected()).isZero();
            assertThat(report.rejectsFile()).isNull();
            assertThat(w.warehouse.version()).isGreaterThan(before);

            assertThat(w.row("SELECT count(*), round(sum(amount), 2)::VARCHAR, count(DISTINCT order_id),"
                            + " count(DISTINCT product_id), count(DISTINCT country), count(DISTINCT customer_id),"
                            + " count(*) FILTER (WHERE customer_id IS NULL), count(*) FILTER (WHERE description IS NULL),"
                            + " count(*) FILTER (WHERE quantity < 0), count(*) FILTER (WHERE unit_price = 0),"
                            + " min(quantity)::VARCHAR, max(unit_price)::VARCHAR FROM order_line"))
                    .isEqualTo("541909|9747747.93|25900|4070|38|4372|135080|1454|10624|2515|-80995.000|38970.0000");
            assertThat(w.row("SELECT round(sum(amount), 2)::VARCHAR, count(*) FROM order_line"
                            + " WHERE quantity > 0 AND unit_price > 0"))
                    .isEqualTo("10666684.54|530104");
            assertThat(
                            w.row(
                                    "SELECT round(sum(amount), 2)::VARCHAR, count(DISTINCT customer_id), count(DISTINCT order_id)"
                                            + " FROM order_line WHERE quantity > 0 AND unit_price > 0 AND customer_id IS NOT NULL"))
                    .isEqualTo("8911407.90|4338|18532");
            assertThat(w.rows("SELECT kind, count(*) FROM order_line GROUP BY kind ORDER BY kind"))
                    .containsExactly(List.of("adjustment", "3"), List.of("return", "10624"), List.of("sale", "531282"));
            assertThat(w.rows(
                            "SELECT DISTINCT product_id FROM order_line WHERE is_charge AND product_id NOT LIKE 'gift%'"
                                    + " AND product_id NOT SIMILAR TO '[0-9]{5}' ORDER BY 1"))
                    .extracting(row -> row.get(0))
                    .containsExactly(
                            "AMAZONFEE", "B", "BANK CHARGES", "C2", "CRUK", "D", "DOT", "M", "PADS", "POST", "S", "m");
            assertThat(w.rows("SELECT DISTINCT product_id, lower(description) FROM order_line WHERE is_charge"
                            + " AND product_id SIMILAR TO '[0-9]{5}' ORDER BY 1"))
                    .as("what only its description gives away")
                    .containsExactly(List.of("21656", "samples"), List.of("23444", "next day carriage"));
            assertThat(w.rows("SELECT product_id, round(sum(amount), 2)::VARCHAR AS r, sum(quantity)::BIGINT, p.name"
                            + " FROM order_line JOIN product p USING (product_id) GROUP BY ALL"
                            + " ORDER BY sum(amount) DESC LIMIT 3"))
                    .containsExactly(
                            List.of("DOT", "206245.48", "1707", "DOTCOM POSTAGE"),
                            List.of("22423", "164762.19", "12980", "REGENCY CAKESTAND 3 TIER"),
                            List.of("47566", "98302.98", "18022", "PARTY BUNTING"));

            DataSpan span = w.warehouse.span();
            assertThat(span.first()).isEqualTo(LocalDateTime.of(2010, 12, 1, 8, 26));
            assertThat(span.last()).isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
            assertThat(span.currency()).isEqualTo("GBP");
            assertThat(span.rows())
                    .containsAllEntriesOf(Map.of("order_line", 541_909L, "product", 4070L, "customer", 4372L));
            assertThat(w.catalog.imports().find(report.batch()).orElseThrow().sha256())
                    .isEqualTo("cf37fa7ebdd17a1cd5d3332c092c026de793411ccb94beb0f2fb6fc45e2e6e94");
        }
    }

    @Test
    void theSameContentIsNotedWhetherCompressedOrNot() throws Exception {
        Path file = Workspace.onlineRetail();
        Path plain = dir.resolve("plain.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(plain)) {
            in.transferTo(out);
        }
        try (Workspace w = new Workspace(dir.resolve("ws"))) {
            w.load(file);
            ImportReport again = w.load(plain);
            assertThat(again.duplicate()).isTrue();
            assertThat(again.rowsLoaded()).isZero();
            assertThat(w.count("order_line")).isEqualTo(541_909);

            ImportReport replaced = w.load(ImportRequest.of(plain).replacing());
            assertThat(replaced.rowsLoaded()).isEqualTo(541_909);
            assertThat(w.row("SELECT count(*), count(DISTINCT import_batch), max(import_batch) FROM order_line"))
                    .isEqualTo("541909|1|" + replaced.batch());
            assertThat(w.row("SELECT count(*), count(DISTINCT product_id), max(import_batch) FROM product"))
                    .isEqualTo("4070|4070|" + replaced.batch());
        }
    }

    @Test
    void aCancelledImportLeavesNothingAndStopsWithinASecond() {
        Path file = Workspace.onlineRetail();
        try (Workspace w = new Workspace(dir)) {
            for (double when : new double[] {0.05, 0.5, 0.85}) {
                CancelSignal cancel = CancelSignal.create();
                long[] at = {0};
                Progress cancelling = (fraction, message) -> {
                    if (fraction >= when && at[0] == 0) {
                        at[0] = System.nanoTime();
                        cancel.cancel();
                    }
                };
                Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                        () -> w.importer.run(ImportRequest.of(file), cancelling, cancel));
                double seconds = (System.nanoTime() - at[0]) / 1e9;
                assertThat(thrown).hasMessage("Cancelled.");
                assertThat(seconds)
                        .as("seconds from cancel to return, at %s", when)
                        .isLessThan(1);
                assertThat(w.count("order_line")).isZero();
                assertThat(w.count("product")).isZero();
                assertThat(w.journal.open()).isEmpty();
            }
            assertThat(w.load(file).rowsLoaded()).isEqualTo(541_909);
        }
    }
}
