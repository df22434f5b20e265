package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.refresh.Schedule.Kind;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.platform.runtime.refresh.Schedule.Timing;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what is to be read again and when. It stays open, with what is wrong in words, until it is saved or closed. */
final class ScheduleForm {
    private static final Texts TEXTS = Texts.of(ScheduleForm.class);
    private static final List<String> KINDS =
            List.of(TEXTS.get("schedule.folder"), TEXTS.get("schedule.file"), TEXTS.get("schedule.database"));
    private static final List<String> MODES = List.of(
            TEXTS.get("schedule.mode.append"), TEXTS.get("schedule.mode.replace"), TEXTS.get("schedule.mode.update"));

    private final Form form;

    /** What somebody wants read, and when. */
    record Wish(Source source, Timing timing) {}

    private ScheduleForm(Shell parent, Palette palette) {
        form = new Form(parent, palette, "schedule", TEXTS.get("schedule.title"));
        Combo kind = form.choice("kind", TEXTS.get("schedule.again"), KINDS, 0, SWT.READ_ONLY);
        form.text("place", TEXTS.get("schedule.where"), "", TEXTS.get("schedule.where.like"));
        form.button(TEXTS.get("schedule.choose"), this::choose);
        form.choice("mode", TEXTS.get("schedule.mode"), MODES, 0, SWT.READ_ONLY);
        form.text("table", TEXTS.get("schedule.table"), "", TEXTS.get("schedule.table.like"));
        form.text("user", TEXTS.get("schedule.user"), "", "");
        form.text("password", TEXTS.get("schedule.password"), "", TEXTS.get("schedule.password.like"));
        form.text("every", TEXTS.get("schedule.every"), "15", "");
        form.text("daily", TEXTS.get("schedule.daily"), "", "06:30");
        kind.addListener(SWT.Selection, e -> adapt());
        adapt();
    }

    /** Shows the form. What is wrong with a wish is told to it; "" when the wish is fulfilled. */
    static Shell open(Shell parent, Palette palette, BiConsumer<Wish, Consumer<String>> save) {
        ScheduleForm asked = new ScheduleForm(parent, palette);
        return asked.form.open("place", TEXTS.get("schedule.cancel"), TEXTS.get("schedule.ok"), asked::wish, save);
    }

    private Kind kind() {
        return Kind.values()[form.index("kind")];
    }

    private void adapt() {
        Kind now = kind();
        for (String name : List.of("table", "user", "password")) {
            form.control(name).setEnabled(now == Kind.DATABASE);
        }
        form.control("mode").setEnabled(now != Kind.FOLDER);
        if (now == Kind.DATABASE && form.index("mode") == 0) {
            ((Combo) form.control("mode")).select(ImportMode.UPDATE.ordinal());
        } else if (now == Kind.FOLDER) {
            ((Combo) form.control("mode")).select(0);
        }
    }

    private void choose() {
        String chosen = null;
        if (kind() == Kind.FOLDER) {
            chosen = new DirectoryDialog(form.shell(), SWT.OPEN).open();
        } else if (kind() == Kind.FILE) {
            chosen = new FileDialog(form.shell(), SWT.OPEN).open();
        }
        if (chosen != null) {
            ((Text) form.control("place")).setText(chosen);
        }
    }

    private Wish wish() {
        if (form.said("place").isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("schedule.nothing"));
        }
        ImportMode mode = ImportMode.values()[form.index("mode")];
        Source source = switch (kind()) {
            case FOLDER -> Source.folder(Path.of(form.said("place")));
            case FILE -> Source.file(Path.of(form.said("place")), mode);
            case DATABASE ->
                new Source(
                        Kind.DATABASE,
                        form.said("place"),
                        mode,
                        form.said("table"),
                        "",
                        form.said("user"),
                        form.said("password"));
        };
        return new Wish(source, timing(form.said("every"), form.said("daily")));
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
}
