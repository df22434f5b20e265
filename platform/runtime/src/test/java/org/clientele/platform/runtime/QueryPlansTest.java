package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.LineFacts;
import org.clientele.sdk.query.Policy;
import org.junit.jupiter.api.Test;

class QueryPlansTest {
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 1, 2, 0, 0);

    private final QueryPlans plans = new QueryPlans();
    private final List<Long> read = new ArrayList<>();

    private LineFacts facts(long version) {
        return plans.facts(version, Policy.allowAll(), () -> {
            read.add(version);
            return LineFacts.between(DAY, DAY.plusDays(version), "GBP");
        });
    }

    @Test
    void factsOfOneStateOfTheDataAreReadOnceForAllSessions() {
        assertThat(facts(1)).isSameAs(facts(1));
        assertThat(facts(2).last()).isEqualTo(DAY.plusDays(2));
        assertThat(facts(1).last()).isEqualTo(DAY.plusDays(1));
        assertThat(read).containsExactly(1L, 2L);
    }
}
