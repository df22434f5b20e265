package org.clientele.platform.workbench.imports;

import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/** One drawing of a pane: the pen, the places and the parts that the pages of imports are made of. */
record Sketch(Pen pen, Areas places, Palette palette) {
    private static final Texts TEXTS = Texts.of(Sketch.class);
    /** Height of a field that opens a list. */
    static final int FIELD = 30;

    int ink() {
        return palette.theme().text();
    }

    int quiet() {
        return palette.theme().secondary();
    }

    int border() {
        return palette.theme().border();
    }

    /** A white card with a soft border. */
    void card(double x, double y, double w, double h) {
        pen.rect(x + 0.5, y + 0.5, w - 1, h - 1, 8, Fill.of(palette.theme().surface()), Stroke.of(border(), 1));
    }

    /** A line of text, shortened to its room. */
    void line(double x, double baseline, String text, double size, Weight weight, double room, int ink) {
        pen.text(x, baseline, pen.shorten(text, size, weight, room), size, weight, ink);
    }

    /** Body text. */
    void body(double x, double baseline, String text, double room) {
        line(x, baseline, text, 13, Weight.REGULAR, room, ink());
    }

    /** Small, quiet text. */
    void note(double x, double baseline, String text, double room) {
        line(x, baseline, text, 12, Weight.REGULAR, room, quiet());
    }

    /** A quiet label above something. */
    void label(double x, double baseline, String text) {
        pen.text(x, baseline, text, 12, Weight.MEDIUM, quiet());
    }

    /** A title of a card. */
    void title(double x, double baseline, String text, double room) {
        line(x, baseline, text, 15, Weight.MEDIUM, room, ink());
    }

    /** A number at the right of its column. */
    void number(double right, double baseline, String text, Weight weight, int ink) {
        pen.text(right, baseline, text, 13, weight, ink, Anchor.END);
    }

    /** A paragraph; gives its height. */
    int paragraph(double x, double baseline, String text, double room, int ink) {
        return TextBlock.draw(pen, text, x, baseline, 13, room, ink);
    }

    /** A mark with a sentence behind it; gives the height. */
    int told(StatusMark mark, double x, double baseline, String text, double room) {
        mark.draw(pen, palette, x + 6, baseline - 4.5);
        return paragraph(x + 22, baseline, text, room - 22, ink());
    }

    /** A note with a sentence behind it; gives the height. */
    int noted(double x, double baseline, String text, double room) {
        pen.icon(Icon.INFO, x - 2, baseline - 12.5, quiet());
        return paragraph(x + 22, baseline, text, room - 22, ink());
    }

    /** A button; gives its width. */
    double button(String id, String text, Tone tone, double x, double y, Runnable action) {
        double w = Buttons.width(pen, text);
        Buttons.draw(pen, places, palette, id, text, tone, x, y, w, action);
        return w;
    }

    /** A button that ends at {@code right}; gives where it begins. */
    double buttonEnding(String id, String text, Tone tone, double right, double y, Runnable action) {
        double w = Buttons.width(pen, text);
        Buttons.draw(pen, places, palette, id, text, tone, right - w, y, w, action);
        return right - w;
    }

    /** The same with a tooltip. */
    double buttonEnding(String id, String text, String hint, Tone tone, double right, double y, Runnable action) {
        double w = Buttons.width(pen, text);
        Buttons.draw(pen, places, palette, id, text, hint, tone, right - w, y, w, action);
        return right - w;
    }

    /** A field that opens a list. */
    void field(String id, String name, String value, String hint, double x, double y, double w, Runnable open) {
        pen.fillRound(x, y, w, FIELD, 6, palette.theme().surface());
        int over = places.pressed(id) ? palette.pressed() : places.hovered(id) ? palette.hover() : 0;
        pen.fillRound(x, y, w, FIELD, 6, over);
        pen.frameRound(x, y, w, FIELD, 6, palette.tipBorder());
        line(x + 10, y + 19.5, value, 13, Weight.REGULAR, w - 36, ink());
        pen.icon(Icon.CHEVRON_DOWN, x + w - 23, y + 7, quiet());
        String spoken = name.isEmpty() ? value : name + ": " + value;
        places.add(new Area(id, bounds(x, y, w, FIELD), spoken, hint, open, null, true));
    }

    /** Words that act when clicked; gives their width. */
    double link(String id, String text, double x, double baseline, Runnable action) {
        double w = pen.width(text, 13, Weight.MEDIUM);
        if (places.hovered(id)) {
            pen.fillRound(x - 6, baseline - 17, w + 12, 24, 5, palette.hover());
        }
        pen.text(x, baseline, text, 13, Weight.MEDIUM, palette.theme().accent());
        places.add(id, x - 6, baseline - 17, w + 12, 24, text, action);
        return w;
    }

    /** An icon that acts when clicked. */
    void iconButton(String id, Icon icon, String hint, double x, double y, boolean enabled, Runnable action) {
        if (enabled && places.hovered(id)) {
            pen.fillRound(x, y, 28, 28, 6, palette.hover());
        }
        pen.icon(icon, x + 6, y + 6, enabled ? quiet() : Palette.alpha(quiet(), 0x55));
        if (enabled) {
            places.addIcon(id, x, y, 28, 28, hint, action);
        }
    }

    /** A box to tick. */
    void tick(String id, String name, boolean on, double x, double y, Runnable action) {
        if (on) {
            pen.fillRound(x, y, 18, 18, 4, palette.accentFill());
            pen.icon(Icon.CHECK, x + 1, y + 1, palette.onAccent());
        } else {
            pen.fillRound(x, y, 18, 18, 4, palette.theme().surface());
            pen.frameRound(x, y, 18, 18, 4, palette.tipBorder());
        }
        places.add(
                id,
                x - 5,
                y - 5,
                28,
                28,
                on ? TEXTS.get("files.tick.in", name) : TEXTS.get("files.tick.out", name),
                action);
    }

    /** A small pill with text; gives its width. */
    double chip(String id, String text, String hint, boolean chosen, double x, double y, Runnable action) {
        return chip(id, text, null, hint, chosen, x, y, action);
    }

    /** The width of a pill. */
    double chipWidth(String text, boolean marked) {
        return Math.ceil(pen.width(text, 12, Weight.MEDIUM) + (marked ? 38 : 20));
    }

    /** The same with a mark before the text. */
    double chip(
            String id,
            String text,
            @Nullable StatusMark mark,
            String hint,
            boolean chosen,
            double x,
            double y,
            Runnable action) {
        double w = chipWidth(text, mark != null);
        pen.fillRound(
                x, y, w, 26, 13, chosen ? palette.selected() : palette.theme().surface());
        if (places.hovered(id)) {
            pen.fillRound(x, y, w, 26, 13, palette.hover());
        }
        if (!chosen) {
            pen.frameRound(x, y, w, 26, 13, border());
        }
        if (mark != null) {
            mark.draw(pen, palette, x + 16, y + 13);
        }
        pen.text(
                mark == null ? x + 10 : x + 28,
                y + 17,
                text,
                12,
                Weight.MEDIUM,
                chosen ? palette.theme().accent() : ink());
        places.add(new Area(id, bounds(x, y, w, 26), text, hint, action, null, true));
        return w;
    }

    /** A bar that fills from the left; a fraction below 0 is drawn empty. */
    void progress(double x, double y, double w, double fraction) {
        pen.fillRound(x, y, w, 6, 3, border());
        if (fraction > 0) {
            pen.fillRound(x, y, Math.max(6, w * Math.min(1, fraction)), 6, 3, palette.accentFill());
        }
    }

    static Rectangle bounds(double x, double y, double w, double h) {
        return new Rectangle((int) Math.round(x), (int) Math.round(y), (int) Math.round(w), (int) Math.round(h));
    }
}
