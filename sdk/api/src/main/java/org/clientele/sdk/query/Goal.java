package org.clientele.sdk.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a metric should come to in a period. New components come with {@code with} methods, so older plugins go on working.
 *
 * <pre>{@code
 * Goal.of("clientele.core/revenue", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 3_200_000)
 *         .withTitle("Revenue 2026").withOwner("Head of sales")
 * }</pre>
 *
 * @param id what it is known by in its workspace; "" before it is saved
 * @param title for people; "" for the metric's label
 * @param metric the metric's id, or an unambiguous suffix of it
 * @param dimension the dimension of the part that counts, such as "country"; "" for all
 * @param member which member of that dimension; "" for all
 * @param from the first day
 * @param to the last day, which counts
 * @param target what the metric should be over all these days, in its own unit
 * @param milestones on the way, in order of their values
 * @param owner who answers for it, or ""
 * @param note for people, or ""
 * @param imported whether it came with the data; it is changed by saving another one for the same metric, part and days
 */
public record Goal(
        String id,
        String title,
        String metric,
        String dimension,
        String member,
        LocalDate from,
        LocalDate to,
        double target,
        List<Milestone> milestones,
        String owner,
        String note,
        boolean imported) {
    private static final Texts TEXTS = Texts.of(Goal.class);

    /**
     * A place on the way.
     *
     * @param name for people: "First half"
     * @param value of the metric since the goal's first day
     * @param by the day by whose end it should be reached, or null for none
     */
    public record Milestone(
            String name, double value, @Nullable LocalDate by) {
        public Milestone {
            Objects.requireNonNull(name, "name");
        }
    }

    /** @throws AnalyticsException ARGUMENT_INVALID if it ends before it begins or the target is not a number */
    public Goal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(note, "note");
        if (to.isBefore(from)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("goal.goal_ends_on_before", to, from));
        }
        if (Double.isNaN(target) || Double.isInfinite(target)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("goal.goal_s_target_is"));
        }
        milestones = milestones.stream()
                .sorted(java.util.Comparator.comparingDouble(Milestone::value))
                .toList();
    }

    /** A new goal for all of a metric. */
    public static Goal of(String metric, LocalDate from, LocalDate to, double target) {
        return new Goal("", "", metric, "", "", from, to, target, List.of(), "", "", false);
    }

    /** The same under another id. */
    public Goal withId(String text) {
        return new Goal(text, title, metric, dimension, member, from, to, target, milestones, owner, note, imported);
    }

    /** The same with a title. */
    public Goal withTitle(String text) {
        return new Goal(id, text, metric, dimension, member, from, to, target, milestones, owner, note, imported);
    }

    /** The same for the part of the rows that {@code of} has {@code only}. */
    public Goal withPart(String of, String only) {
        return new Goal(id, title, metric, of, only, from, to, target, milestones, owner, note, imported);
    }

    /** The same with these milestones. */
    public Goal withMilestones(List<Milestone> list) {
        return new Goal(id, title, metric, dimension, member, from, to, target, list, owner, note, imported);
    }

    /** The same with somebody who answers for it. */
    public Goal withOwner(String name) {
        return new Goal(id, title, metric, dimension, member, from, to, target, milestones, name, note, imported);
    }

    /** The same with a note. */
    public Goal withNote(String text) {
        return new Goal(id, title, metric, dimension, member, from, to, target, milestones, owner, text, imported);
    }

    /** The same as one that came with the data. */
    public Goal asImported() {
        return new Goal(id, title, metric, dimension, member, from, to, target, milestones, owner, note, true);
    }

    /** The days that count. */
    public Period period() {
        return new Period(from, to);
    }

    /** What the rows of its part fulfil; empty where all count. */
    public List<Filter> filters() {
        return dimension.isEmpty() ? List.of() : List.of(Filter.in(dimension, member));
    }

    /** Whether another goal is for the same metric, part and days. */
    public boolean covers(Goal other) {
        return metric.equals(other.metric)
                && dimension.equals(other.dimension)
                && member.equals(other.member)
                && from.equals(other.from)
                && to.equals(other.to);
    }
}
