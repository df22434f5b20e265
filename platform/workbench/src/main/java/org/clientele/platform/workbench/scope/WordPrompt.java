package org.clientele.platform.workbench.scope;

import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a few words, and says what they mean while they are typed. Enter takes them, Escape does not. UI thread only. */
final class WordPrompt {
    private static final Texts TEXTS = Texts.of(WordPrompt.class);
    private static final int WIDTH = 340;

    private WordPrompt() {}

    /**
     * What is asked.
     *
     * @param name of the window, for tests
     * @param title of the window
     * @param hint what could be typed
     * @param start what stands there first
     */
    record Asked(String name, String title, String hint, String start) {}

    /**
     * Opens it at a place of the display.
     *
     * @param meaning what the words mean, for people
     * @param take takes the words, or refuses them
     */
    static Shell open(
            Shell parent,
            Palette palette,
            Asked asked,
            Function<String, String> meaning,
            Predicate<String> take,
            Point at) {
        Shell shell = new Shell(parent, SWT.TOOL | SWT.CLOSE);
        shell.setText(asked.title());
        shell.setData("name", asked.name());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        shell.setLayout(layout);
        Text words = new Text(shell, SWT.BORDER | SWT.SINGLE);
        words.setMessage(asked.hint());
        words.setToolTipText(asked.hint());
        words.setText(asked.start());
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = WIDTH;
        words.setLayoutData(wide);
        Button apply = new Button(shell, SWT.PUSH);
        apply.setText(TEXTS.get("apply"));
        Label says = new Label(shell, SWT.WRAP);
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        below.widthHint = WIDTH;
        says.setLayoutData(below);
        for (Control control : new Control[] {shell, words, apply, says}) {
            control.setFont(SwtResources.of(control.getDisplay()).nativeFont(13, Weight.REGULAR));
            control.setBackground(Palette.color(palette.theme().surface()));
            control.setForeground(Palette.color(palette.theme().text()));
        }
        says.setText(meaning.apply(asked.start()));
        words.addListener(SWT.Modify, e -> says.setText(meaning.apply(words.getText())));
        apply.addListener(SWT.Selection, e -> {
            if (take.test(words.getText())) {
                shell.close();
            } else {
                words.setFocus();
            }
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
        words.selectAll();
        words.setFocus();
        return shell;
    }
}
