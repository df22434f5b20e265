package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrencyTest {
    private TestWarehouse w;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        line("2011-03-01 10:00", "GBP", "10");
        line("2011-03-01 11:00", "GBP", "20");
        line("2011-03-01 12:00", "EUR", "100");
        line("2011-03-05 00:00", "EUR", "200");
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private void line(String at, String currency, String amount) throws SQLException {
        String moment = at == null ? "null" : "'" + at + "'";
        String code = currency == null ? "null" : "'" + currency + "'";
        w.run("insert into order_line (order_id, ordered_at, currency, quantity, unit_price, amount) values ('" + at
                + currency + amount + "', " + moment + ", " + code + ", 1, " + amount + ", " + amount + ")");
    }

    private void rate(String from, String to, String day, double rate) throws SQLException {
        w.run("insert into exchange_rate (from_currency, to_currency, valid_from, rate) values ('" + from + "', '" + to
                + "', '" + day + "', " + rate + ")");
    }

    private CompiledQuery compiled(MetricQuery query, String reporting) {
        LineFacts facts = w.context().facts();
        return w.compiler()
                .compile(
                        query,
                        new QueryContext(
                                Subject.local(), Policy.allowAll(), facts, BusinessCalendar.standard(), reporting));
    }

    private List<Caveat> doubts(CompiledQuery query) {
        List<Caveat> all = new ArrayList<>();
        query.probes().forEach(p -> p.verdict().of(w.frame(p.question())).ifPresent(all::add));
        return all;
    }

    private Object revenue(String reporting) {
        return w.rows(compiled(MetricQuery.of("revenue"), reporting)).get(0).get(0);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    @Test
    void theRateOfTheOrdersOwnDayCounts() throws SQLException {
        rate("EUR", "GBP", "2011-01-01", 0.8);
        rate("EUR", "GBP", "2011-03-05", 0.9);
        rate("EUR", "GBP", "2011-04-01", 99);
        assertThat(revenue("GBP")).isEqualTo(money("290"));
        CompiledQuery query = compiled(MetricQuery.of("revenue"), "GBP");
        assertThat(query.columns().get(0).spec().unit().toString()).isEqualTo("GBP");
        assertThat(doubts(query))
                .extracting(Caveat::message)
                .containsExactly(
                        "Amounts in EUR are converted to GBP by the rates of 2011-01-01 to 2011-03-05 that were"
                                + " valid on the day of each order.");
    }

    @Test
    void aRateOfTheOtherDirectionIsInvertedUntilADirectOneIsThere() throws SQLException {
        rate("GBP", "EUR", "2011-01-01", 1.25);
        assertThat(revenue("GBP")).isEqualTo(money("270"));
        rate("EUR", "GBP", "2011-03-02", 0.5);
        rate("GBP", "EUR", "2011-03-04", 1.25);
        assertThat(revenue("GBP")).isEqualTo(money("210"));
        assertThat(revenue("EUR")).as("the other way round").isEqualTo(money("337.5"));
    }

    @Test
    void whereNobodyChoseItIsTheCurrencyOfMostLines() throws SQLException {
        rate("EUR", "GBP", "2011-01-01", 0.8);
        line("2011-03-06 10:00", "EUR", "0");
        assertThat(compiled(MetricQuery.of("revenue"), "")
                        .columns()
                        .get(0)
                        .spec()
                        .unit()
                        .toString())
                .isEqualTo("EUR");
        assertThat(revenue("")).isEqualTo(money("337.5"));
    }

    @Test
    void withoutARateThereIsNoSum() throws SQLException {
        rate("EUR", "GBP", "2011-03-02", 0.9);
        rate("EUR", "USD", "2011-01-01", 1.4);
        rate("USD", "GBP", "2011-01-01", 0.6);
        CompiledQuery query = compiled(MetricQuery.of("revenue", "orders"), "GBP");
        assertThatThrownBy(() -> doubts(query))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_VALUE_INVALID))
                .hasMessageContaining("no rate to GBP from EUR on 2011-03-01 (1 line)")
                .hasMessageContaining("valid_from")
                .hasMessageContaining("currency = 'GBP'");
        assertThat(doubts(compiled(MetricQuery.of("orders"), "GBP"))).isEmpty();
        Period after = new Period(LocalDate.of(2011, 3, 3), null);
        CompiledQuery later = compiled(MetricQuery.of("revenue").during(after), "GBP");
        assertThat(doubts(later))
                .extracting(Caveat::message)
                .containsExactly("Amounts in EUR are converted to GBP by the rate of 2011-03-02.");
        assertThat(w.rows(later).get(0).get(0)).isEqualTo(money("180"));
    }

    @Test
    void theBaseOfAComparisonNeedsItsRatesToo() throws SQLException {
        rate("EUR", "GBP", "2011-03-02", 0.9);
        line("2011-02-25 10:00", "GBP", "1");
        Period days = new Period(LocalDate.of(2011, 3, 3), LocalDate.of(2011, 3, 5));
        MetricQuery query = MetricQuery.of("revenue").during(days).compare(Comparison.PREVIOUS);
        assertThatThrownBy(() -> doubts(compiled(query, "GBP"))).hasMessageContaining("on 2011-03-01");
    }

    @Test
    void whatKeepsCurrenciesApartNeedsNoRate() {
        CompiledQuery one = compiled(MetricQuery.of("revenue").where(Filter.where("currency = 'EUR'")), "GBP");
        assertThat(w.rows(one).get(0).get(0)).isEqualTo(money("300"));
        assertThat(one.columns().get(0).spec().unit().toString()).isEqualTo("EUR");
        CompiledQuery member = compiled(MetricQuery.of("revenue").where(Filter.in("currency", "GBP")), "GBP");
        assertThat(w.rows(member).get(0).get(0)).isEqualTo(money("30"));
        assertThat(doubts(member)).isEmpty();
        CompiledQuery each = compiled(MetricQuery.of("revenue").by("currency"), "GBP");
        assertThat(w.rows(each)).containsExactly(Arrays.asList("EUR", money("300")), Arrays.asList("GBP", money("30")));
        assertThat(each.columns().get(1).spec().unit().toString()).isEqualTo("money");
        assertThat(doubts(each)).isEmpty();
    }

    @Test
    void aFilterThatLetsSeveralCurrenciesThroughKeepsNothingApart() {
        CompiledQuery query =
                compiled(MetricQuery.of("revenue").where(Filter.where("currency = 'EUR' or quantity > 0")), "GBP");
        assertThatThrownBy(() -> doubts(query)).hasMessageContaining("no rate to GBP from EUR");
    }

    @Test
    void linesThatNameNoCurrencyAreTakenAsTheReportingOneAndSaidSo() throws SQLException {
        w.run("delete from order_line where currency = 'EUR'");
        line("2011-03-02 10:00", null, "5");
        assertThat(revenue("GBP")).isEqualTo(money("35"));
        assertThat(doubts(compiled(MetricQuery.of("revenue"), "GBP")))
                .extracting(Caveat::message)
                .containsExactly("1 order line names no currency; it is taken as GBP.");
    }

    @Test
    void linesWithoutADateHaveNoRate() throws SQLException {
        rate("EUR", "GBP", "2011-01-01", 0.8);
        line(null, "EUR", "7");
        assertThatThrownBy(() -> doubts(compiled(MetricQuery.of("revenue"), "GBP")))
                .hasMessageContaining("EUR for lines without a date (1 line)");
    }

    @Test
    void aWorkspaceOfOneCurrencyIsAskedAsBefore() throws SQLException {
        w.run("delete from order_line where currency = 'EUR'");
        CompiledQuery query = compiled(MetricQuery.of("revenue"), "GBP");
        assertThat(query.sql()).doesNotContain("exchange_rate", "asof");
        assertThat(query.probes()).isEmpty();
        rate("GBP", "USD", "2011-01-01", 1.6);
        assertThat(revenue("USD")).isEqualTo(money("48"));
    }

    @Test
    void amountsAreRoundedLineByLineAndOwnOnesKeptToTheDigit() throws SQLException {
        w.run("delete from order_line");
        List<LocalDate> days = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            days.add(LocalDate.of(2011, 1, 1).plusDays(3L * i));
            rates.add(0.5 + random.nextInt(100_000) / 100_000.0);
            rate("EUR", "GBP", days.get(i).toString(), rates.get(i));
        }
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 300; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000, 4);
            boolean euro = random.nextBoolean();
            LocalDate day = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(125));
            line(day + " 13:00", euro ? "EUR" : "GBP", amount.toPlainString());
            int at = 0;
            while (at + 1 < days.size() && !days.get(at + 1).isAfter(day)) {
                at++;
            }
            BigDecimal product = new BigDecimal(amount.doubleValue() * rates.get(at));
            expected = expected.add(euro ? product.setScale(4, RoundingMode.HALF_UP) : amount);
        }
        // A product that lies on the edge between two digits may fall to either side.
        assertThat((BigDecimal) revenue("GBP"))
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(money("0.0005")));
    }
}
