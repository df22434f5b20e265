package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.charts.AreaMarks;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.workbench.gesture.AreaShape;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture.Kind;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle or an outline that somebody draws around the marks of a picture, or moves by the keyboard, and how many it holds. At
 * the end their members are picked, in one step, as by clicks on each. UI thread only.
 */
final class PageArea {
    private static final Texts TEXTS = Texts.of(PageArea.class);
    /** So far an arrow moves a rectangle. */
    private static final double STEP = 8;

    private static final double LABEL = 20;

    private final DashboardPage page;
    private @Nullable Live live;
    /** Where something was picked last, for Escape while no tile has the keyboard. */
    private String last = "";

    /** An area under way. */
    private record Live(
            PageTile tile, String dimension, AreaMarks marks, AreaShape shape, boolean keys, Set<String> held) {
        Live to(AreaShape next) {
            return new Live(tile, dimension, marks, next, keys, marks.within(next.outline()));
        }
    }

    PageArea(DashboardPage page, Canvas canvas) {
        this.page = page;
        canvas.addListener(SWT.FocusOut, e -> {
            Live now = live;
            if (now != null && now.keys()) {
                cancel();
            }
        });
    }

    private static Optional<Handle> area(List<Handle> handles) {
        return handles.stream().filter(h -> h.gesture().kind() == Kind.AREA).findFirst();
    }

    /** Where marks can be selected at a place of a tile's picture; nothing where they cannot. */
    Optional<Handle> at(PageTile tile, int x, int y) {
        return area(tile.handles(x, y)).filter(h -> dimension(tile, h).isPresent());
    }

    private Optional<String> dimension(PageTile tile, Handle area) {
        DashboardView from = page.view();
        return from == null || tile.asTable()
                ? Optional.empty()
                : from.dimension(tile.id(), area.gesture().parameter());
    }

    /** Whether one is under way. */
    boolean live() {
        return live != null;
    }

    /** How many members the one under way holds. */
    int held() {
        Live now = live;
        return now == null ? 0 : now.held().size();
    }

    /** Begins one with the pointer. */
    void grab(PageTile tile, Handle area, double x, double y, boolean free) {
        begin(tile, area, AreaShape.from(area, x, y, free), false);
    }

    /** Begins a rectangle that the keyboard moves. */
    boolean start(PageTile tile) {
        Handle area = area(tile.handles()).orElse(null);
        return area != null && begin(tile, area, AreaShape.middle(area), true);
    }

    private boolean begin(PageTile tile, Handle area, AreaShape first, boolean keys) {
        Scene scene = tile.scene();
        String dimension = dimension(tile, area).orElse(null);
        if (scene == null || dimension == null) {
            return false;
        }
        live = new Live(tile, dimension, new AreaMarks(scene, area.gesture()), first, keys, Set.of()).to(first);
        page.stage().redraw(tile);
        return true;
    }

    /** The pointer is at a place of the picture now. */
    void drag(double x, double y) {
        Live now = live;
        if (now != null) {
            reshape(now, now.shape().to(x, y));
        }
    }

    private void reshape(Live now, AreaShape next) {
        live = now.to(next);
        page.stage().redraw(now.tile());
    }

    /** What it holds is picked from now on; nothing, where it holds nothing. */
    void take() {
        Live now = live;
        live = null;
        if (now == null) {
            return;
        }
        page.stage().redraw(now.tile());
        if (now.held().isEmpty()) {
            clear(now.tile());
            return;
        }
        last = now.tile().id();
        Filter filter = new Filter.Members(now.dimension(), List.copyOf(now.held()), false);
        page.narrow(
                page.scope().picked(last, List.of(filter)),
                TEXTS.get("deed.pick", FilterText.of(filter, page.names())));
    }

    /** It is given up. */
    void cancel() {
        Live now = live;
        live = null;
        if (now != null) {
            page.stage().redraw(now.tile());
        }
    }

    /** A key while one is under way. Always done: no other key does anything meanwhile. */
    boolean key(Event e) {
        Live now = live;
        if (now == null) {
            return false;
        }
        boolean grow = (e.stateMask & SWT.SHIFT) != 0;
        switch (e.keyCode) {
            case SWT.ARROW_RIGHT -> step(now, STEP, 0, grow);
            case SWT.ARROW_LEFT -> step(now, -STEP, 0, grow);
            case SWT.ARROW_DOWN -> step(now, 0, STEP, grow);
            case SWT.ARROW_UP -> step(now, 0, -STEP, grow);
            case SWT.CR, SWT.KEYPAD_CR -> take();
            case SWT.ESC -> cancel();
            default -> {}
        }
        return true;
    }

    private void step(Live now, double right, double down, boolean grow) {
        if (now.keys()) {
            reshape(now, grow ? now.shape().grown(right, down) : now.shape().moved(right, down));
        }
    }

    /** Takes back what is picked in a tile whose marks can be selected by an area. */
    boolean clear(PageTile tile) {
        boolean any = area(tile.handles()).isPresent()
                && !page.scope().selection(tile.id()).isEmpty();
        if (any) {
            page.narrow(page.scope().picked(tile.id(), List.of()), TEXTS.get("deed.pick.nothing"));
        }
        return any;
    }

    /** Takes back what was picked last by an area, whichever tile has the keyboard. */
    boolean clearLast() {
        return page.board().tile(last).map(this::clear).orElse(false);
    }

    /** Draws the one under way, or how many members are picked, over a picture whose top left corner is at the pen's origin. */
    void draw(Pen pen, PageTile tile, Palette palette) {
        Live now = live;
        if (now != null && now.tile() == tile) {
            int accent = palette.theme().accent();
            Fill inside = Fill.of(Palette.alpha(accent, palette.dark() ? 0x2A : 0x1C));
            AreaShape shape = now.shape();
            Stroke edge = Stroke.of(accent, 1.5);
            if (shape.free()) {
                pen.path(shape.outline(), inside, edge);
            } else {
                pen.rect(shape.left(), shape.top(), shape.width(), shape.height(), 0, inside, edge);
            }
            label(pen, shape.left() + 4, shape.top() + 4, now.held().size(), palette);
        } else if (page.scope().selection(tile.id()).size() == 1
                && page.scope().selection(tile.id()).get(0) instanceof Filter.Members members
                && members.members().size() > 1) {
            area(tile.handles())
                    .ifPresent(a ->
                            label(pen, a.x() + 4, a.y() + 4, members.members().size(), palette));
        }
    }

    private static void label(Pen pen, double x, double y, int count, Palette palette) {
        String said = TEXTS.get("area.selected", count);
        double width = pen.width(said, 12, Weight.MEDIUM) + 16;
        pen.rect(x, y, width, LABEL, 5, Fill.of(palette.tip()), Stroke.of(palette.tipBorder(), 1));
        pen.text(x + 8, y + 14, said, 12, Weight.MEDIUM, palette.theme().text());
    }
}
