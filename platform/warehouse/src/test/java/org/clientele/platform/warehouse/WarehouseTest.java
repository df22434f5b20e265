package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseTest {
    private static final WarehouseOptions OPTIONS = new WarehouseOptions(512, 2, 3, Clock.systemUTC());

    @TempDir
    Path dir;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(dir, OPTIONS);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Frame query(String sql, List<Object> binds, OutputColumn... columns) {
        return warehouse.query(new SqlQuery(sql, binds, List.of(columns)), CancelSignal.create());
    }

    private static OutputColumn column(String name, ColumnType type) {
        return OutputColumn.of(ColumnSpec.of(name, type));
    }

    private static OutputColumn decimal(String name, int scale) {
        return new OutputColumn(ColumnSpec.of(name, ColumnType.DECIMAL), scale);
    }

    @Test
    void valuesOfEveryTypeComeBackExactly() {
        LocalDateTime moment = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 123_456_000);
        Frame frame = query(
                "SELECT CAST(? AS BIGINT), sum(CAST(? AS HUGEINT)), CAST(? AS DOUBLE), CAST(? AS DECIMAL(18,4)), ?, CAST(? AS BOOLEAN),"
                        + " CAST(? AS DATE), CAST(? AS TIMESTAMP)",
                Arrays.asList(
                        7L,
                        8L,
                        0.1,
                        new BigDecimal("-12345678901234.5678"),
                        "O'Brien; é",
                        true,
                        LocalDate.of(1582, 10, 15),
                        moment),
                column("i", ColumnType.INTEGER),
                column("h", ColumnType.INTEGER),
                column("d", ColumnType.DOUBLE),
                decimal("m", 4),
                column("t", ColumnType.TEXT),
                column("b", ColumnType.BOOLEAN),
                column("day", ColumnType.DATE),
                column("at", ColumnType.TIMESTAMP));
        assertThat(frame.columns())
                .extracting(c -> c.valueAt(0))
                .containsExactly(
                        7L,
                        8L,
                        0.1,
                        new BigDecimal("-12345678901234.5678"),
                        "O'Brien; é",
                        true,
                        LocalDate.of(1582, 10, 15),
                        moment);
    }

    @Test
    void missingValuesStayMissing() {
        Frame frame = query(
                "SELECT CAST(NULL AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DECIMAL(18,2)), CAST(NULL AS VARCHAR),"
                        + " CAST(NULL AS BOOLEAN), CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP)",
                List.of(),
                column("i", ColumnType.INTEGER),
                column("d", ColumnType.DOUBLE),
                decimal("m", 2),
                column("t", ColumnType.TEXT),
                column("b", ColumnType.BOOLEAN),
                column("day", ColumnType.DATE),
                column("at", ColumnType.TIMESTAMP));
        assertThat(frame.columns()).allMatch(c -> c.isNull(0));
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNeverRounded() {
        assertThatThrownBy(() -> query("SELECT CAST('1e30' AS DECIMAL(38,4))", List.of(), decimal("m", 4)))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_VALUE_INVALID));
        assertThatThrownBy(() -> query("SELECT CAST('1.234' AS DECIMAL(18,3))", List.of(), decimal("m", 2)))
                .hasMessageContaining("1.234 does not fit column m");
        assertThatThrownBy(() -> query(
                        "SELECT CAST('9223372036854775808' AS HUGEINT)", List.of(), column("i", ColumnType.INTEGER)))
                .hasMessageContaining("does not fit column i");
        assertThatThrownBy(() -> query(
                        "SELECT 9223372036854775807 + x FROM range(2) t(x)",
                        List.of(),
                        column("i", ColumnType.INTEGER)))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_VALUE_INVALID));
    }

    @Test
    void aRunningQueryStopsWithinMillisecondsAndTheConnectionGoesOn() throws Exception {
        String slow = "SELECT count(*) FROM range(100000) a(x), range(100000) b(y) WHERE (x * y) % 7 = 3";
        for (int round = 0; round < 5; round++) {
            CancelSignal cancel = CancelSignal.create();
            CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() ->
                    org.assertj.core.api.Assertions.catchThrowable(() -> warehouse.query(
                            new SqlQuery(slow, List.of(), List.of(column("n", ColumnType.INTEGER))), cancel)));
            // Round 0 cancels at once, the others a little later: before, while and after the engine begins.
            long until = System.nanoTime() + round * 20_000_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            long at = System.nanoTime();
            cancel.cancel();
            assertThat(ended.get(10, TimeUnit.SECONDS)).hasMessage("Cancelled.");
            assertThat((System.nanoTime() - at) / 1e6).as("milliseconds").isLessThan(500);
        }
        assertThat(query("SELECT 42", List.of(), column("n", ColumnType.INTEGER))
                        .column("n")
                        .longAt(0))
                .isEqualTo(42);
    }

    @Test
    void aQueryThatWasCancelledBeforeItBeganDisturbsNoneAfterIt() {
        CancelSignal cancelled = CancelSignal.create();
        cancelled.cancel();
        OutputColumn n = column("n", ColumnType.INTEGER);
        assertThatThrownBy(() -> warehouse.query(new SqlQuery("SELECT 1", List.of(), List.of(n)), cancelled))
                .hasMessage("Cancelled.");
        for (int i = 0; i < 20; i++) {
            String takesAWhile = "SELECT count(*) FROM range(30000000) t(x) WHERE x % 7 = 3";
            assertThat(query(takesAWhile, List.of(), n).column("n").longAt(0)).isEqualTo(4_285_714);
        }
    }

    @Test
    void moreQueriesThanConnectionsAllAnswer() {
        List<CompletableFuture<Long>> all = java.util.stream.LongStream.range(0, 24)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> query("SELECT ?::BIGINT", List.of(n), column("n", ColumnType.INTEGER))
                                .column("n")
                                .longAt(0)))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).join()).isEqualTo(i);
        }
    }

    private static Frame lines(String order, String customer, String product, double price) {
        return Frame.of(
                Column.builder(ColumnSpec.of("order_id", ColumnType.TEXT))
                        .addText(order)
                        .build(),
                Column.builder(ColumnSpec.of("ordered_at", ColumnType.TIMESTAMP))
                        .add(LocalDateTime.of(2026, 1, 1, 9, 0))
                        .build(),
                Column.builder(ColumnSpec.of("customer_id", ColumnType.TEXT))
                        .addText(customer)
                        .build(),
                Column.builder(ColumnSpec.of("product_id", ColumnType.TEXT))
                        .addText(product)
                        .build(),
                Column.decimalBuilder(ColumnSpec.of("quantity", ColumnType.DECIMAL), 0)
                        .addLong(-3)
                        .build(),
                Column.decimalBuilder(ColumnSpec.of("unit_price", ColumnType.DECIMAL), 2)
                        .addDecimal(BigDecimal.valueOf(price).setScale(2))
                        .build(),
                Column.builder(ColumnSpec.of("good", ColumnType.BOOLEAN))
                        .addLong(1)
                        .build());
    }

    private String orders() {
        Frame f = query(
                "SELECT coalesce(string_agg(order_id || kind || amount, ',' ORDER BY order_id), '') FROM order_line",
                List.of(),
                column("t", ColumnType.TEXT));
        return f.column("t").textAt(0);
    }

    @Test
    void appendedFramesAreSeenAtCommitAndNotBefore() {
        long version = warehouse.version();
        try (Loader loader = warehouse.begin(new ImportBatch(1, "a", "test", "order_line", ""))) {
            loader.append("order_line", lines("o1", "c1", "p1", 1.25));
            loader.append("order_line", lines("o2", "c2", "p1", 2));
            assertThat(orders()).isEmpty();
            assertThat(warehouse.version()).isEqualTo(version);
            assertThat(loader.commit().get(0).rowsLoaded()).isEqualTo(2);
        }
        assertThat(orders()).isEqualTo("o1return-3.7500,o2return-6.0000");
        assertThat(warehouse.version()).isEqualTo(version + 1);
        assertThat(warehouse.span().rows()).containsEntry("customer", 2L).containsEntry("product", 1L);
        assertThat(warehouse
                        .model()
                        .table("order_line")
                        .find("good")
                        .orElseThrow()
                        .type())
                .isEqualTo(ColumnType.BOOLEAN);
        try (Loader loader = warehouse.begin(new ImportBatch(2, "b", "test", "order_line", ""))) {
            loader.append("order_line", lines("o3", "c1", "p1", 1));
        }
        assertThat(warehouse.hasBatch(2)).isFalse();
        assertThat(orders()).doesNotContain("o3");
        assertThatThrownBy(() -> warehouse.begin(new ImportBatch(1, "c", "test", "order_line", "")))
                .hasMessageContaining("already holds an import numbered 1");
    }

    @Test
    void removingABatchKeepsWhatOthersNeed() {
        for (int i = 1; i <= 2; i++) {
            try (Loader loader = warehouse.begin(new ImportBatch(i, "a" + i, "test", "order_line", ""))) {
                loader.append("order_line", lines("o" + i, "c" + i, "p1", 1));
                loader.commit();
            }
        }
        warehouse.undo(1, CancelSignal.create());
        assertThat(orders()).startsWith("o2").doesNotContain("o1");
        assertThat(warehouse.span().rows()).containsEntry("customer", 1L).containsEntry("product", 1L);
        assertThat(warehouse.hasBatch(1)).isFalse();
        long version = warehouse.version();
        warehouse.close();
        warehouse = Warehouse.open(dir, OPTIONS);
        assertThat(warehouse.version()).isEqualTo(version);
        assertThat(orders()).startsWith("o2");
    }

    @Test
    void aFrameThatLacksWhatIsNeededIsRefused() {
        try (Loader loader = warehouse.begin(new ImportBatch(1, "a", "test", "customer", ""))) {
            assertThatThrownBy(() -> loader.append(
                            "customer",
                            Frame.of(Column.builder(ColumnSpec.of("customer_id", ColumnType.TEXT))
                                    .addText("c1")
                                    .addNull()
                                    .build())))
                    .hasMessage("Row 1 for table customer, column customer_id: The value is missing.");
        }
        assertThat(warehouse.span().rows()).containsEntry("customer", 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM read_csv('/etc/passwd', auto_detect = true)",
                "SELECT count(*) FROM read_csv('%s/../catalog/catalog.script', auto_detect = true)",
                "SELECT count(*) FROM read_text('%s/link.csv')",
                "SELECT count(*) FROM glob('/etc/*')",
                "COPY order_line TO '/tmp/clientele-out.csv'",
                "EXPORT DATABASE '/tmp/clientele-export'",
                "ATTACH '/tmp/clientele-other.duckdb' AS other",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET threads = 1",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "RESET allowed_directories",
                "PRAGMA temp_directory='/tmp'",
            })
    void theEngineReachesNothingOutsideItsFolders(String sql) throws Exception {
        Path staging = dir.toRealPath().resolve("staging");
        Path secret = Files.writeString(dir.resolve("secret.csv"), "a,b\n1,2\n");
        Files.createSymbolicLink(staging.resolve("link.csv"), secret);
        assertThatThrownBy(() -> query(sql.formatted(staging), List.of(), column("n", ColumnType.INTEGER)))
                .isInstanceOf(AnalyticsException.class)
                .cause()
                .hasMessageMatching("(?s).*(Permission Error|locked|disabled).*");
    }

    @Test
    void noUnlockedConnectionToTheFileCanBeHad() throws Exception {
        String url = "jdbc:duckdb:" + dir.toRealPath().resolve("warehouse.duckdb");
        assertThatThrownBy(() -> DriverManager.getConnection(url).close())
                .hasMessageContaining("different configuration");
        assertThatThrownBy(() -> Warehouse.open(dir, new WarehouseOptions(600, 1, 1, Clock.systemUTC())))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORKSPACE_LOCKED));
    }

    @Test
    void aWarehouseWhoseMakingAKillCutShortIsMadeAgain() throws Exception {
        Path made = dir.resolve("made");
        Warehouse.open(made, WarehouseOptions.defaults()).close();
        byte[] whole = Files.readAllBytes(made.resolve("warehouse.duckdb"));
        for (int length : new int[] {0, 4096, 8192}) {
            Path cut = Files.createDirectories(dir.resolve("cut-" + length));
            Files.write(cut.resolve("warehouse.duckdb"), Arrays.copyOf(whole, length));
            try (Warehouse warehouse = Warehouse.open(cut, WarehouseOptions.defaults())) {
                assertThat(warehouse.span().first()).isNull();
            }
        }
        Path letter = Files.createDirectories(dir.resolve("letter"));
        Files.writeString(letter.resolve("warehouse.duckdb"), "Dear reader of this letter");
        assertThatThrownBy(() -> Warehouse.open(letter, WarehouseOptions.defaults()))
                .isInstanceOf(AnalyticsException.class);
        assertThat(letter.resolve("warehouse.duckdb")).hasContent("Dear reader of this letter");
    }

    @Test
    void aFileThatIsNoWarehouseIsSaidToBeNone() throws Exception {
        Path other = dir.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("warehouse.duckdb"), "this is no database, but it is long enough".repeat(1000));
        assertThatThrownBy(() -> Warehouse.open(other, OPTIONS))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORKSPACE_INVALID))
                .hasMessageContaining("cannot be opened");
    }
}
