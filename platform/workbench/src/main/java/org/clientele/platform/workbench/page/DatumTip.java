package org.clientele.platform.workbench.page;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** The tooltip of a mark: a small card beside it, always within the page. */
final class DatumTip {
    private static final double PADDING = 12;
    private static final double LINE = 19;
    private static final double WIDEST = 320;
    private static final double LONG_VALUE = 190;
    private static final double GAP = 14;
    private static final double WIDE = 160;
    private static final double TALL = 240;

    private DatumTip() {}

    /**
     * Draws the tooltip.
     *
     * @param hit the mark, in its tile's coordinates
     * @param note one more line, or ""
     * @param tile where the tile is in the view
     * @param px where the pointer is in the view, or the middle of the mark
     * @param view the size of the view
     * @return where the tooltip is
     */
    static Rectangle draw(
            Pen pen, Hit hit, String note, Rectangle tile, double px, double py, Rectangle view, Palette palette) {
        Datum datum = noted(hit.datum(), note);
        double width = width(pen, datum);
        double height = height(pen, datum, width);
        Point at = place(hit, tile, px, py, width, height, view);
        int x = at.x;
        int y = at.y;
        pen.shadow(x, y, width, height, 8, palette.dark());
        pen.fillRound(x, y, width, height, 7, palette.tip());
        pen.frameRound(x, y, width, height, 7, palette.tipBorder());
        content(pen, datum, x + PADDING, y, width - 2 * PADDING, palette);
        return new Rectangle(x, y, (int) width, (int) height);
    }

    private static Datum noted(Datum datum, String note) {
        if (note.isEmpty()) {
            return datum;
        }
        List<Datum.Entry> more = new ArrayList<>(datum.entries());
        more.add(new Datum.Entry("", note));
        return new Datum(datum.title(), more, datum.members());
    }

    /** Beside a narrow mark; below or above a wide one, so that its own text stays readable; in a huge one at the pointer. */
    private static Point place(
            Hit hit, Rectangle tile, double px, double py, double width, double height, Rectangle view) {
        double left = tile.x + hit.x();
        double top = tile.y + hit.y();
        double x;
        double y;
        if (hit.width() > WIDE && hit.height() > TALL) {
            x = px + GAP + width > view.width - 8 ? px - GAP - width : px + GAP;
            y = py + GAP;
        } else if (hit.width() > WIDE) {
            boolean single = hit.height() > 0.4 * tile.height && hit.width() > 0.6 * tile.width;
            double below = (single ? tile.y + tile.height : top + hit.height()) + 6;
            double above = (single ? tile.y : top) - 6 - height;
            x = single ? tile.x : px - 24;
            y = below + height <= view.height - 8 || above < 8 ? below : above;
        } else {
            x = left + hit.width() + GAP;
            if (x + width > view.width - 8) {
                x = left - GAP - width;
            }
            y = py - height / 2;
        }
        return new Point((int) Math.round(Math.max(8, Math.min(x, view.width - 14 - width))), (int)
                Math.round(Math.max(8, Math.min(y, view.height - 8 - height))));
    }

    private static void content(Pen pen, Datum datum, double x, double top, double room, Palette palette) {
        int ink = palette.theme().text();
        int quiet = palette.theme().secondary();
        double y = top + PADDING + 11;
        for (String line : TextBlock.lines(pen, datum.title(), 13, room)) {
            pen.text(x, y, line, 13, Weight.MEDIUM, ink);
            y += LINE;
        }
        y += datum.entries().isEmpty() ? 0 : 3;
        for (Datum.Entry e : datum.entries()) {
            if (isLong(pen, e)) {
                if (!e.label().isEmpty()) {
                    pen.text(x, y, e.label(), 12, Weight.REGULAR, quiet);
                    y += LINE - 2;
                }
                y += TextBlock.draw(pen, e.value(), x, y, 12, room, ink) + 3;
            } else {
                pen.text(x, y, e.label(), 12, Weight.REGULAR, quiet);
                pen.text(x + room, y, e.value(), 12, Weight.MEDIUM, ink, Anchor.END);
                y += LINE;
            }
        }
    }

    private static boolean isLong(Pen pen, Datum.Entry e) {
        return pen.width(e.value(), 12, Weight.MEDIUM) > LONG_VALUE;
    }

    private static double width(Pen pen, Datum datum) {
        double widest = pen.width(datum.title(), 13, Weight.MEDIUM);
        for (Datum.Entry e : datum.entries()) {
            double value = pen.width(e.value(), 12, Weight.MEDIUM);
            double label = pen.width(e.label(), 12, Weight.REGULAR);
            widest = Math.max(widest, isLong(pen, e) ? value : label + 28 + value);
        }
        return Math.ceil(Math.min(WIDEST, widest + 2 * PADDING + 4));
    }

    private static double height(Pen pen, Datum datum, double width) {
        double room = width - 2 * PADDING;
        List<String> title = TextBlock.lines(pen, datum.title(), 13, room);
        double h = 2 * PADDING + title.size() * LINE - 5 + (datum.entries().isEmpty() ? 0 : 3);
        for (Datum.Entry e : datum.entries()) {
            h += isLong(pen, e)
                    ? (e.label().isEmpty() ? 0 : LINE - 2) + TextBlock.height(pen, e.value(), 12, room) + 3
                    : LINE;
        }
        return h;
    }
}
