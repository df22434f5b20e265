package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One order of one pound at 10:00 on each day of six years. */
class CalendarQueryTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final BusinessCalendar NRF = new BusinessCalendar(
            Month.FEBRUARY,
            DayOfWeek.SUNDAY,
            1,
            new RetailYear(RetailYear.Pattern.P454, true, DayOfWeek.SATURDAY, Month.JANUARY));

    private static TestWarehouse w;

    @BeforeAll
    static void fill() throws SQLException {
        w = TestWarehouse.empty();
        w.run("insert into order_line (order_id, ordered_at, quantity, unit_price, amount) select 'o' || i, timestamp '"
                + FIRST + " 10:00' + to_days(cast(i as integer)), 1, 1, 1 from range("
                + (LAST.toEpochDay() - FIRST.toEpochDay() + 1) + ") as t(i)");
    }

    @AfterAll
    static void close() throws SQLException {
        w.close();
    }

    private static CompiledQuery compiled(MetricQuery query, BusinessCalendar calendar) {
        LineFacts facts = LineFacts.between(FIRST.atTime(10, 0), LAST.atTime(10, 0), "GBP");
        return w.compiler().compile(query, new QueryContext(Subject.local(), Policy.allowAll(), facts, calendar, ""));
    }

    private static List<List<Object>> answer(MetricQuery query, BusinessCalendar calendar) {
        return w.rows(compiled(query, calendar));
    }

    private static BigDecimal pounds(int n) {
        return BigDecimal.valueOf(n).setScale(4);
    }

    @Test
    void eachDayLiesInTheStepThatTheCalendarSays() {
        List<BusinessCalendar> calendars = List.of(
                NRF,
                BusinessCalendar.standard(),
                new BusinessCalendar(Month.APRIL, DayOfWeek.SUNDAY, 1, null),
                new BusinessCalendar(Month.NOVEMBER, DayOfWeek.SATURDAY, 7, null),
                new BusinessCalendar(
                        Month.JANUARY,
                        DayOfWeek.MONDAY,
                        4,
                        new RetailYear(RetailYear.Pattern.P544, false, DayOfWeek.SUNDAY, Month.DECEMBER)));
        for (BusinessCalendar calendar : calendars) {
            for (Grain grain : Grain.values()) {
                Map<LocalDate, Integer> expected = new TreeMap<>();
                FIRST.datesUntil(LAST.plusDays(1))
                        .forEach(d -> expected.merge(calendar.floor(grain, d), 1, Integer::sum));
                Map<LocalDate, Integer> actual = new TreeMap<>();
                answer(MetricQuery.of("revenue").by(grain.name().toLowerCase(java.util.Locale.ROOT)), calendar)
                        .forEach(r -> actual.put((LocalDate) r.get(0), ((BigDecimal) r.get(1)).intValueExact()));
                assertThat(actual).as("%s of %s", grain, calendar).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRetailYearIsComparedWithTheSameWeeksOfTheYearBefore() {
        List<List<Object>> years = answer(MetricQuery.of("revenue").by("year").compare(Comparison.YEAR_BEFORE), NRF);
        // The year from 29 January 2023 has 53 weeks, of which the 53rd has none to be compared with, in either way.
        assertThat(years)
                .contains(
                        Arrays.asList(LocalDate.of(2022, 1, 30), pounds(364), pounds(364), 0.0),
                        Arrays.asList(LocalDate.of(2023, 1, 29), pounds(371), pounds(364), 7.0 / 364),
                        Arrays.asList(LocalDate.of(2024, 2, 4), pounds(332), pounds(332), 0.0));
        List<List<Object>> weeks = answer(
                MetricQuery.of("revenue")
                        .by("week")
                        .during(new Period(LocalDate.of(2024, 1, 14), LocalDate.of(2024, 2, 10)))
                        .compare(Comparison.YEAR_BEFORE),
                NRF);
        assertThat(weeks)
                .containsExactly(
                        Arrays.asList(LocalDate.of(2024, 1, 14), pounds(7), pounds(7), 0.0),
                        Arrays.asList(LocalDate.of(2024, 1, 21), pounds(7), pounds(7), 0.0),
                        Arrays.asList(LocalDate.of(2024, 1, 28), pounds(7), null, null),
                        Arrays.asList(LocalDate.of(2024, 2, 4), pounds(7), pounds(7), 0.0));
    }

    @Test
    void theDoubtsNameThe53rdWeek() {
        MetricQuery year = MetricQuery.of("revenue").compare(Comparison.YEAR_BEFORE);
        Period longYear = new Period(LocalDate.of(2023, 1, 29), LocalDate.of(2024, 2, 3));
        assertThat(answer(year.during(longYear), NRF).get(0)).startsWith(pounds(371), pounds(364));
        assertThat(compiled(year.during(longYear), NRF).caveats())
                .singleElement()
                .extracting(Caveat::message)
                .asString()
                .contains("53rd", "2024-01-28", "nothing to compare with");
        Period week53 = new Period(LocalDate.of(2024, 1, 28), LocalDate.of(2024, 2, 3));
        assertThat(answer(year.during(week53), NRF).get(0)).isEqualTo(Arrays.asList(pounds(7), null, null));
        assertThat(compiled(year.during(week53), NRF).caveats())
                .extracting(Caveat::kind)
                .containsExactly(Caveat.Kind.NO_COMPARISON);
        Period after = new Period(LocalDate.of(2024, 2, 4), null);
        assertThat(compiled(year.during(after), NRF).caveats())
                .extracting(Caveat::kind)
                .contains(Caveat.Kind.PERIOD_INCOMPLETE);
    }

    @Test
    void theUnfinishedFiscalYearIsComparedWithTheSamePart() {
        BusinessCalendar april = new BusinessCalendar(Month.APRIL, DayOfWeek.MONDAY, 4, null);
        CompiledQuery query = compiled(MetricQuery.of("revenue").by("year").compare(Comparison.YEAR_BEFORE), april);
        List<List<Object>> rows = w.rows(query);
        assertThat(rows.get(rows.size() - 1))
                .isEqualTo(Arrays.asList(LocalDate.of(2024, 4, 1), pounds(275), pounds(275), 0.0));
        assertThat(query.caveats())
                .extracting(Caveat::message)
                .anyMatch(m -> m.contains("The last year (2024-04-01 to 2025-03-31) is not over"));
    }

    @Test
    void theStepBeforeOfAPeriodIsTheWholePeriodBefore() {
        List<List<Object>> periods =
                answer(MetricQuery.of("revenue").by("month").compare(Comparison.PREVIOUS), NRF);
        for (int i = 2; i < periods.size() - 1; i++) {
            assertThat(periods.get(i).get(2)).isEqualTo(periods.get(i - 1).get(1));
        }
    }
}
