package org.clientele.platform.workbench.frame;

import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The field in which the navigation is searched: a native one, for input methods, without a frame of its own. */
final class SearchField {
    private static final Texts TEXTS = Texts.of(SearchField.class);
    private final Text text;

    /** What its keys do. */
    record Keys(Consumer<String> changed, Runnable down, Runnable enter) {}

    SearchField(Composite parent, Palette palette, Keys keys) {
        text = new Text(parent, SWT.SINGLE);
        text.setFont(SwtResources.of(parent.getDisplay()).nativeFont(13, Weight.REGULAR));
        text.setMessage(TEXTS.get("search.message"));
        text.setData("name", "navigation-search");
        palette(palette);
        text.addListener(SWT.Modify, e -> keys.changed().accept(text.getText()));
        text.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                keys.down().run();
                e.doit = false;
            } else if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) {
                keys.enter().run();
                e.doit = false;
            } else if (e.keyCode == SWT.ESC) {
                text.setText("");
                e.doit = false;
            }
        });
    }

    void palette(Palette palette) {
        text.setBackground(Palette.color(palette.theme().canvas()));
        text.setForeground(Palette.color(palette.theme().text()));
    }

    void place(int x, int y, int width, int height) {
        int own = Math.min(height, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        text.setBounds(x, y + (height - own) / 2, width, own);
    }

    void visible(boolean yes) {
        text.setVisible(yes);
    }

    void clear() {
        text.setText("");
    }

    Text control() {
        return text;
    }
}
