package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.TileState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Which pictures a page asks for and when, where they go, and whether all of them are there. UI thread only. */
final class PagePictures {
    /** A page that is narrower is about to be sized. */
    private static final int NARROWEST = 100;

    private final DashboardPage page;
    private final Canvas canvas;
    private final Background background;
    private final Handover handover;
    private final PageHost host;
    private int laidOutWidth;
    private boolean layoutPosted;

    PagePictures(DashboardPage page, Canvas canvas, Background background, Handover handover, PageHost host) {
        this.page = page;
        this.canvas = canvas;
        this.background = background;
        this.handover = handover;
        this.host = host;
        canvas.addListener(SWT.Resize, e -> resized());
    }

    /** Asks for a new picture of a tile; later, if it is far from what is seen. */
    void request(PageTile tile) {
        DashboardView from = page.view();
        tile.stale(true);
        if (from != null
                && tile.bounds().width > 0
                && !page.closed()
                && page.board().near(tile, canvas.getClientArea().height)) {
            tile.request(
                    from,
                    page.brush().frames().answered(tile),
                    page.palette().theme(),
                    handover,
                    () -> arrived(tile),
                    () -> request(tile));
        }
    }

    private void arrived(PageTile tile) {
        if (!page.closed()) {
            page.brush().frames().draw(tile);
            // A tile out of sight is never painted, so its picture may be the last thing awaited.
            tellWhenSettled();
        }
    }

    /** Asks for the pictures that are still wanted of tiles that came near what is seen. */
    void requestNear() {
        page.stage().tiles().stream().filter(PageTile::stale).forEach(this::request);
    }

    /** Sizes arrive in bursts while an edge is dragged; one layout at the end of each burst is enough. */
    private void resized() {
        if (!layoutPosted) {
            layoutPosted = true;
            background.ui(() -> {
                layoutPosted = false;
                if (!page.closed()) {
                    layout();
                }
            });
        }
    }

    /** Places the tiles on the page as it is now, and asks for pictures of those whose size changed. */
    void layout() {
        Rectangle area = canvas.getClientArea();
        DashboardView from = page.view();
        if (from == null || area.width < NARROWEST) {
            return;
        }
        List<PageTile> resized = page.board().place(from, area, host.compact());
        laidOutWidth = area.width;
        page.stage().revealAwaited();
        resized.forEach(this::request);
        canvas.redraw();
    }

    /** Whether tiles have places yet. */
    boolean placed() {
        return laidOutWidth > 0;
    }

    /** Tells the window once everything on show was painted. */
    void tellWhenSettled() {
        background.ui(() -> {
            if (!page.closed() && page.settled()) {
                host.painted(page);
                page.brush().ahead().settled();
            }
        });
    }

    /** Whether everything that is seen was painted, and all the rest is known. */
    boolean settled(DashboardView from) {
        return laidOutWidth == canvas.getClientArea().width
                && page.stage().tiles().stream()
                        .allMatch(
                                t -> page.stage().sees(t) ? t.settled(from) : from.state(t.id()) != TileState.LOADING);
    }
}
