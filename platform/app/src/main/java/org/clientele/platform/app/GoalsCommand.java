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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code goals}: what metrics should come to. */
@Command(
        name = "goals",
        description = {
            "List the workspace's goals, set one or remove one:",
            "  goals list",
            "  goals set revenue 3200000 --from 2026-01-01 --to 2026-12-31 --title \"Revenue 2026\""
                    + " --milestone \"First half=1400000@2026-06-30\" --owner Ada",
            "  goals set --id 3 --target 3300000",
            "  goals remove 3"
        })
final class GoalsCommand extends WorkspaceCommand {
    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|set|remove",
            description = "What to do; list where it is left out.")
    String what = LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "METRIC|ID",
            description = "For set the metric, for remove the goal's number.")
    @Nullable
    String first;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "For set the target, in the metric's unit.")
    @Nullable
    Double second;

    @Option(names = "--id", paramLabel = "N", description = "Change this goal; what is not named stays as it is.")
    @Nullable
    String id;

    @Option(names = "--target", paramLabel = "VALUE", description = "The target, in the metric's unit.")
    @Nullable
    Double target;

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "For people; the metric's label where it is left out.")
    @Nullable
    String title;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for it.")
    @Nullable
    String owner;

    @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
    @Nullable
    String note;

    @Option(
            names = "--part",
            paramLabel = "DIM=MEMBER",
            description = "Only this part counts, as country=France; \"\" for all.")
    @Nullable
    String part;

    @Option(
            names = "--milestone",
            paramLabel = "NAME=VALUE[@DATE]",
            description = "A value on the way, perhaps with a day; may be given several times. \"\" takes all away.")
    @Nullable
    List<String> milestones;

    @Override
    int run(Workspace workspace, Session session) {
        switch (what.toLowerCase(Locale.ROOT)) {
            case LIST -> list(session.goals().all(cancel()));
            case "set" -> show(session.goals().save(wanted(session), cancel()), "Set");
            case "remove" ->
                show(session.goals().remove(required(first, "goals remove needs the goal's number.")), "Removed");
            default -> throw invalid("\"" + what + "\" is not something to do with goals; list, set and remove are.");
        }
        return ExitCode.DONE;
    }

    private Goal wanted(Session session) {
        Period chosen = days.days(session, cancel());
        if (id != null && (first != null || second != null)) {
            throw invalid("With --id, metric and target are not given by place. Use --target for a new one.");
        }
        Goal goal;
        if (id != null) {
            goal = session.goals().get(id, cancel());
        } else {
            Double value = second == null ? target : second;
            if (value == null) {
                throw invalid(
                        "goals set needs a metric and a target, as: goals set revenue 3200000 --from 2026-01-01 --to"
                                + " 2026-12-31.");
            }
            goal = Goal.of(
                    required(first, "goals set needs a metric; query lists them in its errors."),
                    required(chosen.from(), "goals set needs --from, the first day, or --period."),
                    required(chosen.to(), "goals set needs --to, the last day, or --period."),
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
            throw invalid("--part is a dimension and its member, as country=France, not \"" + part + "\".");
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
                        ErrorCode.ARGUMENT_INVALID,
                        "\"" + text + "\" is no milestone like \"First half=1400000@2026-06-30\".",
                        e);
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
            out().println("No goals yet. Set one: goals set revenue 3200000 --from 2026-01-01 --to 2026-12-31");
        }
        goals.forEach(this::print);
    }

    private void show(Goal goal, String done) {
        if (root.json) {
            Json.write(out(), json(goal));
        } else {
            out().println(done + ":");
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
        out().printf(
                        Locale.ROOT,
                        "%-11s %s: %s%s of %,.2f from %s to %s%s%s%n",
                        g.id(),
                        g.title(),
                        g.metric(),
                        g.dimension().isEmpty() ? "" : " where " + g.dimension() + " is " + g.member(),
                        g.target(),
                        g.from(),
                        g.to(),
                        g.owner().isEmpty() ? "" : ", " + g.owner(),
                        g.imported() ? " (imported)" : "");
        for (Milestone m : g.milestones()) {
            LocalDate by = m.by();
            out().printf(Locale.ROOT, "            %s: %,.2f%s%n", m.name(), m.value(), by == null ? "" : " by " + by);
        }
    }
}
