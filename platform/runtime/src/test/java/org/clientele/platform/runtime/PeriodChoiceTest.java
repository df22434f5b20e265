package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodChoiceTest {
    /** A word that no translation reached: in the pseudo-locale each vowel has an accent. */
    private static final String ENGLISH = "\\b[A-Za-z]*[AEIOUaeiou][A-Za-z]*\\b";

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
    @MethodSource("all")
    void withoutDataEveryChoiceIsAllOfHistory(PeriodChoice choice) {
        assertThat(choice.resolve(null)).isEqualTo(Period.all());
    }

    static List<PeriodChoice> all() {
        return PeriodChoice.values();
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

    @ParameterizedTest
    @CsvSource({
        "qtd,                  2011-12-09, 2011-10-01, 2011-12-09",
        "mtd,                  2011-12-09, 2011-12-01, 2011-12-09",
        "wtd,                  2011-12-09, 2011-12-05, 2011-12-09",
        "last:year,            2011-12-09, 2010-01-01, 2010-12-31",
        "last:week,            2011-12-09, 2011-11-28, 2011-12-04",
        "last week,            2011-12-11, 2011-12-05, 2011-12-11",
        "this:quarter,         2011-12-09, 2011-10-01, 2011-12-31",
        "rolling:90d,          2011-12-09, 2011-09-11, 2011-12-09",
        "rolling 2 weeks,      2011-12-09, 2011-11-26, 2011-12-09",
        "12m,                  2011-12-09, 2010-12-10, 2011-12-09",
        "rolling:1m,           2011-02-28, 2011-02-01, 2011-02-28",
        "rolling:1m,           2011-03-30, 2011-03-01, 2011-03-30",
        "rolling:2q,           2011-06-30, 2011-01-01, 2011-06-30",
        "rolling:1y,           2024-02-29, 2023-03-01, 2024-02-29",
        "ytd:year-before,      2024-02-29, 2023-01-01, 2023-02-28",
        "last:month:year-before, 2011-12-09, 2010-11-01, 2010-11-30",
    })
    void aRuleInWordsCountsFromTheNewestRow(String words, LocalDate last, LocalDate from, LocalDate to) {
        assertThat(PeriodChoice.parse(words).resolve(last)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "ytd,                  2023-06-10, 2023-04-01, 2023-06-10, 2023-01-29, 2023-06-10",
        "qtd,                  2023-06-10, 2023-04-01, 2023-06-10, 2023-04-30, 2023-06-10",
        "last:year,            2023-06-10, 2022-04-01, 2023-03-31, 2022-01-30, 2023-01-28",
        // The year from 29 January 2023 has a 53rd week; that before has none.
        "ytd:year-before,      2024-02-02, 2022-04-01, 2023-02-02, 2022-01-30, 2023-01-28",
        "rolling:1m,           2023-06-10, 2023-05-11, 2023-06-10, 2023-05-14, 2023-06-10",
    })
    void yearsAreThoseOfTheWorkspace(
            String words, LocalDate last, LocalDate from, LocalDate to, LocalDate retailFrom, LocalDate retailTo) {
        PeriodChoice choice = PeriodChoice.parse(words);
        BusinessCalendar fiscal = new BusinessCalendar(Month.APRIL, DayOfWeek.MONDAY, 4, null);
        BusinessCalendar retail = new BusinessCalendar(
                Month.FEBRUARY,
                DayOfWeek.SUNDAY,
                1,
                new RetailYear(RetailYear.Pattern.P445, true, DayOfWeek.SATURDAY, Month.JANUARY));
        assertThat(choice.resolve(last, fiscal)).isEqualTo(new Period(from, to));
        assertThat(choice.resolve(last, retail)).isEqualTo(new Period(retailFrom, retailTo));
    }

    @Test
    void everyRuleIsReadAsItIsWritten() {
        for (PeriodChoice.Rule rule : PeriodChoice.Rule.values()) {
            for (Grain grain : Grain.values()) {
                for (int n : List.of(1, 3, 400)) {
                    boolean counted = rule == PeriodChoice.Rule.LAST || rule == PeriodChoice.Rule.ROLLING;
                    PeriodChoice choice = rule == PeriodChoice.Rule.ALL
                            ? PeriodChoice.ALL
                            : new PeriodChoice(rule, counted ? n : 1, grain, n == 3);
                    boolean ofDays = grain == Grain.DAY && !counted && rule != PeriodChoice.Rule.ALL;
                    if (!ofDays && !(rule == PeriodChoice.Rule.LAST && grain == Grain.DAY && n == 1)) {
                        assertThat(PeriodChoice.parse(choice.toString())).isEqualTo(choice);
                    }
                }
            }
        }
        assertThat(PeriodChoice.values()).doesNotHaveDuplicates().hasSize(14);
        for (String wrong : List.of("", "never", "rolling", "rolling:0d", "last:fortnight", "90", "last:99999d")) {
            assertThatThrownBy(() -> PeriodChoice.parse(wrong)).as(wrong).isInstanceOf(AnalyticsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "ytd", "last:month", "last:12-months", "rolling:90d", "this:year:year-before"})
    void aRuleIsNamedInTheReadersLanguage(String words) {
        Locale before = Texts.locale();
        Texts.choose(Texts.PSEUDO);
        try {
            String filter = FilterText.inFull(new Filter.Members("country", Arrays.asList("ΓΔ", null), true), Map.of());

            assertThat(PeriodChoice.parse(words).label()).contains("[").doesNotContainPattern(ENGLISH);
            assertThat(filter.replace("country", "")).contains("[").doesNotContainPattern(ENGLISH);
            assertThatThrownBy(() -> Setting.CURRENCY.check("ΓΔ"))
                    .extracting(e -> e.getMessage().replace("currency", ""))
                    .asString()
                    .doesNotContainPattern(ENGLISH);
        } finally {
            Texts.choose(before);
        }
    }

    @Test
    void theBestChoiceWithoutDataIsAll() {
        assertThat(PeriodChoice.best(null, null)).isEqualTo(PeriodChoice.ALL);
    }

    @Test
    void periodsAreWrittenInTheReadersLanguage() {
        LocalDate day = LocalDate.of(2011, 12, 9);
        Locale before = Texts.locale();
        try {
            Texts.choose(Locale.ENGLISH);
            assertThat(PeriodText.of(new Period(LocalDate.of(2011, 9, 1), day), null, null))
                    .isEqualTo("1 Sep 2011 – 9 Dec 2011");
            assertThat(PeriodText.step("month", "2011-12-01")).isEqualTo("Dec 2011");
            assertThat(PeriodText.step("quarter", "2011-10-01")).isEqualTo("Q4 2011");
            assertThat(PeriodText.moment(day.atTime(12, 50))).isEqualTo("9 Dec 2011, 12:50");
            Texts.choose(Locale.GERMAN);
            assertThat(PeriodText.day(day)).isEqualTo("9. Dez. 2011");
            assertThat(PeriodText.step("month", "2011-12-01")).isEqualTo("Dez 2011");
            Texts.choose(Texts.PSEUDO);
            assertThat(PeriodText.step("quarter", "2011-10-01")).isEqualTo("[Q4 2011]");
            assertThat(PeriodText.step("country", "France")).isEqualTo("France");
        } finally {
            Texts.choose(before);
        }
    }
}
