package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseRhythmTest {
    /** Customers who come every so many days, from day 0 on, so often. */
    private static PurchaseDays regular(int[] every, int[] times) {
        int n = IntStream.of(times).sum();
        int[] customer = new int[n];
        int[] day = new int[n];
        int k = 0;
        for (int c = 0; c < every.length; c++) {
            for (int t = 0; t < times[c]; t++) {
                customer[k] = c;
                day[k++] = t * every[c];
            }
        }
        return PurchaseDays.of(every.length, customer, day);
    }

    @Test
    void purchaseDaysAreSortedAndCountOnce() {
        PurchaseDays days = PurchaseDays.of(3, new int[] {2, 0, 2, 2, 0}, new int[] {5, -3, 1, 5, 7});
        assertThat(days.count(0)).isEqualTo(2);
        assertThat(days.count(1)).isZero();
        assertThat(days.count(2)).isEqualTo(2);
        assertThat(IntStream.range(0, 2).map(i -> days.day(0, i))).containsExactly(-3, 7);
        assertThat(days.count(2, 4)).isEqualTo(1);
        assertThat(days.boughtWithin(2, 1, 5)).isTrue();
        assertThat(days.boughtWithin(2, 1, 4)).isFalse();
        assertThat(days.firstDay()).isEqualTo(-3);
        assertThat(days.lastDay()).isEqualTo(7);
    }

    @Test
    void rhythmOfManyGapsIsOnesOwnAndOfNoneEverybodys() {
        PurchaseRhythm rhythm =
                PurchaseRhythm.of(regular(new int[] {7, 30, 90, 1}, new int[] {30, 8, 3, 1}), 210, 0.75, 0.9);
        assertThat(rhythm.rhythm(0)).isCloseTo(7, within(0.5));
        assertThat(rhythm.rhythm(1)).isCloseTo(30, within(1.0));
        assertThat(rhythm.rhythm(3)).isEqualTo(rhythm.typicalGap());
        assertThat(rhythm.typicalGap()).isBetween(7.0, 90.0);
    }

    @Test
    void theSameAbsenceIsLongForOneAndShortForAnother() {
        int[] customers = new int[40];
        int[] days = new int[40];
        for (int i = 0; i < 20; i++) {
            // Gaps of 5 to 8 days until day 134, and of 70 to 90 days until day 180.
            customers[i] = 0;
            days[i] = 7 * i + (i % 3);
            customers[20 + i] = 1;
            days[20 + i] = -1350 + 80 * i + 10 * (i % 2);
        }
        PurchaseRhythm rhythm = PurchaseRhythm.of(PurchaseDays.of(2, customers, days), 230, 0.75, 0.9);
        assertThat(rhythm.elapsed(0)).isEqualTo(230 - 134);
        assertThat(rhythm.state(0)).isEqualTo(CustomerState.LAPSED);
        assertThat(rhythm.elapsed(1)).isEqualTo(50);
        assertThat(rhythm.state(1)).isEqualTo(CustomerState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void laterPurchasesChangeNothing(long seed) {
        Random random = new Random(seed);
        int[] customer = random.ints(400, 0, 50).toArray();
        int[] day = random.ints(400, 0, 300).toArray();
        int[] early = IntStream.range(0, 400).filter(i -> day[i] <= 200).toArray();
        PurchaseRhythm all = PurchaseRhythm.of(PurchaseDays.of(50, customer, day), 200, 0.7, 0.9);
        PurchaseRhythm known = PurchaseRhythm.of(
                PurchaseDays.of(
                        50,
                        IntStream.of(early).map(i -> customer[i]).toArray(),
                        IntStream.of(early).map(i -> day[i]).toArray()),
                200,
                0.7,
                0.9);
        for (int c = 0; c < 50; c++) {
            assertThat(all.state(c)).as("seed %d, customer %d", seed, c).isEqualTo(known.state(c));
            assertThat(all.rhythm(c)).isEqualTo(known.rhythm(c));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyKnownCustomerIsInOneStateAndTheBackTestCountsThemAll(long seed) {
        Random random = new Random(seed);
        int[] customer = random.ints(300, 0, 60).toArray();
        int[] day = random.ints(300, 0, 400).toArray();
        PurchaseDays purchases = PurchaseDays.of(60, customer, day);
        PurchaseRhythm then = PurchaseRhythm.of(purchases, 300, 0.75, 0.9);
        BackTest test = BackTest.of(purchases, then, 390);
        TreeSet<Integer> known = new TreeSet<>();
        TreeSet<Integer> came = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            if (day[i] <= 300) {
                known.add(customer[i]);
            }
        }
        for (int i = 0; i < 300; i++) {
            if (day[i] > 300 && day[i] <= 390 && known.contains(customer[i])) {
                came.add(customer[i]);
            }
        }
        assertThat(IntStream.of(then.counts()).sum()).isEqualTo(known.size()).isEqualTo(then.known());
        assertThat(test.shares().values().stream().mapToInt(Share::of).sum()).isEqualTo(known.size());
        assertThat(test.shares().values().stream().mapToInt(Share::hits).sum()).isEqualTo(came.size());
    }

    @Test
    void quantileIsTheSmallestValueThatHoldsEnoughWeight() {
        double[] values = {4, 1, 3, 2};
        double[] weights = {1, 1, 1, 1};
        assertThat(PurchaseRhythm.quantiles(values, weights, 0.25, 0.26, 0.5, 0.75, 0.99))
                .containsExactly(1, 2, 2, 3, 4);
        assertThat(PurchaseRhythm.quantiles(values, new double[] {9, 1, 1, 1}, 0.25, 0.5))
                .containsExactly(3, 4);
    }

    @Test
    void withoutASecondPurchaseNobodyIsCalledLapsed() {
        PurchaseRhythm rhythm =
                PurchaseRhythm.of(PurchaseDays.of(2, new int[] {0, 1}, new int[] {0, 300}), 400, 0.75, 0.9);
        assertThat(rhythm.hasRhythm()).isFalse();
        assertThat(rhythm.counts()).containsExactly(2, 0, 0);
        PurchaseRhythm nobody = PurchaseRhythm.of(PurchaseDays.of(0, new int[0], new int[0]), 0, 0.75, 0.9);
        assertThat(nobody.known()).isZero();
    }

    @Test
    void quantilesInTheWrongOrderAreRefusedInWords() {
        PurchaseDays none = PurchaseDays.of(0, new int[0], new int[0]);
        assertThatThrownBy(() -> PurchaseRhythm.of(none, 0, 0.9, 0.8))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("the second at least as large as the first");
    }
}
