package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.graphics.Rectangle;

/** Buttons with words. */
public final class Buttons {
    /** Height in pixels. */
    public static final int HEIGHT = 32;

    private Buttons() {}

    /** The width that a button with this label likes. */
    public static double width(Pen pen, String label) {
        return Math.ceil(pen.width(label, 13, Weight.MEDIUM) + 28);
    }

    public static void draw(
            Pen pen,
            Areas places,
            Palette palette,
            String id,
            String label,
            Tone tone,
            double x,
            double y,
            double width,
            Runnable action) {
        draw(pen, places, palette, id, label, "", tone, x, y, width, action);
    }

    /** The same with a tooltip. */
    public static void draw(
            Pen pen,
            Areas places,
            Palette palette,
            String id,
            String label,
            String hint,
            Tone tone,
            double x,
            double y,
            double width,
            Runnable action) {
        int over = places.pressed(id) ? palette.pressed() : places.hovered(id) ? palette.hover() : 0;
        int ink;
        if (tone == Tone.PRIMARY) {
            pen.fillRound(x, y, width, HEIGHT, 6, palette.accentFill());
            pen.fillRound(x, y, width, HEIGHT, 6, over == 0 ? 0 : 0x1F000000);
            ink = palette.onAccent();
        } else {
            pen.fillRound(x, y, width, HEIGHT, 6, palette.theme().surface());
            pen.fillRound(x, y, width, HEIGHT, 6, over);
            pen.frameRound(x, y, width, HEIGHT, 6, palette.tipBorder());
            ink = tone == Tone.DANGER ? palette.theme().bad() : palette.theme().text();
        }
        pen.text(x + width / 2, y + 20.5, label, 13, Weight.MEDIUM, ink, Anchor.MIDDLE);
        Rectangle bounds = new Rectangle((int) Math.round(x), (int) Math.round(y), (int) Math.round(width), HEIGHT);
        places.add(new Areas.Area(id, bounds, label, hint, action, null, true));
    }
}
