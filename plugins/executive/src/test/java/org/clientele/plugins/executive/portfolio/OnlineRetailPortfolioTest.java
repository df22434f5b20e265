package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the portfolio of Online Retail against figures that a Python program worked out another way. */
class OnlineRetailPortfolioTest {
    private static final int LAST = (int) LocalDate.of(2011, 12, 9).toEpochDay();
    private static OnlineRetail data;
    private static Properties reference;

    @BeforeAll
    static void readsBoth() throws IOException {
        reference = OnlineRetail.reference();
        data = OnlineRetail.read();
    }

    private static double number(String key) {
        return Double.parseDouble(reference.getProperty(key));
    }

    @Test
    void hasTheCustomersThatAreKnownToHaveUnderThreeOrders() {
        assertThat(data.purchases.customers()).isEqualTo(4338);
        assertThat(Arrays.stream(data.orders).filter(n -> n < 3)).hasSize(2328);
    }

    @ParameterizedTest
    @CsvSource({"now,0", "then,90"})
    void rhythmAndStatesAreThoseOfTheReference(String key, int daysBefore) {
        PurchaseRhythm rhythm = PurchaseRhythm.of(data.purchases, LAST - daysBefore, 0.75, 0.9);
        assertThat(rhythm.shrinkage()).isCloseTo(number(key + ".within") / number(key + ".between"), within(1e-6));
        assertThat(rhythm.typicalGap()).isCloseTo(number(key + ".typical"), within(1e-6));
        assertThat(rhythm.riskRatio()).isCloseTo(number(key + ".risk.ratio"), within(1e-6));
        assertThat(rhythm.lapsedRatio()).isCloseTo(number(key + ".lapsed.ratio"), within(1e-6));
        assertThat(rhythm.counts()).containsExactly((int) number(key + ".active"), (int) number(key + ".risk"), (int)
                number(key + ".lapsed"));
    }

    @Test
    void backTestFindsWhoCameBackInNinetyDays() {
        BackTest test = BackTest.of(data.purchases, PurchaseRhythm.of(data.purchases, LAST - 90, 0.75, 0.9), LAST);
        assertThat(test.share(CustomerState.ACTIVE)).isEqualTo(new Share(1388, 2054));
        assertThat(test.share(CustomerState.AT_RISK)).isEqualTo(new Share(203, 411));
        assertThat(test.share(CustomerState.LAPSED)).isEqualTo(new Share(330, 905));
        assertThat(number("then.risk.came")).isEqualTo(203);
    }

    @Test
    void growthAccountIsThatOfTheReferenceMonthByMonth() {
        int[] ends = new int[14];
        for (int m = 0; m < 13; m++) {
            ends[m] = (int)
                    YearMonth.of(2010, 12).plusMonths(m - 1).atEndOfMonth().toEpochDay();
        }
        ends[13] = LAST;
        GrowthAccount account = GrowthAccount.of(data.purchases, ends, 90);
        assertThat(account.steps())
                .hasSize(13)
                .allSatisfy(s -> assertThat(reference.getProperty("account." + LocalDate.ofEpochDay(s.to())))
                        .isEqualTo(s.opening() + "," + s.fresh() + "," + s.reactivated() + "," + s.lost() + ","
                                + s.closing()));
    }

    @Test
    void concentrationIsThatOfTheReference() {
        Concentration concentration = Concentration.of(data.sales);
        assertThat(Arrays.stream(data.sales).sum()).isEqualTo(89_114_079_040L);
        assertThat(concentration.gini()).isCloseTo(number("gini"), within(1e-10));
        assertThat(concentration.topTenth()).isEqualTo(434);
        assertThat(concentration.shareOfLargest(434)).isCloseTo(number("top.tenth"), within(1e-10));
    }
}
