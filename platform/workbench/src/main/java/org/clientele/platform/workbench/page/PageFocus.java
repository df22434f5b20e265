package org.clientele.platform.workbench.page;

import java.util.Objects;
import java.util.Optional;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Stroke;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * What of a dashboard page has the pointer, the keyboard and the tooltip, and how that looks. Marks are known by their
 * names, so that a new picture of a tile keeps them. UI thread only.
 */
final class PageFocus {
    /** How far the shadow of a tooltip reaches. */
    private static final int SHADOW = 10;

    private static final int BUTTON = 26;

    private final DashboardPage page;
    private final Canvas canvas;
    private @Nullable PageTile hovered;
    private @Nullable PageTile focused;
    private @Nullable PageTile tipTile;
    private @Nullable String tipMark;
    private @Nullable Rectangle tipBounds;
    private @Nullable String mark;
    private @Nullable Rectangle onButton;
    private boolean keyboard;
    private int x;
    private int y;

    PageFocus(DashboardPage page, Canvas canvas) {
        this.page = page;
        this.canvas = canvas;
    }

    /** The tile that has the keyboard, or null. */
    @Nullable
    PageTile tile() {
        return focused;
    }

    /** The tile below the pointer, or null. */
    @Nullable
    PageTile hovered() {
        return hovered;
    }

    /** Which of the focused tile's marks has the keyboard, or -1. */
    int mark() {
        PageTile tile = focused;
        String wanted = mark;
        if (tile == null || wanted == null) {
            return -1;
        }
        return find(tile, wanted);
    }

    private static int find(PageTile tile, String key) {
        for (int i = 0; i < tile.hits().size(); i++) {
            if (key(tile, i).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The pointer is used: what the keyboard had looks no longer chosen. */
    void pointed(int px, int py) {
        keyboard = false;
        x = px;
        y = py;
    }

    void hover(@Nullable PageTile tile, @Nullable Rectangle button) {
        if (tile != hovered || !Objects.equals(button, onButton)) {
            redraw(hovered);
            redraw(tile);
            hovered = tile;
            onButton = button;
        }
    }

    /** The pointer left the page. */
    void unhover() {
        redraw(hovered);
        hovered = null;
        onButton = null;
        if (!keyboard) {
            noTip();
        }
    }

    /** The keyboard left the page. */
    void lose() {
        focused = null;
        mark = null;
        keyboard = false;
        canvas.redraw();
    }

    /** Gives a tile the keyboard. */
    void focus(PageTile tile) {
        keyboard = true;
        focused = tile;
        mark = null;
        noTip();
        Rectangle b = tile.bounds();
        page.scroll().reveal(b.y - 8, b.y + b.height + 8);
        said();
    }

    /** Gives no tile the keyboard. */
    void unfocus() {
        focused = null;
        mark = null;
        noTip();
        canvas.redraw();
    }

    /** Gives a mark of the focused tile the keyboard, with its tooltip; the last one for too large a number. */
    boolean focusMark(int wanted) {
        PageTile tile = focused;
        if (tile == null || tile.hits().isEmpty()) {
            return false;
        }
        int at = Math.max(0, Math.min(tile.hits().size() - 1, wanted));
        Hit hit = tile.hits().get(at);
        mark = key(tile, at);
        keyboard = true;
        show(tile, mark);
        double top = tile.bounds().y + hit.y();
        page.scroll().reveal(top - 8, top + Math.min(hit.height(), 200) + 8);
        said();
        return true;
    }

    /** Back from the mark to its tile. */
    void unmark() {
        mark = null;
        noTip();
        said();
    }

    private void said() {
        PageTile tile = focused;
        if (tile != null) {
            canvas.getAccessible().setFocus(page.stage().tiles().indexOf(tile));
            canvas.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        }
        canvas.redraw();
    }

    /** Shows the tooltip of what is under the pointer, or none. */
    void tip(PageTile tile, @Nullable Hit under) {
        for (int i = 0; under != null && i < tile.hits().size(); i++) {
            if (tile.hits().get(i).group() == under.group()) {
                show(tile, key(tile, i));
                return;
            }
        }
        show(null, null);
    }

    private void show(@Nullable PageTile tile, @Nullable String key) {
        boolean same = tile == tipTile && Objects.equals(key, tipMark);
        tipTile = tile;
        tipMark = key;
        if (!same || key != null) {
            canvas.redraw();
        }
    }

    void noTip() {
        show(null, null);
    }

    /** A mark keeps its name from one picture of a tile to the next. */
    private static String key(PageTile tile, int index) {
        String id = tile.hits().get(index).group().id();
        return id.isEmpty() ? "#" + index : id;
    }

    private void redraw(@Nullable PageTile tile) {
        if (tile != null) {
            page.stage().redraw(tile);
        }
    }

    private Optional<Hit> tipHit() {
        PageTile tile = tipTile;
        String key = tipMark;
        int at = tile == null || key == null ? -1 : find(tile, key);
        return tile == null || at < 0
                ? Optional.empty()
                : Optional.of(tile.hits().get(at));
    }

    /** The tooltip on show. */
    Optional<PageSight.Tip> shownTip() {
        Rectangle b = tipBounds;
        return b == null
                ? Optional.empty()
                : tipHit().map(h -> new PageSight.Tip(sentence(Objects.requireNonNull(tipTile), h), b));
    }

    /** What has the keyboard: a mark, a tile, or nothing. */
    Optional<String> spoken() {
        PageTile tile = focused;
        if (tile == null) {
            return Optional.empty();
        }
        int at = mark();
        return Optional.of(at >= 0 ? sentence(tile, tile.hits().get(at)) : tile.sentence());
    }

    private String sentence(PageTile tile, Hit hit) {
        String note = page.narrowing().unpickable(tile, hit);
        return hit.datum().sentence() + (note.isEmpty() ? "" : ". " + note);
    }

    void drawTip(Pen pen, Rectangle view) {
        Rectangle before = tipBounds;
        drawTipOf(tipTile, pen, view);
        // A new picture of one tile is painted within that tile alone, and its tooltip may have reached beyond it.
        Rectangle now = tipBounds;
        if (before != null && !before.equals(now)) {
            Rectangle r = now == null ? before : before.union(now);
            canvas.redraw(r.x - SHADOW, r.y - SHADOW, r.width + 2 * SHADOW, r.height + 2 * SHADOW, false);
        }
    }

    private void drawTipOf(@Nullable PageTile tile, Pen pen, Rectangle view) {
        Hit hit = tipHit().orElse(null);
        if (tile == null || hit == null || !page.stage().tiles().contains(tile)) {
            tipBounds = null;
            return;
        }
        Rectangle b = tile.bounds();
        Rectangle at = new Rectangle(b.x, b.y - page.scroll().offset(), b.width, b.height);
        double px = keyboard ? at.x + hit.x() + Math.min(hit.width() / 2, 200) : x;
        double py = keyboard ? at.y + hit.y() + hit.height() / 2 : y;
        tipBounds = DatumTip.draw(pen, hit, page.narrowing().unpickable(tile, hit), at, px, py, view, page.palette());
    }

    /** Draws hover, focus and the menu button over a tile's picture. */
    void drawOver(Pen pen, PageTile tile) {
        Rectangle b = tile.bounds();
        Palette palette = page.palette();
        int accent = palette.theme().accent();
        boolean chosen = tile == focused && keyboard;
        if (tile == tipTile && (chosen && mark != null || tile.hits().size() > 1)) {
            pen.push(b.x, b.y);
            tipHit().ifPresent(h -> Halo.draw(pen, h, chosen, palette));
            pen.pop();
        }
        boolean alone = tile == page.board().alone();
        if (tile == hovered || chosen || alone) {
            drawButton(pen, sizeButton(tile), alone ? Icon.SHRINK : Icon.ENLARGE);
            drawButton(pen, button(tile), Icon.DOTS);
        }
        if (chosen) {
            boolean within = mark != null;
            int ink = within ? Palette.alpha(accent, 0x66) : accent;
            pen.rect(b.x, b.y, b.width, b.height, 9, null, Stroke.of(ink, 2));
        }
    }

    private void drawButton(Pen pen, Rectangle r, Icon icon) {
        Palette palette = page.palette();
        pen.fillRound(r.x, r.y, r.width, r.height, 5, palette.theme().surface());
        if (r.equals(onButton)) {
            pen.fillRound(r.x, r.y, r.width, r.height, 5, palette.pressed());
        }
        pen.icon(icon, r.x + 5, r.y + 5, palette.theme().secondary());
    }

    /** The button of a tile at a place, or null. */
    static @Nullable Rectangle buttonAt(PageTile tile, int x, int y) {
        return button(tile).contains(x, y) ? button(tile) : sizeButton(tile).contains(x, y) ? sizeButton(tile) : null;
    }

    /** The menu button of a tile, in page coordinates. */
    static Rectangle button(PageTile tile) {
        Rectangle b = tile.bounds();
        return new Rectangle(b.x + b.width - BUTTON - 10, b.y + 10, BUTTON, BUTTON);
    }

    /** The button that lets a tile fill the page, in page coordinates. */
    static Rectangle sizeButton(PageTile tile) {
        Rectangle r = button(tile);
        return new Rectangle(r.x - BUTTON - 2, r.y, BUTTON, BUTTON);
    }
}
