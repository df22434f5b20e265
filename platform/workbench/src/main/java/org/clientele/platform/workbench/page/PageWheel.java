package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.gesture.Lens;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The wheel on a dashboard page: it scrolls inside of a tile, zooms into one, or scrolls the page. UI thread only. */
final class PageWheel {
    private static final int PIXELS = 28;
    /** The toolkit counts lines, and a notch of the wheel has three. */
    private static final double LINES_PER_NOTCH = 3;

    private final DashboardPage page;
    private final Canvas canvas;
    private final PageFocus focus;
    /** The page was scrolled by the wheel, and the pointer has not moved since. */
    private boolean scrolling;

    private int atX;
    private int atY;

    PageWheel(DashboardPage page, Canvas canvas, PageFocus focus) {
        this.page = page;
        this.canvas = canvas;
        this.focus = focus;
        canvas.addListener(SWT.MouseWheel, this::turned);
    }

    private void turned(Event e) {
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        // What comes under a resting pointer while the page scrolls does not take the wheel over.
        boolean same = scrolling && Math.hypot(e.x - atX, e.y - atY) < PagePointer.CLICK_PIXELS;
        if (tile != null && !same) {
            TileSpot spot = TileSpot.of(tile, e, page.scroll());
            if (scrolled(spot, e.count) || zoomed(spot, e.count)) {
                scrolling = false;
                return;
            }
        }
        scrolling = true;
        atX = e.x;
        atY = e.y;
        if (page.scroll().to(page.scroll().offset() - e.count * PIXELS)) {
            focus.noTip();
            canvas.redraw();
        }
    }

    private boolean zoomed(TileSpot spot, int lines) {
        double factor = Math.pow(Lens.NOTCH, -lines / LINES_PER_NOTCH);
        PageTile tile = spot.tile();
        return page.views().write(tile, Lens.zoom(spot.handles(), spot.sceneX(), spot.sceneY(), factor, tile::now));
    }

    /** Scrolls inside of a tile; not where the tile is at its end already. */
    private boolean scrolled(TileSpot spot, int lines) {
        PageTile tile = spot.tile();
        Gesture g = tile.gesture(spot.x(), spot.y(), Kind.SCROLL).orElse(null);
        if (g == null) {
            return false;
        }
        int now = Integer.parseInt(g.value());
        String asked = tile.view().get(g.parameter());
        boolean atEnd = asked != null && Integer.parseInt(asked) > now;
        if (lines > 0 ? now == 0 : atEnd) {
            return false;
        }
        page.views().change(tile, tile.view().with(g.parameter(), String.valueOf(Math.max(0, now - lines))));
        return true;
    }
}
