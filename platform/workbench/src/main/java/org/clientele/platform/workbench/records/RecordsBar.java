package org.clientele.platform.workbench.records;

import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** What stands above a table of records: what it holds or what is wrong, and what can be done with it. */
final class RecordsBar extends DrawnPane {
    private static final Texts TEXTS = Texts.of(RecordsBar.class);

    /** Height in pixels. */
    static final int HEIGHT = 48;

    private final Actions actions;
    private String text = "";
    private boolean wrong;
    private boolean filtered;
    private boolean busy;
    private boolean customers;

    /** What its buttons do. */
    record Actions(Runnable columns, Runnable export, Runnable clear, Runnable set) {}

    RecordsBar(Composite parent, Palette palette, Actions actions) {
        super(parent, palette, TEXTS.get("bar.pane"));
        this.actions = actions;
    }

    /**
     * Shows how things are.
     *
     * @param sentence what is listed, or what is wrong
     * @param bad whether it is wrong
     * @param narrowed whether filters can be taken away
     * @param working whether rows are on their way
     */
    void show(String sentence, boolean bad, boolean narrowed, boolean working) {
        if (!sentence.equals(text) || bad != wrong || narrowed != filtered || working != busy) {
            text = sentence;
            wrong = bad;
            filtered = narrowed;
            busy = working;
            redraw();
        }
    }

    /** Shows whether records lead to customers, who can be made a set. */
    void customers(boolean yes) {
        customers = yes;
        redraw();
    }

    String text() {
        return text;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double right = width - margin;
        right = button(pen, places, "export", TEXTS.get("bar.export"), right, actions.export());
        right = button(pen, places, "columns", TEXTS.get("bar.columns"), right, actions.columns());
        if (customers) {
            right = button(pen, places, "set", TEXTS.get("bar.set"), right, actions.set());
        }
        if (filtered) {
            right = button(pen, places, "clear", TEXTS.get("bar.clear"), right, actions.clear());
        }
        double x = margin;
        if (wrong) {
            StatusMark.BAD.draw(pen, palette(), x + 7, 20);
            x += 24;
        }
        int ink = wrong ? palette().theme().text() : palette().theme().secondary();
        String said = busy ? TEXTS.get("reading") : text;
        pen.text(x, 24.5, pen.shorten(said, 13, Weight.REGULAR, right - x - 8), 13, Weight.REGULAR, ink);
    }

    private double button(Pen pen, Areas places, String id, String label, double right, Runnable action) {
        double w = Buttons.width(pen, label);
        Buttons.draw(pen, places, palette(), id, label, Tone.PLAIN, right - w, 4, w, action);
        return right - w - 10;
    }
}
