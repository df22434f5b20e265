package org.clientele.platform.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.sdk.query.Grain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    /** The 4-5-4 calendar of the National Retail Federation: years end on the Saturday nearest to 31 January. */
    static final BusinessCalendar NRF = new BusinessCalendar(
            Month.FEBRUARY,
            DayOfWeek.SUNDAY,
            1,
            new RetailYear(RetailYear.Pattern.P454, true, DayOfWeek.SATURDAY, Month.JANUARY));

    private static BusinessCalendar lastSaturdayOfSeptember() {
        return new BusinessCalendar(
                Month.OCTOBER,
                DayOfWeek.SUNDAY,
                1,
                new RetailYear(RetailYear.Pattern.P445, false, DayOfWeek.SATURDAY, Month.SEPTEMBER));
    }

    private static BusinessCalendar fiscal(Month start) {
        return new BusinessCalendar(start, DayOfWeek.MONDAY, 4, null);
    }

    private static long weeks(BusinessCalendar calendar, LocalDate day) {
        LocalDate start = calendar.floor(Grain.YEAR, day);
        return ChronoUnit.WEEKS.between(start, calendar.plus(Grain.YEAR, start, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // As the federation published them: first day, last day, weeks.
        "2006-01-29, 2007-02-03, 53",
        "2012-01-29, 2013-02-02, 53",
        "2016-01-31, 2017-01-28, 52",
        "2017-01-29, 2018-02-03, 53",
        "2018-02-04, 2019-02-02, 52",
        "2019-02-03, 2020-02-01, 52",
        "2020-02-02, 2021-01-30, 52",
        "2021-01-31, 2022-01-29, 52",
        "2022-01-30, 2023-01-28, 52",
        "2023-01-29, 2024-02-03, 53",
        "2024-02-04, 2025-02-01, 52",
        "2025-02-02, 2026-01-31, 52"
    })
    void retailYearsAreThoseOfTheFederation(LocalDate first, LocalDate last, long weeks) {
        assertThat(NRF.floor(Grain.YEAR, first)).isEqualTo(first);
        assertThat(NRF.floor(Grain.YEAR, last)).isEqualTo(first);
        assertThat(NRF.last(Grain.YEAR, first)).isEqualTo(last);
        assertThat(weeks(NRF, first)).isEqualTo(weeks);
    }

    @Test
    void yearsOf53WeeksAreThoseThatCountingSaturdaysGives() {
        Set<Integer> counted = IntStream.range(1990, 2060)
                .filter(year -> nearestSaturday(year).plusWeeks(53).equals(nearestSaturday(year + 1)))
                .boxed()
                .collect(Collectors.toSet());
        Set<Integer> ours = IntStream.range(1990, 2060)
                .filter(year -> weeks(NRF, LocalDate.of(year, 6, 1)) == 53)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(ours).isEqualTo(counted).contains(2006, 2012, 2017, 2023).doesNotContain(2018, 2022, 2024);
    }

    /** Of the seven days around 31 January the one that is a Saturday. */
    private static LocalDate nearestSaturday(int year) {
        LocalDate end = LocalDate.of(year, 1, 31);
        return IntStream.rangeClosed(-3, 3)
                .mapToObj(end::plusDays)
                .filter(d -> d.getDayOfWeek() == DayOfWeek.SATURDAY)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2020-09-27, 2021-09-25, 52", "2021-09-26, 2022-09-24, 52", "2022-09-25, 2023-09-30, 53"})
    void aYearMayEndOnTheLastSaturdayOfAMonth(LocalDate first, LocalDate last, long weeks) {
        BusinessCalendar calendar = lastSaturdayOfSeptember();
        assertThat(calendar.floor(Grain.YEAR, last)).isEqualTo(first);
        assertThat(calendar.last(Grain.YEAR, first)).isEqualTo(last);
        assertThat(weeks(calendar, first)).isEqualTo(weeks);
    }

    @Test
    void periodsFollowTheirPatternAndTheLastTakesThe53rdWeek() {
        assertThat(periodWeeks(NRF, LocalDate.of(2023, 1, 29)))
                .containsExactly(4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 5L);
        assertThat(periodWeeks(NRF, LocalDate.of(2022, 1, 30)))
                .containsExactly(4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L);
        assertThat(periodWeeks(lastSaturdayOfSeptember(), LocalDate.of(2022, 9, 25)))
                .containsExactly(4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 6L);
        // The federation's fiscal August 2023 is 30 July to 26 August, its January 2024 31 December to 3 February.
        assertThat(NRF.floor(Grain.MONTH, LocalDate.of(2023, 8, 26))).isEqualTo("2023-07-30");
        assertThat(NRF.last(Grain.MONTH, LocalDate.of(2023, 7, 30))).isEqualTo("2023-08-26");
        assertThat(NRF.floor(Grain.MONTH, LocalDate.of(2024, 2, 3))).isEqualTo("2023-12-31");
    }

    private static List<Long> periodWeeks(BusinessCalendar calendar, LocalDate year) {
        return IntStream.range(0, 12)
                .mapToObj(i -> ChronoUnit.WEEKS.between(
                        calendar.plus(Grain.MONTH, year, i), calendar.plus(Grain.MONTH, year, i + 1)))
                .toList();
    }

    @Test
    void stepsHoldTheirDaysAndFollowEachOtherWithoutAGap() {
        for (BusinessCalendar calendar : List.of(
                NRF, lastSaturdayOfSeptember(), fiscal(Month.APRIL), fiscal(Month.JULY), BusinessCalendar.standard())) {
            for (Grain grain : Grain.values()) {
                LocalDate end = LocalDate.of(2030, 1, 1);
                for (LocalDate d = LocalDate.of(2004, 1, 1); d.isBefore(end); d = d.plusDays(1)) {
                    LocalDate start = calendar.floor(grain, d);
                    LocalDate next = calendar.plus(grain, start, 1);
                    assertThat(d).isAfterOrEqualTo(start).isBefore(next);
                    assertThat(calendar.floor(grain, next)).isEqualTo(next);
                    assertThat(calendar.plus(grain, next, -1)).isEqualTo(start);
                }
            }
        }
    }

    @Test
    void isoWeeksAreThoseOfTheJavaLibrary() {
        BusinessCalendar iso = BusinessCalendar.standard();
        LocalDate end = LocalDate.of(2042, 1, 1);
        for (LocalDate d = LocalDate.of(2000, 1, 1); d.isBefore(end); d = d.plusDays(1)) {
            assertThat(iso.weekNumber(d)).isEqualTo(d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            assertThat(iso.floor(Grain.WEEK, d).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        }
    }

    @Test
    void weeksOfTheUnitedStatesBeginOnSundayAndTheFirstHoldsNewYear() {
        BusinessCalendar us = new BusinessCalendar(Month.JANUARY, DayOfWeek.SUNDAY, 1, null);
        assertThat(us.floor(Grain.WEEK, LocalDate.of(2011, 12, 10))).isEqualTo("2011-12-04");
        assertThat(us.floor(Grain.WEEK, LocalDate.of(2011, 12, 11))).isEqualTo("2011-12-11");
        assertThat(us.weekNumber(LocalDate.of(2012, 1, 1))).isEqualTo(1);
        assertThat(BusinessCalendar.standard().weekNumber(LocalDate.of(2012, 1, 1)))
                .isEqualTo(52);
    }

    @Test
    void stepsOfAFiscalYearSayItsName() {
        BusinessCalendar april = fiscal(Month.APRIL);
        assertThat(april.floor(Grain.YEAR, LocalDate.of(2012, 3, 31))).isEqualTo("2011-04-01");
        assertThat(april.name(Grain.YEAR, LocalDate.of(2011, 4, 1))).contains("FY 2011/12");
        assertThat(april.name(Grain.QUARTER, LocalDate.of(2012, 1, 1))).contains("FY 2011/12 Q4");
        assertThat(april.name(Grain.MONTH, LocalDate.of(2012, 1, 1))).isEqualTo(Optional.empty());
        BusinessCalendar february = fiscal(Month.FEBRUARY);
        assertThat(february.floor(Grain.QUARTER, LocalDate.of(2012, 1, 31))).isEqualTo("2011-11-01");
        assertThat(february.name(Grain.QUARTER, LocalDate.of(2011, 11, 1))).contains("FY 2011/12 Q4");
        assertThat(NRF.name(Grain.QUARTER, LocalDate.of(2023, 1, 29))).contains("FY 2023/24 Q1");
        assertThat(NRF.name(Grain.MONTH, LocalDate.of(2023, 12, 31))).contains("FY 2023/24 P12");
        assertThat(BusinessCalendar.standard().name(Grain.QUARTER, LocalDate.of(2011, 4, 1)))
                .isEmpty();
    }

    @Test
    void aYearBeforeIsTheWeekOfTheSameNumber() {
        Shift year = Shift.year(Optional.empty(), NRF);
        // 52 weeks into a year of 52, 53 into the one after a year of 53.
        assertThat(year.back(LocalDate.of(2023, 1, 29))).isEqualTo("2022-01-30");
        assertThat(year.back(LocalDate.of(2024, 2, 4))).isEqualTo("2023-01-29");
        assertThat(year.forward(LocalDate.of(2022, 1, 30))).isEqualTo("2023-01-29");
        assertThat(year.forward(LocalDate.of(2023, 1, 29))).isEqualTo("2024-02-04");
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(2023, 3, 1), year.forward(LocalDate.of(2023, 3, 1))))
                .isEqualTo(371);
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(2022, 3, 1), year.forward(LocalDate.of(2022, 3, 1))))
                .isEqualTo(364);
        assertThat(year.forward(LocalDate.of(2024, 1, 28)))
                .as("the 53rd week goes nowhere")
                .isNull();
        assertThat(year.reaches(LocalDate.of(2024, 1, 27))).isTrue();
        assertThat(year.reaches(LocalDate.of(2024, 1, 28))).isFalse();
    }
}
