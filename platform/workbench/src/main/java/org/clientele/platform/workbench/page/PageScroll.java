package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;

/** How far a page is scrolled, and its slim scroll bar. Pixels. */
public final class PageScroll {
    private static final double WIDTH = 6;
    private static final double REACH = 14;
    private static final double SHORTEST = 36;

    private int offset;
    private int content;
    private int room;
    private boolean touched;
    private double grabbed = -1;

    /** Sets the sizes; the offset stays within them. */
    public void sizes(int contentHeight, int viewHeight) {
        content = contentHeight;
        room = viewHeight;
        to(offset);
    }

    public int offset() {
        return offset;
    }

    /** @return whether it moved */
    public boolean to(int wanted) {
        int before = offset;
        offset = Math.max(0, Math.min(wanted, content - room));
        return before != offset;
    }

    /** Moves as little as needed to show from {@code top} to {@code bottom}. */
    public boolean reveal(double top, double bottom) {
        if (top < offset) {
            return to((int) top);
        }
        return bottom > offset + room && to((int) Math.ceil(bottom - room));
    }

    public boolean needed() {
        return content > room;
    }

    /** Whether a point of the view is on the bar. */
    public boolean on(double x, int width) {
        return needed() && x >= width - REACH;
    }

    /** The pointer is near the bar or not; @return whether it looks different now. */
    public boolean touch(boolean yes) {
        boolean changed = touched != yes;
        touched = yes;
        return changed;
    }

    public boolean dragging() {
        return grabbed >= 0;
    }

    public void grab(double y) {
        double top = thumbTop();
        if (y < top || y > top + thumb()) {
            drag(y, thumb() / 2);
        }
        grabbed = y - thumbTop();
    }

    public boolean drag(double y) {
        return drag(y, grabbed);
    }

    private boolean drag(double y, double hold) {
        double way = room - 4 - thumb();
        return to(way <= 0 ? 0 : (int) Math.round((y - hold - 2) / way * (content - room)));
    }

    public void release() {
        grabbed = -1;
    }

    private double thumb() {
        return Math.max(SHORTEST, (double) (room - 4) * room / Math.max(1, content));
    }

    private double thumbTop() {
        return 2 + (room - 4 - thumb()) * offset / Math.max(1, content - room);
    }

    public void draw(Pen pen, int width, Palette palette) {
        if (needed()) {
            boolean strong = touched || dragging();
            int ink = Palette.alpha(palette.theme().secondary(), strong ? 0xB0 : 0x55);
            double w = strong ? WIDTH + 2 : WIDTH;
            pen.fillRound(width - w - 3, thumbTop(), w, thumb(), w / 2, ink);
        }
    }
}
