package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * A place of a tile at which the pointer does something.
 *
 * @param x across the page, in pixels; a drag can leave the tile
 * @param y down the page, scrolled or not
 * @param shift whether the key is held that asks for a range
 * @param more whether the key is held that adds to what is picked
 */
record TileSpot(PageTile tile, int x, int y, boolean shift, boolean more) {
    static TileSpot of(PageTile tile, Event e, PageScroll scroll) {
        return new TileSpot(
                tile, e.x, e.y + scroll.offset(), (e.stateMask & SWT.SHIFT) != 0, (e.stateMask & SWT.MOD1) != 0);
    }

    /** The place across the tile's picture. */
    double sceneX() {
        return (double) x - tile.bounds().x;
    }

    /** The place down the tile's picture. */
    double sceneY() {
        return (double) y - tile.bounds().y;
    }

    /** What can be taken hold of there. */
    List<Handle> handles() {
        return tile.handles(x, y);
    }

    /** The mark there. */
    Optional<Hit> hit() {
        return tile.hit(x, y);
    }

    boolean onMenuButton() {
        return PageFocus.button(tile).contains(x, y);
    }

    boolean onSizeButton() {
        return PageFocus.sizeButton(tile).contains(x, y);
    }

    /** Whether it is so near to where a press was that it is still one place. */
    boolean near(TileSpot press) {
        return Math.hypot((double) x - press.x, (double) y - press.y) < PagePointer.CLICK_PIXELS;
    }
}
