package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.Drag;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture.Kind;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * The pointer on a dashboard page: hover and tooltip, and whether a press is a drag, a click or means the page itself. What
 * they write is worked out elsewhere; here it is found out what is meant. UI thread only.
 */
final class PagePointer {
    /** A press that moves less is a click. */
    static final int CLICK_PIXELS = 4;

    private final DashboardPage page;
    private final Canvas canvas;
    private final PageFocus focus;
    private final Player player;
    private final PageClicks clicks;
    private @Nullable PageDrag drag;

    PagePointer(DashboardPage page, Canvas canvas, PageFocus focus, Player player) {
        this.page = page;
        this.canvas = canvas;
        this.focus = focus;
        this.player = player;
        clicks = new PageClicks(page, player);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, e -> {
            focus.unhover();
            page.brush().over(null);
        });
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MenuDetect, this::menu);
        new PageWheel(page, canvas, focus);
    }

    private @Nullable TileSpot spot(Event e) {
        return page.board()
                .at(e.x, e.y)
                .map(tile -> TileSpot.of(tile, e, page.scroll()))
                .orElse(null);
    }

    private void move(Event e) {
        if (page.scroll().dragging()) {
            if (page.scroll().drag(e.y)) {
                canvas.redraw();
            }
            return;
        }
        PageDrag held = drag;
        if (held != null) {
            held.to(TileSpot.of(held.tile(), e, page.scroll()));
            return;
        }
        focus.pointed(e.x, e.y);
        if (page.scroll().touch(page.scroll().on(e.x, canvas.getClientArea().width))) {
            canvas.redraw();
        }
        TileSpot spot = spot(e);
        PageTile tile = spot == null ? null : spot.tile();
        Rectangle button = spot == null ? null : PageFocus.buttonAt(spot.tile(), spot.x(), spot.y());
        focus.hover(tile, button);
        page.brush().over(tile);
        if (spot == null || button != null) {
            focus.noTip();
            canvas.setCursor(null);
        } else {
            focus.tip(spot.tile(), spot.hit().orElse(null));
            canvas.setCursor(cursor(spot));
        }
    }

    private @Nullable Cursor cursor(TileSpot spot) {
        PageTile tile = spot.tile();
        if (page.brush().gripAt(tile, spot.sceneX(), spot.sceneY(), false) != null) {
            boolean across = page.brush()
                    .axes()
                    .at(tile, spot.sceneX(), spot.sceneY())
                    .filter(BrushAxis::across)
                    .isPresent();
            return canvas.getDisplay().getSystemCursor(across ? SWT.CURSOR_SIZEWE : SWT.CURSOR_SIZENS);
        }
        if (!clicks.mark(spot).isEmpty() || clickable(spot)) {
            return canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND);
        }
        return Drag.begin(spot.handles(), 0, 0, spot.shift(), tile::now)
                .map(d -> canvas.getDisplay().getSystemCursor(cursor(d.sort())))
                .orElse(null);
    }

    private static boolean clickable(TileSpot spot) {
        List<Kind> kinds = spot.handles().stream().map(h -> h.gesture().kind()).toList();
        boolean slides = kinds.contains(Kind.SLIDE_X) || kinds.contains(Kind.SLIDE_Y);
        return kinds.contains(Kind.CLICK) || kinds.contains(Kind.PLAY) || kinds.contains(Kind.CHOOSE) && !slides;
    }

    private static int cursor(Drag.Sort sort) {
        return switch (sort) {
            case MOVE, TURN -> SWT.CURSOR_SIZEALL;
            case RANGE -> SWT.CURSOR_CROSS;
            case SLIDE_ACROSS -> SWT.CURSOR_SIZEWE;
            case SLIDE_UP -> SWT.CURSOR_SIZENS;
        };
    }

    private void press(Event e) {
        canvas.setFocus();
        focus.pointed(e.x, e.y);
        if (e.button != 1) {
            return;
        }
        if (page.scroll().on(e.x, canvas.getClientArea().width)) {
            page.scroll().grab(e.y);
            canvas.redraw();
            return;
        }
        TileSpot spot = spot(e);
        if (spot != null && PageFocus.buttonAt(spot.tile(), spot.x(), spot.y()) == null) {
            page.brush().cancel();
            page.area().cancel();
            drag = new PageDrag(page, focus, player, spot);
        }
    }

    private void release(Event e) {
        if (page.scroll().dragging()) {
            page.scroll().release();
            canvas.redraw();
            return;
        }
        PageDrag held = drag;
        drag = null;
        if (e.button != 1 || held != null && held.end(TileSpot.of(held.tile(), e, page.scroll()))) {
            return;
        }
        TileSpot spot = spot(e);
        if (spot == null) {
            return;
        }
        if (spot.onMenuButton()) {
            menuBelow(spot.tile(), null);
        } else if (spot.onSizeButton()) {
            page.stage().enlarge(spot.tile() == page.board().alone() ? null : spot.tile());
            focus.pointed(e.x, e.y);
        } else if (held != null && held.tile() == spot.tile()) {
            clicks.click(spot, held.range());
        }
    }

    private void doubleClick(Event e) {
        TileSpot spot = spot(e);
        if (spot != null && e.button == 1) {
            clicks.doubleClick(spot);
        }
    }

    /** Opens the menu of a tile below its button. */
    private void menuBelow(PageTile tile, @Nullable Datum mark) {
        Rectangle r = PageFocus.button(tile);
        Point at = canvas.toDisplay(r.x, r.y + r.height + 2 - page.scroll().offset());
        focus.noTip();
        page.cards().openMenu(tile, at.x, at.y, mark);
    }

    private void menu(Event e) {
        boolean byKey = e.detail == SWT.MENU_KEYBOARD;
        Point at = canvas.toControl(e.x, e.y);
        PageTile tile = byKey ? focus.tile() : page.board().at(at.x, at.y).orElse(null);
        e.doit = false;
        if (tile != null && byKey) {
            int now = focus.mark();
            menuBelow(tile, now < 0 ? null : tile.hits().get(now).datum());
        } else if (tile != null) {
            Datum mark = tile.hit(at.x, at.y + page.scroll().offset())
                    .map(Hit::datum)
                    .orElse(null);
            page.cards().openMenu(tile, e.x, e.y, mark);
        }
    }
}
