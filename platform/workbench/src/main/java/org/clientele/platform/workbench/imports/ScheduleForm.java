package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.refresh.Schedule.Kind;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.platform.runtime.refresh.Schedule.Timing;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what is to be read again and when. It stays open, with what is wrong in words, until it is saved or closed. */
final class ScheduleForm {
    private static final int WIDTH = 520;
    private static final Texts TEXTS = Texts.of(ScheduleForm.class);
    private static final List<String> KINDS =
            List.of(TEXTS.get("schedule.folder"), TEXTS.get("schedule.file"), TEXTS.get("schedule.database"));
    private static final List<String> MODES = List.of(
            TEXTS.get("schedule.mode.append"), TEXTS.get("schedule.mode.replace"), TEXTS.get("schedule.mode.update"));

    private final Shell shell;
    private final SwtResources fonts;
    private final Palette palette;
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private final Label wrong;

    /** What somebody wants read, and when. */
    record Wish(Source source, Timing timing) {}

    private ScheduleForm(Shell parent, Palette palette) {
        this.palette = palette;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        fonts = SwtResources.of(shell.getDisplay());
        shell.setText(TEXTS.get("schedule.title"));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 10;
        layout.horizontalSpacing = 16;
        shell.setLayout(layout);
        shell.setBackground(color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        wide(label(shell.getText(), 18, Weight.MEDIUM, palette.theme().text()));
        Combo kind = choice("kind", TEXTS.get("schedule.again"), KINDS, 0);
        text("place", TEXTS.get("schedule.where"), "", TEXTS.get("schedule.where.like"));
        label("", 12, Weight.REGULAR, palette.theme().secondary());
        Button browse = new Button(shell, SWT.PUSH);
        browse.setText(TEXTS.get("schedule.choose"));
        browse.setFont(fonts.nativeFont(13, Weight.REGULAR));
        browse.addListener(SWT.Selection, e -> choose());
        choice("mode", TEXTS.get("schedule.mode"), MODES, 0);
        text("table", TEXTS.get("schedule.table"), "", TEXTS.get("schedule.table.like"));
        text("user", TEXTS.get("schedule.user"), "", "");
        text("password", TEXTS.get("schedule.password"), "", TEXTS.get("schedule.password.like"));
        text("every", TEXTS.get("schedule.every"), "15", "");
        text("daily", TEXTS.get("schedule.daily"), "", "06:30");
        wrong = label("", 13, Weight.REGULAR, palette.theme().bad());
        wide(wrong);
        kind.addListener(SWT.Selection, e -> adapt());
        adapt();
    }

    /** Shows the form. What is wrong with a wish is told to it; "" when the wish is fulfilled. */
    static Shell open(Shell parent, Palette palette, BiConsumer<Wish, Consumer<String>> save) {
        ScheduleForm form = new ScheduleForm(parent, palette);
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
        form.control("place").setFocus();
        return shell;
    }

    private Control control(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private Kind kind() {
        return Kind.values()[((Combo) control("kind")).getSelectionIndex()];
    }

    private void adapt() {
        Kind now = kind();
        for (String name : List.of("table", "user", "password")) {
            control(name).setEnabled(now == Kind.DATABASE);
        }
        control("mode").setEnabled(now != Kind.FOLDER);
        if (now == Kind.DATABASE && ((Combo) control("mode")).getSelectionIndex() == 0) {
            ((Combo) control("mode")).select(ImportMode.UPDATE.ordinal());
        } else if (now == Kind.FOLDER) {
            ((Combo) control("mode")).select(0);
        }
    }

    private void choose() {
        String chosen = null;
        if (kind() == Kind.FOLDER) {
            chosen = new DirectoryDialog(shell, SWT.OPEN).open();
        } else if (kind() == Kind.FILE) {
            chosen = new FileDialog(shell, SWT.OPEN).open();
        }
        if (chosen != null) {
            ((Text) control("place")).setText(chosen);
        }
    }

    private Combo choice(String name, String title, List<String> items, int index) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
        Combo combo = new Combo(shell, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(items.toArray(String[]::new));
        combo.select(index);
        field(name, combo);
        return combo;
    }

    private void text(String name, String title, String value, String example) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
        Text text = new Text(shell, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setMessage(example);
        field(name, text);
    }

    private void field(String name, Control control) {
        control.setFont(fonts.nativeFont(13, Weight.REGULAR));
        control.setData("name", "schedule-" + name);
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
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

    private void buttons(BiConsumer<Wish, Consumer<String>> save) {
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        button(row, TEXTS.get("schedule.cancel"), shell::close);
        Button ok = button(row, TEXTS.get("schedule.ok"), () -> {
            try {
                save.accept(wish(), this::answered);
            } catch (AnalyticsException e) {
                answered(e.getMessage());
            }
        });
        ok.setData("name", "schedule-save");
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
        Control control = control(name);
        return (control instanceof Combo combo ? combo.getText() : ((Text) control).getText()).strip();
    }

    private Wish wish() {
        if (said("place").isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("schedule.nothing"));
        }
        ImportMode mode = ImportMode.values()[((Combo) control("mode")).getSelectionIndex()];
        Source source = switch (kind()) {
            case FOLDER -> Source.folder(Path.of(said("place")));
            case FILE -> Source.file(Path.of(said("place")), mode);
            case DATABASE ->
                new Source(Kind.DATABASE, said("place"), mode, said("table"), "", said("user"), said("password"));
        };
        return new Wish(source, timing(said("every"), said("daily")));
    }

    /** A time of day has the last word, as the minutes are filled in from the beginning. */
    static Timing timing(String every, String daily) {
        try {
            return daily.isEmpty() ? Timing.every(Integer.parseInt(every)) : Timing.daily(LocalTime.parse(daily));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    daily.isEmpty() ? TEXTS.get("schedule.no.minutes", every) : TEXTS.get("schedule.no.time", daily),
                    e);
        }
    }

    private static Color color(int argb) {
        return new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
