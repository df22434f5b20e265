package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private TestWarehouse w;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        line("2022-12-30 10:00", "a", "FR", 1);
        line("2023-01-31 10:00", "a", "FR", 10);
        line("2023-02-14 10:00", "b", "FR", 20);
        line("2023-02-20 10:00", "b", "DE", 40);
        line("2024-01-15 10:00", "a", "FR", 100);
        line("2024-02-10 10:00", "c", "ES", 200);
        line("2024-02-14 09:00", "a", "FR", 400);
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private void line(String at, String customer, String country, int amount) throws SQLException {
        w.run("insert into order_line (order_id, ordered_at, customer_id, country, quantity, unit_price, amount) values"
                + " ('" + at + "', '" + at + "', '" + customer + "', '" + country + "', 1, " + amount + ", " + amount
                + ")");
    }

    private static BigDecimal money(int amount) {
        return BigDecimal.valueOf(amount).setScale(4);
    }

    private static Period days(String from, String to) {
        return new Period(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private List<Caveat> caveats(MetricQuery query) {
        return w.compiler().compile(query, w.context()).caveats();
    }

    @Test
    void theSamePartOfTheYearBeforeCounts() {
        MetricQuery february = MetricQuery.of("revenue")
                .during(days("2024-02-01", "2024-02-29"))
                .compare(Comparison.YEAR_BEFORE);
        // Of February 2023 only what was sold up to the 14th at 9:00: not the line of 10:00.
        assertThat(w.answer(february)).containsExactly(Arrays.asList(money(600), null, null));
        assertThat(caveats(february)).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Caveat.Kind.PERIOD_INCOMPLETE);
            assertThat(c.message()).contains("2024-02-01 to 2024-02-29", "2024-02-14 09:00", "same part");
        });
    }

    @Test
    void membersThatOnlyTheBaseHasAreNotLost() {
        MetricQuery query = MetricQuery.of("revenue", "orders")
                .by("country")
                .during(days("2024-01-01", "2024-03-31"))
                .compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(query))
                .containsExactly(
                        Arrays.asList("FR", money(500), money(10), 49.0, 2L, 1L, 1.0),
                        Arrays.asList("ES", money(200), null, null, 1L, null, null));
        MetricQuery january = MetricQuery.of("revenue")
                .by("country")
                .during(days("2024-02-01", "2024-02-14"))
                .compare(Comparison.PREVIOUS);
        assertThat(w.answer(january))
                .containsExactly(
                        Arrays.asList("FR", money(400), null, null), Arrays.asList("ES", money(200), null, null));
        MetricQuery until = MetricQuery.of("revenue")
                .by("country")
                .during(days("2024-01-16", "2024-02-10"))
                .compare(Comparison.PREVIOUS);
        assertThat(w.answer(until))
                .containsExactly(
                        Arrays.asList("ES", money(200), null, null), Arrays.asList("FR", null, money(100), null));
    }

    @Test
    void wholeMonthsAreComparedWithWholeMonthsAndDaysWithDays() {
        MetricQuery query = MetricQuery.of("revenue").compare(Comparison.PREVIOUS);
        assertThat(w.answer(query.during(days("2023-02-01", "2023-02-28"))).get(0))
                .startsWith(money(60), money(10));
        assertThat(w.answer(query.during(days("2023-02-01", "2023-02-27"))).get(0))
                .startsWith(money(60), money(10));
        assertThat(w.answer(query.during(days("2023-02-02", "2023-02-14"))).get(0))
                .startsWith(money(20), money(10));
        assertThat(w.answer(query.during(days("2023-02-15", "2023-02-20"))).get(0))
                .startsWith(money(40), money(20));
        assertThat(w.answer(query.during(days("2024-02-01", null))).get(0)).startsWith(money(600), null);
    }

    @Test
    void aPeriodThatTheDataDoesNotReachHasNoBase() {
        MetricQuery query = MetricQuery.of("revenue").compare(Comparison.YEAR_BEFORE);
        for (Period p : List.of(Period.all(), days(null, "2023-12-31"), days("2023-06-01", "2023-06-30"))) {
            assertThat(w.answer(query.during(p)).get(0).subList(1, 3)).containsOnlyNulls();
            assertThat(caveats(query.during(p))).extracting(Caveat::kind).containsExactly(Caveat.Kind.NO_COMPARISON);
        }
        // The day on which the data begins counts as known.
        assertThat(w.answer(query.during(days("2023-12-30", "2024-01-31"))).get(0))
                .startsWith(money(100), money(11));
        assertThat(w.answer(query.during(days("2023-12-29", "2024-01-31"))).get(0))
                .startsWith(money(100), null);
    }

    @Test
    void stepsWhoseBaseTheDataDoesNotCoverHaveNone() {
        MetricQuery query = MetricQuery.of("revenue").by("year").compare(Comparison.PREVIOUS);
        assertThat(w.answer(query))
                .containsExactly(
                        Arrays.asList(LocalDate.of(2022, 1, 1), money(1), null, null),
                        Arrays.asList(LocalDate.of(2023, 1, 1), money(70), null, null),
                        Arrays.asList(LocalDate.of(2024, 1, 1), money(700), money(10), 69.0));
        assertThat(caveats(query).get(0).message()).contains("begins on 2022-12-30", "before 2024-01-01");
    }

    @Test
    void newCustomersOfTheBaseAreThoseWhoWereNewThen() {
        MetricQuery query = MetricQuery.of("new-customers", "customers")
                .during(days("2024-02-01", "2024-02-29"))
                .compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(query).get(0)).startsWith(1L, 0L);
        MetricQuery quarter = MetricQuery.of("new-customers", "customers")
                .during(days("2023-04-01", "2023-06-30"))
                .compare(Comparison.PREVIOUS);
        assertThat(w.answer(quarter).get(0)).containsExactly(0L, 1L, -1.0, 0L, 2L, -1.0);
    }

    @Test
    void aFilterOnTimeIsAskedOfTheMovedRowsToo() {
        MetricQuery query = MetricQuery.of("revenue")
                .during(days("2023-02-01", "2023-02-28"))
                .where(Filter.where("ordered_at >= '2023-02-15'"))
                .compare(Comparison.PREVIOUS);
        assertThat(w.answer(query).get(0)).startsWith(money(40), money(10));
    }

    @Test
    void weeksAreComparedWithWeeks() {
        MetricQuery query = MetricQuery.of("revenue").by("week").compare(Comparison.YEAR_BEFORE);
        // Monday 12 February 2024 lies 52 weeks after Monday 13 February 2023.
        assertThat(w.answer(query.during(days("2024-02-12", null))))
                .containsExactly(Arrays.asList(LocalDate.of(2024, 2, 12), money(400), money(20), 19.0));
        assertThat(w.answer(query.during(days("2024-01-29", "2024-02-04"))))
                .containsExactly(Arrays.asList(LocalDate.of(2024, 1, 29), null, money(10), null));
    }

    @Test
    void theTopAreRankedByThePresentAndShownInOrderOfTime() {
        assertThat(w.answer(MetricQuery.of("revenue").by("month").top(2)))
                .containsExactly(
                        List.of(LocalDate.of(2024, 1, 1), money(100)), List.of(LocalDate.of(2024, 2, 1), money(600)));
        assertThat(w.answer(MetricQuery.of("revenue").by("country", "customer").top(2)))
                .containsExactly(List.of("FR", "a", money(511)), List.of("ES", "c", money(200)));
    }

    @Test
    void aPeriodThatEndsWithTheDataIsComparedUpToTheSameMinute() throws SQLException {
        line("2023-02-14 08:00", "b", "FR", 3);
        MetricQuery query = MetricQuery.of("revenue").compare(Comparison.YEAR_BEFORE);
        // The line of 2023-02-14 10:00 lies after the minute at which the data of 2024 ends.
        for (Period p : List.of(days("2024-02-01", "2024-02-14"), days("2024-02-01", null))) {
            assertThat(w.answer(query.during(p)).get(0)).startsWith(money(600), money(3), 199.0);
            assertThat(caveats(query.during(p))).singleElement().satisfies(c -> {
                assertThat(c.kind()).isEqualTo(Caveat.Kind.PERIOD_INCOMPLETE);
                assertThat(c.message()).contains("2024-02-14 09:00", "same part");
            });
        }
        // So is the last month of the year to date, which is not over either.
        MetricQuery toDate = query.by("month").during(days("2024-01-01", "2024-02-14"));
        assertThat(w.answer(toDate))
                .containsExactlyElementsOf(w.answer(query.by("month").during(days("2024-01-01", null))));
        assertThat(w.answer(toDate).get(1)).startsWith(LocalDate.of(2024, 2, 1), money(600), money(3));
        assertThat(caveats(toDate)).anySatisfy(c -> {
            assertThat(c.kind()).isEqualTo(Caveat.Kind.PERIOD_INCOMPLETE);
            assertThat(c.message()).contains("2024-02-29", "is not over", "same part");
        });
        assertThat(caveats(toDate.incomplete(Incomplete.WHOLE)))
                .noneSatisfy(c -> assertThat(c.message()).contains("whole of the"));
    }

    @Test
    void aMonthThatEndsWithTheDataIsOver() throws SQLException {
        line("2024-02-29 09:00", "a", "FR", 1);
        line("2023-02-28 10:00", "a", "FR", 5);
        MetricQuery query = MetricQuery.of("revenue")
                .during(days("2024-02-01", "2024-02-29"))
                .compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(query).get(0)).startsWith(money(601), money(65));
        assertThat(caveats(query)).isEmpty();
    }

    @Test
    void theLeapDayHasNoDayAYearBeforeAndSaysSo() throws SQLException {
        line("2024-02-29 09:00", "a", "FR", 7);
        line("2023-02-28 10:00", "a", "FR", 5);
        line("2024-03-05 10:00", "a", "FR", 2);
        MetricQuery day = MetricQuery.of("revenue")
                .during(days("2024-02-29", "2024-02-29"))
                .compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(day).get(0)).isEqualTo(Arrays.asList(money(7), null, null));
        assertThat(caveats(day)).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Caveat.Kind.NO_COMPARISON);
            assertThat(c.message()).contains("29 February in 2023", "2024-02-29");
        });
        MetricQuery byDay = MetricQuery.of("revenue")
                .by("day")
                .during(days("2024-02-28", "2024-03-01"))
                .compare(Comparison.YEAR_BEFORE);
        assertThat(w.answer(byDay))
                .containsExactly(
                        Arrays.asList(LocalDate.of(2024, 2, 28), null, money(5), null),
                        Arrays.asList(LocalDate.of(2024, 2, 29), money(7), null, null));
        assertThat(caveats(byDay)).extracting(Caveat::kind).containsExactly(Caveat.Kind.NO_COMPARISON);
    }

    @Test
    void withoutDataThereIsNothingToCompareWith() throws SQLException {
        try (TestWarehouse none = TestWarehouse.empty()) {
            MetricQuery query = MetricQuery.of("revenue", "orders").compare(Comparison.PREVIOUS);
            assertThat(none.answer(query)).containsExactly(Arrays.asList(null, null, null, 0L, null, null));
            assertThat(none.answer(query.by("month"))).isEmpty();
            assertThat(none.compiler().compile(query, none.context()).caveats())
                    .extracting(Caveat::kind)
                    .containsExactly(Caveat.Kind.NO_COMPARISON);
        }
    }
}
