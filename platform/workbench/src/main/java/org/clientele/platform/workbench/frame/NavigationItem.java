package org.clientele.platform.workbench.frame;

import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A line of the navigation.
 *
 * @param chosen whether its page is in front
 * @param starred whether a star stands at its end
 */
record NavigationItem(String id, Icon icon, String title, boolean chosen, boolean starred) {
    /** Pixels. */
    static final int STAR = 24;

    NavigationItem(String id, Icon icon, String title, boolean chosen) {
        this(id, icon, title, chosen, false);
    }

    /**
     * Draws it.
     *
     * @param bare whether only the icon is shown
     * @param y its top; all in pixels
     */
    void draw(Pen pen, Areas places, Palette palette, boolean bare, double y, int width, int height, Runnable action) {
        double x = 10;
        double w = width - 21;
        if (chosen) {
            pen.fillRound(x, y, w, height, 6, palette.selected());
        } else if (places.pressed(id)) {
            pen.fillRound(x, y, w, height, 6, palette.pressed());
        } else if (places.hovered(id)) {
            pen.fillRound(x, y, w, height, 6, palette.hover());
        }
        boolean cut = bare;
        int ink = chosen ? palette.theme().accent() : palette.theme().text();
        int iconInk = chosen ? palette.theme().accent() : palette.theme().secondary();
        pen.icon(icon, bare ? (width - 17) / 2.0 : x + 12, y + (height - 16) / 2.0, iconInk);
        if (!bare) {
            Weight weight = chosen ? Weight.MEDIUM : Weight.REGULAR;
            // The star's room is the title's own until the star is there.
            String shown = pen.shorten(title, 13, weight, w - 42 - (starred ? STAR + 4 : 4));
            pen.text(x + 38, y + height / 2.0 + 4.5, shown, 13, weight, ink);
            cut = !pen.shorten(title, 13, weight, w - 46 - STAR).equals(title);
        }
        Rectangle bounds = new Rectangle((int) x, (int) y, (int) w, height);
        places.add(new Areas.Area(id, bounds, title, cut ? title : "", action, null, true));
    }
}
