package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowQueryTest {
    private TestWarehouse w;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        w.run("insert into customer (customer_id, name, country) values ('c', 'Cy', 'FR'), ('d', 'Di', null)");
        for (int i = 1; i <= 10; i++) {
            w.run(
                    "insert into order_line (order_id, line_no, ordered_at, customer_id, product_id, quantity, unit_price,"
                            + " amount, is_charge) values ('o', " + i + ", '2024-01-0" + (1 + i / 4)
                            + " 10:00:00.123456', "
                            + (i % 2 == 0 ? "'c'" : "null") + ", 'P" + i + "', " + i + ", 1.25, " + i * 1.25 + ", "
                            + (i > 9) + ")");
        }
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private List<List<Object>> rows(RowQuery query) {
        return w.answer(query, Policy.allowAll());
    }

    private static RowQuery where(String table, String column, Filter... filters) {
        return new RowQuery(table, List.of(column), List.of(filters), Period.all(), 0, 100);
    }

    @Test
    void everyTypeComesAsItIsStored() {
        RowQuery q = RowQuery.of(
                "order_line", "line_no", "ordered_at", "quantity", "amount", "is_charge", "customer.name", "country");
        CompiledQuery compiled = w.compiler().compile(q, w.context());
        assertThat(w.rows(compiled).get(1))
                .containsExactly(
                        2L,
                        LocalDateTime.of(2024, 1, 1, 10, 0, 0, 123_456_000),
                        new java.math.BigDecimal("2.000"),
                        new java.math.BigDecimal("2.5000"),
                        false,
                        "Cy",
                        null);
        assertThat(compiled.columns().get(3).spec().unit()).isEqualTo(Unit.of("GBP"));
        assertThat(compiled.columns().get(3).spec().type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(compiled.columns().get(5).spec().name()).isEqualTo("customer.name");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        List<Object> seen = new ArrayList<>();
        for (int offset = 0; offset < 12; offset += 3) {
            rows(new RowQuery("order_line", List.of("line_no"), List.of(), Period.all(), offset, 3))
                    .forEach(r -> seen.add(r.get(0)));
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void theDaysOfThePeriodAreBothIncluded() {
        Period second = new Period(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 2));
        assertThat(rows(new RowQuery("order_line", List.of("line_no"), List.of(), second, 0, 100)))
                .containsExactly(List.of(4L), List.of(5L), List.of(6L), List.of(7L));
    }

    @Test
    void dimensionsFilterRowsAsTheyFilterMetrics() {
        assertThat(rows(where("order_line", "line_no", Filter.in("country", "FR"))))
                .hasSize(5);
        assertThat(rows(where(
                        "order_line", "line_no", new Filter.Members("customer", Arrays.asList((String) null), false))))
                .hasSize(5);
        assertThat(rows(where("order_line", "line_no", Filter.in("product", "p1"))))
                .isEmpty();
        assertThat(rows(where("customer", "name", Filter.in("customer", "c")))).containsExactly(List.of("Cy"));
        assertThat(rows(where("customer", "name", Filter.where("country is null"))))
                .containsExactly(List.of("Di"));
        assertThat(rows(where("customer", "name", Filter.where("customer.first_sale_at < '2024-01-02'"))))
                .containsExactly(List.of("Cy"));
    }

    @Test
    void whatDoesNotExistIsRefusedByName() {
        assertThat(code(RowQuery.of("customers", "name"))).isEqualTo(ErrorCode.ARGUMENT_INVALID);
        assertThat(code(RowQuery.of("customer", "salary"))).isEqualTo(ErrorCode.DATA_COLUMN_MISSING);
        assertThat(code(RowQuery.of("customer", "name\" from order_line --"))).isEqualTo(ErrorCode.DATA_COLUMN_MISSING);
        assertThat(code(RowQuery.of("customer", "name", "name"))).isEqualTo(ErrorCode.ARGUMENT_INVALID);
        assertThat(code(where("customer", "name", Filter.in("category", "x")))).isEqualTo(ErrorCode.DIMENSION_UNKNOWN);
        assertThat(code(where("customer", "name", Filter.in("colour", "x")))).isEqualTo(ErrorCode.DIMENSION_UNKNOWN);
        Period day = new Period(LocalDate.of(2024, 1, 2), null);
        assertThat(code(new RowQuery("customer", List.of("name"), List.of(), day, 0, 10)))
                .isEqualTo(ErrorCode.ARGUMENT_INVALID);
    }

    @Test
    void aMetricQueryRefusesWhatDoesNotExistToo() {
        assertThat(code(MetricQuery.of("profit"))).isEqualTo(ErrorCode.METRIC_UNKNOWN);
        assertThat(code(MetricQuery.of("sales").by("colour"))).isEqualTo(ErrorCode.DIMENSION_UNKNOWN);
        assertThat(code(MetricQuery.of("sales", "core/sales"))).isEqualTo(ErrorCode.ARGUMENT_INVALID);
        assertThat(code(MetricQuery.of("sales").by("month", "month"))).isEqualTo(ErrorCode.ARGUMENT_INVALID);
        assertThat(code(MetricQuery.of("sales").by("customer.colour"))).isEqualTo(ErrorCode.DIMENSION_UNKNOWN);
        assertThat(code(MetricQuery.of("sales").where(Filter.in("month", "January"))))
                .isEqualTo(ErrorCode.ARGUMENT_INVALID);
        assertThat(code(MetricQuery.of("sales").where(Filter.between("quantity", "few", null))))
                .isEqualTo(ErrorCode.ARGUMENT_INVALID);
    }

    private ErrorCode code(RowQuery query) {
        return catchThrowableOfType(AnalyticsException.class, () -> w.compiler().compile(query, w.context()))
                .code();
    }

    private ErrorCode code(MetricQuery query) {
        return catchThrowableOfType(AnalyticsException.class, () -> w.compiler().compile(query, w.context()))
                .code();
    }
}
