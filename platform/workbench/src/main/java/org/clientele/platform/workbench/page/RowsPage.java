package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/**
 * A page of rows in a card, under a head; what concerns all of them stands above. It scrolls, and draws only the rows that are
 * seen. UI thread only.
 *
 * @param <R> what a row is of
 */
public abstract class RowsPage<R> extends DrawnPane implements Page {
    /** Pixels between the edge of the card and what stands in it. */
    protected static final int PADDING = 20;

    private static final int TOP = 60;
    private static final int HEAD = 44;
    private static final int NOTCH = 24;

    private final int rowHeight;
    private final PageScroll scroll = new PageScroll();

    /** A part of the page, in pixels. */
    public record Place(double x, double y, double width) {
        /** Where it ends. */
        public double right() {
            return x + width;
        }
    }

    /** @param rowHeight of each row, in pixels */
    protected RowsPage(Composite parent, Palette palette, String name, int rowHeight) {
        super(parent, palette, name);
        this.rowHeight = rowHeight;
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * NOTCH)) {
                redraw();
            }
        });
    }

    /** What rows are of, in order. */
    protected abstract List<R> rows();

    /** Draws what stands above the card; {@code card} begins at its upper edge. */
    protected abstract void above(Pen pen, Areas places, Place card);

    /** Draws the heads of columns. */
    protected abstract void head(Pen pen, Place columns, double baseline);

    /** Draws a row; the rule above it and the card around it are there. */
    protected abstract void row(Pen pen, Areas places, R row, Place columns);

    /** How many rows are free where there are none. */
    protected int emptyRows() {
        return 1;
    }

    /** Draws what is said where there are no rows; {@code card} begins below the head. */
    protected abstract void empty(Pen pen, Place card);

    /** How much stands below the card, in pixels. */
    protected int belowHeight() {
        return 0;
    }

    /** Draws what stands below the card. */
    protected void below(Pen pen, Areas places, Place card) {}

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        List<R> rows = rows();
        int free = rows.isEmpty() ? emptyRows() : rows.size();
        scroll.sizes(TOP + HEAD + free * rowHeight + NOTCH + belowHeight(), height);
        double y = TOP - scroll.offset();
        above(pen, places, new Place(margin, y, w));
        pen.rect(
                margin + 0.5,
                y + 0.5,
                w - 1,
                HEAD + free * (double) rowHeight - 1,
                8,
                Fill.of(palette().theme().surface()),
                Stroke.of(palette().theme().border(), 1));
        head(pen, new Place(margin + PADDING, y, w - 2 * PADDING), y + 27);
        y += HEAD;
        for (R row : rows) {
            if (y > -rowHeight && y < height) {
                pen.rule(margin + 1, y, w - 2, palette().theme().border());
                row(pen, places, row, new Place(margin + PADDING, y, w - 2 * PADDING));
            }
            y += rowHeight;
        }
        if (rows.isEmpty()) {
            pen.rule(margin + 1, y, w - 2, palette().theme().border());
            empty(pen, new Place(margin, y, w));
            y += free * (double) rowHeight;
        }
        below(pen, places, new Place(margin, y, w));
        scroll.draw(pen, width, palette());
    }

    /** Quiet words at the left above the card. */
    protected final void said(Pen pen, Place card, String words) {
        pen.text(card.x(), card.y() - 27, words, 13, Weight.REGULAR, quiet());
    }

    /** @return where a button to the left of it ends */
    protected final double buttonAbove(
            Pen pen, Areas places, String id, String label, Tone tone, double right, Place card, Runnable action) {
        return button(pen, places, id, label, tone, right, card.y() - 48, action) - 10;
    }

    /** @return its left edge */
    protected final double button(
            Pen pen, Areas places, String id, String label, Tone tone, double right, double y, Runnable action) {
        double w = Buttons.width(pen, label);
        Buttons.draw(pen, places, palette(), id, label, tone, right - w, y, w, action);
        return right - w;
    }

    /** The head of a column. */
    protected final void title(Pen pen, double x, double baseline, String words, Anchor anchor) {
        pen.text(x, baseline, words, 12, Weight.MEDIUM, quiet(), anchor);
    }

    /** One quiet line in the middle of the card. */
    protected final void line(Pen pen, Place card, double baseline, String words) {
        String fits = pen.shorten(words, 13, Weight.REGULAR, card.width() - 2 * PADDING);
        pen.text(card.x() + card.width() / 2, baseline, fits, 13, Weight.REGULAR, quiet(), Anchor.MIDDLE);
    }

    /** Lets a row answer but for {@code rest} pixels at its end, and shows the pointer, or that it is chosen. */
    protected final void answers(
            Pen pen, Areas places, String id, String spoken, Place columns, int shade, int rest, Runnable action) {
        double x = columns.x() - PADDING;
        double w = columns.width() + 2 * PADDING;
        int fill = shade == 0 && places.hovered(id) ? palette().hover() : shade;
        if (fill != 0) {
            pen.fill(x + 1, columns.y() + 1, w - 2, rowHeight - 2, fill);
        }
        places.add(id, x, columns.y(), w - rest, rowHeight, spoken, action);
    }

    /** A name, and below it what is said of it; {@code room} is for each. */
    protected final void named(Pen pen, double x, double y, String name, String below, double room, int ink) {
        pen.text(x, y, pen.shorten(name, 14, Weight.MEDIUM, room), 14, Weight.MEDIUM, ink());
        pen.text(x, y + 18, pen.shorten(below, 12, Weight.REGULAR, room), 12, Weight.REGULAR, ink);
    }

    /** The colour of words. */
    protected final int ink() {
        return palette().theme().text();
    }

    /** The colour of what is less important. */
    protected final int quiet() {
        return palette().theme().secondary();
    }

    @Override
    protected void reveal(Rectangle bounds) {
        if (scroll.reveal(bounds.y + scroll.offset() - 8.0, bounds.y + scroll.offset() + bounds.height + 8.0)) {
            redraw();
        }
    }
}
