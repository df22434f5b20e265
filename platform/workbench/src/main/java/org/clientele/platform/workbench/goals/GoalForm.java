package org.clientele.platform.workbench.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Asks for a goal. It stays open, with what is wrong in words, until the goal is saved or it is closed. */
final class GoalForm {
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXAMPLE_MIDDLE = LocalDate.of(2026, 6, 30);
    private static final LocalDate EXAMPLE_END = LocalDate.of(2026, 12, 31);

    private final Form form;
    private final Goal before;
    private final GoalText words;

    private GoalForm(Shell parent, Palette palette, Goal before, boolean fresh, GoalText words) {
        this.before = before;
        this.words = words;
        form = new Form(parent, palette, "goal", fresh ? "New goal" : "Change goal");
        form.choice("metric", "Metric", words.labels(), -1, SWT.NONE).setText(words.label(before.metric()));
        form.text("title", "Title", before.title(), "the metric's name");
        form.text("from", "From", fresh ? "" : words.day(before.from()), words.day(EXAMPLE));
        form.text("to", "To, included", fresh ? "" : words.day(before.to()), words.day(EXAMPLE_END));
        form.text("target", "Target", fresh ? "" : words.typed(before.target(), before.metric()), "3,200,000 or 6 %");
        form.text("part", "Only where", part(before), "country = France, or nothing for all");
        form.text("owner", "Owner", before.owner(), "who answers for it");
        form.text("note", "Note", before.note(), "");
        milestones();
    }

    /**
     * Shows the form.
     *
     * @param before what it is filled with
     * @param fresh whether days and target are left for the person to write
     * @param words how metrics, days and numbers are written
     * @param save hears the goal, and what to tell the form: "" when it is saved, else what is wrong
     */
    static Shell open(
            Shell parent,
            Palette palette,
            Goal before,
            boolean fresh,
            GoalText words,
            BiConsumer<Goal, Consumer<String>> save) {
        GoalForm asked = new GoalForm(parent, palette, before, fresh, words);
        return asked.form.open(fresh ? "metric" : "target", "Cancel", "Save", asked::goal, save);
    }

    private void milestones() {
        List<String> lines = new ArrayList<>();
        for (Milestone m : before.milestones()) {
            LocalDate by = m.by();
            lines.add(m.name() + " = " + words.typed(m.value(), before.metric())
                    + (by == null ? "" : " by " + words.day(by)));
        }
        form.lines("milestones", "Milestones", String.join("\n", lines), 72).setToolTipText(example());
        form.hint(example());
    }

    private String example() {
        return "One a line: First half = 1,400,000 by " + words.day(EXAMPLE_MIDDLE);
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for what is no day or number */
    private Goal goal() {
        String part = form.said("part");
        int equals = part.indexOf('=');
        if (!part.isEmpty() && equals < 1) {
            throw invalid("\"" + part + "\" is no part like country = France.");
        }
        List<Milestone> milestones = new ArrayList<>();
        for (String line : form.said("milestones").split("\\R", -1)) {
            if (!line.isBlank()) {
                milestones.add(milestone(line.strip()));
            }
        }
        return new Goal(
                before.id(),
                form.said("title"),
                words.metric(form.said("metric")),
                part.isEmpty() ? "" : part.substring(0, equals).strip(),
                part.isEmpty() ? "" : part.substring(equals + 1).strip(),
                words.parsed(form.said("from")),
                words.parsed(form.said("to")),
                GoalText.value(form.said("target")),
                milestones,
                form.said("owner"),
                form.said("note"),
                before.imported());
    }

    private Milestone milestone(String line) {
        int equals = line.lastIndexOf('=');
        if (equals < 1) {
            throw invalid(
                    "\"" + line + "\" is no milestone like First half = 1400000 by " + words.day(EXAMPLE_MIDDLE) + ".");
        }
        String rest = line.substring(equals + 1).strip();
        int by = rest.indexOf(" by ");
        return new Milestone(
                line.substring(0, equals).strip(),
                GoalText.value(by < 0 ? rest : rest.substring(0, by)),
                by < 0 ? null : words.parsed(rest.substring(by + 4).strip()));
    }

    static String part(Goal goal) {
        return goal.dimension().isEmpty() ? "" : goal.dimension() + " = " + goal.member();
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
