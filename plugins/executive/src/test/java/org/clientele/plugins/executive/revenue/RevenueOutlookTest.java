package org.clientele.plugins.executive.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.clientele.plugins.executive.portfolio.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevenueOutlookTest {
    @Test
    void revenueAtRiskIsTheValueOfThoseWhoDoNotComeBack() {
        // R: prop.test(203, 411, correct = FALSE)$conf.int is 0.445862513532 to 0.542084689204.
        RevenueAtRisk risk = RevenueAtRisk.of(10_000_000_000L, new Share(203, 411));
        assertThat(risk.expected()).isEqualTo(Math.round(10_000_000_000L * (208 / 411.0)));
        assertThat(risk.low()).isBetween(4_579_153_107L, 4_579_153_109L);
        assertThat(risk.high()).isBetween(5_541_374_863L, 5_541_374_866L);
    }

    @Test
    void moreReturnsThanSalesTurnTheInterval() {
        RevenueAtRisk risk = RevenueAtRisk.of(-1000, new Share(1, 2));
        assertThat(risk.low()).isLessThan(risk.high());
        assertThat(risk.expected()).isEqualTo(-500);
    }

    @Test
    void gapIsTheWayToTheTierAboveForThePartThatRises() {
        long[] values = {100, 900, 100, 300, 300, 100, 100, 100, 300, 100};
        OpportunityGap gap = OpportunityGap.of(values, new double[] {0.1, 0.3}, 0.1);
        assertThat(gap.tiers())
                .containsExactly(
                        new OpportunityGap.Tier(1, 900, 0),
                        new OpportunityGap.Tier(3, 900, 180),
                        new OpportunityGap.Tier(6, 600, 120));
        assertThat(gap.total()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyCustomerIsInOneTierAndTheTiersAreRanked(long seed) {
        Random random = new Random(seed);
        long[] values = random.longs(random.nextInt(300), -50, 10_000).toArray();
        OpportunityGap gap = OpportunityGap.of(values, new double[] {0.1, 0.2, 0.3}, 0.1);
        assertThat(gap.tiers()).hasSize(4);
        assertThat(gap.tiers().stream().mapToInt(OpportunityGap.Tier::customers).sum())
                .as("seed %d", seed)
                .isEqualTo(values.length);
        assertThat(gap.tiers().stream().mapToLong(OpportunityGap.Tier::value).sum())
                .isEqualTo(Arrays.stream(values).sum());
        for (int t = 1; t < 4; t++) {
            assertThat(gap.tiers().get(t).mean())
                    .isLessThanOrEqualTo(gap.tiers().get(t - 1).mean());
        }
    }
}
