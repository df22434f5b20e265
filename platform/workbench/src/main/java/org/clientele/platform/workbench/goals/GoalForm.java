package org.clientele.platform.workbench.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a goal. It stays open, with what is wrong in words, until the goal is saved or it is closed. */
final class GoalForm {
    private static final int WIDTH = 520;
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXAMPLE_MIDDLE = LocalDate.of(2026, 6, 30);
    private static final LocalDate EXAMPLE_END = LocalDate.of(2026, 12, 31);

    private final Shell shell;
    private final SwtResources fonts;
    private final Palette palette;
    private final Goal before;
    private final GoalText words;
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private final Label wrong;

    private GoalForm(Shell parent, Palette palette, Goal before, boolean fresh, GoalText words) {
        this.palette = palette;
        this.before = before;
        this.words = words;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        fonts = SwtResources.of(shell.getDisplay());
        shell.setText(fresh ? "New goal" : "Change goal");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 10;
        layout.horizontalSpacing = 16;
        shell.setLayout(layout);
        shell.setBackground(color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        wide(label(shell.getText(), 18, Weight.MEDIUM, palette.theme().text()));
        metric();
        text("title", "Title", before.title(), "the metric's name");
        text("from", "From", fresh ? "" : words.day(before.from()), words.day(EXAMPLE));
        text("to", "To, included", fresh ? "" : words.day(before.to()), words.day(EXAMPLE_END));
        text("target", "Target", fresh ? "" : words.typed(before.target(), before.metric()), "3,200,000 or 6 %");
        text("part", "Only where", part(before), "country = France, or nothing for all");
        text("owner", "Owner", before.owner(), "who answers for it");
        text("note", "Note", before.note(), "");
        milestones();
        wrong = label("", 13, Weight.REGULAR, palette.theme().bad());
        wide(wrong);
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
        GoalForm form = new GoalForm(parent, palette, before, fresh, words);
        form.buttons(save);
        Shell shell = form.shell;
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
        Rectangle over = parent.getBounds();
        shell.setLocation(
                over.x + (over.width - WIDTH) / 2, Math.max(0, over.y + (over.height - shell.getSize().y) / 3));
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.open();
        Objects.requireNonNull(form.fields.get(fresh ? "metric" : "target")).setFocus();
        return shell;
    }

    private void metric() {
        label("Metric", 13, Weight.REGULAR, palette.theme().secondary());
        Combo combo = new Combo(shell, SWT.DROP_DOWN);
        combo.setItems(words.labels().toArray(String[]::new));
        combo.setText(words.label(before.metric()));
        field("metric", combo, 0);
    }

    private void text(String name, String title, String value, String example) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
        Text text = new Text(shell, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setMessage(example);
        field(name, text, 0);
    }

    private void milestones() {
        label("Milestones", 13, Weight.REGULAR, palette.theme().secondary());
        Text text = new Text(shell, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        List<String> lines = new ArrayList<>();
        for (Milestone m : before.milestones()) {
            LocalDate by = m.by();
            lines.add(m.name() + " = " + words.typed(m.value(), before.metric())
                    + (by == null ? "" : " by " + words.day(by)));
        }
        text.setText(String.join("\n", lines));
        text.setToolTipText(example());
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        field("milestones", text, 72);
        label("", 12, Weight.REGULAR, palette.theme().secondary());
        label(example(), 12, Weight.REGULAR, palette.theme().secondary());
    }

    private String example() {
        return "One a line: First half = 1,400,000 by " + words.day(EXAMPLE_MIDDLE);
    }

    private void field(String name, Control control, int height) {
        control.setFont(fonts.nativeFont(13, Weight.REGULAR));
        control.setData("name", "goal-" + name);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        if (height > 0) {
            data.heightHint = height;
        }
        control.setLayoutData(data);
        fields.put(name, control);
    }

    private Label label(String text, int size, Weight weight, int argb) {
        Label label = new Label(shell, SWT.WRAP);
        label.setText(text);
        label.setFont(fonts.nativeFont(size, weight));
        label.setForeground(color(argb));
        return label;
    }

    private static void wide(Label label) {
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH - 60;
        label.setLayoutData(wide);
    }

    private void buttons(BiConsumer<Goal, Consumer<String>> save) {
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        button(row, "Cancel", shell::close);
        Button ok = button(row, "Save", () -> {
            try {
                save.accept(goal(), this::answered);
            } catch (AnalyticsException e) {
                answered(e.getMessage());
            }
        });
        ok.setData("name", "goal-save");
        shell.setDefaultButton(ok);
    }

    private Button button(Composite row, String text, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(text);
        button.setFont(fonts.nativeFont(13, Weight.MEDIUM));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 96;
        button.setLayoutData(wide);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private void answered(String what) {
        if (shell.isDisposed()) {
            return;
        }
        if (what.isEmpty()) {
            shell.close();
        } else {
            wrong.setText(what.replace("&", "&&"));
            shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
            shell.layout(true, true);
        }
    }

    private String said(String name) {
        Control control = Objects.requireNonNull(fields.get(name));
        return (control instanceof Combo combo ? combo.getText() : ((Text) control).getText()).strip();
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for what is no day or number */
    private Goal goal() {
        String part = said("part");
        int equals = part.indexOf('=');
        if (!part.isEmpty() && equals < 1) {
            throw invalid("\"" + part + "\" is no part like country = France.");
        }
        List<Milestone> milestones = new ArrayList<>();
        for (String line : said("milestones").split("\\R", -1)) {
            if (!line.isBlank()) {
                milestones.add(milestone(line.strip()));
            }
        }
        return new Goal(
                before.id(),
                said("title"),
                words.metric(said("metric")),
                part.isEmpty() ? "" : part.substring(0, equals).strip(),
                part.isEmpty() ? "" : part.substring(equals + 1).strip(),
                words.parsed(said("from")),
                words.parsed(said("to")),
                GoalText.value(said("target")),
                milestones,
                said("owner"),
                said("note"),
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

    private static Color color(int argb) {
        return new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
