package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Policy FRANCE =
            new Policy("France", Map.of("order_line", List.of("country = 'FR'")), Set.of(), Set.of());
    private static final Period FEBRUARY = new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));

    private TestWarehouse w;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        w.run("insert into customer (customer_id, name, country) values ('f', 'Fa', 'FR'), ('d', 'Da', 'DE')");
        w.run("insert into product (product_id, category, unit_cost) values ('p', 'Tea', 1), ('q', 'Gin', 2)");
        w.run("insert into order_line (order_id, ordered_at, customer_id, product_id, quantity, unit_price, amount,"
                + " country) values"
                + " ('1', '2024-01-10 08:00:00', 'f', 'p', 1, 10, 10, 'FR'),"
                + " ('2', '2024-01-11 08:00:00', 'd', 'p', 1, 100, 100, null),"
                + " ('3', '2024-01-12 08:00:00', null, 'q', 1, 1000, 1000, null),"
                + " ('4', '2024-02-10 08:00:00', 'f', 'q', 2, 10, 20, 'DE'),"
                + " ('5', '2024-02-11 08:00:00', 'f', 'p', 3, 10, 30, null),"
                + " ('6', '2024-02-29 08:00:00', 'd', 'q', 2, 100, 200, null)");
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    @Test
    void rowFiltersHoldForThePresentAndForTheBase() {
        List<Object> row = w.answer(
                        MetricQuery.of("revenue").during(FEBRUARY).compare(Comparison.PREVIOUS), Policy.allowAll())
                .get(0);
        // January begins before the data does, so the month before is not wholly known.
        assertThat(row).containsExactly(money("250"), null, null);
        Period late = new Period(LocalDate.of(2024, 2, 10), LocalDate.of(2024, 2, 29));
        MetricQuery compared = MetricQuery.of("revenue").during(late).compare(Comparison.PREVIOUS);
        MetricQuery steps = MetricQuery.of("revenue").by("country").during(late).compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(compared, FRANCE).get(0).subList(0, 1)).containsExactly(money("30"));
        assertThat(w.answer(steps, FRANCE)).extracting(r -> r.get(0)).containsExactly("FR");
    }

    @Test
    void rowFiltersHoldInTheBase() throws SQLException {
        w.run(
                "insert into order_line (order_id, ordered_at, amount, country) values ('0', '2023-01-01 00:00:00', 5, 'FR')");
        MetricQuery query = MetricQuery.of("revenue").during(FEBRUARY).compare(Comparison.PREVIOUS);
        assertThat(w.answer(query, Policy.allowAll()).get(0).get(1)).isEqualTo(money("1110"));
        assertThat(w.answer(query, FRANCE).get(0)).startsWith(money("30"), money("10"));
    }

    @Test
    void rowFiltersReadTheRealTimeAlsoOfTheBase() throws SQLException {
        w.run("insert into order_line (order_id, ordered_at, amount) values ('0', '2023-01-01 00:00:00', 5)");
        Policy sinceFebruary =
                new Policy("New", Map.of("order_line", List.of("ordered_at >= '2024-02-01'")), Set.of(), Set.of());
        List<Object> row = w.answer(
                        MetricQuery.of("revenue").during(FEBRUARY).compare(Comparison.PREVIOUS), sinceFebruary)
                .get(0);
        assertThat(row).containsExactly(money("250"), null, null);
    }

    @Test
    void rowFiltersHoldForTheFirstSale() {
        MetricQuery query = MetricQuery.of("new-customers").during(FEBRUARY);
        assertThat(w.answer(query, Policy.allowAll()).get(0)).containsExactly(0L);
        Policy gin = new Policy("Gin", Map.of("order_line", List.of("category = 'Gin'")), Set.of(), Set.of());
        assertThat(w.answer(query, gin).get(0)).containsExactly(2L);
    }

    @Test
    void whoeverMayNotSeeACustomerDoesNotSeeTheirLines() {
        Policy customers = new Policy("F", Map.of("customer", List.of("country = 'FR'")), Set.of(), Set.of());
        assertThat(w.answer(MetricQuery.of("revenue"), customers).get(0)).containsExactly(money("60"));
        assertThat(w.answer(MetricQuery.of("revenue").by("customer"), customers))
                .containsExactly(List.of("f", money("60")));
        assertThat(w.answer(RowQuery.of("customer", "customer_id"), customers)).containsExactly(List.of("f"));
        assertThat(w.answer(RowQuery.of("order_line", "order_id"), customers))
                .containsExactly(List.of("1"), List.of("4"), List.of("5"));
        Policy unknown = new Policy("U", Map.of("customer", List.of("name is null")), Set.of(), Set.of());
        assertThat(w.answer(MetricQuery.of("orders"), unknown).get(0)).containsExactly(0L);
        Policy products = new Policy("P", Map.of("product", List.of("category = 'Gin'")), Set.of(), Set.of());
        assertThat(w.answer(MetricQuery.of("revenue"), products).get(0)).containsExactly(money("1220"));
    }

    @Test
    void severalRowFiltersMustAllHold() {
        Policy both = new Policy(
                "Both",
                Map.of(
                        "order_line",
                        List.of("quantity > 1", "unit_price < 50"),
                        "product",
                        List.of("category = 'Tea'")),
                Set.of(),
                Set.of());
        assertThat(w.answer(MetricQuery.of("revenue"), both).get(0)).containsExactly(money("30"));
    }

    @Test
    void aPolicysOwnRowFilterMayReadWhatItMasks() {
        Policy p = new Policy(
                "P", Map.of("order_line", List.of("customer.name = 'Fa'")), Set.of("customer.name"), Set.of());
        assertThat(w.answer(MetricQuery.of("revenue"), p).get(0)).containsExactly(money("60"));
    }

    @Test
    void aRowFilterThatIsWrongStopsEveryQuery() {
        for (Map<String, List<String>> wrong : List.of(
                Map.of("order_line", List.of("contry = 'FR'")),
                Map.of("order_line", List.of("true; drop table order_line")),
                Map.of("order_line", List.of("in_period(ordered_at)")),
                Map.of("order_line", List.of("customer.first_sale_at is null")),
                Map.of("orders", List.of("country = 'FR'")),
                Map.of("customer", List.of("order_line.country = 'FR'")))) {
            Policy p = new Policy("Wrong", wrong, Set.of(), Set.of());
            assertThat(catchThrowableOfType(
                            AnalyticsException.class,
                            () -> w.compiler().compile(RowQuery.of("product", "name"), w.context(p))))
                    .isNotNull();
        }
    }

    @Test
    void maskedColumnsAreReadByNobody() {
        for (String[] c : new String[][] {
            {"order_line.unit_price", "sales"},
            {"order_line.unit_price", "average-order-value"},
            {"ORDER_LINE.Amount", "revenue"},
            {"order_line.customer_id", "customers"},
            {"customer.customer_id", "customers"},
            {"order_line.quantity", "new-customers"},
            {"customer.first_sale_at", "returning-customers"},
        }) {
            assertThat(refused(MetricQuery.of(c[1]), c[0])).contains("hides").contains("clientele.core/" + c[1]);
        }
        assertThat(refused(MetricQuery.of("units").by("category"), "product.category"))
                .contains("the dimension category");
        assertThat(refused(MetricQuery.of("units").by("country"), "customer.country"))
                .contains("the dimension country");
        assertThat(refused(MetricQuery.of("units").by("product"), "product.product_id"))
                .contains("the dimension product");
        assertThat(refused(MetricQuery.of("units").by("month"), "order_line.ordered_at"))
                .contains("the dimension month");
        assertThat(refused(MetricQuery.of("units").during(FEBRUARY), "order_line.ordered_at"))
                .contains("the period");
        assertThat(refused(MetricQuery.of("units").where(Filter.in("customer", "f")), "customer.customer_id"))
                .contains("the filter");
        assertThat(refused(MetricQuery.of("units").where(Filter.where("customer.name = 'Fa'")), "customer.name"))
                .contains("the filter");
        assertThat(w.answer(MetricQuery.of("units"), masking("order_line.unit_price")))
                .hasSize(1);
    }

    @Test
    void rowQueriesGoThroughTheSamePolicy() {
        List<RowQuery> forbidden = new ArrayList<>();
        forbidden.add(RowQuery.of("customer", "customer_id", "name"));
        forbidden.add(RowQuery.of("order_line", "order_id", "customer.name"));
        forbidden.add(RowQuery.of("customer", "country").orderBy("name", false));
        forbidden.add(RowQuery.of("customer", "country").where(Filter.where("name like 'F%'")));
        for (RowQuery q : forbidden) {
            AnalyticsException e = catchThrowableOfType(
                    AnalyticsException.class, () -> w.compiler().compile(q, w.context(masking("customer.name"))));
            assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
        }
        assertThat(w.answer(RowQuery.of("order_line", "order_id"), FRANCE)).containsExactly(List.of("1"), List.of("5"));
    }

    private static Policy masking(String column) {
        return new Policy("Masks", Map.of(), Set.of(column), Set.of());
    }

    private String refused(MetricQuery query, String column) {
        AnalyticsException e = catchThrowableOfType(
                AnalyticsException.class, () -> w.compiler().compile(query, w.context(masking(column))));
        assertThat(e).as(column).isNotNull();
        assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
        return e.getMessage();
    }
}
