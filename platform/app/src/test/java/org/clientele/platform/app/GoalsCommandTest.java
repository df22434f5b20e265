package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GoalsCommandTest extends CommandTest {
    private static final String[] REVENUE = {
        "goals", "set", "revenue", "3200000", "--from", "2026-01-01", "--to", "2026-12-31"
    };

    @Test
    void aGoalIsSetListedChangedAndRemoved() {
        assertThat(run("goals").out()).startsWith("No goals yet.");
        Said set = run(
                "goals",
                "set",
                "revenue",
                "3200000",
                "--from",
                "2026-01-01",
                "--to",
                "2026-12-31",
                "--title",
                "Revenue 2026",
                "--owner",
                "Ada",
                "--milestone",
                "Three quarters=2400000",
                "--milestone",
                "First half=1400000@2026-06-30");
        assertThat(set.exit()).as(set.err()).isZero();
        Said changed = run("goals", "set", "--id", "1", "--target", "3300000", "--note", "Raised");
        assertThat(changed.exit()).as(changed.err()).isZero();
        JsonNode goal = run("--json", "goals", "list").json().get(0);
        assertThat(goal.get("target").asDouble()).isEqualTo(3_300_000);
        assertThat(goal.get("metric").asText()).isEqualTo("clientele.core/revenue");
        assertThat(goal.get("title").asText()).isEqualTo("Revenue 2026");
        assertThat(goal.get("note").asText()).isEqualTo("Raised");
        assertThat(goal.get("milestones").get(0).get("by").asText()).isEqualTo("2026-06-30");
        assertThat(goal.get("milestones").get(1).get("by").isNull()).isTrue();
        assertThat(run("goals", "list").out())
                .contains("Revenue 2026: clientele.core/revenue of 3,300,000.00 from 2026-01-01 to 2026-12-31, Ada")
                .contains("First half: 1,400,000.00 by 2026-06-30");
        assertThat(run("goals", "remove", "1").exit()).isZero();
        assertThat(run("--json", "goals").json()).isEmpty();
    }

    @Test
    void wrongGoalsAreUsageErrorsThatSayWhatToWrite() {
        assertThat(run("goals", "set", "revenue", "5").err()).contains("--from");
        assertThat(run("goals", "set").err()).contains("goals set revenue 3200000");
        assertThat(run("goals", "burn").err()).contains("list, set and remove");
        Said milestone = run(
                "goals", "set", "revenue", "5", "--from", "2026-01-01", "--to", "2026-02-01", "--milestone", "Half");
        assertThat(milestone.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(milestone.err()).contains("\"Half\" is no milestone");
        assertThat(run(REVENUE).exit()).isZero();
        Said twice = run(REVENUE);
        assertThat(twice.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("already");
        Said gone = run("goals", "remove", "9");
        assertThat(gone.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(gone.err()).contains("There is no goal 9").contains("1 (Net revenue)");
    }
}
