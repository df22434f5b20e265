package org.clientele.plugins.executive.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.testkit.PluginWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real runtime, with a sample whose data ends with 2025. */
class GoalsPageTest {
    private static final LocalDate FROM = LocalDate.of(2025, 4, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final CancelSignal NEVER = CancelSignal.create();

    private static PluginWorkspace workspace;

    @BeforeAll
    static void open() {
        workspace = PluginWorkspace.withSample(400);
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    private static Frame analyse(String name, int place, Period period, List<Filter> filters) {
        AnalysisCall call = AnalysisCall.of("clientele.executive/" + name);
        return workspace
                .session()
                .analyse(place == 0 ? call : call.with("place", "" + place), period, filters, Progress.NONE, NEVER);
    }

    private static double query(String metric, LocalDate from, LocalDate to) {
        return workspace
                .session()
                .query(MetricQuery.of(metric).during(new Period(from, to)), NEVER)
                .columns()
                .get(0)
                .doubleAt(0);
    }

    private static double last(Column column) {
        double last = Double.NaN;
        for (int row = 0; row < column.size(); row++) {
            last = column.isNull(row) ? last : column.doubleAt(row);
        }
        return last;
    }

    @Test
    void aGoalIsAtWhatTheQueryOfItsMetricSaysAndItsCourseGoesOnFromThere() {
        Goal goal = workspace
                .session()
                .goals()
                .save(
                        Goal.of("revenue", FROM, TO, 60_000)
                                .withTitle("Year")
                                .withMilestones(List.of(new Milestone("Half", 30_000, null))),
                        NEVER);
        try {
            double there = query("revenue", FROM, END);
            Frame progress = analyse("goal-progress", 1, Period.all(), List.of());
            assertThat(progress.column("actual").doubleAt(0)).isCloseTo(there, within(0.005));
            assertThat(progress.column("target").doubleAt(0)).isEqualTo(60_000);
            assertThat(progress.column("milestone").textAt(0)).isEqualTo("Half");
            assertThat(progress.column("due").doubleAt(0)).isCloseTo(275 / 365.0, within(1e-9));
            assertThat(progress.insight()).startsWith("Year: ");

            Frame course = analyse("goal-course", 1, Period.all(), List.of());
            assertThat(last(course.column("actual"))).isCloseTo(there, within(0.01));
            double expected = last(course.column("expected"));
            assertThat(expected).isGreaterThan(there);
            assertThat(last(course.column("low"))).isLessThan(expected);
            assertThat(last(course.column("high"))).isGreaterThan(expected);
            assertThat(last(course.column("plan"))).isEqualTo(60_000);

            Frame table = analyse("goals", 0, Period.all(), List.of());
            assertThat(table.column("goal").textAt(0)).isEqualTo("Year");
            assertThat(table.column("reached").doubleAt(0)).isCloseTo(there / 60_000, within(1e-6));
            assertThat(table.column("ahead").doubleAt(0)).isCloseTo(there / (60_000 * 275 / 365.0) - 1, within(1e-6));
            assertThat(table.column("landing").textAt(0)).startsWith("GBP ");
            assertThat(analyse("goal-forecast", 1, Period.all(), List.of()).insight())
                    .contains("the season repeats every year");
        } finally {
            workspace.session().goals().remove(goal.id());
        }
    }

    @Test
    void theEndOfThePeriodIsTheDayAndAChangedGoalIsWorkedOutAnew() {
        LocalDate day = LocalDate.of(2025, 9, 30);
        Period until = new Period(LocalDate.of(2025, 1, 1), day);
        Goal goal = workspace.session().goals().save(Goal.of("orders", FROM, TO, 1_000), NEVER);
        try {
            Frame before = analyse("goal-progress", 1, until, List.of());
            assertThat(before.column("actual").doubleAt(0)).isEqualTo(query("orders", FROM, day));
            workspace.session().goals().save(Goal.of("orders", FROM, TO, 2_000).withId(goal.id()), NEVER);
            assertThat(analyse("goal-progress", 1, until, List.of())
                            .column("target")
                            .doubleAt(0))
                    .isEqualTo(2_000);
            assertThat(analyse("goal-progress", 1, until, List.of(Filter.in("country", "Germany")))
                            .caveats())
                    .anySatisfy(c -> assertThat(c.message()).contains("targets stay"));
        } finally {
            workspace.session().goals().remove(goal.id());
        }
    }

    @Test
    void whatDoesNotAddUpIsProjectedByHowItGrewBefore() {
        Goal goal = workspace.session().goals().save(Goal.of("customers", FROM, TO, 300), NEVER);
        try {
            Frame table = analyse("goals", 0, Period.all(), List.of());
            assertThat(table.column("reached").doubleAt(0))
                    .isCloseTo(query("customers", FROM, END) / 300, within(1e-9));
            assertThat(table.column("needed").textAt(0)).isEqualTo("–");
            assertThatThrownBy(() -> analyse("goal-forecast", 1, Period.all(), List.of()))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_YET))
                    .hasMessageContaining("cannot be added up");
        } finally {
            workspace.session().goals().remove(goal.id());
        }
    }

    @Test
    void completionLearnsFromSpansBefore() {
        double[] elapsed = {50, 60, 40, 0, 80, 70, 90};
        double[] whole = {100, 120, 80, 10, 160, 140, 270};
        Completion completion = new Completion(elapsed, whole);
        assertThat(completion.spans()).isEqualTo(6);
        assertThat(completion.usual()).isEqualTo(0.5);
        assertThat(completion.whole(30, 0.5)).isEqualTo(60);
        assertThat(completion.whole(30, 0.99)).isEqualTo(90);
        assertThat(completion.atLeast(30, 70)).isCloseTo(1.5 / 7, within(1e-9));
    }
}
