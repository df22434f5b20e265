package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code goals}: what metrics should come to. */
@Command(
        name = "goals",
        description = {"${bundle:usage.goals}", "${bundle:usage.goals.details}"})
final class GoalsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(GoalsCommand.class);

    private static final String LIST = "list";

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|set|remove", description = "${bundle:option.what}")
    String what = LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "METRIC|ID", description = "${bundle:option.goals.first}")
    @Nullable
    String first;

    @Parameters(index = "2", arity = "0..1", paramLabel = "TARGET", description = "${bundle:option.goals.second}")
    @Nullable
    Double second;

    @Option(names = "--id", paramLabel = "N", description = "${bundle:option.goals.id}")
    @Nullable
    String id;

    @Option(names = "--target", paramLabel = "VALUE", description = "${bundle:option.goals.target}")
    @Nullable
    Double target;

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--title", paramLabel = "TEXT", description = "${bundle:option.goals.title}")
    @Nullable
    String title;

    @Option(names = "--owner", paramLabel = "NAME", description = "${bundle:option.goals.owner}")
    @Nullable
    String owner;

    @Option(names = "--note", paramLabel = "TEXT", description = "${bundle:option.goals.note}")
    @Nullable
    String note;

    @Option(names = "--part", paramLabel = "DIM=MEMBER", description = "${bundle:option.goals.part}")
    @Nullable
    String part;

    @Option(names = "--milestone", paramLabel = "NAME=VALUE[@DATE]", description = "${bundle:option.goals.milestones}")
    @Nullable
    List<String> milestones;

    @Override
    int run(Workspace workspace, Session session) {
        switch (what.toLowerCase(Locale.ROOT)) {
            case LIST -> list(session.goals().all(cancel()));
            case "set" -> show(session.goals().save(wanted(session), cancel()), TEXTS.get("goals.set"));
            case "remove" ->
                show(
                        session.goals().remove(required(first, TEXTS.get("goals.goals_remove_needs_goal"))),
                        TEXTS.get("goals.removed"));
            default -> throw invalid(TEXTS.get("goals.not_something_do_with", what));
        }
        return ExitCode.DONE;
    }

    private Goal wanted(Session session) {
        Period chosen = days.days(session, cancel());
        if (id != null && (first != null || second != null)) {
            throw invalid(TEXTS.get("goals.with_id_metric_target"));
        }
        Goal goal;
        if (id != null) {
            goal = session.goals().get(id, cancel());
        } else {
            Double value = second == null ? target : second;
            if (value == null) {
                throw invalid(TEXTS.get("goals.goals_set_needs_metric"));
            }
            goal = Goal.of(
                    required(first, TEXTS.get("goals.goals_set_needs_metric_2")),
                    required(chosen.from(), TEXTS.get("goals.goals_set_needs_from")),
                    required(chosen.to(), TEXTS.get("goals.goals_set_needs_last")),
                    value);
        }
        return changed(goal, chosen);
    }

    private Goal changed(Goal goal, Period chosen) {
        LocalDate from = chosen.from();
        LocalDate to = chosen.to();
        Goal g = new Goal(
                goal.id(),
                title == null ? goal.title() : title,
                goal.metric(),
                goal.dimension(),
                goal.member(),
                from == null ? goal.from() : from,
                to == null ? goal.to() : to,
                target == null ? goal.target() : target,
                milestones == null ? goal.milestones() : parsed(milestones),
                owner == null ? goal.owner() : owner,
                note == null ? goal.note() : note,
                goal.imported());
        if (part == null) {
            return g;
        }
        if (part.isBlank()) {
            return g.withPart("", "");
        }
        int at = part.indexOf('=');
        if (at < 1) {
            throw invalid(TEXTS.get("goals.part_dimension_its_member", part));
        }
        return g.withPart(part.substring(0, at), part.substring(at + 1));
    }

    private static List<Milestone> parsed(List<String> texts) {
        List<Milestone> all = new ArrayList<>();
        for (String text : texts) {
            if (text.isBlank()) {
                continue;
            }
            int equals = text.lastIndexOf('=');
            int at = text.indexOf('@', Math.max(0, equals));
            try {
                String value = text.substring(equals + 1, at < 0 ? text.length() : at);
                LocalDate by = at < 0 ? null : LocalDate.parse(text.substring(at + 1));
                all.add(new Milestone(text.substring(0, equals).strip(), Double.parseDouble(value), by));
            } catch (IndexOutOfBoundsException | NumberFormatException | java.time.format.DateTimeParseException e) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("goals.no_milestone_like_first", text), e);
            }
        }
        return all;
    }

    private static <T> T required(@Nullable T value, String sentence) {
        if (value == null) {
            throw invalid(sentence);
        }
        return value;
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }

    private void list(List<Goal> goals) {
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            goals.forEach(g -> all.add(json(g)));
            Json.write(out(), all);
            return;
        }
        if (goals.isEmpty()) {
            out().println(TEXTS.get("goals.no_goals_yet_set"));
        }
        goals.forEach(this::print);
    }

    private void show(Goal goal, String done) {
        if (root.json) {
            Json.write(out(), json(goal));
        } else {
            out().println(done);
            print(goal);
        }
    }

    private static ObjectNode json(Goal g) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("goal", g.id())
                .put("title", g.title())
                .put("metric", g.metric())
                .put("dimension", g.dimension().isEmpty() ? null : g.dimension())
                .put("member", g.member().isEmpty() ? null : g.member())
                .put("from", g.from().toString())
                .put("to", g.to().toString())
                .put("target", g.target())
                .put("owner", g.owner().isEmpty() ? null : g.owner())
                .put("note", g.note().isEmpty() ? null : g.note())
                .put("imported", g.imported());
        ArrayNode milestones = node.putArray("milestones");
        for (Milestone m : g.milestones()) {
            LocalDate by = m.by();
            milestones
                    .addObject()
                    .put("name", m.name())
                    .put("value", m.value())
                    .put("by", by == null ? null : by.toString());
        }
        return node;
    }

    private void print(Goal g) {
        String counted =
                g.dimension().isEmpty() ? g.metric() : TEXTS.get("goals.part", g.metric(), g.dimension(), g.member());
        String said = TEXTS.get("goals.goal", g.title(), counted, amount(g.target()), g.from(), g.to());
        String owned = g.owner().isEmpty() ? said : TEXTS.get("goals.owned", said, g.owner());
        out().printf("%-11s %s%n", g.id(), g.imported() ? TEXTS.get("goals.imported", owned) : owned);
        for (Milestone m : g.milestones()) {
            LocalDate by = m.by();
            out().println("            "
                    + (by == null
                            ? m.name() + ": " + amount(m.value())
                            : TEXTS.get("goals.milestone", m.name(), amount(m.value()), by)));
        }
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }
}
