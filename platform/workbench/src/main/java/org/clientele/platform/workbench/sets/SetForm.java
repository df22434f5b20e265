package org.clientele.platform.workbench.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.workbench.page.DialogButton;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
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

/** Asks about a customer set. It stays open, with what is wrong in words, until the set is saved or it is closed. UI thread only. */
final class SetForm {
    private static final Texts TEXTS = Texts.of(SetForm.class);
    private static final int WIDTH = 480;

    private final Shell shell;
    private final SwtResources fonts;
    private final Palette palette;
    private final Label meaning;
    private final Text name;
    private final Text description;
    private final List<Button> choices = new ArrayList<>();
    private final List<Combo> lists = new ArrayList<>();
    private final Label wrong;
    private final Composite fields;
    private Button save;

    /**
     * What is asked.
     *
     * @param heading what is done
     * @param meaning a sentence about it, or "" until it is known
     * @param name that is offered
     * @param description that is offered
     * @param choices of which one is taken, the first at first
     * @param lists each a label, then what can be chosen
     * @param deed on the button that does it
     */
    record Question(
            String heading,
            String meaning,
            String name,
            String description,
            List<String> choices,
            List<List<String>> lists,
            String deed) {}

    /**
     * What was answered.
     *
     * @param choice which of the choices, from 0
     * @param chosen which entry of each list, from 0
     */
    record Answer(String name, String description, int choice, List<Integer> chosen) {}

    @SuppressWarnings("NullAway.Init") // the button follows right after
    private SetForm(Shell parent, Palette palette, Question question) {
        this.palette = palette;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        fonts = SwtResources.of(shell.getDisplay());
        shell.setText(question.heading());
        shell.setData("name", "set-form");
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 12;
        shell.setLayout(layout);
        shell.setBackground(Palette.color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        wide(label(shell, question.heading(), 18, Weight.MEDIUM, palette.theme().text()));
        meaning = label(
                shell, question.meaning(), 13, Weight.REGULAR, palette.theme().secondary());
        wide(meaning);
        fields = new Composite(shell, SWT.NONE);
        GridLayout two = new GridLayout(2, false);
        two.marginWidth = 0;
        two.horizontalSpacing = 16;
        fields.setLayout(two);
        fields.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        name = field(TEXTS.get("form.name"), "set-name", question.name());
        description = field(TEXTS.get("form.description"), "set-description", question.description());
        for (List<String> list : question.lists()) {
            label(fields, list.get(0), 13, Weight.REGULAR, palette.theme().secondary());
            Combo combo = new Combo(fields, SWT.DROP_DOWN | SWT.READ_ONLY);
            combo.setItems(list.subList(1, list.size()).toArray(String[]::new));
            combo.select(Math.min(lists.size() == 2 ? 1 : 0, combo.getItemCount() - 1));
            combo.setData("name", "set-list-" + lists.size());
            place(combo);
            lists.add(combo);
        }
        for (String choice : question.choices()) {
            Button radio = new Button(shell, SWT.RADIO | SWT.WRAP);
            radio.setText(choice);
            radio.setFont(fonts.nativeFont(13, Weight.REGULAR));
            radio.setForeground(Palette.color(palette.theme().text()));
            radio.setSelection(choices.isEmpty());
            radio.setData("name", "set-choice-" + choices.size());
            choices.add(radio);
        }
        wrong = label(shell, "", 13, Weight.REGULAR, palette.theme().bad());
        wide(wrong);
    }

    /**
     * Shows the form.
     *
     * @param saving hears the answer; the form waits for {@link #answered}
     */
    static SetForm open(Shell parent, Palette palette, Question question, Consumer<Answer> saving) {
        SetForm form = new SetForm(parent, palette, question);
        form.buttons(question.deed(), saving);
        Shell shell = form.shell;
        form.fit();
        Rectangle over = parent.getBounds();
        shell.setLocation(
                over.x + (over.width - WIDTH) / 2, Math.max(0, over.y + (over.height - shell.getSize().y) / 3));
        shell.open();
        form.name.setFocus();
        form.name.selectAll();
        return form;
    }

    private void fit() {
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
        shell.layout(true, true);
    }

    private Text field(String title, String id, String value) {
        label(fields, title, 13, Weight.REGULAR, palette.theme().secondary());
        Text text = new Text(fields, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setData("name", id);
        place(text);
        return text;
    }

    private void place(Control control) {
        control.setFont(fonts.nativeFont(13, Weight.REGULAR));
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private Label label(Composite parent, String text, int size, Weight weight, int argb) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(fonts.nativeFont(size, weight));
        label.setForeground(Palette.color(argb));
        return label;
    }

    private static void wide(Label label) {
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = WIDTH - 60;
        label.setLayoutData(wide);
    }

    private void buttons(String deed, Consumer<Answer> saving) {
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        DialogButton.in(row, TEXTS.get("form.cancel"), fonts, shell::close);
        save = DialogButton.in(row, deed, fonts, () -> {
            save.setEnabled(false);
            say("");
            saving.accept(answer());
        });
        save.setData("name", "set-save");
        shell.setDefaultButton(save);
    }

    private Answer answer() {
        int choice = 0;
        for (int i = 0; i < choices.size(); i++) {
            choice = choices.get(i).getSelection() ? i : choice;
        }
        return new Answer(
                name.getText().strip(),
                description.getText().strip(),
                choice,
                lists.stream().map(Combo::getSelectionIndex).toList());
    }

    /** Says what is known of it by now. */
    void mean(String sentence) {
        if (!shell.isDisposed()) {
            meaning.setText(sentence.replace("&", "&&"));
            fit();
        }
    }

    /** The set was saved, with "", or this is wrong. */
    void answered(String what) {
        if (shell.isDisposed()) {
            return;
        }
        if (what.isEmpty()) {
            shell.close();
        } else {
            save.setEnabled(true);
            say(what);
        }
    }

    private void say(String what) {
        wrong.setText(what.replace("&", "&&"));
        fit();
    }
}
