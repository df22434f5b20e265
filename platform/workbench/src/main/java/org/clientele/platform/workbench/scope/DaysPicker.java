package org.clientele.platform.workbench.scope;

import java.time.LocalDate;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** Asks for a first and a last day. UI thread only. */
public final class DaysPicker {
    private static final Texts TEXTS = Texts.of(DaysPicker.class);

    private DaysPicker() {}

    /**
     * Opens it at a place of the display.
     *
     * @param now the days in force, or null ends where they are open
     */
    public static Shell open(Shell parent, Palette palette, Period now, Narrowable page, Point at) {
        Shell shell = new Shell(parent, SWT.TOOL | SWT.CLOSE);
        shell.setText(TEXTS.get("days.title"));
        shell.setData("name", "days-picker");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        shell.setLayout(layout);
        DateTime from = day(shell, palette, TEXTS.get("days.from"), now.from());
        DateTime to = day(shell, palette, TEXTS.get("days.to"), now.to());
        Label problem = new Label(shell, SWT.NONE);
        problem.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        Button apply = new Button(shell, SWT.PUSH);
        apply.setText(TEXTS.get("apply"));
        apply.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        for (Control control : new Control[] {shell, problem, apply}) {
            colored(control, palette);
        }
        apply.addListener(SWT.Selection, e -> {
            LocalDate first = chosen(from);
            LocalDate last = chosen(to);
            if (last.isBefore(first)) {
                problem.setText(TEXTS.get("days.backwards"));
                shell.layout(true);
                return;
            }
            shell.close();
            page.narrow(page.scope().during(new Period(first, last)), TEXTS.get("days.deed"));
        });
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.setDefaultButton(apply);
        shell.pack();
        shell.setLocation(at.x - Math.max(0, shell.getSize().x - 200), at.y);
        shell.open();
        from.setFocus();
        return shell;
    }

    private static DateTime day(Shell shell, Palette palette, String label, @Nullable LocalDate day) {
        Label said = new Label(shell, SWT.NONE);
        said.setText(label);
        colored(said, palette);
        DateTime field = new DateTime(shell, SWT.DATE | SWT.MEDIUM | SWT.DROP_DOWN);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        colored(field, palette);
        if (day != null) {
            field.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        }
        return field;
    }

    private static LocalDate chosen(DateTime field) {
        return LocalDate.of(field.getYear(), field.getMonth() + 1, field.getDay());
    }

    private static void colored(Control control, Palette palette) {
        control.setFont(SwtResources.of(control.getDisplay()).nativeFont(13, Weight.REGULAR));
        control.setBackground(Palette.color(palette.theme().surface()));
        control.setForeground(Palette.color(palette.theme().text()));
    }
}
