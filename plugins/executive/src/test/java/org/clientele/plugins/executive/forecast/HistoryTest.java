package org.clientele.plugins.executive.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private static Map<LocalDate, Double> days(int count, DayOfWeek... closed) {
        Map<LocalDate, Double> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = MONDAY.plusDays(i);
            if (!java.util.List.of(closed).contains(day.getDayOfWeek())) {
                values.put(day, 10.0 + i);
            }
        }
        return values;
    }

    @Test
    void aWeekdayOnWhichNothingEverHappensIsNoStep() {
        History h = History.daily(days(70, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), MONDAY, MONDAY.plusDays(69));
        assertThat(h.closed()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(h.length()).isEqualTo(50);
        assertThat(h.cycle()).isEqualTo(5);
        assertThat(h.until(MONDAY.plusDays(76)))
                .hasSize(5)
                .allMatch(d -> d.getDayOfWeek().getValue() <= 5);
    }

    @Test
    void aSingleDayWithoutAValueIsClosedButManyAreDaysOfNone() {
        Map<LocalDate, Double> values = days(70);
        values.remove(MONDAY.plusDays(20));
        History once = History.daily(values, MONDAY, MONDAY.plusDays(69));
        assertThat(once.missing()).isEqualTo(1);
        assertThat(once.values()[20]).isNaN();
        for (int i = 0; i < 70; i += 4) {
            values.remove(MONDAY.plusDays(i));
        }
        History thin = History.daily(values, MONDAY, MONDAY.plusDays(69));
        assertThat(thin.missing()).isZero();
        assertThat(thin.values()[0]).isZero();
    }

    @Test
    void aLongClosureComesAgainOnItsDatesAndAHolidayDoesNot() {
        Map<LocalDate, Double> values = days(360);
        LocalDate christmas = LocalDate.of(2025, 12, 24);
        for (int i = 0; i < 6; i++) {
            values.remove(christmas.plusDays(i));
        }
        values.remove(LocalDate.of(2025, 5, 1));
        History h = History.daily(values, MONDAY, MONDAY.plusDays(359));
        assertThat(h.closedAYearBefore(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(h.closedAYearBefore(LocalDate.of(2026, 12, 29))).isTrue();
        assertThat(h.closedAYearBefore(LocalDate.of(2026, 12, 23))).isFalse();
        assertThat(h.closedAYearBefore(LocalDate.of(2026, 12, 30))).isFalse();
        assertThat(h.closedAYearBefore(LocalDate.of(2026, 5, 1))).isFalse();
    }

    @Test
    void aYearlySeasonNeedsTwentyFourMonths() {
        LocalDate first = LocalDate.of(2023, 1, 1);
        assertThat(History.monthly(Map.of(), first, LocalDate.of(2024, 11, 30)).cycle())
                .isEqualTo(1);
        History two = History.monthly(Map.of(first, 5.0), first, LocalDate.of(2024, 12, 31));
        assertThat(two.cycle()).isEqualTo(12);
        assertThat(two.values()[0]).isEqualTo(5);
        assertThat(two.until(LocalDate.of(2025, 3, 31)))
                .containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1));
    }

    @Test
    void theSumSinceADayLeavesOutWhatIsMissing() {
        Map<LocalDate, Double> values = days(28);
        values.remove(MONDAY.plusDays(26));
        assertThat(History.daily(values, MONDAY, MONDAY.plusDays(27)).since(MONDAY.plusDays(25)))
                .isEqualTo(35.0 + 37.0);
    }
}
