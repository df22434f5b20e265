package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages over the whole of Online Retail, through the real runtime. */
class OnlineRetailPagesTest {
    private static final Shop.Page ALL = new Shop.Page(Period.all(), List.of());
    private static Shop shop;

    @BeforeAll
    static void opens() {
        shop = Shop.onlineRetail();
    }

    @AfterAll
    static void closes() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void statesAreThoseOfTheReferenceAndFewOrdersAreSaid() {
        Frame states = shop.analyse("customer-states", ALL);
        assertThat(Amounts.of(states.column("customers"))).containsExactly(31_110_000L, 4_460_000L, 7_810_000L);
        assertThat(states.caveats())
                .extracting(Caveat::message)
                .anyMatch(m -> m.startsWith("2,328 of 4,338 customers have under three orders"));
        assertThat(states.insight()).startsWith("446 customers (10 %)");
        assertThat(states.column("came_back").doubleAt(1)).isEqualTo(203 / 411.0);
    }

    @Test
    void growthAccountBeginsWhereAllWhoWereActiveAreKnown() {
        Frame account = shop.analyse("growth-account", ALL);
        assertThat(account.column("month").valueAt(0)).hasToString("2011-03-01");
        assertThat(account.column("opening").longAt(0)).isEqualTo(1682);
        assertThat(account.column("closing").longAt(account.rowCount() - 1)).isEqualTo(2889);
        assertThat(account.caveats())
                .extracting(Caveat::kind)
                .contains(Caveat.Kind.PERIOD_INCOMPLETE, Caveat.Kind.CUSTOMERS_UNKNOWN);
    }

    @Test
    void healthScoreNamesWhatTwelveMonthsCannotTell() {
        Frame score = shop.analyse("health-score", ALL);
        assertThat(score.rowCount()).isOne();
        assertThat(score.caveats())
                .extracting(Caveat::message)
                .anyMatch(m -> m.contains("Margin rate, Recent buyers, Recent buyers kept")
                        && m.contains("The other parts carry that weight."));
        Frame early = shop.analyse("health-score", new Shop.Page(new Period(null, shop.last.minusDays(40)), List.of()));
        assertThat(early.rowCount()).isZero();
        assertThat(early.caveats()).extracting(Caveat::message).anyMatch(m -> m.startsWith("No score:"));
    }

    @Test
    void marginWithoutCostIsUnknownAndNeverZero() {
        assertThatThrownBy(() -> shop.analyse("margin-figures", ALL))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_COLUMN_MISSING))
                .hasMessage("No order line has a cost.");
        Frame months = shop.analyse("margin-by-month", ALL);
        assertThat(months.column("margin").nullCount()).isEqualTo(13);
        assertThat(months.caveats())
                .extracting(Caveat::message)
                .contains("Cost is unknown for 541,909 of 541,909 order lines, which margin leaves out.");
    }

    @Test
    void whereNothingIsKnownBeforeMembersBringWhatTheyBroughtInAllOfThePeriod() {
        Frame countries = shop.analyse("contribution", ALL, "dimension", "country");
        assertThat(countries.column("country").textAt(0)).isEqualTo("United Kingdom");
        assertThat(Amounts.at(countries.column("now"), 0)).isEqualTo(81_878_063_640L);
        assertThat(Arrays.stream(Amounts.of(countries.column("now"))).sum()).isEqualTo(97_477_479_340L);
        assertThat(countries.column("before").nullCount()).isEqualTo(countries.rowCount());
        assertThat(countries.caveats()).extracting(Caveat::kind).contains(Caveat.Kind.NO_COMPARISON);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> shop.analyse("contribution", ALL, "dimension", "category"))
                .isInstanceOf(AnalyticsException.class)
                .hasMessage("No order line in this period has a category.");
        Shop.Page nowhere = new Shop.Page(Period.all(), List.of(Filter.in("country", "Atlantis")));
        assertThat(shop.analyse("customer-states", nowhere).rowCount()).isZero();
        assertThat(shop.analyse("growth-account", nowhere).rowCount()).isZero();
    }

    @Test
    void aWeightOfNothingLeavesAPartOut() {
        Frame parts = shop.analyse("health-parts", ALL, "revenue", "0");
        assertThat(parts.column("part").dictionary()).containsExactly("Average order value", "Return rate");
        assertThat(parts.column("weight").doubleAt(0) + parts.column("weight").doubleAt(1))
                .isEqualTo(1);
    }

    @Test
    void uptakeMovesTheGapInProportion() {
        Frame tenth = shop.analyse("opportunity-gap", ALL);
        Frame fifth = shop.analyse("opportunity-gap", ALL, "uptake", "0.2");
        long[] once = Amounts.of(tenth.column("gap"));
        long[] twice = Amounts.of(fifth.column("gap"));
        for (int tier = 1; tier < 4; tier++) {
            assertThat(twice[tier])
                    .isBetween(2 * once[tier] - 1, 2 * once[tier] + 1)
                    .isPositive();
        }
    }
}
