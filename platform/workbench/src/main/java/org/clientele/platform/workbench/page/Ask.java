package org.clientele.platform.workbench.page;

import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a line of text. Returns at once; the answer comes when it is given. */
public final class Ask {
    private static final Texts TEXTS = Texts.of(Ask.class);

    private Ask() {}

    /** What to ask: a heading, what is meant, and what stands there at first. */
    public record Question(String heading, String meaning, String now) {}

    /** Opens it over a window; {@code answer} hears what was typed, unless it was cancelled. */
    public static Shell open(Shell parent, Palette palette, Question question, Consumer<String> answer) {
        Shell shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        SwtResources fonts = SwtResources.of(shell.getDisplay());
        shell.setText(question.heading());
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 12;
        shell.setLayout(layout);
        shell.setBackground(Palette.color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        label(
                shell,
                question.heading(),
                fonts,
                18,
                Weight.MEDIUM,
                palette.theme().text());
        label(
                shell,
                question.meaning(),
                fonts,
                13,
                Weight.REGULAR,
                palette.theme().secondary());
        Text text = new Text(shell, SWT.BORDER);
        text.setFont(fonts.nativeFont(13, Weight.REGULAR));
        text.setText(question.now());
        text.selectAll();
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        DialogButton.in(row, TEXTS.get("cancel"), fonts, shell::close);
        Button ok = DialogButton.in(row, TEXTS.get("ok"), fonts, () -> {
            String given = text.getText().strip();
            shell.close();
            answer.accept(given);
        });
        shell.setDefaultButton(ok);
        shell.setSize(440, shell.computeSize(440, SWT.DEFAULT).y);
        Rectangle over = parent.getBounds();
        shell.setLocation(over.x + (over.width - 440) / 2, over.y + (over.height - shell.getSize().y) / 3);
        shell.open();
        text.setFocus();
        return shell;
    }

    private static void label(Shell shell, String text, SwtResources fonts, int size, Weight weight, int argb) {
        Label label = new Label(shell, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(fonts.nativeFont(size, weight));
        label.setForeground(Palette.color(argb));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 380;
        label.setLayoutData(wide);
    }
}
