package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever days and filters somebody chooses, the accounts add up to the last digit, and their totals are what a query of the
 * metric answers.
 */
class FiguresAddUpTest {
    private static final int PAGES = 12;

    private interface Check {
        void of(Shop shop, Shop.Page page);
    }

    private static Stream<DynamicTest> over(Shop shop, Check check) {
        return LongStream.rangeClosed(1, PAGES)
                .mapToObj(seed -> DynamicTest.dynamicTest("page " + seed, () -> check.of(shop, shop.page(seed))))
                .onClose(shop::close);
    }

    @TestFactory
    Stream<DynamicTest> onTheSample() {
        return over(Shop.sample(), FiguresAddUpTest::all);
    }

    @TestFactory
    Stream<DynamicTest> onOnlineRetail() {
        return over(Shop.onlineRetail(), FiguresAddUpTest::all);
    }

    private static void all(Shop shop, Shop.Page page) {
        growthAccountAddsUp(shop, page);
        revenueBridgeAddsUp(shop, page);
        productEffectsAddUp(shop, page);
        contributionsAddUp(shop, page);
        statesAreAllCustomers(shop, page);
        concentrationIsOfAllSales(shop, page);
        monthsAreThoseOfTheMetrics(shop, page);
        riskHasTwoParts(shop, page);
    }

    private static long at(Frame frame, String column, int row) {
        return Amounts.at(frame.column(column), row);
    }

    private static long sum(Frame frame, String column) {
        return LongStream.of(Amounts.of(frame.column(column))).sum();
    }

    private static long figure(Shop shop, String metric, Period days, Shop.Page page) {
        Frame frame = shop.figure("clientele.core/" + metric, days, page);
        return frame.rowCount() == 0 ? 0 : at(frame, metric, 0);
    }

    private static void growthAccountAddsUp(Shop shop, Shop.Page page) {
        Frame account = shop.analyse("growth-account", page);
        Frame bridge = shop.analyse("growth-bridge", page);
        for (int row = 0; row < account.rowCount(); row++) {
            assertThat(at(account, "opening", row)
                            + at(account, "new", row)
                            + at(account, "reactivated", row)
                            + at(account, "lost", row))
                    .as("%s, month %d", page, row)
                    .isEqualTo(at(account, "closing", row));
            assertThat(row == 0 ? at(account, "opening", 0) : at(account, "closing", row - 1))
                    .isEqualTo(at(account, "opening", row));
        }
        if (account.rowCount() > 0) {
            int last = bridge.rowCount() - 1;
            assertThat(sum(bridge, "customers") - at(bridge, "customers", last))
                    .as("%s", page)
                    .isEqualTo(at(bridge, "customers", last));
            assertThat(at(bridge, "customers", 1)).isEqualTo(sum(account, "new"));
            assertThat(at(bridge, "customers", 3)).isEqualTo(sum(account, "lost"));
        }
    }

    private static Period shown(Shop shop, Shop.Page page) {
        LocalDate from = page.period().from();
        LocalDate to = page.period().to();
        return new Period(from == null ? shop.first : from, to == null ? shop.last : to);
    }

    private static void revenueBridgeAddsUp(Shop shop, Shop.Page page) {
        Frame bridge = shop.analyse("revenue-bridge", page, "against", "YEAR_BEFORE");
        int last = bridge.rowCount() - 1;
        Period now = shown(shop, page);
        Period before = new Period(now.from().minusYears(1), now.to().minusYears(1));
        assertThat(sum(bridge, "amount") - at(bridge, "amount", last))
                .as("%s", page)
                .isEqualTo(at(bridge, "amount", last));
        assertThat(at(bridge, "amount", 0)).isEqualTo(figure(shop, "revenue", before, page));
        assertThat(at(bridge, "amount", last)).isEqualTo(figure(shop, "revenue", now, page));
        Frame best = shop.analyse("revenue-bridge", page);
        assertThat(sum(best, "amount")).isEqualTo(2 * at(best, "amount", best.rowCount() - 1));
    }

    private static void productEffectsAddUp(Shop shop, Shop.Page page) {
        Frame effects = shop.analyse("product-effects", page, "products", "1000");
        for (int row = 0; row < effects.rowCount(); row++) {
            assertThat(at(effects, "price", row)
                            + at(effects, "volume", row)
                            + at(effects, "mix", row)
                            + at(effects, "new_or_lost", row))
                    .as("%s, product %d", page, row)
                    .isEqualTo(at(effects, "change", row))
                    .isEqualTo(at(effects, "now", row) - at(effects, "before", row));
        }
    }

    private static void contributionsAddUp(Shop shop, Shop.Page page) {
        for (String dimension : new String[] {"country", "category", "channel"}) {
            Frame parts;
            try {
                parts = shop.analyse("contribution", page, "dimension", dimension, "against", "YEAR_BEFORE");
            } catch (AnalyticsException lacking) {
                assertThat(lacking).hasMessageContaining("has a " + dimension);
                continue;
            }
            if (parts.rowCount() > 0) {
                assertThat(sum(parts, "now"))
                        .as("%s by %s", page, dimension)
                        .isEqualTo(figure(shop, "revenue", shown(shop, page), page));
                assertThat(sum(parts, "now") - sum(parts, "before")).isEqualTo(sum(parts, "change"));
            }
        }
    }

    private static void statesAreAllCustomers(Shop shop, Shop.Page page) {
        Frame states = shop.analyse("customer-states", page);
        long customers =
                figure(shop, "customers", new Period(null, shown(shop, page).to()), page);
        assertThat(sum(states, "customers")).as("%s", page).isEqualTo(customers);
    }

    private static void concentrationIsOfAllSales(Shop shop, Shop.Page page) {
        Frame shares = shop.analyse("concentration", page);
        if (shares.rowCount() > 0) {
            int all = shares.rowCount() - 1;
            assertThat(at(shares, "sales", all))
                    .as("%s", page)
                    .isEqualTo(figure(shop, "known-customer-sales", page.period(), page));
            assertThat(at(shares, "customers", all)).isEqualTo(figure(shop, "customers", page.period(), page));
        }
    }

    private static void monthsAreThoseOfTheMetrics(Shop shop, Shop.Page page) {
        Frame months = shop.analyse("margin-by-month", page);
        if (months.rowCount() > 0) {
            assertThat(sum(months, "revenue")).as("%s", page).isEqualTo(figure(shop, "revenue", page.period(), page));
            Frame margin = shop.figure("clientele.executive/margin", page.period(), page);
            Column column = margin.column("margin");
            assertThat(months.column("margin").nullCount() == months.rowCount()).isEqualTo(column.isNull(0));
            assertThat(sum(months, "margin")).isEqualTo(Amounts.at(column, 0));
        }
    }

    private static void riskHasTwoParts(Shop shop, Shop.Page page) {
        Frame risk = shop.analyse("revenue-at-risk", page);
        if (risk.rowCount() == 3) {
            assertThat(at(risk, "amount", 0) + at(risk, "amount", 1))
                    .as("%s", page)
                    .isEqualTo(at(risk, "amount", 2));
            assertThat(at(risk, "low", 0)).isLessThanOrEqualTo(at(risk, "high", 0));
        }
        shop.analyse("opportunity-gap", page);
        shop.analyse("lorenz", page);
        shop.analyse("health-score", page);
        shop.analyse("health-parts", page);
        shop.analyse("risk-indicators", page);
        shop.analyse("state-history", page);
        shop.analyse("return-test", page);
        shop.analyse("portfolio-figures", page);
    }
}
