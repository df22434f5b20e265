package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function and operator with the value that it has on a real engine. */
class FormulaLanguageTest {
    private static TestWarehouse w;

    @BeforeAll
    static void fill() throws SQLException {
        w = TestWarehouse.of(CustomerModel.standard()
                .withAttributes(
                        "customer",
                        List.of(
                                ColumnSpec.of("MntWines", ColumnType.INTEGER),
                                ColumnSpec.of("select", ColumnType.TEXT))));
        w.run(
                "insert into customer (customer_id, country, registered_at, birth_date, MntWines, \"select\") values"
                        + " ('a', 'France', '2023-05-01 10:00:00', '1990-02-28', 7, 'x'), ('b', null, null, null, null, 'it''s')");
        w.run("insert into product (product_id, category) values ('p', 'Tea')");
        w.run("insert into order_line (order_id, ordered_at, customer_id, product_id, quantity, unit_price, amount,"
                + " country, is_charge) values"
                + " ('1', '2024-01-31 08:00:00', 'a', 'p', 2, 1.5, 3, 'France', false),"
                + " ('1', '2024-01-31 08:00:00', 'a', 'P', 1, 0.3333, 0.3333, null, true),"
                + " ('2', '2024-02-01 09:30:00', 'b', 'p', -1, 1.5, -1.5, 'Germany', null),"
                + " ('3', '2024-03-01 00:00:00', null, null, 0.5, 10.005, 5.0025, null, false)");
    }

    @AfterAll
    static void close() throws SQLException {
        w.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum(amount) | 6.8358",
                "sum(quantity) | 2.5",
                "sum(amount) where quantity > 100 | 0",
                "sum(customer.MntWines) | 14",
                "count() | 4",
                "COUNT(*) | error",
                "count(customer_id) | 3",
                "count(distinct customer_id) | 2",
                "count(distinct customer_id) where country = 'France' | 1",
                "count() where quantity > 0 | 3",
                "avg(quantity) | 0.625",
                "avg(quantity) where quantity > 100 | null",
                "min(amount) | -1.5",
                "max(unit_price) where quantity < 2 | 10.005",
                "min(amount) where false | null",
                "-sum(quantity) | -2.5",
                "sum(quantity) + 1.25 - 2 | 1.75",
                "2 + 3 * 4 - 6 / 4 | 12.5",
                "(2 + 3) * 4 | 20",
                "7 - 3 - 2 | 2",
                "12 / 3 / 2 | 2",
                "1 / 2 | 0.5",
                "1 / 0 | null",
                "sum(quantity) / (count() - 4) | null",
                "sum(quantity * unit_price) | 6.8358",
                "sum(unit_price * 0.5) | 6.6692",
                "abs(-3.5) | 3.5",
                "sum(abs(quantity)) | 4.5",
                "coalesce(avg(quantity) where false, 9) | 9",
                "sum(coalesce(customer.MntWines, 1)) | 16",
                "max(days(ordered_at)) - min(days(date '2024-01-31')) | 30",
                "days(max(ordered_at)) - max(days(ordered_at)) | 0",
                "round(2.5) | 3",
                "round(-2.5) | -3",
                "round(sum(amount), 2) | 6.84",
                "round(2 / 3, 3) | 0.667",
                "least(3, 1.5, 2) | 1.5",
                "greatest(sum(quantity), 2) | 2.5",
                "greatest(max(quantity) where false, 2) | 2",
                "count() where country is null | 1",
                "count() where order_line.country is null | 2",
                "count() where customer.country is not null | 2",
                "count() where country <> 'France' | 1",
                "count() where not (country = 'France') | 1",
                "count() where country in ('France', 'Germany') | 3",
                "count() where country not in ('France') | 1",
                "count() where quantity not between 0 and 1 | 2",
                "count() where product like 'p%' | 2",
                "count() where product_id not like 'p' | 1",
                "count() where category = 'Tea' | 2",
                "count() where is_charge | 1",
                "count() where not is_charge | 2",
                "count() where is_charge = true or quantity < 0 | 2",
                "count() where quantity > 0 or quantity < 0 and unit_price > 99 | 3",
                "count() where ordered_at < '2024-02-01' | 2",
                "count() where ordered_at >= '2024-02-01 09:30:00' | 2",
                "count() where ordered_at = date '2024-03-01' | 1",
                "count() where ordered_at > timestamp '2024-02-01 09:30:00' | 1",
                "count() where month = '2024-01-01' | 2",
                "count() where week in (date '2024-01-29') | 3",
                "count() where customer.birth_date < '2000-01-01' | 2",
                "count() where customer.registered_at < date '2023-05-02' | 2",
                "count() where in_period(ordered_at) | 4",
                "count() where in_period(customer.registered_at) | 2",
                "count() where customer.first_sale_at = '2024-01-31 08:00:00' | 2",
                "count() where \"select\" is null | error",
                "count() where customer.\"select\" = 'it''s' | 1",
                "count() where CUSTOMER.mntwines = 7 | 2",
                "[sales] - [clientele.core/revenue] | 1.5",
                "[core/orders] | 2",
            })
    void aFormulaHasItsValue(String formula, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> value(formula)).hasMessageContaining("1:");
            return;
        }
        Object value = value(formula);
        if (expected.equals("null")) {
            assertThat(value).isNull();
        } else {
            assertThat(new BigDecimal(value.toString())).isEqualByComparingTo(expected);
        }
    }

    // A formula's unit does not matter here: sums of money are declared as such, everything else has none.
    private static Object value(String formula) {
        for (var unit : List.of(
                Unit.none(),
                Unit.money(),
                Unit.of("units"),
                Unit.of("orders"),
                Unit.of("units").per(Unit.of("lines")))) {
            MetricDefinition d = MetricDefinition.builder("test.formula/x", formula)
                    .unit(unit)
                    .build();
            var all = new ArrayList<>(CoreMetrics.definitions());
            all.add(d);
            MetricCatalog catalog = MetricCatalog.of(all, w.model());
            if (catalog.problems().isEmpty()
                    || !catalog.problems().get(0).message().contains("but the metric declares")) {
                return w.rows(new QueryCompiler(catalog).compile(MetricQuery.of("formula/x"), w.context()))
                        .get(0)
                        .get(0);
            }
        }
        throw new AssertionError("no unit fits " + formula);
    }

    @Test
    void aSumThatIsTooLargeIsAnErrorAndNotAWrongNumber() throws SQLException {
        try (TestWarehouse huge = TestWarehouse.empty()) {
            huge.run("insert into order_line (amount, quantity) select 90000000000000, 1 from range(2)");
            assertThat(huge.answer(MetricQuery.of("units"))).isNotEmpty();
            assertThatThrownBy(() -> huge.answer(MetricQuery.of("revenue")))
                    .rootCause()
                    .hasMessageContaining("DECIMAL(18,4)");
        }
    }

    @Test
    void aTableIsJoinedOnlyWhenItIsRead() {
        QueryCompiler compiler = w.compiler();
        assertThat(compiler.compile(MetricQuery.of("revenue"), w.context()).sql())
                .doesNotContain("\"customer\"", "\"product\"", "first_sale");
        assertThat(compiler.compile(MetricQuery.of("revenue").by("category"), w.context())
                        .sql())
                .contains("join \"product\"")
                .doesNotContain("\"customer\"");
        assertThat(compiler.compile(MetricQuery.of("new-customers"), w.context())
                        .sql())
                .contains("\"first_sale\"");
    }

    @Test
    void whatAUserWritesIsBoundAndNeverPartOfTheSql() {
        String evil = "x'; drop table order_line; --";
        CompiledQuery q = w.compiler()
                .compile(
                        MetricQuery.of("revenue")
                                .where(Filter.in("country", evil))
                                .where(Filter.where(
                                        "product like 'needle%' and customer = 'hay''stack' and quantity > 123.5")),
                        w.context());
        assertThat(q.sql()).doesNotContain("drop", "needle", "hay", "123");
        assertThat(q.binds()).contains(evil, "needle%", "hay'stack");
        assertThat(w.rows(q)).hasSize(1);
    }

    @Test
    void partsThatMetricsShareAreComputedOnce() {
        String sql = w.compiler()
                .compile(MetricQuery.of("sales", "average-order-value", "return-rate"), w.context())
                .sql();
        assertThat(sql.split("sum\\(", -1)).hasSize(3);
    }
}
