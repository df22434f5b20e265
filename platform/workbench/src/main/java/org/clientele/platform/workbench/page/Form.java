package org.clientele.platform.workbench.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
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

/**
 * A dialog of labelled fields. It stays open, with what is wrong in words, until what was written is saved or it is closed.
 * UI thread only.
 */
public final class Form {
    private static final int WIDTH = 520;
    /** What the margins and the frame take of the width. */
    private static final int SIDES = 60;

    private final Shell shell;
    private final SwtResources fonts;
    private final Palette palette;
    private final String name;
    private final Map<String, Control> fields = new LinkedHashMap<>();

    /**
     * @param name what its fields are called in tests: "goal" for "goal-title"
     * @param title of the window and above the fields
     */
    public Form(Shell parent, Palette palette, String name, String title) {
        this.palette = palette;
        this.name = name;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        fonts = SwtResources.of(shell.getDisplay());
        shell.setText(title);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 10;
        layout.horizontalSpacing = 16;
        shell.setLayout(layout);
        shell.setBackground(Palette.color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        wide(label(title, 18, Weight.MEDIUM, palette.theme().text()));
    }

    /** The window. */
    public Shell shell() {
        return shell;
    }

    /** A list to choose from; {@code style} says whether other things can be written. */
    public Combo choice(String field, String title, List<String> items, int index, int style) {
        caption(title);
        Combo combo = new Combo(shell, SWT.DROP_DOWN | style);
        combo.setItems(items.toArray(String[]::new));
        if (index >= 0) {
            combo.select(index);
        }
        add(field, combo, 0);
        return combo;
    }

    /** A line to write in. */
    public Text text(String field, String title, String value, String example) {
        caption(title);
        Text text = new Text(shell, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setMessage(example);
        add(field, text, 0);
        return text;
    }

    /** Several lines to write in, {@code height} pixels high. */
    public Text lines(String field, String title, String value, int height) {
        caption(title);
        Text text = new Text(shell, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        text.setText(value);
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        add(field, text, height);
        return text;
    }

    /** A button in the place of a field. */
    public void button(String label, Runnable action) {
        caption("");
        Button button = new Button(shell, SWT.PUSH);
        button.setText(label);
        button.setFont(fonts.nativeFont(13, Weight.REGULAR));
        button.addListener(SWT.Selection, e -> action.run());
    }

    /** A remark below the field before it, whose words may follow it. */
    public Label hint(String sentence) {
        caption("");
        return label(sentence, 12, Weight.REGULAR, palette.theme().secondary());
    }

    /** Words that cannot be changed, in the place of a field. */
    public void fixed(String title, String words) {
        caption(title);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH - 220;
        label(words, 13, Weight.REGULAR, palette.theme().text()).setLayoutData(data);
    }

    private void caption(String title) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
    }

    private void add(String field, Control control, int height) {
        control.setFont(fonts.nativeFont(13, Weight.REGULAR));
        control.setData("name", name + "-" + field);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        if (height > 0) {
            data.heightHint = height;
        }
        control.setLayoutData(data);
        fields.put(field, control);
    }

    private Label label(String text, int size, Weight weight, int argb) {
        Label label = new Label(shell, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(fonts.nativeFont(size, weight));
        label.setForeground(Palette.color(argb));
        return label;
    }

    private static void wide(Label label) {
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH - SIDES;
        label.setLayoutData(wide);
    }

    /** A field by its name. */
    public Control control(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    /** Which item of a list is chosen, from 0. */
    public int index(String field) {
        return ((Combo) control(field)).getSelectionIndex();
    }

    /** What a field holds. */
    public String said(String field) {
        Control control = control(field);
        return (control instanceof Combo combo ? combo.getText() : ((Text) control).getText()).strip();
    }

    /**
     * Opens it below its fields.
     *
     * @param first the field that has the keyboard
     * @param cancel on the button that closes it
     * @param save on the button that saves
     * @param made what was written; an {@link AnalyticsException} says what is wrong with it
     * @param saving saves it, and tells the form what is wrong, or "" when it is saved
     */
    public <T> Shell open(
            String first, String cancel, String save, Supplier<T> made, BiConsumer<T, Consumer<String>> saving) {
        Label wrong = label("", 13, Weight.REGULAR, palette.theme().bad());
        wide(wrong);
        Consumer<String> answered = what -> answered(wrong, what);
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        DialogButton.in(row, cancel, fonts, shell::close);
        Button ok = DialogButton.in(row, save, fonts, () -> {
            try {
                saving.accept(made.get(), answered);
            } catch (AnalyticsException e) {
                answered.accept(e.getMessage());
            }
        });
        ok.setData("name", name + "-save");
        shell.setDefaultButton(ok);
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
        Rectangle over = shell.getParent().getBounds();
        shell.setLocation(
                over.x + (over.width - WIDTH) / 2, Math.max(0, over.y + (over.height - shell.getSize().y) / 3));
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.open();
        control(first).setFocus();
        return shell;
    }

    private void answered(Label wrong, String what) {
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
}
