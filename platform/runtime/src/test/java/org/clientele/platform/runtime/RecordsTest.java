package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.clientele.platform.runtime.records.CustomerMatch;
import org.clientele.platform.runtime.records.RecordCell;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.platform.runtime.records.Records;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.RowQuery.Sort;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records behind the numbers of Online Retail: 541,909 lines. */
class RecordsTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    @TempDir
    static Path temp;

    private static Workspace workspace;
    private static Session session;

    @BeforeAll
    static void load() {
        Path file = Path.of(System.getProperty("clientele.data", "")).resolve("online_retail/online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        workspace = Workspace.open(temp.resolve("shop"), WorkspaceOptions.withPlugins(List.of()));
        session = workspace.session(Subject.local(), Policy.allowAll());
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
    }

    @AfterAll
    static void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    private static RecordsView open(RecordsRequest request) {
        return session.records().open(request, () -> {});
    }

    private static RecordsState settled(RecordsView view) {
        RuntimeTest.until("the records are there", () -> {
            RecordsState s = view.state();
            return !s.failure().isEmpty() || !s.loading() && s.summary() != null;
        });
        return view.state();
    }

    private static Frame page(RecordsView view, long row) {
        RuntimeTest.until("page of " + row, () -> view.page(row).isPresent());
        return view.page(row).orElseThrow();
    }

    /** The number of the answer, and the same from the records behind it, one a part. */
    private static void reconciles(MetricQuery query, String metric, Map<String, String> members, double... expected) {
        List<RecordsRequest> parts = session.records().behind(query, metric, members, NEVER);
        assertThat(parts).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            try (RecordsView view = open(parts.get(i))) {
                RecordsState state = settled(view);
                assertThat(state.failure()).isEmpty();
                assertThat(state.summary().figure()).as(parts.get(i).title()).isCloseTo(expected[i], within(0.005));
            }
        }
    }

    private static double number(MetricQuery query, String metric) {
        Column column = session.query(query, NEVER).column(metric);
        return column.doubleAt(0);
    }

    @Test
    void theRecordsBehindEachCountryAndMonthAddUpToItsRevenue() {
        MetricQuery query = MetricQuery.of("revenue").by("country", "month");
        Frame answer = session.query(query, NEVER);
        for (int row = 0; row < answer.rowCount(); row += 17) {
            Map<String, String> members = Map.of(
                    "country", answer.column("country").textAt(row),
                    "month", answer.column("month").valueAt(row).toString());
            reconciles(query, "revenue", members, answer.column("revenue").doubleAt(row));
        }
    }

    @Test
    void ordersAndCustomersAreCountedFromTheirLines() {
        MetricQuery query =
                MetricQuery.of("orders", "customers", "average-order-value").by("country");
        Frame answer = session.query(query, NEVER);
        for (int row = 0; row < answer.rowCount(); row += 5) {
            Map<String, String> members =
                    Map.of("country", answer.column("country").textAt(row));
            double orders = answer.column("orders").doubleAt(row);
            reconciles(query, "orders", members, orders);
            reconciles(query, "customers", members, answer.column("customers").doubleAt(row));
            double sales = answer.column("average-order-value").doubleAt(row) * orders;
            if (orders > 0) {
                reconciles(query, "average-order-value", members, sales, orders);
            }
        }
        reconciles(MetricQuery.of("customers"), "customers", Map.of(), 4_338);
    }

    @Test
    void aRateHasTheRecordsOfItsTwoParts() {
        MetricQuery query = MetricQuery.of("return-rate", "sales").where(Filter.in("country", "Germany"));
        double sales = number(query, "sales");
        double returned = -number(query, "return-rate") * sales;
        reconciles(query, "return-rate", Map.of("quarter", "2011-01-01"), part(query, -1), part(query, 1));
        reconciles(query, "return-rate", Map.of(), returned, sales);
    }

    private static double part(MetricQuery query, int sign) {
        MetricQuery first = query.during(new org.clientele.sdk.query.Period(
                java.time.LocalDate.of(2011, 1, 1), java.time.LocalDate.of(2011, 3, 31)));
        double sales = number(first, "sales");
        return sign > 0 ? sales : -number(first, "return-rate") * sales;
    }

    @Test
    void newCustomersOfAMonthAreFoundInItsLines() {
        MetricQuery query = MetricQuery.of("new-customers").by("month");
        Frame answer = session.query(query, NEVER);
        String month = answer.column("month").valueAt(3).toString();
        reconciles(
                query,
                "new-customers",
                Map.of("month", month),
                answer.column("new-customers").doubleAt(3));
    }

    @Test
    void ofTheFirstFewGroupsOnlyTheirLinesAreListed() {
        MetricQuery query = MetricQuery.of("revenue").by("country").top(3);
        Frame answer = session.query(query, NEVER);
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            sum += answer.column("revenue").doubleAt(row);
        }
        reconciles(query, "revenue", Map.of(), sum);
    }

    @Test
    void everyRowIsSeenOnceWhateverTheOrderAndTheLastPageIsThereAtOnce() {
        RecordsRequest all = session.records().table("order_line", NEVER);
        try (RecordsView view = open(all)) {
            assertThat(settled(view).count()).isEqualTo(541_909);
            view.show(
                    List.of("order_id", "amount"),
                    List.of(Filter.in("country", "EIRE")),
                    List.of(new Sort("amount", true)));
            RecordsState state = settled(view);
            assertThat(state.count()).isEqualTo(8_196);
            double sum = 0;
            double before = Double.POSITIVE_INFINITY;
            Set<Long> seen = new HashSet<>();
            for (long row = 0; row < state.count(); row++) {
                Frame page = page(view, row);
                double amount = page.column("amount").doubleAt((int) (row % RecordsView.PAGE));
                assertThat(amount).isLessThanOrEqualTo(before);
                before = amount;
                sum += amount;
                seen.add(row);
            }
            assertThat(seen).hasSize(8_196);
            assertThat(sum)
                    .isCloseTo(
                            number(MetricQuery.of("revenue").where(Filter.in("country", "EIRE")), "revenue"),
                            within(0.01));
        }
    }

    @Test
    void aWrongFilterLeavesTheRowsThatWereThereAndSaysWhy() {
        RecordsRequest all = session.records().table("order_line", NEVER);
        try (RecordsView view = open(all)) {
            settled(view);
            view.show(all.rows().columns(), List.of(Filter.where("quantity > 'x")), List.of());
            RuntimeTest.until("it failed", () -> !view.state().failure().isEmpty());
            assertThat(view.state().failure()).contains("no closing quote");
            assertThat(view.state().count()).isEqualTo(541_909);
            assertThat(page(view, 541_908).rowCount()).isEqualTo(541_909 % RecordsView.PAGE);
            view.show(all.rows().columns(), List.of(), List.of());
            RuntimeTest.until("it is mended", () -> view.state().failure().isEmpty());
        }
    }

    @Test
    void theLatestWishWins() {
        RecordsRequest all = session.records().table("order_line", NEVER);
        try (RecordsView view = open(all)) {
            for (String country : List.of("France", "Germany", "EIRE", "Spain", "Norway")) {
                view.show(List.of("country"), List.of(Filter.in("country", country)), List.of());
            }
            assertThat(settled(view).count()).isEqualTo(1_086);
            assertThat(page(view, 0).column("country").textAt(0)).isEqualTo("Norway");
        }
    }

    @Test
    void columnsSayWhatIsInThemAndEmptyOnesAreNotShownAtFirst() {
        List<RecordColumn> columns = session.records().columns("order_line", NEVER);
        assertThat(columns)
                .filteredOn(c -> c.name().equals("customer"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.filled()).isEqualTo(406_829);
                    assertThat(c.usual()).isTrue();
                });
        assertThat(columns)
                .filteredOn(RecordColumn::usual)
                .extracting(RecordColumn::name)
                .contains("ordered_at", "order_id", "country", "amount")
                .doesNotContain("customer.name", "category");
        Policy masked = new Policy("Masked", Map.of(), Set.of("order_line.customer_id"), Set.of());
        try (Session other = workspace.session(Subject.local(), masked)) {
            Records records = other.records();
            assertThat(records.columns("order_line", NEVER))
                    .filteredOn(RecordColumn::hidden)
                    .extracting(RecordColumn::name)
                    .contains("customer");
            try (RecordsView view = records.open(records.table("order_line", NEVER), () -> {})) {
                assertThat(settled(view).summary().customers()).isEqualTo(-1);
                assertThat(view.state().count()).isEqualTo(541_909);
            }
        }
    }

    @Test
    void theRowsThatAreListedAreWrittenAsCsv() throws IOException {
        RowQuery rows = RowQuery.of("order_line", "order_id", "description", "amount")
                .where(Filter.in("country", "Norway"))
                .orderBy("amount", true);
        try (RecordsView view = open(RecordsRequest.of("Norway", rows))) {
            settled(view);
            Path file = temp.resolve("norway.csv");
            RecordsFile.of(session, view.request(), view.reader(), rows.columns(), NEVER)
                    .write(FileFormat.CSV, file, ExportOptions.standard(), Progress.NONE, NEVER);
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(1_087);
            assertThat(lines.get(0)).isEqualTo("\uFEFF\"Order\",\"Description\",\"Amount (GBP)\"");
            double sum = lines.stream()
                    .skip(1)
                    .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(',') + 1)))
                    .sum();
            double revenue = number(MetricQuery.of("revenue").where(Filter.in("country", "Norway")), "revenue");
            assertThat(sum).isCloseTo(revenue, within(0.005));
        }
        assertThat(RecordCell.guarded("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void theRowsThatAreListedAreTypedCellsOfAWorkbookThatSaysWhatTheyAre() throws IOException {
        RowQuery rows = RowQuery.of("order_line", "order_id", "ordered_at", "quantity", "amount")
                .where(Filter.in("country", "Norway"))
                .orderBy("amount", true);
        Path file = temp.resolve("norway.xlsx");
        try (RecordsView view = open(RecordsRequest.of("Norway", rows))) {
            settled(view);
            RecordsFile.of(session, view.request(), view.reader(), rows.columns(), NEVER)
                    .write(FileFormat.XLSX, file, ExportOptions.standard(), Progress.NONE, NEVER);
        }
        try (Workbook book = WorkbookFactory.create(file.toFile())) {
            Row first = book.getSheetAt(0).getRow(1);
            assertThat(first.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(DateUtil.isCellDateFormatted(first.getCell(1))).isTrue();
            assertThat(first.getCell(3).getNumericCellValue())
                    .isGreaterThan(book.getSheetAt(0).getRow(2).getCell(3).getNumericCellValue() - 1e-9);
            assertThat(book.getSheetAt(0).getRow(1_088).getCell(0).getStringCellValue())
                    .startsWith("Workspace");
        }
    }

    @Test
    void aRequestComesBackAsItWas() {
        RecordsRequest request = session.records()
                .behind(
                        MetricQuery.of("sales").where(Filter.between("month", "2011-01-01", null)),
                        "sales",
                        Map.of(),
                        NEVER)
                .get(0);
        assertThat(RecordsJson.read(RecordsJson.write(request))).isEqualTo(request);
        RecordsRequest plain = session.records().table("customer", NEVER);
        assertThat(RecordsJson.read(RecordsJson.write(plain))).isEqualTo(plain);
    }

    @Test
    void customersAreFoundByTheStartOfTheirIds() {
        assertThat(session.records().customers("1234", 6, NEVER))
                .hasSize(4)
                .extracting(CustomerMatch::id)
                .contains("12346", "12347")
                .allMatch(id -> id.startsWith("1234"));
        assertThat(session.records().customers("no'body%", 6, NEVER)).isEmpty();
        assertThat(session.records().customers("1", 6, NEVER)).hasSize(6);
    }

    @Test
    void sortingAndFilteringTheWholeFileIsQuick() {
        RecordsRequest all = session.records().table("order_line", NEVER);
        List<String> columns = all.rows().columns();
        try (RecordsView view = open(all)) {
            settled(view);
            List<String> said = new ArrayList<>();
            for (String by : List.of("amount", "product-name", "customer", "country", "description")) {
                long start = System.nanoTime();
                view.show(columns, List.of(Filter.where("quantity > 0")), List.of(new Sort(by, true)));
                RuntimeTest.until("sorted by " + by, () -> !view.state().loading());
                double sorted = (System.nanoTime() - start) / 1e6;
                long row = view.state().count() - 1;
                long asked = System.nanoTime();
                while (view.page(row).isEmpty()) {
                    LockSupport.parkNanos(100_000);
                }
                said.add("%s %.0f ms, last page %.0f ms".formatted(by, sorted, (System.nanoTime() - asked) / 1e6));
                assertThat(sorted).as(said.toString()).isLessThan(2_000);
            }
        }
    }
}
