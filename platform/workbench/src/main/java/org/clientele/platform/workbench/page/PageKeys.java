package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.gesture.Lens;
import org.clientele.platform.workbench.gesture.Marks;
import org.clientele.sdk.scene.Gesture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard on a dashboard page: Tab from tile to tile, arrows from mark to mark, Enter for what a click does, plus,
 * minus and 0 for the view, arrows with Shift to move it, R for a range or an area that
 * arrows move and Enter picks, Escape back. UI thread only.
 */
final class PageKeys {
    private static final int LINE = 48;

    private final DashboardPage page;
    private final Canvas canvas;
    private final PageFocus focus;
    private final Player player;

    PageKeys(DashboardPage page, Canvas canvas, PageFocus focus, Player player) {
        this.page = page;
        this.canvas = canvas;
        this.focus = focus;
        this.player = player;
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusOut, e -> focus.lose());
    }

    private void traverse(Event e) {
        boolean forward = e.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!forward && e.detail != SWT.TRAVERSE_TAB_PREVIOUS || (e.stateMask & SWT.CTRL) != 0) {
            return;
        }
        List<PageTile> tiles = page.stage().tiles();
        PageTile now = focus.tile();
        int next = now == null ? (forward ? 0 : tiles.size() - 1) : tiles.indexOf(now) + (forward ? 1 : -1);
        if (next < 0 || next >= tiles.size()) {
            focus.unfocus();
            return;
        }
        e.doit = false;
        focus.focus(tiles.get(next));
    }

    private void key(Event e) {
        PageTile tile = focus.tile();
        boolean back = e.keyCode == SWT.BS || e.keyCode == SWT.ARROW_UP && e.stateMask == SWT.ALT;
        if (back && tile != null && page.deeds().up(tile.id())) {
            e.doit = false;
            return;
        }
        if ((e.stateMask & (SWT.ALT | SWT.MOD1)) != 0) {
            return;
        }
        if (page.brush().live() && escaped(e)
                || page.brush().byKeys() && page.brush().key(e)) {
            e.doit = false;
            return;
        }
        if (page.area().key(e)) {
            e.doit = false;
            return;
        }
        boolean done = tile == null ? scrolled(e) : tile(tile, e);
        if (done
                || e.keyCode == SWT.ESC
                        && (page.area().clearLast()
                                || pointedWhole()
                                || page.stage().enlarge(null))) {
            e.doit = false;
            canvas.redraw();
        }
    }

    /** The keyboard is at no tile: the pointer, whose wheel looked closer, says which one is meant. */
    private boolean pointedWhole() {
        PageTile tile = focus.hovered();
        return tile != null && whole(tile);
    }

    /** Escape takes a range back that is under way, by keys or by the pointer. */
    private boolean escaped(Event e) {
        if (e.keyCode == SWT.ESC) {
            page.brush().cancel();
        }
        return e.keyCode == SWT.ESC;
    }

    private boolean scrolled(Event e) {
        PageScroll scroll = page.scroll();
        int room = canvas.getClientArea().height;
        return switch (e.keyCode) {
            case SWT.ARROW_DOWN -> scroll.to(scroll.offset() + LINE);
            case SWT.ARROW_UP -> scroll.to(scroll.offset() - LINE);
            case SWT.PAGE_DOWN -> scroll.to(scroll.offset() + room - LINE);
            case SWT.PAGE_UP -> scroll.to(scroll.offset() - room + LINE);
            case SWT.HOME -> scroll.to(0);
            case SWT.END -> scroll.to(Integer.MAX_VALUE / 2);
            default -> false;
        };
    }

    private boolean tile(PageTile tile, Event e) {
        boolean shift = (e.stateMask & SWT.SHIFT) != 0;
        return switch (e.keyCode) {
            case SWT.ARROW_RIGHT -> shift ? move(tile, 1, 0) : step(1);
            case SWT.ARROW_LEFT -> shift ? move(tile, -1, 0) : step(-1);
            case SWT.ARROW_DOWN -> shift ? move(tile, 0, -1) : vertical(tile, true);
            case SWT.ARROW_UP -> shift ? move(tile, 0, 1) : vertical(tile, false);
            case SWT.HOME -> focus.focusMark(0);
            case SWT.END -> focus.focusMark(Integer.MAX_VALUE);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> enter(tile);
            case SWT.ESC -> escape();
            case SWT.PAGE_DOWN, SWT.PAGE_UP -> scrolled(e);
            default -> view(tile, e);
        };
    }

    private boolean view(PageTile tile, Event e) {
        List<Handle> handles = tile.handles();
        Function<Gesture, String> now = tile::now;
        return switch (e.keyCode == SWT.KEYPAD_ADD ? '+' : e.keyCode == SWT.KEYPAD_SUBTRACT ? '-' : e.character) {
            case '+', '=' -> write(tile, Lens.zoom(handles, 1 / Lens.NOTCH, now));
            case '-' -> write(tile, Lens.zoom(handles, Lens.NOTCH, now));
            case '0' -> whole(tile);
            case 'r', 'R' -> range(tile);
            case 'p', 'P' ->
                handles.stream()
                        .filter(h -> h.gesture().kind() == Gesture.Kind.PLAY)
                        .findFirst()
                        .map(h -> player.press(tile, h.gesture()))
                        .orElse(false);
            default -> false;
        };
    }

    private boolean move(PageTile tile, int right, int up) {
        return write(tile, Lens.move(tile.handles(), right, up, tile::now));
    }

    private boolean write(PageTile tile, Map<String, String> values) {
        return page.views().write(tile, values);
    }

    private boolean step(int by) {
        int now = focus.mark();
        PageTile tile = focus.tile();
        int entry = by < 0 || tile == null ? Integer.MAX_VALUE : Marks.first(tile.hits());
        return focus.focusMark(now < 0 ? entry : now + by);
    }

    private boolean vertical(PageTile tile, boolean down) {
        int now = focus.mark();
        return now < 0 ? step(down ? 1 : -1) : focus.focusMark(Marks.vertical(tile.hits(), now, down));
    }

    private boolean enter(PageTile tile) {
        int now = focus.mark();
        if (now < 0) {
            return page.cards().openDetail(tile) || step(1);
        }
        Hit hit = tile.hits().get(now);
        for (Gesture g : hit.gestures()) {
            if (g.kind() == Gesture.Kind.CLICK) {
                page.cards().act(tile, g);
                return true;
            }
            if (g.kind() == Gesture.Kind.PLAY) {
                return player.press(tile, g);
            }
        }
        if (page.narrowing().choose(tile, hit.gestures())) {
            return true;
        }
        Map<String, @Nullable String> mark = page.narrowing().members(tile, hit);
        if (!mark.isEmpty()) {
            page.narrowing().pick(tile, mark, false);
            return true;
        }
        return false;
    }

    private boolean escape() {
        PageTile tile = focus.tile();
        if (focus.mark() >= 0) {
            focus.unmark();
        } else if (tile != null && (page.brush().clear(tile) || page.area().clear(tile) || whole(tile))) {
            return true;
        } else if (!page.stage().enlarge(null)) {
            focus.unfocus();
        }
        return true;
    }

    /** Shows all of a picture again that is looked at closely. */
    private boolean whole(PageTile tile) {
        return write(tile, Lens.whole(tile.handles(), tile::now));
    }

    private boolean range(PageTile tile) {
        int now = focus.mark();
        Map<String, @Nullable String> members =
                now < 0 ? Map.of() : tile.hits().get(now).datum().members();
        focus.unmark();
        return page.brush().start(tile, members) || page.area().start(tile);
    }
}
