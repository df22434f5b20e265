package org.clientele.platform.workbench.present;

import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** The title of a slide, its days and what it is narrowed down to. UI thread only. */
final class SlideHead extends DrawnPane {
    private static final Texts TEXTS = Texts.of(SlideHead.class);
    static final int HEIGHT = 76;

    private String title = "";
    private String about = "";
    private String days = "";

    SlideHead(Composite parent, Palette palette) {
        super(parent, palette, TEXTS.get("head.pane"));
    }

    /**
     * Says what is shown.
     *
     * @param about the dashboard and its filters, or ""
     * @param days "1 Dec 2010 – 9 Dec 2011", or ""
     */
    void show(String heading, String about, String days) {
        title = heading;
        this.about = about;
        this.days = days;
        redraw();
    }

    /** What stands there, for a screen reader and for tests. */
    String told() {
        return title + "\n" + about + "\n" + days;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        int quiet = palette().theme().secondary();
        double taken = days.isEmpty() ? 0 : pen.width(days, 14, Weight.REGULAR) + 24;
        double room = width - 2 * margin - taken;
        pen.text(
                margin,
                38,
                pen.shorten(title, 26, Weight.MEDIUM, room),
                26,
                Weight.MEDIUM,
                palette().theme().text());
        pen.text(margin, 62, pen.shorten(about, 14, Weight.REGULAR, width - 2 * margin), 14, Weight.REGULAR, quiet);
        pen.text(width - margin, 38, days, 14, Weight.REGULAR, quiet, Anchor.END);
    }
}
