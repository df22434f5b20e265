package org.clientele.platform.workbench.page;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.runtime.BrushSession;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.TileState;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.BrushAxis.Reach;
import org.clientele.platform.workbench.gesture.BrushGrip;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * A range that somebody drags over the axis of a tile, or moves by the keyboard, while the other tiles answer. What it costs is
 * done elsewhere: the latest range wins, and a tile's new picture is painted when it is there. Only at the end it becomes what
 * is picked in the tile, in one step. UI thread only.
 */
final class PageBrush {
    private static final Texts TEXTS = Texts.of(PageBrush.class);

    /** A pointer that crosses tiles on its way means none of them. */
    private static final int LINGER_MILLIS = 120;
    /** So long a move waits for its answers, so that they are painted in the same frame: about half of one. */
    private static final long ANSWER_NANOS = 8_000_000;
    /** So long pictures wait for the others, since the screen takes but one painting a frame. */
    private static final int TOGETHER_MILLIS = 12;

    private final DashboardPage page;
    private final Canvas canvas;
    private final Background background;
    private final Handover handover;
    private final PageHost host;
    private final Set<PageTile> due = new LinkedHashSet<>();
    private final Map<String, Known> known = new HashMap<>();
    private @Nullable PageTile near;
    private @Nullable PageTile tile;
    private @Nullable BrushSession session;
    private @Nullable Live live;
    /** How many ranges were asked for before this brush, so that none of their pictures is taken for one of it. */
    private long before;

    private long painted;

    /** The axes of a picture. */
    private record Known(Scene scene, List<BrushAxis> axes) {}

    /** A range under way. */
    private record Live(
            PageTile tile,
            BrushAxis axis,
            BrushGrip grip,
            boolean keys,
            @Nullable Reach reach) {
        Live to(Reach next) {
            return new Live(tile, axis, grip, keys, next);
        }
    }

    PageBrush(DashboardPage page, Canvas canvas, Background background, Handover handover, PageHost host) {
        this.page = page;
        this.canvas = canvas;
        this.background = background;
        this.handover = handover;
        this.host = host;
        canvas.addListener(SWT.FocusOut, e -> {
            if (byKeys()) {
                cancel();
            }
        });
    }

    /** The axes of a tile's picture that can be brushed. */
    List<BrushAxis> axes(PageTile of) {
        Scene scene = of.scene();
        if (scene == null || of.asTable()) {
            return List.of();
        }
        Known now = known.get(of.id());
        if (now == null || now.scene() != scene) {
            now = new Known(scene, find(of, scene));
            known.put(of.id(), now);
        }
        return now.axes();
    }

    private List<BrushAxis> find(PageTile of, Scene scene) {
        DashboardView from = page.view();
        List<String> x = of.spec().chart().columns(Channel.X);
        if (from == null || x.isEmpty() || from.spec().tiles().size() < 2) {
            return List.of();
        }
        String dimension = from.dimension(of.id(), x.get(0)).orElse(null);
        Column column = from.frame(of.id()).flatMap(f -> f.find(x.get(0))).orElse(null);
        return dimension == null || column == null ? List.of() : BrushAxis.of(scene, column, dimension);
    }

    /** The axis whose field is at a place of a tile's picture. */
    Optional<BrushAxis> axisAt(PageTile of, double x, double y) {
        return axes(of).stream()
                .filter(a -> x >= a.field().x()
                        && y >= a.field().y()
                        && x < a.field().x() + a.field().width()
                        && y < a.field().y() + a.field().height())
                .findFirst();
    }

    /** The range on show in a tile: the one under way, or else what is picked. */
    Optional<Reach> shown(PageTile of, BrushAxis axis) {
        Live now = live;
        if (now != null && now.tile() == of) {
            Reach reach = now.reach();
            return reach == null
                    ? Optional.empty()
                    : axis.reach(List.of(now.axis().filter(reach)), true);
        }
        return axis.reach(page.scope().selection(of.id()), false);
    }

    /** What the range under way in a tile picks; nothing where none is. */
    List<Filter> filters(String of) {
        Live now = live;
        Reach reach = now == null ? null : now.reach();
        return now == null || reach == null || !now.tile().id().equals(of)
                ? List.of()
                : List.of(now.axis().filter(reach));
    }

    /** The range under way in words, for its tile; "" for others. */
    String words(PageTile of, BrushAxis axis) {
        Live now = live;
        Reach reach = now == null ? null : now.reach();
        return now == null || reach == null || now.tile() != of || now.axis() != axis
                ? ""
                : FilterText.of(axis.filter(reach));
    }

    /** What a press at a place of a tile's picture would take hold of; null where it is no range. */
    @Nullable
    BrushGrip gripAt(PageTile of, double x, double y, boolean free) {
        BrushAxis axis = axisAt(of, x, y).orElse(null);
        return axis == null
                ? null
                : BrushGrip.at(axis, axis.across() ? x : y, shown(of, axis).orElse(null), free);
    }

    /** The pointer is over a tile, or, for null, over none: what a range there needs is made ready. */
    void over(@Nullable PageTile now) {
        if (now == near) {
            return;
        }
        near = now;
        if (live == null) {
            let();
        }
        if (now != null && live == null) {
            canvas.getDisplay().timerExec(LINGER_MILLIS, () -> {
                if (near == now && live == null && !canvas.isDisposed() && !page.closed() && ready()) {
                    axes(now).stream().findFirst().ifPresent(axis -> begin(now, axis));
                }
            });
        }
    }

    private boolean ready() {
        DashboardView from = page.view();
        return from != null && page.board().all().stream().noneMatch(t -> from.state(t.id()) == TileState.LOADING);
    }

    private @Nullable BrushSession begin(PageTile on, BrushAxis axis) {
        BrushSession now = session;
        if (now != null && tile == on && !now.isOver() && now.dimension().equals(axis.dimension())) {
            return now;
        }
        DashboardView from = page.view();
        if (from == null) {
            return null;
        }
        BrushSession begun = from.brush(on.id(), axis.dimension());
        before += now == null ? 0 : now.wishes();
        session = begun;
        tile = on;
        painted = 0;
        begun.activated().whenComplete((ready, failure) -> {
            if (failure != null) {
                background.ui(() -> failed(begun, failure));
            }
        });
        return begun;
    }

    private void failed(BrushSession begun, Throwable failure) {
        if (begun == session && live != null && !Background.cancelled(failure)) {
            cancel();
            host.failed(TEXTS.get("range.failed"), Background.sentence(failure));
        }
    }

    /** Nobody brushes: what was made ready is given up. */
    private void let() {
        BrushSession last = session;
        forget();
        if (last != null) {
            last.end();
        }
    }

    /** Whether a range is under way. */
    boolean live() {
        return live != null;
    }

    /** Whether a range is moved by the keyboard. */
    boolean byKeys() {
        Live now = live;
        return now != null && now.keys();
    }

    /** Somebody takes hold of a range with the pointer, or begins one. */
    void grab(PageTile on, BrushAxis axis, BrushGrip grip) {
        live = new Live(on, axis, grip, false, null);
        begin(on, axis);
    }

    /** The pointer is at a place along the axis now. */
    void drag(double coordinate) {
        Live now = live;
        if (now != null && !now.keys()) {
            reach(now, now.grip().to(now.axis(), coordinate));
        }
    }

    private void reach(Live now, Reach next) {
        if (next.equals(now.reach())) {
            return;
        }
        live = now.to(next);
        BrushSession asked = begin(now.tile(), now.axis());
        if (asked != null) {
            asked.to(now.axis().filter(next));
            if (asked.answersAtOnce()) {
                handover.await(this::complete, ANSWER_NANOS);
            }
        }
        draw(now.tile());
    }

    /**
     * Draws a tile again. While a range is under way, all that answer it are drawn together: a picture that came alone would
     * take the frame, and the others had to wait for the next.
     */
    void draw(PageTile changed) {
        if (live == null) {
            page.stage().redraw(changed);
            return;
        }
        boolean first = due.isEmpty();
        due.add(changed);
        if (complete()) {
            drawDue();
        } else if (first) {
            canvas.getDisplay().timerExec(TOGETHER_MILLIS, this::drawDue);
        }
    }

    private void drawDue() {
        if (!canvas.isDisposed()) {
            due.forEach(page.stage()::redraw);
        }
        due.clear();
    }

    /** The range under way is what is picked from now on. */
    void take() {
        Live now = live;
        live = null;
        if (now == null) {
            return;
        }
        Reach reach = now.reach();
        if (reach == null) {
            let();
            return;
        }
        Filter filter = now.axis().filter(reach);
        List<Filter> picked = List.of(filter);
        if (page.scope().selection(now.tile().id()).equals(picked)) {
            let();
        } else {
            page.narrow(page.scope().picked(now.tile().id(), picked), TEXTS.get("deed.pick", FilterText.of(filter)));
        }
        page.stage().redraw(now.tile());
    }

    /** The range under way is given up: the tiles show what they showed before. */
    void cancel() {
        Live now = live;
        live = null;
        if (now != null) {
            let();
            page.stage().redraw(now.tile());
        }
    }

    /** Takes back the range that is picked in a tile. */
    boolean clear(PageTile of) {
        boolean any = axes(of).stream().anyMatch(a -> shown(of, a).isPresent());
        if (any) {
            page.narrow(page.scope().picked(of.id(), List.of()), TEXTS.get("deed.pick.nothing"));
        }
        return any;
    }

    /** The page asks for something else: what was made ready is of no use. */
    void forget() {
        BrushSession last = session;
        before += last == null ? 0 : last.wishes();
        painted = 0;
        live = null;
        session = null;
        tile = null;
    }

    /** Begins a range with the keyboard: the one that is picked, or at a mark. */
    boolean start(PageTile on, Map<String, @Nullable String> mark) {
        BrushAxis axis = axes(on).stream().findFirst().orElse(null);
        if (axis == null) {
            return false;
        }
        Reach first = shown(on, axis).orElseGet(() -> {
            int at = mark.containsKey(axis.column()) ? axis.at(mark.get(axis.column())) : -1;
            int place = at < 0 ? axis.count() / 2 : at;
            return new Reach(place, place);
        });
        Live begun = new Live(on, axis, BrushGrip.NONE, true, null);
        live = begun;
        reach(begun, first);
        return true;
    }

    /** A key while a range is moved by the keyboard. Always done: no other key does anything meanwhile. */
    boolean key(Event e) {
        Live now = live;
        Reach reach = now == null ? null : now.reach();
        if (now == null || reach == null || !now.keys()) {
            return false;
        }
        boolean grow = (e.stateMask & SWT.SHIFT) != 0;
        switch (e.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> reach(now, step(now.axis(), reach, 1, grow));
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> reach(now, step(now.axis(), reach, -1, grow));
            case SWT.HOME -> reach(now, step(now.axis(), reach, -now.axis().count(), grow));
            case SWT.END -> reach(now, step(now.axis(), reach, now.axis().count(), grow));
            case SWT.CR, SWT.KEYPAD_CR -> take();
            case SWT.ESC -> cancel();
            default -> {}
        }
        return true;
    }

    private static Reach step(BrushAxis axis, Reach reach, int by, boolean grow) {
        int last = axis.count() - 1;
        if (grow) {
            return new Reach(reach.first(), Math.max(reach.first(), Math.min(last, reach.last() + by)));
        }
        int way = Math.max(-reach.first(), Math.min(last - reach.last(), by));
        return new Reach(reach.first() + way, reach.last() + way);
    }

    /** The page was painted. */
    void paintedNow() {
        BrushSession now = session;
        if (now != null) {
            painted = page.stage().tiles().stream()
                    .filter(t -> page.stage().sees(t) && now.linked().contains(t.id()))
                    .mapToLong(PageTile::paintedRange)
                    .min()
                    .orElse(0);
            painted = Math.max(0, painted - before);
        }
    }

    /** Whether the pictures that answer the range under way are all there. */
    private boolean complete() {
        BrushSession now = session;
        if (now == null || live == null) {
            return true;
        }
        long range = before + now.wishes();
        return page.stage().tiles().stream()
                .filter(t -> page.stage().sees(t) && now.linked().contains(t.id()))
                .allMatch(t -> t.range() >= range && !t.pending());
    }

    /** The number of the range that a tile answers now, or 0. */
    long answered(PageTile of) {
        BrushSession now = session;
        DashboardView from = page.view();
        return now == null || from == null ? 0 : before + from.answered(of.id());
    }

    /** The number of the newest range whose answers are on the screen, counted from 1 for each brush. */
    long painted() {
        return painted;
    }

    /** How many ranges were asked for since this brush began. */
    long asked() {
        BrushSession now = session;
        return now == null ? 0 : now.wishes();
    }
}
