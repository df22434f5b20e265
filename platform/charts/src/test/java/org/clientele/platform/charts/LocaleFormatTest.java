package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.junit.jupiter.api.Test;

class LocaleFormatTest {
    private static final Unit GBP = Unit.of("GBP");
    private final LocaleFormat format = LocaleFormat.of(Locale.UK);

    @Test
    void compactNumbersReadAtArmsLength() {
        assertThat(format.compact(9747747.93, GBP)).isEqualTo("GBP 9.75M");
        assertThat(format.compact(48213, Unit.of("customers"))).isEqualTo("48.2k");
        assertThat(format.compact(19960, Unit.of("orders"))).isEqualTo("20.0k");
        assertThat(format.compact(4338, Unit.of("customers"))).isEqualTo("4,338");
        assertThat(format.compact(534.4030330, GBP.per(Unit.of("orders")))).isEqualTo("GBP 534.40");
        assertThat(format.compact(0.0841, Unit.ratio())).isEqualTo("8.4 %");
        assertThat(format.compact(61, Unit.none())).isEqualTo("61");
        assertThat(format.compact(999_999, Unit.none())).isEqualTo("1.00M");
        assertThat(format.compact(0, GBP)).isEqualTo("GBP 0.00");
        assertThat(format.compact(1e-12, Unit.none())).isEqualTo("1e−12");
        assertThat(format.compact(1e15, Unit.none())).isEqualTo("1,000T");
        assertThat(format.compact(12, Unit.money())).isEqualTo("12.00");
    }

    @Test
    void minusIsATrueOneAndNothingIsADash() {
        assertThat(format.compact(-896812.49, GBP)).isEqualTo("−GBP 897k");
        assertThat(format.compact(Double.NaN, GBP)).isEqualTo("–");
        assertThat(format.compact(Double.POSITIVE_INFINITY, GBP)).isEqualTo("–");
        assertThat(format.compact(-0.00001, Unit.ratio())).isEqualTo("0.0 %");
        assertThat(format.change(-0.0312)).isEqualTo("−3.1 %");
        assertThat(format.change(0.254)).isEqualTo("+25.4 %");
        assertThat(format.change(-0.0001)).isEqualTo("0.0 %");
        assertThat(format.change(Double.NaN)).isEqualTo("–");
    }

    @Test
    void exactNumbersKeepThePenny() {
        assertThat(format.exact(OnlineRetail.money("m", "9747747.93"), 0)).isEqualTo("GBP 9,747,747.93");
        assertThat(format.exact(OnlineRetail.money("m", "-5.00"), 0)).isEqualTo("−GBP 5.00");
        assertThat(format.exact(OnlineRetail.money("m", (String) null), 0)).isEqualTo("–");
        assertThat(format.exact(OnlineRetail.integers("n", Unit.of("orders"), 19960), 0))
                .isEqualTo("19,960");
        assertThat(format.exact(OnlineRetail.doubles("r", Unit.ratio(), 0.08407564), 0))
                .isEqualTo("8.41 %");
        assertThat(format.exact(OnlineRetail.doubles("a", GBP, 534.403), 0)).isEqualTo("GBP 534.40");
    }

    @Test
    void ticksHaveJustTheDigitsTheyNeed() {
        assertThat(format.tick(1_500_000, 500_000, GBP)).isEqualTo("1.5M");
        assertThat(format.tick(500_000, 500_000, GBP)).isEqualTo("500k");
        assertThat(format.tick(0, 500_000, GBP)).isEqualTo("0");
        assertThat(format.tick(0.25, 0.25, Unit.none())).isEqualTo("0.25");
        assertThat(format.tick(0.05, 0.05, Unit.ratio())).isEqualTo("5 %");
        assertThat(format.tick(0.025, 0.025, Unit.ratio())).isEqualTo("2.5 %");
        assertThat(format.tick(-20, 20, Unit.none())).isEqualTo("−20");
    }

    @Test
    void periodsAreNamedInFullAndShort() {
        LocalDate day = LocalDate.of(2011, 9, 1);
        assertThat(format.period(day, Grain.MONTH)).isEqualTo("September 2011");
        assertThat(format.period(LocalDate.of(2011, 10, 1), Grain.QUARTER)).isEqualTo("Q4 2011");
        assertThat(format.period(day, Grain.DAY)).isEqualTo("1 Sep 2011");
        assertThat(format.tick(day, Grain.MONTH)).isEqualTo("Sep");
    }

    @Test
    void otherLocalesHaveTheirOwnMarks() {
        LocaleFormat german = LocaleFormat.of(Locale.GERMANY);
        assertThat(german.exact(OnlineRetail.money("m", "9747747.93"), 0)).isEqualTo("GBP 9.747.747,93");
        assertThat(german.compact(-1.5, Unit.none())).isEqualTo("−1,5");
    }

    @Test
    void datesStandInTheOrderOfTheirLanguage() {
        LocalDate day = LocalDate.of(2011, 12, 9);
        assertThat(dates(day, "en-GB")).containsExactly("9 Dec 2011", "December 2011", "Dec");
        assertThat(dates(day, "en-US")).containsExactly("9 Dec 2011", "December 2011", "Dec");
        assertThat(dates(day, "de-DE")).containsExactly("9. Dez. 2011", "Dezember 2011", "Dez");
        assertThat(dates(day, "es-ES")).containsExactly("9 dic 2011", "diciembre 2011", "dic");
        assertThat(dates(day, "pl-PL")).containsExactly("9 gru 2011", "grudzień 2011", "gru");
        assertThat(dates(day, "ja-JP")).containsExactly("2011年12月9日", "2011年12月", "12月");
    }

    private static List<String> dates(LocalDate day, String locale) {
        LocaleFormat format = LocaleFormat.of(Locale.forLanguageTag(locale));
        return List.of(format.period(day, Grain.DAY), format.period(day, Grain.MONTH), format.tick(day, Grain.MONTH));
    }
}
