package org.clientele.platform.workbench.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Asks for a goal. It stays open, with what is wrong in words, until the goal is saved or it is closed. */
final class GoalForm {
    private static final Texts TEXTS = Texts.of(GoalForm.class);
    /** Names of dimensions and their members are those of the data. */
    private static final String PART = "country = France";

    private static final int EXAMPLE_VALUE = 1_400_000;
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXAMPLE_MIDDLE = LocalDate.of(2026, 6, 30);
    private static final LocalDate EXAMPLE_END = LocalDate.of(2026, 12, 31);

    private final Form form;
    private final Goal before;
    private final GoalText words;

    private GoalForm(Shell parent, Palette palette, Goal before, boolean fresh, GoalText words) {
        this.before = before;
        this.words = words;
        form = new Form(parent, palette, "goal", TEXTS.get(fresh ? "form.new" : "form.change"));
        Combo metric = form.choice("metric", TEXTS.get("form.metric"), words.labels(), -1, SWT.NONE);
        metric.setText(words.label(before.metric()));
        form.text("title", TEXTS.get("form.title"), before.title(), TEXTS.get("form.title.hint"));
        form.text("from", TEXTS.get("form.from"), fresh ? "" : words.day(before.from()), words.day(EXAMPLE));
        form.text("to", TEXTS.get("form.to"), fresh ? "" : words.day(before.to()), words.day(EXAMPLE_END));
        String target = fresh ? "" : words.typed(before.target(), before.metric());
        Text value = form.text("target", TEXTS.get("form.target"), target, words.example(before.metric()));
        metric.addListener(SWT.Modify, e -> value.setMessage(words.example(words.metric(form.said("metric")))));
        form.text("part", TEXTS.get("form.part"), part(before), TEXTS.get("form.part.hint", PART));
        form.text("owner", TEXTS.get("form.owner"), before.owner(), TEXTS.get("form.owner.hint"));
        form.text("note", TEXTS.get("form.note"), before.note(), "");
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
        return asked.form.open(
                fresh ? "metric" : "target", TEXTS.get("form.cancel"), TEXTS.get("form.save"), asked::goal, save);
    }

    private void milestones() {
        List<String> lines = new ArrayList<>();
        for (Milestone m : before.milestones()) {
            lines.add(line(m.name(), m.value(), m.by(), before.metric()));
        }
        String title = TEXTS.get("form.milestones");
        form.lines("milestones", title, String.join("\n", lines), 72).setToolTipText(example());
        form.hint(example());
    }

    /** "First half = 1,400,000 by 30 Jun 2026". */
    private String line(String name, double value, @Nullable LocalDate by, String metric) {
        String amount = words.typed(value, metric);
        return by == null
                ? TEXTS.get("milestone", name, amount)
                : TEXTS.get("milestone.by", name, amount, words.day(by));
    }

    private String example() {
        return TEXTS.get("form.milestones.hint", exampleLine());
    }

    private String exampleLine() {
        return line(TEXTS.get("milestone.example"), EXAMPLE_VALUE, EXAMPLE_MIDDLE, "");
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for what is no day or number */
    private Goal goal() {
        String part = form.said("part");
        int equals = part.indexOf('=');
        if (!part.isEmpty() && equals < 1) {
            throw invalid(TEXTS.get("wrong.part", part, PART));
        }
        String metric = words.metric(form.said("metric"));
        List<Milestone> milestones = new ArrayList<>();
        for (String line : form.said("milestones").split("\\R", -1)) {
            if (!line.isBlank()) {
                milestones.add(milestone(line.strip(), metric));
            }
        }
        return new Goal(
                before.id(),
                form.said("title"),
                metric,
                part.isEmpty() ? "" : part.substring(0, equals).strip(),
                part.isEmpty() ? "" : part.substring(equals + 1).strip(),
                words.parsed(form.said("from")),
                words.parsed(form.said("to")),
                words.value(form.said("target"), metric),
                milestones,
                form.said("owner"),
                form.said("note"),
                before.imported());
    }

    private Milestone milestone(String line, String metric) {
        int equals = line.lastIndexOf('=');
        if (equals < 1) {
            throw invalid(TEXTS.get("wrong.milestone", line, exampleLine()));
        }
        String rest = line.substring(equals + 1).strip();
        // The word before the day is that of the language, or the English one.
        Matcher by = Pattern.compile("(.*?)\\s(?:" + Pattern.quote(TEXTS.get("milestone.until")) + "|by)\\s(.*)")
                .matcher(rest);
        boolean due = by.matches();
        return new Milestone(
                line.substring(0, equals).strip(),
                words.value(due ? by.group(1) : rest, metric),
                due ? words.parsed(by.group(2).strip()) : null);
    }

    static String part(Goal goal) {
        return goal.dimension().isEmpty() ? "" : goal.dimension() + " = " + goal.member();
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
