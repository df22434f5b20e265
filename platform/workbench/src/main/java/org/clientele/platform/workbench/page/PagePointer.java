package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.BrushGrip;
import org.clientele.platform.workbench.gesture.Drag;
import org.clientele.platform.workbench.gesture.Lens;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * The pointer on a dashboard page: hover and tooltip, clicks, drags and the wheel. What they write is worked out elsewhere;
 * here it is found out what is meant. UI thread only.
 */
final class PagePointer {
    private static final int WHEEL_PIXELS = 28;
    /** A press that moves less is a click. */
    private static final int CLICK_PIXELS = 4;
    /** The toolkit counts lines, and a notch of the wheel has three. */
    private static final double LINES_PER_NOTCH = 3;

    private final DashboardPage page;
    private final Canvas canvas;
    private final PageFocus focus;
    private final Player player;
    private @Nullable PageTile pressed;
    private @Nullable Drag drag;
    private @Nullable BrushGrip grip;
    private @Nullable BrushAxis axis;
    private boolean chooses;
    private @Nullable Handle area;
    private boolean free;
    private boolean moved;
    private int pressX;
    private int pressY;
    /** The page was scrolled by the wheel, and the pointer has not moved since. */
    private boolean scrolling;

    private int wheelX;
    private int wheelY;

    PagePointer(DashboardPage page, Canvas canvas, PageFocus focus, Player player) {
        this.page = page;
        this.canvas = canvas;
        this.focus = focus;
        this.player = player;
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, e -> {
            focus.unhover();
            page.brush().over(null);
        });
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.MenuDetect, this::menu);
    }

    private int pageY(Event e) {
        return e.y + page.scroll().offset();
    }

    private void move(Event e) {
        if (page.scroll().dragging()) {
            if (page.scroll().drag(e.y)) {
                canvas.redraw();
            }
            return;
        }
        PageTile held = pressed;
        if (held != null) {
            drag(held, e);
            return;
        }
        focus.pointed(e.x, e.y);
        if (page.scroll().touch(page.scroll().on(e.x, canvas.getClientArea().width))) {
            canvas.redraw();
        }
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        Rectangle button = tile == null ? null : PageFocus.buttonAt(tile, e.x, pageY(e));
        focus.hover(tile, button);
        page.brush().over(tile);
        if (tile == null || button != null) {
            focus.noTip();
            canvas.setCursor(null);
        } else {
            focus.tip(tile, tile.hit(e.x, pageY(e)).orElse(null));
            canvas.setCursor(cursor(tile, tile.handles(e.x, pageY(e)), e));
        }
    }

    private org.eclipse.swt.graphics.@Nullable Cursor cursor(PageTile tile, List<Handle> under, Event e) {
        BrushGrip held = page.brush().gripAt(tile, sceneX(tile, e), sceneY(tile, e), false);
        if (held != null) {
            boolean across = page.brush()
                    .axisAt(tile, sceneX(tile, e), sceneY(tile, e))
                    .filter(BrushAxis::across)
                    .isPresent();
            return canvas.getDisplay().getSystemCursor(across ? SWT.CURSOR_SIZEWE : SWT.CURSOR_SIZENS);
        }
        boolean pick = !markAt(tile, e).isEmpty();
        if (pick
                || under.stream()
                        .anyMatch(h ->
                                h.gesture().kind() == Kind.CLICK || h.gesture().kind() == Kind.PLAY)
                || under.stream().anyMatch(h -> h.gesture().kind() == Kind.CHOOSE)
                        && under.stream()
                                .noneMatch(h -> h.gesture().kind() == Kind.SLIDE_X
                                        || h.gesture().kind() == Kind.SLIDE_Y)) {
            return canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND);
        }
        return Drag.begin(under, 0, 0, (e.stateMask & SWT.SHIFT) != 0, tile::now)
                .map(d -> canvas.getDisplay().getSystemCursor(cursor(d.sort())))
                .orElse(null);
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
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        if (tile == null || PageFocus.buttonAt(tile, e.x, pageY(e)) != null) {
            return;
        }
        page.brush().cancel();
        page.area().cancel();
        pressed = tile;
        pressX = e.x;
        pressY = e.y;
        moved = false;
        drag = Drag.begin(
                        tile.handles(e.x, pageY(e)),
                        e.x - tile.bounds().x,
                        pageY(e) - tile.bounds().y,
                        (e.stateMask & SWT.SHIFT) != 0,
                        tile::now)
                .orElse(null);
        axis = page.brush().axisAt(tile, sceneX(tile, e), sceneY(tile, e)).orElse(null);
        grip = (e.stateMask & SWT.MOD1) != 0 || axis == null
                ? null
                : page.brush().gripAt(tile, sceneX(tile, e), sceneY(tile, e), isRange(drag));
        chooses = drag != null && drag.chooses(tile.handles());
        free = (e.stateMask & SWT.MOD1) != 0;
        area = grip == null && (free || drag == null || isRange(drag))
                ? page.area().at(tile, e.x, pageY(e)).orElse(null)
                : null;
        if (drag != null && drag.atOnce()) {
            moved = true;
            drag(tile, e);
        }
    }

    private static boolean isRange(@Nullable Drag d) {
        return d != null && d.sort() == Drag.Sort.RANGE;
    }

    private double sceneX(PageTile tile, Event e) {
        return (double) e.x - tile.bounds().x;
    }

    private double sceneY(PageTile tile, Event e) {
        return (double) pageY(e) - tile.bounds().y;
    }

    private void drag(PageTile tile, Event e) {
        BrushGrip held = grip;
        BrushAxis along = axis;
        if (held != null && along != null) {
            brush(tile, along, held, e);
            return;
        }
        Handle around = area;
        if (around != null) {
            enclose(tile, around, e);
            return;
        }
        Drag d = drag;
        if (d == null || !moved && Math.hypot(e.x - pressX, e.y - pressY) < CLICK_PIXELS) {
            return;
        }
        moved = true;
        focus.noTip();
        if (player.playing(tile)) {
            player.stop();
        }
        Map<String, String> values = d.to(e.x - tile.bounds().x, pageY(e) - tile.bounds().y);
        if (chooses) {
            page.views().slide(tile, values);
        } else {
            page.views().write(tile, values);
        }
    }

    /** A slider is let go that chooses: what stands below the pointer, or where it left the slider. */
    private void choose(PageTile tile, Drag d, Event e) {
        double part = d.to(sceneX(tile, e), sceneY(tile, e)).values().stream()
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
        page.views().letGo(tile, d.to(0, 0).keySet());
        if (!page.narrowing().choose(tile, d.choices(tile.handles(), part))) {
            page.pictures().request(tile);
        }
    }

    private void enclose(PageTile tile, Handle around, Event e) {
        if (!moved) {
            if (Math.hypot(e.x - pressX, e.y - pressY) < CLICK_PIXELS) {
                return;
            }
            moved = true;
            focus.noTip();
            page.area()
                    .grab(
                            tile,
                            around,
                            pressX - tile.bounds().x,
                            (double) pressY + page.scroll().offset() - tile.bounds().y,
                            free);
        }
        page.area().drag(sceneX(tile, e), sceneY(tile, e));
    }

    private void brush(PageTile tile, BrushAxis along, BrushGrip held, Event e) {
        if (!moved) {
            if (Math.hypot(e.x - pressX, e.y - pressY) < CLICK_PIXELS) {
                return;
            }
            moved = true;
            focus.noTip();
            page.brush().grab(tile, along, held);
        }
        page.brush().drag(along.across() ? sceneX(tile, e) : sceneY(tile, e));
    }

    private void release(Event e) {
        if (page.scroll().dragging()) {
            page.scroll().release();
            canvas.redraw();
            return;
        }
        PageTile held = pressed;
        Drag d = drag;
        boolean brushed = grip != null && moved;
        boolean enclosed = area != null && moved;
        pressed = null;
        drag = null;
        grip = null;
        axis = null;
        area = null;
        if (enclosed && e.button == 1) {
            page.area().take();
            return;
        }
        if (brushed && e.button == 1) {
            page.brush().take();
            return;
        }
        if (held != null && d != null && chooses && moved && e.button == 1) {
            choose(held, d, e);
            return;
        }
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        if (e.button != 1 || tile == null || d != null && moved) {
            return;
        }
        if (PageFocus.button(tile).contains(e.x, pageY(e))) {
            menuBelow(tile, null);
        } else if (PageFocus.sizeButton(tile).contains(e.x, pageY(e))) {
            page.stage().enlarge(tile == page.board().alone() ? null : tile);
            focus.pointed(e.x, e.y);
        } else if (tile == held) {
            click(tile, d, e);
        }
    }

    private void click(PageTile tile, @Nullable Drag d, Event e) {
        for (Handle h : tile.handles(e.x, pageY(e))) {
            Gesture g = h.gesture();
            if (g.kind() == Kind.CLICK) {
                page.cards().act(tile, g);
                return;
            }
            if (g.kind() == Kind.PLAY) {
                player.press(tile, g);
                return;
            }
            if (g.kind() == Kind.CHOOSE) {
                page.narrowing()
                        .choose(
                                tile,
                                tile.handles(e.x, pageY(e)).stream()
                                        .map(Handle::gesture)
                                        .toList());
                return;
            }
        }
        if (picked(tile, e)) {
            return;
        }
        boolean onAxis =
                page.brush().axisAt(tile, sceneX(tile, e), sceneY(tile, e)).isPresent();
        if (onAxis && page.brush().clear(tile)
                || page.area().at(tile, e.x, pageY(e)).isPresent()
                        && page.area().clear(tile)) {
            return;
        }
        if (d != null) {
            d.range()
                    .filter(parameter -> tile.view().get(parameter) != null
                            && !"".equals(tile.view().get(parameter)))
                    .ifPresent(parameter -> page.views().write(tile, Map.of(parameter, "")));
        }
    }

    /** What a click at a place would pick, by dimension. */
    private Map<String, @Nullable String> markAt(PageTile tile, Event e) {
        Hit hit = tile.hit(e.x, pageY(e)).orElse(null);
        return hit == null ? Map.of() : page.narrowing().members(tile, hit);
    }

    private boolean picked(PageTile tile, Event e) {
        Map<String, @Nullable String> mark = markAt(tile, e);
        if (mark.isEmpty()) {
            return false;
        }
        page.narrowing().pick(tile, mark, (e.stateMask & SWT.MOD1) != 0);
        return true;
    }

    private void doubleClick(Event e) {
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        if (tile != null && e.button == 1 && !into(tile, e)) {
            page.views().write(tile, Lens.whole(tile.handles(e.x, pageY(e)), tile::now));
        }
    }

    private boolean into(PageTile tile, Event e) {
        return tile.hit(e.x, pageY(e))
                .filter(hit -> !page.narrowing().members(tile, hit).isEmpty())
                .map(hit -> page.deeds().down(tile.id(), hit.datum().members()))
                .orElse(false);
    }

    /** Opens the menu of a tile below its button. */
    void menuBelow(PageTile tile, @Nullable Datum mark) {
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

    private void wheel(Event e) {
        PageTile tile = page.board().at(e.x, e.y).orElse(null);
        // What comes under a resting pointer while the page scrolls does not take the wheel over.
        boolean same = scrolling && Math.hypot(e.x - wheelX, e.y - wheelY) < CLICK_PIXELS;
        if (tile != null && !same && (scrolled(tile, e) || zoomed(tile, e))) {
            scrolling = false;
            return;
        }
        scrolling = true;
        wheelX = e.x;
        wheelY = e.y;
        if (page.scroll().to(page.scroll().offset() - e.count * WHEEL_PIXELS)) {
            focus.noTip();
            canvas.redraw();
        }
    }

    private boolean zoomed(PageTile tile, Event e) {
        double factor = Math.pow(Lens.NOTCH, -e.count / LINES_PER_NOTCH);
        return page.views()
                .write(
                        tile,
                        Lens.zoom(
                                tile.handles(e.x, pageY(e)),
                                e.x - tile.bounds().x,
                                pageY(e) - tile.bounds().y,
                                factor,
                                tile::now));
    }

    /** Scrolls inside of a tile; not where the tile is at its end already. */
    private boolean scrolled(PageTile tile, Event e) {
        Gesture g = tile.gesture(e.x, pageY(e), Kind.SCROLL).orElse(null);
        if (g == null) {
            return false;
        }
        int now = Integer.parseInt(g.value());
        String asked = tile.view().get(g.parameter());
        boolean atEnd = asked != null && Integer.parseInt(asked) > now;
        if (e.count > 0 ? now == 0 : atEnd) {
            return false;
        }
        page.views().change(tile, tile.view().with(g.parameter(), String.valueOf(Math.max(0, now - e.count))));
        return true;
    }
}
