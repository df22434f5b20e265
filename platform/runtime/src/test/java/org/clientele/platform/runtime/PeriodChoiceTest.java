package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodChoiceTest {
    @ParameterizedTest
    @CsvSource({
        // An unfinished month is left out, a finished one counts.
        "LAST_MONTH,     2011-12-09, 2011-11-01, 2011-11-30",
        "LAST_MONTH,     2011-11-30, 2011-11-01, 2011-11-30",
        "LAST_MONTH,     2011-11-29, 2011-10-01, 2011-10-31",
        "LAST_MONTH,     2024-01-30, 2023-12-01, 2023-12-31",
        "LAST_MONTH,     2023-12-31, 2023-12-01, 2023-12-31",
        "LAST_MONTH,     2024-03-01, 2024-02-01, 2024-02-29",
        "LAST_MONTH,     2024-02-29, 2024-02-01, 2024-02-29",
        "LAST_MONTH,     2024-02-28, 2024-01-01, 2024-01-31",
        "LAST_MONTH,     2023-02-28, 2023-02-01, 2023-02-28",
        "LAST_MONTH,     1900-02-28, 1900-02-01, 1900-02-28",
        "LAST_MONTH,     2000-02-28, 2000-01-01, 2000-01-31",
        "LAST_QUARTER,   2024-03-31, 2024-01-01, 2024-03-31",
        "LAST_QUARTER,   2024-03-30, 2023-10-01, 2023-12-31",
        "LAST_QUARTER,   2024-06-30, 2024-04-01, 2024-06-30",
        "LAST_QUARTER,   2024-12-31, 2024-10-01, 2024-12-31",
        "LAST_QUARTER,   2025-01-01, 2024-10-01, 2024-12-31",
        "LAST_12_MONTHS, 2011-12-09, 2010-12-01, 2011-11-30",
        "LAST_12_MONTHS, 2024-02-29, 2023-03-01, 2024-02-29",
        "LAST_12_MONTHS, 2024-02-28, 2023-02-01, 2024-01-31",
        "LAST_12_MONTHS, 2024-12-31, 2024-01-01, 2024-12-31",
        "YEAR_TO_DATE,   2011-12-09, 2011-01-01, 2011-12-09",
        "YEAR_TO_DATE,   2024-01-01, 2024-01-01, 2024-01-01",
        "YEAR_TO_DATE,   2024-12-31, 2024-01-01, 2024-12-31",
    })
    void choiceCountsFromTheNewestRow(PeriodChoice choice, LocalDate last, LocalDate from, LocalDate to) {
        assertThat(choice.resolve(last)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @EnumSource
    void withoutDataEveryChoiceIsAllOfHistory(PeriodChoice choice) {
        assertThat(choice.resolve(null)).isEqualTo(Period.all());
    }

    @Test
    void allDataHasNoEnds() {
        assertThat(PeriodChoice.ALL.resolve(LocalDate.of(2024, 2, 29))).isEqualTo(Period.all());
    }

    @ParameterizedTest
    @CsvSource({
        // Twelve full months end on 2024-12-31, the twelve before begin on 2023-01-01.
        "2023-01-01, 2024-12-31, LAST_12_MONTHS",
        "2023-01-02, 2024-12-31, ALL",
        "2020-05-05, 2024-12-31, LAST_12_MONTHS",
        // Online Retail.
        "2010-12-01, 2011-12-09, ALL",
        // From February 2023 on, and a year before that.
        "2022-03-01, 2024-02-29, LAST_12_MONTHS",
        "2022-03-01, 2024-02-28, ALL",
        "2022-02-01, 2024-02-28, LAST_12_MONTHS",
        "2024-02-29, 2024-02-29, ALL",
    })
    void theBestChoiceCanBeComparedWithTheYearBefore(LocalDate first, LocalDate last, PeriodChoice best) {
        assertThat(PeriodChoice.best(first, last)).isEqualTo(best);
    }

    @Test
    void theBestChoiceWithoutDataIsAll() {
        assertThat(PeriodChoice.best(null, null)).isEqualTo(PeriodChoice.ALL);
    }
}
