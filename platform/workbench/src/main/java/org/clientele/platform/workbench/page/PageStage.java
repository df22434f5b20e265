package org.clientele.platform.workbench.page;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/** What of a page's tiles is on show: all of them or one that fills the page, and which one comes into view. UI thread only. */
final class PageStage {
    /** By then pictures of older data are marked. */
    private static final int AGED_MILLIS = 200;

    private final DashboardPage page;
    private final Canvas canvas;
    private final TileBoard board;
    private final PageFocus focus;
    /** A tile that shall come into view once it has a place, or "". */
    private String awaited = "";

    PageStage(DashboardPage page, Canvas canvas, TileBoard board, PageFocus focus) {
        this.page = page;
        this.canvas = canvas;
        this.board = board;
        this.focus = focus;
    }

    /** The tiles on show: all, or the one that fills the page. */
    List<PageTile> tiles() {
        return board.shown();
    }

    /** Whether some of a tile is in view. */
    boolean sees(PageTile tile) {
        Rectangle seen = canvas.getClientArea();
        seen.y = board.scroll().offset();
        return tiles().contains(tile) && tile.bounds().intersects(seen);
    }

    /** Draws a tile again soon. */
    void redraw(PageTile tile) {
        Rectangle b = tile.bounds();
        canvas.redraw(b.x - 4, b.y - board.scroll().offset() - 4, b.width + 8, b.height + 8, false);
    }

    /** Draws pictures again whose answers do not come at once. */
    void markOldSoon() {
        canvas.getDisplay().timerExec(AGED_MILLIS, () -> {
            if (!page.closed()) {
                tiles().stream().filter(t -> page.isStale(t.id())).forEach(this::redraw);
            }
        });
    }

    /**
     * Lets a tile fill the page, or, for null, shows all of them again.
     *
     * @return whether that changed anything
     */
    boolean enlarge(@Nullable PageTile tile) {
        return page.filling().show(tile);
    }

    /** Brings a tile into view and gives it the keyboard, as soon as it is there. */
    void reveal(String tile) {
        awaited = tile;
        revealAwaited();
    }

    /** The same once the tiles were arranged anew. */
    void revealAgain(String tile) {
        awaited = tile;
    }

    /** Brings the tile that is waited for into view, once tiles have places. */
    void revealAwaited() {
        if (page.pictures().placed() && !awaited.isEmpty()) {
            board.tile(awaited).ifPresent(focus::focus);
            awaited = "";
        }
    }
}
