package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoalBookTest extends RuntimeTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final CancelSignal NEVER = CancelSignal.create();

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void openOne() {
        workspace = open(withoutPlugins());
        session = session(workspace);
    }

    private static Goal revenue(double target) {
        return Goal.of("revenue", FIRST, LAST, target);
    }

    /** A row of the table target for revenue of December, one of a metric that nobody knows, and one without an end. */
    private void importTargets() {
        Column.Builder metrics = Column.builder(ColumnSpec.of("metric", ColumnType.TEXT));
        Column.Builder from = Column.builder(ColumnSpec.of("period_start", ColumnType.DATE));
        Column.Builder to = Column.builder(ColumnSpec.of("period_end", ColumnType.DATE));
        Column.Builder values = Column.builder(ColumnSpec.of("value", ColumnType.DOUBLE));
        metrics.addText("clientele.core/revenue").addText("acme/happiness").addText("orders");
        from.add(FIRST).add(FIRST).add(LocalDate.of(2024, 2, 1));
        to.add(LAST).add(LAST).addNull();
        values.addDouble(20).addDouble(5).addDouble(3);
        session.imports()
                .load(
                        "Targets",
                        "targets 1",
                        NEVER,
                        sink -> sink.rows(
                                "target", Frame.of(metrics.build(), from.build(), to.build(), values.build())));
    }

    @Test
    void aGoalIsKeptWithItsMetricsWholeIdAndATitleAndSurvivesReopening() {
        Goal saved = session.goals()
                .save(
                        revenue(100)
                                .withMilestones(List.of(new Milestone("Half", 50, LocalDate.of(2024, 12, 15))))
                                .withOwner(" Ada "),
                        NEVER);
        assertThat(saved.metric()).isEqualTo("clientele.core/revenue");
        assertThat(saved.title()).isEqualTo("Net revenue");
        assertThat(saved.owner()).isEqualTo("Ada");
        assertThat(saved.imported()).isFalse();
        workspace.close();
        openOne();
        assertThat(session.goals().all(NEVER)).containsExactly(saved);
        assertThat(session.goals().get(saved.id(), NEVER)).isEqualTo(saved);
    }

    @Test
    void importedTargetsAreGoalsUntilOneIsSetInTheirPlace() {
        importTargets();
        assertThat(session.goals().all(NEVER))
                .extracting(Goal::metric, Goal::from, Goal::to, Goal::target, Goal::imported)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("clientele.core/revenue", FIRST, LAST, 20.0, true),
                        org.assertj.core.groups.Tuple.tuple(
                                "clientele.core/orders",
                                LocalDate.of(2024, 2, 1),
                                LocalDate.of(2024, 2, 29),
                                3.0,
                                true));
        Goal imported = session.goals().all(NEVER).get(0);
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.goals().remove(imported.id()), "Undo that import");
        Goal own = session.goals()
                .save(
                        new Goal(
                                imported.id(),
                                imported.title(),
                                imported.metric(),
                                "",
                                "",
                                FIRST,
                                LAST,
                                25,
                                List.of(),
                                "",
                                "",
                                true),
                        NEVER);
        assertThat(session.goals().all(NEVER)).hasSize(2).contains(own);
        assertThat(own.imported()).isFalse();
        session.goals().remove(own.id());
        assertThat(session.goals().all(NEVER)).contains(imported);
    }

    @Test
    void aRemovedGoalComesBack() {
        Goal saved = session.goals().save(revenue(100), NEVER);
        AtomicInteger told = new AtomicInteger();
        try (CancelSignal.Registration listening = workspace.onChange(told::incrementAndGet)) {
            assertThat(listening).isNotNull();
            assertThat(session.goals().remove(saved.id())).isEqualTo(saved);
            assertThat(session.goals().all(NEVER)).isEmpty();
            assertThat(session.goals().save(saved, NEVER)).isEqualTo(saved);
            assertThat(session.goals().all(NEVER)).containsExactly(saved);
        }
        assertThat(told).as("open pages hear of it").hasValue(2);
    }

    @Test
    void aPartIsCheckedAgainstTheDimensionsThatThereAre() {
        fill(session);
        assertThat(session.goals()
                        .save(revenue(5).withPart("country", "France"), NEVER)
                        .filters())
                .hasSize(1);
        assertRefused(
                ErrorCode.DIMENSION_UNKNOWN,
                () -> session.goals().save(revenue(5).withPart("mood", "good"), NEVER),
                "mood");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.goals().save(revenue(5).withPart("country", ""), NEVER),
                "country = France");
    }

    @Test
    void whatCannotBeAGoalIsRefusedAndNothingIsKept() {
        Goal saved = session.goals().save(revenue(100), NEVER);
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.goals().save(revenue(0), NEVER), "above 0");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.goals().save(revenue(70), NEVER),
                "already",
                "\"Net revenue\" (" + saved.id() + ")");
        assertRefused(
                ErrorCode.METRIC_UNKNOWN,
                () -> session.goals().save(Goal.of("happiness", FIRST, LAST, 1), NEVER),
                "happiness");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> Goal.of("revenue", LAST, FIRST, 1), "before it begins");
        Goal orders = Goal.of("orders", FIRST, LAST, 10);
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.goals()
                        .save(orders.withMilestones(List.of(new Milestone("Late", 3, LAST.plusDays(1)))), NEVER),
                "outside the goal's days");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.goals().save(orders.withMilestones(List.of(new Milestone(" ", 3, null))), NEVER),
                "needs a name");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.goals().save(orders.withOwner("x".repeat(201)), NEVER),
                "200 characters");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.goals().remove("77"), "1 (Net revenue)");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.goals().save(orders.withId("abc"), NEVER), "abc");
        assertThat(session.goals().all(NEVER)).containsExactly(saved);
    }
}
