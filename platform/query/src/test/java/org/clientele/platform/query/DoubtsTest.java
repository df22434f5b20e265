package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Period JANUARY = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31));

    private TestWarehouse w;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        line("'2024-01-10 10:00'", "'a'", "FR", "10.00");
        line("'2024-01-11 10:00'", "null", "FR", "30.00");
        line("'2024-02-10 10:00'", "'b'", "DE", "60.00");
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private void line(String at, String customer, String country, String price) throws SQLException {
        w.run("insert into order_line (order_id, ordered_at, customer_id, country, quantity, unit_price, amount) values"
                + " (concat(coalesce(" + at + ", ''), '" + country + price + "'), " + at + ", " + customer + ", '"
                + country + "', 1, " + price + ", " + price + ")");
    }

    private List<String> said(MetricQuery query) {
        return w.caveats(query).stream().map(Caveat::message).toList();
    }

    @Test
    void whatCountsCustomersSaysHowMuchOfTheSalesHasOne() {
        for (String metric : List.of("customers", "new-customers", "known-customer-sales")) {
            assertThat(said(MetricQuery.of(metric)))
                    .as(metric)
                    .containsExactly("70.0 % of sales have a known customer.");
        }
        assertThat(said(MetricQuery.of("revenue").by("customer")))
                .containsExactly("70.0 % of sales have a known customer.");
        assertThat(said(MetricQuery.of("revenue", "orders").by("country"))).isEmpty();
    }

    @Test
    void theShareIsThatOfTheRowsAskedFor() {
        assertThat(said(MetricQuery.of("customers").during(JANUARY)))
                .containsExactly("25.0 % of sales have a known customer.");
        assertThat(said(MetricQuery.of("customers").where(Filter.where("country = 'DE'"))))
                .isEmpty();
        assertThat(said(MetricQuery.of("customers").where(Filter.in("country", "FR"))))
                .containsExactly("25.0 % of sales have a known customer.");
    }

    @Test
    void leavingUnknownCustomersOutDoesNotMakeThemKnown() {
        assertThat(said(MetricQuery.of("sales").by("customer").where(Filter.where("customer is not null"))))
                .containsExactly("70.0 % of sales have a known customer.");
        assertThat(said(MetricQuery.of("sales").where(Filter.where("customer = 'a'"))))
                .isEmpty();
    }

    @Test
    void aShareThatRoundsToAllIsNotAll() throws SQLException {
        line("'2024-02-11 10:00'", "'c'", "DE", "1000000.00");
        assertThat(said(MetricQuery.of("customers"))).containsExactly("99.9 % of sales have a known customer.");
    }

    @Test
    void theShareIsOfTheRowsThatThePolicyShows() {
        Policy germans = new Policy("Germany", Map.of("order_line", List.of("country = 'DE'")), Set.of(), Set.of());
        assertThat(w.caveats(MetricQuery.of("customers"), germans)).isEmpty();
        Policy noMoney = new Policy("No money", Map.of(), Set.of("order_line.amount"), Set.of());
        assertThat(w.caveats(MetricQuery.of("customers"), noMoney)).isEmpty();
    }

    @Test
    void theDataIsAsOldAsWhatThePolicyShowsOfIt() {
        Policy french = new Policy("France", Map.of("order_line", List.of("country = 'FR'")), Set.of(), Set.of());
        assertThat(w.context(french).dataAsOf()).isEqualTo("2024-01-11T10:00");
        Policy timeless = new Policy("Timeless", Map.of(), Set.of("order_line.ordered_at"), Set.of());
        assertThat(w.context(timeless).dataAsOf()).isNull();
        assertThat(w.context(timeless).firstRow()).isNull();
    }

    @Test
    void linesWithoutADateCountOverAllTimeAndArePointedOutElsewhere() throws SQLException {
        line("null", "'d'", "ES", "5.00");
        line("null", "'d'", "ES", "6.00");
        assertThat(w.answer(MetricQuery.of("revenue", "orders", "customers")).get(0))
                .extracting(Object::toString)
                .containsExactly("111.0000", "5", "3");
        assertThat(said(MetricQuery.of("revenue"))).isEmpty();
        assertThat(said(MetricQuery.of("revenue").during(JANUARY)))
                .containsExactly("2 order lines have no date and lie in no period.");
        assertThat(said(MetricQuery.of("revenue").during(JANUARY).where(Filter.in("country", "FR"))))
                .isEmpty();
        assertThat(w.answer(MetricQuery.of("revenue").by("month"))).hasSize(3);
    }

    @Test
    void dataWithoutAnyDateIsCountedAndHasNoComparison() throws SQLException {
        w.run("update order_line set ordered_at = null");
        assertThat(w.answer(MetricQuery.of("orders")).get(0)).containsExactly(3L);
        MetricQuery compared = MetricQuery.of("orders").compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(compared).get(0)).isEqualTo(Arrays.asList(3L, null, null));
        assertThat(w.caveats(compared)).extracting(Caveat::kind).containsExactly(Caveat.Kind.NO_COMPARISON);
    }

    @Test
    void linesWithoutAnAmountAddNothingAndArePointedOut() throws SQLException {
        w.run("insert into order_line (order_id, ordered_at, country, quantity) values ('z', '2024-01-12', 'FR', 2)");
        assertThat(w.answer(MetricQuery.of("revenue", "units")).get(0))
                .extracting(Object::toString)
                .containsExactly("100.0000", "5.000");
        assertThat(said(MetricQuery.of("revenue"))).containsExactly("1 order line has no amount and adds nothing.");
        assertThat(said(MetricQuery.of("units"))).isEmpty();
        assertThat(said(MetricQuery.of("revenue").during(new Period(LocalDate.of(2024, 2, 1), null))))
                .isEmpty();
    }

    @Test
    void aWorkspaceOfBasketsHasUnitsAndNoRevenue() throws SQLException {
        w.run("update order_line set amount = null, unit_price = null, ordered_at = null");
        assertThat(w.answer(MetricQuery.of("units", "revenue")).get(0)).satisfies(row -> {
            assertThat(row.get(0)).hasToString("3.000");
            assertThat(row.get(1)).isNull();
        });
        assertThat(said(MetricQuery.of("revenue"))).containsExactly("3 order lines have no amount and add nothing.");
    }
}
