package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.clientele.plugins.executive.portfolio.GrowthAccount.Move;
import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthAccountTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addsUpOverRandomDataAndAgreesWithSets(long seed) {
        Random random = new Random(seed);
        int customers = 1 + random.nextInt(80);
        int n = random.nextInt(600);
        int[] customer = random.ints(n, 0, customers).toArray();
        int[] day = random.ints(n, -50, 500).toArray();
        int active = 30 + random.nextInt(90);
        int[] ends = new int[12];
        ends[0] = random.nextInt(40) - 20;
        for (int i = 1; i < ends.length; i++) {
            ends[i] = ends[i - 1] + 1 + random.nextInt(30);
        }
        GrowthAccount account = GrowthAccount.of(PurchaseDays.of(customers, customer, day), ends, active);
        assertThat(account.steps()).hasSize(11);
        for (int s = 1; s < ends.length; s++) {
            Set<Integer> before = active(customer, day, ends[s - 1], active);
            Set<Integer> after = active(customer, day, ends[s], active);
            Set<Integer> seen = active(customer, day, ends[s - 1], 10_000);
            Set<Integer> lost = new HashSet<>(before);
            lost.removeAll(after);
            Set<Integer> came = new HashSet<>(after);
            came.removeAll(before);
            Set<Integer> fresh = new HashSet<>(came);
            fresh.removeAll(seen);
            GrowthAccount.Step step = account.steps().get(s - 1);
            assertThat(step)
                    .as("seed %d, step %d", seed, s)
                    .isEqualTo(new GrowthAccount.Step(
                            ends[s - 1],
                            ends[s],
                            before.size(),
                            fresh.size(),
                            came.size() - fresh.size(),
                            lost.size(),
                            after.size()));
            assertThat(step.opening() + step.fresh() + step.reactivated() - step.lost())
                    .isEqualTo(step.closing());
            assertThat(s == 1 ? step.opening() : account.steps().get(s - 2).closing())
                    .isEqualTo(step.opening());
        }
    }

    private static Set<Integer> active(int[] customer, int[] day, int end, int days) {
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < day.length; i++) {
            if (day[i] <= end && day[i] > end - days) {
                found.add(customer[i]);
            }
        }
        return found;
    }

    @Test
    void eachMoveHasItsCase() {
        PurchaseDays days =
                PurchaseDays.of(5, new int[] {0, 1, 1, 2, 2, 3, 4}, new int[] {110, 10, 120, 95, 115, 60, 5});
        Move[] moves = {Move.NEW, Move.REACTIVATED, Move.KEPT, Move.LOST, Move.AWAY};
        for (int c = 0; c < 5; c++) {
            assertThat(GrowthAccount.move(days, c, 100, 130, 60)).isEqualTo(moves[c]);
        }
    }

    @Test
    void aStepLongerThanAPurchaseCountsIsRefused() {
        PurchaseDays none = PurchaseDays.of(0, new int[0], new int[0]);
        assertThatThrownBy(() -> GrowthAccount.of(none, new int[] {0, 31}, 30))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("31 days long");
    }
}
