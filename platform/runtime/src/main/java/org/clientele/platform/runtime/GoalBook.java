package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a workspace: those that people set, which the catalog keeps, and those that came with the data, in the table
 * {@code target}. A goal that is set stands for an imported one of the same metric, part and days. Thread-safe; methods block.
 */
public final class GoalBook {
    private static final Texts TEXTS = Texts.of(GoalBook.class);

    private static final String IMPORTED = "target:";
    private static final int MOST_IMPORTED = 10_000;
    private static final int MOST_MILESTONES = 12;
    private static final int MOST_YEARS = 20;
    private static final int LINE = 200;
    private static final int TEXT = 4000;
    private static final List<String> COLUMNS =
            List.of("metric", "dimension", "member", "period_start", "period_end", "value", "owner");

    private final Session session;

    GoalBook(Session session) {
        this.session = session;
    }

    /** All goals, set ones first and then those that begin last; imported rows that name no metric of this workspace are left out. */
    public List<Goal> all(CancelSignal cancel) {
        List<Goal> all = new ArrayList<>(session.workspace().catalog().goals().all());
        List<Goal> own = List.copyOf(all);
        for (Goal goal : imported(cancel)) {
            if (own.stream().noneMatch(o -> o.covers(goal))) {
                all.add(goal);
            }
        }
        all.sort(Comparator.comparing(Goal::imported)
                .thenComparing(Comparator.comparing(Goal::from).reversed())
                .thenComparing(Goal::to)
                .thenComparing(Goal::metric)
                .thenComparing(Goal::member));
        return List.copyOf(all);
    }

    private List<Goal> imported(CancelSignal cancel) {
        Frame rows = session.rows(
                new RowQuery(CustomerModel.TARGET, COLUMNS, List.of(), Period.all(), List.of(), 0, MOST_IMPORTED),
                cancel);
        List<Goal> goals = new ArrayList<>();
        for (int row = 0; row < rows.rowCount(); row++) {
            Goal goal = imported(rows, row);
            if (goal != null && goals.stream().noneMatch(goal::covers)) {
                goals.add(goal.withId(IMPORTED + row));
            }
        }
        return goals;
    }

    private @Nullable Goal imported(Frame rows, int row) {
        LocalDate from = (LocalDate) rows.column("period_start").valueAt(row);
        LocalDate to = (LocalDate) rows.column("period_end").valueAt(row);
        double value = rows.column("value").doubleAt(row);
        MetricDefinition metric = known(text(rows, "metric", row)).orElse(null);
        if (from == null || Double.isNaN(value) || metric == null || to != null && to.isBefore(from)) {
            return null;
        }
        LocalDate last = to == null ? from.plusMonths(1).minusDays(1) : to;
        return Goal.of(metric.id().toString(), from, last, value)
                .withTitle(metric.label())
                .withPart(text(rows, "dimension", row), text(rows, "member", row))
                .withOwner(text(rows, "owner", row))
                .asImported();
    }

    private Optional<MetricDefinition> known(String metric) {
        try {
            return metric.isEmpty() ? Optional.empty() : Optional.of(session.metric(metric));
        } catch (AnalyticsException e) {
            return Optional.empty();
        }
    }

    private static String text(Frame rows, String column, int row) {
        Column c = rows.column(column);
        return Objects.requireNonNullElse(c.textAt(row), "");
    }

    /**
     * The goal of an id.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none; the message lists those that there are
     */
    public Goal get(String id, CancelSignal cancel) {
        return all(cancel).stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    /**
     * Adds a goal, or changes the one with its id; one that was removed comes back. One with the id of an imported goal is
     * added, and stands for it from now on.
     *
     * @return the same with its id, the metric's whole id, and a title
     * @throws AnalyticsException METRIC_UNKNOWN, DIMENSION_UNKNOWN or ARGUMENT_INVALID, with what to write instead; nothing
     *     changed then
     */
    public Goal save(Goal goal, CancelSignal cancel) {
        Goal checked = checked(goal, cancel);
        for (Goal other : session.workspace().catalog().goals().all()) {
            if (other.covers(checked) && !other.id().equals(checked.id())) {
                throw invalid(TEXTS.get("goal.book.there_is_goal_for_metric", other.title(), other.id()));
            }
        }
        Goal saved = session.workspace().catalog().goals().save(checked);
        session.workspace().dataChanged();
        return saved;
    }

    /**
     * Removes a goal.
     *
     * @return the goal as it was; {@link #save} brings it back
     * @throws AnalyticsException ARGUMENT_INVALID if there is none of that id, or it came with the data
     */
    public Goal remove(String id) {
        if (id.startsWith(IMPORTED)) {
            throw invalid(TEXTS.get("goal.book.goal_came_with_import_undo"));
        }
        Goal gone = number(id)
                .flatMap(n -> session.workspace().catalog().goals().find(n))
                .orElseThrow(() -> unknown(id));
        session.workspace().catalog().goals().remove(Long.parseLong(id));
        session.workspace().dataChanged();
        return gone;
    }

    private AnalyticsException unknown(String id) {
        List<String> own = session.workspace().catalog().goals().all().stream()
                .map(g -> g.id() + " (" + g.title() + ")")
                .toList();
        return invalid(
                own.isEmpty()
                        ? TEXTS.get("goal.book.none_yet", id)
                        : TEXTS.get("goal.book.unknown", id, String.join(", ", own)));
    }

    private static Optional<Long> number(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    private Goal checked(Goal goal, CancelSignal cancel) {
        MetricDefinition metric = session.metric(goal.metric().strip());
        if (!goal.id().isEmpty()
                && !goal.id().startsWith(IMPORTED)
                && number(goal.id()).isEmpty()) {
            throw unknown(goal.id());
        }
        if (goal.from().plusYears(MOST_YEARS).isBefore(goal.to())) {
            throw invalid(TEXTS.get("goal.book.goal_is_for_years_at", MOST_YEARS, goal.from(), goal.to()));
        }
        if (!(goal.target() > 0)) {
            throw invalid(TEXTS.get("goal.book.goal_target_is_above_0", String.valueOf(goal.target())));
        }
        if (goal.dimension().isBlank() != goal.member().isBlank()) {
            throw invalid(TEXTS.get("goal.book.goal_for_part_names_dimension"));
        }
        String title = goal.title().isBlank() ? metric.label() : goal.title().strip();
        requireShort("title", title, LINE);
        requireShort("owner", goal.owner(), LINE);
        requireShort("note", goal.note(), TEXT);
        goal.milestones().forEach(m -> check(m, goal));
        if (goal.milestones().size() > MOST_MILESTONES) {
            throw invalid(TEXTS.get(
                    "goal.book.goal_has_milestones_at_most",
                    MOST_MILESTONES,
                    goal.milestones().size()));
        }
        Goal checked = new Goal(
                goal.id().startsWith(IMPORTED) ? "" : goal.id(),
                title,
                metric.id().toString(),
                goal.dimension().strip(),
                goal.member().strip(),
                goal.from(),
                goal.to(),
                goal.target(),
                goal.milestones(),
                goal.owner().strip(),
                goal.note().strip(),
                false);
        if (!checked.dimension().isEmpty()) {
            // The compiler knows which dimensions there are and which of them have members.
            MetricQuery asked = MetricQuery.of(checked.metric()).during(checked.period());
            session.query(asked.where(checked.filters().get(0)), cancel);
        }
        return checked;
    }

    private static void check(Milestone m, Goal goal) {
        if (m.name().isBlank()) {
            throw invalid(TEXTS.get("goal.book.milestone_needs_name"));
        }
        requireShort("milestone", m.name(), LINE);
        if (!(m.value() > 0) || Double.isInfinite(m.value())) {
            throw invalid(TEXTS.get("goal.book.milestone_is_at_value_above", m.name(), String.valueOf(m.value())));
        }
        LocalDate by = m.by();
        if (by != null && (by.isBefore(goal.from()) || by.isAfter(goal.to()))) {
            throw invalid(TEXTS.get("goal.book.milestone_is_due_on_outside", m.name(), by, goal.from(), goal.to()));
        }
    }

    private static void requireShort(String what, String text, int most) {
        if (text.length() > most) {
            throw invalid(TEXTS.get("goal.book.long." + what, most, text.length()));
        }
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
