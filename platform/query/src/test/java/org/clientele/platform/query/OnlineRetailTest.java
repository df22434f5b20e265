package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The core metrics against figures that pandas computed from the same file. */
class OnlineRetailTest {
    private static final String CLEAN = "quantity > 0 and unit_price > 0 and customer_id is not null";

    private static TestWarehouse shop;
    private static List<String> truth;

    @BeforeAll
    static void load() throws Exception {
        String data = System.getProperty("clientele.data", "");
        Path folder = Path.of(data);
        Path file = folder.resolve("online_retail/online_retail.csv.gz");
        assumeTrue(!data.isEmpty() && Files.isReadable(file), "clientele.data names no folder with online_retail");
        shop = TestWarehouse.onlineRetail(folder);
        truth = Files.readAllLines(folder.resolve("online_retail/GROUND_TRUTH.md"));
    }

    @AfterAll
    static void close() throws SQLException {
        if (shop != null) {
            shop.close();
        }
    }

    /** The cells of a table of the truth, below a heading, without its head. */
    private static List<List<String>> table(String heading) {
        int start = 0;
        while (!truth.get(start).startsWith("## " + heading)) {
            start++;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : truth.subList(start + 1, truth.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (line.startsWith("|") && !line.startsWith("|---")) {
                rows.add(Arrays.stream(line.substring(1).split(Pattern.quote("|"), -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows.subList(1, rows.size());
    }

    private static String money(Object value) {
        return String.format(java.util.Locale.ROOT, "%,.2f", (BigDecimal) value);
    }

    @Test
    void theWholeFileGivesTheFiguresOfTheIssue() {
        List<Object> row = shop.answer(MetricQuery.of(
                        "revenue",
                        "sales",
                        "known-customer-sales",
                        "orders",
                        "customers",
                        "units",
                        "average-order-value",
                        "return-rate",
                        "new-customers",
                        "returning-customers"))
                .get(0);
        assertThat(money(row.get(0))).isEqualTo("9,747,747.93");
        assertThat(money(row.get(1))).isEqualTo("10,666,684.54");
        assertThat(money(row.get(2))).isEqualTo("8,911,407.90");
        assertThat(row.get(3)).isEqualTo(19_960L);
        assertThat(row.get(4)).isEqualTo(4_338L);
        assertThat((BigDecimal) row.get(5)).isEqualByComparingTo("5176450");
        assertThat((Double) row.get(6)).isCloseTo(534.40, within(0.005));
        assertThat((Double) row.get(7)).isCloseTo(0.0841, within(0.00005));
        assertThat(row.get(8)).isEqualTo(4_338L);
        assertThat(row.get(9)).isEqualTo(0L);
    }

    @Test
    void everyMonthIsThatOfTheTable() {
        List<List<Object>> rows = shop.answer(MetricQuery.of("revenue", "sales", "known-customer-sales", "customers")
                .by("month"));
        List<List<Object>> clean =
                shop.answer(MetricQuery.of("orders").by("month").where(Filter.where("customer is not null")));
        List<List<String>> expected = table("By month");
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            List<Object> r = rows.get(i);
            assertThat(List.of(
                            r.get(0).toString().substring(0, 7),
                            money(r.get(1)),
                            money(r.get(2)),
                            money(r.get(3)),
                            r.get(4).toString(),
                            clean.get(i).get(1).toString()))
                    .isEqualTo(expected.get(i).subList(0, 6));
        }
    }

    @Test
    void theTopTensAreThoseOfTheTables() {
        checkTop(
                table("Top 10 StockCodes by revenue (net"),
                MetricQuery.of("revenue", "units").by("product"));
        checkTop(
                table("Top 10 StockCodes by revenue (clean"),
                MetricQuery.of("sales", "units").by("product").where(Filter.where(CLEAN)));
        checkTop(
                table("Top 10 countries"),
                MetricQuery.of("sales", "customers", "orders").by("country").where(Filter.where(CLEAN)));
        checkTop(
                table("Top 10 customers"),
                MetricQuery.of("known-customer-sales", "orders").by("customer").where(Filter.where(CLEAN)));
    }

    private static void checkTop(List<List<String>> expected, MetricQuery query) {
        List<List<Object>> rows = shop.answer(query.top(10));
        assertThat(rows).hasSize(10);
        for (int i = 0; i < 10; i++) {
            List<Object> r = rows.get(i);
            List<String> e = expected.get(i);
            assertThat(r.get(0)).isEqualTo(e.get(0));
            assertThat(money(r.get(1))).isEqualTo(e.get(1));
            for (int c = 2; c < r.size(); c++) {
                assertThat(new BigDecimal(r.get(c).toString())).isEqualByComparingTo(e.get(c));
            }
        }
    }

    @Test
    void newCustomersOfAMonthAreTheSizeOfItsCohort() {
        List<List<Object>> rows = shop.answer(MetricQuery.of("new-customers", "returning-customers", "customers")
                .by("month"));
        List<List<String>> cohorts = table("Cohorts");
        assertThat(rows).hasSameSizeAs(cohorts);
        for (int i = 0; i < rows.size(); i++) {
            List<Object> r = rows.get(i);
            assertThat(r.get(1).toString()).isEqualTo(cohorts.get(i).get(1));
            assertThat((Long) r.get(1) + (Long) r.get(2)).isEqualTo(r.get(3));
        }
    }

    @Test
    void aFilterDoesNotMakeOldCustomersNew() {
        Period january = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 1, 31));
        List<Object> whole =
                shop.answer(MetricQuery.of("new-customers").during(january)).get(0);
        assertThat(whole).containsExactly(417L);
        List<List<Object>> byProduct = shop.answer(MetricQuery.of("new-customers")
                .during(january)
                .where(Filter.where("product = '22423' and ordered_at >= '2011-01-10'")));
        // 22423 in January after the 9th: distinct buyers whose very first purchase was in January.
        List<List<Object>> direct = shop.rows(
                "select count(distinct customer_id) from order_line l where quantity > 0 and unit_price > 0 and product_id"
                        + " = '22423' and ordered_at >= '2011-01-10' and ordered_at < '2011-02-01' and not exists (select 1"
                        + " from order_line f where f.customer_id = l.customer_id and f.quantity > 0 and f.unit_price > 0"
                        + " and f.ordered_at < '2011-01-01')",
                List.of());
        assertThat(byProduct).isEqualTo(direct);
    }

    @Test
    void theUnfinishedDecemberIsComparedWithTheSamePartOfTheYearBefore() {
        Period december = new Period(LocalDate.of(2011, 12, 1), LocalDate.of(2011, 12, 31));
        CompiledQuery query = shop.compiler()
                .compile(MetricQuery.of("revenue").during(december).compare(Comparison.YEAR_BEFORE), shop.context());
        List<Object> row = shop.rows(query).get(0);
        assertThat(money(row.get(0))).isEqualTo("433,668.01");
        assertThat(money(row.get(1))).isEqualTo("345,918.12");
        assertThat((Double) row.get(2)).isCloseTo(0.254, within(0.0005));
        assertThat(query.caveats()).extracting(Caveat::kind).containsExactly(Caveat.Kind.PERIOD_INCOMPLETE);
        assertThat(query.columns())
                .extracting(c -> c.spec().name())
                .containsExactly("revenue", "revenue_year_before", "revenue_change");
    }

    @Test
    void daysUpToTheDatasEndAreComparedUpToTheSameMinute() {
        for (LocalDate to : Arrays.asList(LocalDate.of(2011, 12, 9), null)) {
            MetricQuery query = MetricQuery.of("revenue")
                    .during(new Period(LocalDate.of(2011, 12, 1), to))
                    .compare(Comparison.YEAR_BEFORE);
            List<Object> row = shop.answer(query).get(0);
            assertThat(money(row.get(1))).isEqualTo("345,918.12");
            assertThat((Double) row.get(2)).isCloseTo(0.254, within(0.0005));
        }
    }

    @Test
    void customersSayThatMoreThanFourFifthsOfTheSalesHaveOne() {
        assertThat(shop.caveats(MetricQuery.of("customers")))
                .extracting(Caveat::kind, Caveat::message)
                .containsExactly(tuple(
                        Caveat.Kind.CUSTOMERS_UNKNOWN,
                        String.format(
                                Locale.ROOT,
                                "%.1f %% of sales have a known customer.",
                                100 * figure("CLEAN revenue") / figure("GROSS revenue"))));
    }

    /** A figure of the first table, by the start of its name. */
    private static double figure(String name) {
        return table("Counts").stream()
                .filter(r -> r.get(0).startsWith(name))
                .mapToDouble(r -> Double.parseDouble(r.get(1).replace(",", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void byMonthOnlyMonthsThatTheDataCoversHaveAYearBefore() {
        CompiledQuery query = shop.compiler()
                .compile(MetricQuery.of("revenue").by("month").compare(Comparison.YEAR_BEFORE), shop.context());
        List<List<Object>> rows = shop.rows(query);
        assertThat(rows).hasSize(13);
        assertThat(rows.subList(0, 12))
                .allSatisfy(r -> assertThat(r.subList(2, 4)).containsOnlyNulls());
        assertThat(money(rows.get(12).get(2))).isEqualTo("345,918.12");
        assertThat(query.caveats())
                .extracting(Caveat::kind)
                .containsExactly(Caveat.Kind.NO_COMPARISON, Caveat.Kind.PERIOD_INCOMPLETE);
    }

    @Test
    void theMonthBeforeIsThatOfTheTable() {
        List<List<Object>> rows =
                shop.answer(MetricQuery.of("revenue").by("month").compare(Comparison.PREVIOUS));
        List<List<String>> expected = table("By month");
        for (int i = 1; i < 12; i++) {
            assertThat(money(rows.get(i).get(2))).isEqualTo(expected.get(i - 1).get(1));
        }
        assertThat(rows.get(0).get(2)).isNull();
    }
}
