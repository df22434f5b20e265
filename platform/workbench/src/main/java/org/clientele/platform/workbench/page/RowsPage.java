package org.clientele.platform.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
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

    private static final int GONE = 40;

    private final About about;
    private final int rowHeight;
    private final List<Runnable> endings = new ArrayList<>();
    private final PageScroll scroll = new PageScroll();

    /** A part of the page, in pixels. */
    public record Place(double x, double y, double width) {
        /** Where it ends. */
        public double right() {
            return x + width;
        }
    }

    /**
     * What the page is.
     *
     * @param id the page's
     * @param title for people
     * @param description for people
     */
    public record About(String id, String title, String description) {}

    /**
     * Something that was deleted, and can be brought back.
     *
     * @param id that nothing else has
     * @param said what it was
     */
    public record Gone(String id, String said, Runnable restore) {}

    /** @param rowHeight of each row, in pixels */
    protected RowsPage(Composite parent, Palette palette, About about, int rowHeight) {
        super(parent, palette, about.title());
        this.about = about;
        this.rowHeight = rowHeight;
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * NOTCH)) {
                redraw();
            }
        });
    }

    /** Reads what the rows are of again. */
    protected abstract void reload();

    /** Reads again whenever something changes in a workspace, until the page is closed. */
    protected final void follow(Workspace workspace, Background background) {
        until(workspace.onChange(() -> background.ui(this::reload))::close);
    }

    /** Something to be done when the page is closed. */
    protected final void until(Runnable ending) {
        endings.add(ending);
    }

    @Override
    public final String id() {
        return about.id();
    }

    @Override
    public final String title() {
        return about.title();
    }

    @Override
    public final String description() {
        return about.description();
    }

    @Override
    public final void refresh() {
        reload();
    }

    @Override
    public final void close() {
        endings.forEach(Runnable::run);
        control().dispose();
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

    /** What was deleted, and stands below the card. */
    protected List<Gone> gone() {
        return List.of();
    }

    /** What stands above what was deleted, and on the buttons that bring it back. */
    public record Below(String title, String restore) {}

    /** The words about what was deleted, where something can be. */
    protected Below below() {
        return new Below("", "");
    }

    private int belowHeight() {
        return gone().isEmpty() ? 0 : GONE + gone().size() * GONE + 24;
    }

    private void below(Pen pen, Areas places, Place card) {
        if (gone().isEmpty()) {
            return;
        }
        double top = card.y() + 24;
        title(pen, card.x(), top + 20, below().title(), Anchor.START);
        double y = top + GONE - 8;
        for (Gone one : gone()) {
            String label = below().restore();
            double left = button(pen, places, "restore:" + one.id(), label, Tone.PLAIN, card.right(), y, one.restore());
            String fits = pen.shorten(one.said(), 13, Weight.REGULAR, left - card.x() - 20);
            pen.text(card.x(), y + 21, fits, 13, Weight.REGULAR, quiet());
            y += GONE;
        }
    }

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

    /** Three dots at the end of a row that open a menu below them. */
    protected final void dots(Pen pen, Areas places, String id, String hint, double x, double y, Consumer<Point> open) {
        if (places.hovered(id)) {
            pen.fillRound(x - 6, y + 16, 28, 28, 6, palette().hover());
        }
        pen.icon(Icon.DOTS, x, y + 22, quiet());
        places.addIcon(id, x - 6, y + 16, 28, 28, hint, () -> open.accept(under(id)));
    }

    /** The place of the display below something. */
    protected final Point under(String id) {
        Rectangle at = place(id).orElse(new Rectangle(0, 0, 0, 0));
        return control().toDisplay(at.x, at.y + at.height + 4);
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
