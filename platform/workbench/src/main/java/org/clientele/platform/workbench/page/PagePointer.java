package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Stroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * Pointer and keyboard on a dashboard page: hover and tooltip, clicks and wheel, Tab from tile to tile and arrows from
 * mark to mark. UI thread only.
 */
public final class PagePointer {
    private static final int BUTTON = 26;
    private static final int WHEEL_PIXELS = 28;
    /** Turning on over a table that comes under the pointer goes on scrolling the page. */
    private static final int SAME_TURN_MILLIS = 400;

    private final DashboardPage page;
    private final Canvas canvas;
    private @Nullable PageTile hovered;
    private @Nullable PageTile focused;
    private @Nullable PageTile tipTile;
    private @Nullable String tipMark;
    private @Nullable Rectangle tipBounds;
    private int mark = -1;
    private boolean onButton;
    private boolean keyboard;
    private int x;
    private int y;
    private int pageTurned = Integer.MIN_VALUE / 2;

    /** A tooltip on show. */
    public record Tip(String sentence, Rectangle bounds) {}

    PagePointer(DashboardPage page, Canvas canvas) {
        this.page = page;
        this.canvas = canvas;
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, e -> leave());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.MenuDetect, this::menu);
        canvas.addListener(SWT.FocusOut, e -> {
            focused = null;
            mark = -1;
            keyboard = false;
            canvas.redraw();
        });
    }

    private void move(Event e) {
        if (page.scroll().dragging()) {
            if (page.scroll().drag(e.y)) {
                canvas.redraw();
            }
            return;
        }
        keyboard = false;
        x = e.x;
        y = e.y;
        if (page.scroll().touch(page.scroll().on(e.x, canvas.getClientArea().width))) {
            canvas.redraw();
        }
        PageTile tile = page.tileAt(e.x, e.y).orElse(null);
        boolean button =
                tile != null && button(tile).contains(e.x, e.y + page.scroll().offset());
        if (tile != hovered || button != onButton) {
            redraw(hovered);
            redraw(tile);
            hovered = tile;
            onButton = button;
        }
        if (tile == null || button) {
            tip(null, null);
        } else {
            Hit hit = tile.hit(e.x, e.y + page.scroll().offset()).orElse(null);
            tip(hit == null ? null : tile, hit == null ? null : key(tile, hit));
        }
    }

    private void leave() {
        redraw(hovered);
        hovered = null;
        onButton = false;
        if (!keyboard) {
            tip(null, null);
        }
    }

    /** A mark keeps its name from one picture of a tile to the next, so a new picture does not lose the tooltip. */
    private static String key(PageTile tile, Hit hit) {
        String id = hit.group().id();
        return id.isEmpty() ? "#" + tile.hits().indexOf(hit) : id;
    }

    private void tip(@Nullable PageTile tile, @Nullable String key) {
        boolean same = tile == tipTile && Objects.equals(key, tipMark);
        tipTile = tile;
        tipMark = key;
        if (!same || key != null) {
            canvas.redraw();
        }
    }

    private void redraw(@Nullable PageTile tile) {
        if (tile != null) {
            page.redraw(tile);
        }
    }

    private Optional<Hit> tipHit() {
        PageTile tile = tipTile;
        return tile == null
                ? Optional.empty()
                : tile.hits().stream().filter(h -> key(tile, h).equals(tipMark)).findFirst();
    }

    /** The tooltip on show. */
    Optional<Tip> tip() {
        Rectangle b = tipBounds;
        return b == null
                ? Optional.empty()
                : tipHit().map(h -> new Tip(h.datum().sentence(), b));
    }

    /** What has the keyboard: a mark, a tile, or nothing. */
    Optional<String> spoken() {
        PageTile tile = focused;
        if (tile == null) {
            return Optional.empty();
        }
        if (mark >= 0 && mark < tile.hits().size()) {
            return Optional.of(tile.hits().get(mark).datum().sentence());
        }
        var scene = tile.scene();
        return Optional.of(scene == null ? tile.spec().title() : scene.title() + ". " + scene.description());
    }

    void drawTip(Pen pen, Rectangle view) {
        PageTile tile = tipTile;
        Hit hit = tipHit().orElse(null);
        if (tile == null || hit == null) {
            tipBounds = null;
            return;
        }
        Rectangle b = tile.bounds();
        Rectangle at = new Rectangle(b.x, b.y - page.scroll().offset(), b.width, b.height);
        double px = keyboard ? at.x + hit.x() + Math.min(hit.width() / 2, 200) : x;
        double py = keyboard ? at.y + hit.y() + hit.height() / 2 : y;
        tipBounds = DatumTip.draw(pen, hit, at, px, py, view, page.palette());
    }

    /** Draws hover, focus and the menu button over a tile's picture. */
    void drawOver(Pen pen, PageTile tile) {
        Rectangle b = tile.bounds();
        Palette palette = page.palette();
        if (tile == tipTile && tile.hits().size() > 1) {
            tipHit().ifPresent(h -> pen.rect(
                    b.x + h.x(),
                    b.y + h.y(),
                    h.width(),
                    h.height(),
                    4,
                    Fill.of(Palette.alpha(palette.theme().text(), palette.dark() ? 0x12 : 0x0C)),
                    null));
        }
        if (tile == hovered || tile == focused && keyboard) {
            Rectangle r = button(tile);
            pen.fillRound(r.x, r.y, r.width, r.height, 5, palette.theme().surface());
            if (onButton) {
                pen.fillRound(r.x, r.y, r.width, r.height, 5, palette.pressed());
            }
            pen.icon(Icon.DOTS, r.x + 5, r.y + 5, palette.theme().secondary());
        }
        if (tile == focused && keyboard) {
            pen.rect(
                    b.x,
                    b.y,
                    b.width,
                    b.height,
                    9,
                    null,
                    Stroke.of(palette.theme().accent(), 2));
        }
    }

    /** The menu button of a tile, in page coordinates. */
    private static Rectangle button(PageTile tile) {
        Rectangle b = tile.bounds();
        return new Rectangle(b.x + b.width - BUTTON - 10, b.y + 10, BUTTON, BUTTON);
    }

    private void press(Event e) {
        canvas.setFocus();
        keyboard = false;
        if (e.button == 1 && page.scroll().on(e.x, canvas.getClientArea().width)) {
            page.scroll().grab(e.y);
            canvas.redraw();
        }
    }

    private void release(Event e) {
        if (page.scroll().dragging()) {
            page.scroll().release();
            canvas.redraw();
            return;
        }
        PageTile tile = page.tileAt(e.x, e.y).orElse(null);
        if (e.button != 1 || tile == null) {
            return;
        }
        Rectangle r = button(tile);
        if (r.contains(e.x, e.y + page.scroll().offset())) {
            menuBelow(tile);
            return;
        }
        tile.gesture(e.x, e.y + page.scroll().offset(), Gesture.Kind.CLICK).ifPresent(g -> page.act(tile, g));
    }

    private void menuBelow(PageTile tile) {
        Rectangle r = button(tile);
        Point at = canvas.toDisplay(r.x, r.y + r.height + 2 - page.scroll().offset());
        tip(null, null);
        page.openMenu(tile, at.x, at.y);
    }

    private void menu(Event e) {
        boolean byKey = e.detail == SWT.MENU_KEYBOARD;
        Point at = canvas.toControl(e.x, e.y);
        PageTile tile = byKey ? focused : page.tileAt(at.x, at.y).orElse(null);
        e.doit = false;
        if (tile != null && byKey) {
            menuBelow(tile);
        } else if (tile != null) {
            page.openMenu(tile, e.x, e.y);
        }
    }

    private void wheel(Event e) {
        PageTile tile = page.tileAt(e.x, e.y).orElse(null);
        boolean turning = e.time - pageTurned < SAME_TURN_MILLIS;
        if (tile != null && !turning && scrolled(tile, e)) {
            return;
        }
        pageTurned = e.time;
        if (page.scroll().to(page.scroll().offset() - e.count * WHEEL_PIXELS)) {
            tip(null, null);
            canvas.redraw();
        }
    }

    /** Scrolls inside of a tile; not where the tile is at its end already. */
    private boolean scrolled(PageTile tile, Event e) {
        Gesture g = tile.gesture(e.x, e.y + page.scroll().offset(), Gesture.Kind.SCROLL)
                .orElse(null);
        if (g == null) {
            return false;
        }
        int now = Integer.parseInt(g.value());
        String asked = tile.view().get(g.parameter());
        boolean atEnd = asked != null && Integer.parseInt(asked) > now;
        if (e.count > 0 ? now == 0 : atEnd) {
            return false;
        }
        page.change(tile, tile.view().with(g.parameter(), String.valueOf(Math.max(0, now - e.count))));
        return true;
    }

    private void traverse(Event e) {
        boolean forward = e.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!forward && e.detail != SWT.TRAVERSE_TAB_PREVIOUS || (e.stateMask & SWT.CTRL) != 0) {
            return;
        }
        List<PageTile> tiles = page.tiles();
        int next = focused == null ? (forward ? 0 : tiles.size() - 1) : tiles.indexOf(focused) + (forward ? 1 : -1);
        if (next < 0 || next >= tiles.size()) {
            focused = null;
            return;
        }
        e.doit = false;
        keyboard = true;
        focused = tiles.get(next);
        mark = -1;
        tip(null, null);
        reveal();
    }

    private void reveal() {
        PageTile tile = focused;
        if (tile != null) {
            Rectangle b = tile.bounds();
            page.scroll().reveal(b.y - 8, b.y + b.height + 8);
            canvas.getAccessible().setFocus(page.tiles().indexOf(tile));
            canvas.redraw();
        }
    }

    private void key(Event e) {
        int room = canvas.getClientArea().height;
        PageScroll scroll = page.scroll();
        PageTile tile = focused;
        boolean moved = false;
        switch (e.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> moved = tile == null ? turn(e, 48) : step(tile, 1);
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> moved = tile == null ? turn(e, -48) : step(tile, -1);
            case SWT.PAGE_DOWN -> moved = scroll.to(scroll.offset() + room - 48);
            case SWT.PAGE_UP -> moved = scroll.to(scroll.offset() - room + 48);
            case SWT.HOME -> moved = tile == null ? scroll.to(0) : mark(tile, 0);
            case SWT.END -> moved = tile == null ? scroll.to(Integer.MAX_VALUE / 2) : mark(tile, Integer.MAX_VALUE);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> enter();
            case SWT.ESC -> escape();
            default -> {
                return;
            }
        }
        if (moved) {
            canvas.redraw();
        }
    }

    private boolean turn(Event e, int pixels) {
        boolean vertical = e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.ARROW_UP;
        return vertical && page.scroll().to(page.scroll().offset() + pixels);
    }

    private boolean step(PageTile tile, int by) {
        return mark(tile, mark < 0 && by < 0 ? Integer.MAX_VALUE : Math.max(0, mark + by));
    }

    private boolean mark(PageTile tile, int wanted) {
        int n = tile.hits().size();
        if (n == 0) {
            return false;
        }
        mark = Math.min(n - 1, wanted);
        keyboard = true;
        tip(tile, key(tile, tile.hits().get(mark)));
        canvas.getAccessible().setFocus(page.tiles().indexOf(tile));
        return true;
    }

    private void enter() {
        PageTile tile = focused;
        if (tile != null && mark >= 0 && mark < tile.hits().size()) {
            tile.hits().get(mark).gestures().stream()
                    .filter(g -> g.kind() == Gesture.Kind.CLICK)
                    .findFirst()
                    .ifPresent(g -> page.act(tile, g));
        } else if (tile != null) {
            step(tile, 1);
        }
    }

    private void escape() {
        if (mark >= 0) {
            mark = -1;
        } else {
            focused = null;
        }
        tip(null, null);
        canvas.redraw();
    }
}
