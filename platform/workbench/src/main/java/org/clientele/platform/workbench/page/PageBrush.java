package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.BrushSession;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.TileState;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.BrushAxis.Reach;
import org.clientele.platform.workbench.gesture.BrushGrip;
import org.clientele.sdk.query.Filter;
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

    private final DashboardPage page;
    private final Canvas canvas;
    private final Background background;
    private final Handover handover;
    private final PageHost host;
    private final BrushAxes axes;
    private final BrushFrames frames;
    private final BrushesAhead ahead;
    private @Nullable PageTile near;
    private @Nullable PageTile tile;
    private @Nullable Live live;

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
        axes = new BrushAxes(page);
        frames = new BrushFrames(page, canvas);
        ahead = new BrushesAhead(page, canvas, background);
        this.background = background;
        this.handover = handover;
        this.host = host;
        canvas.addListener(SWT.FocusOut, e -> {
            if (byKeys()) {
                cancel();
            }
        });
    }

    /** Where ranges can be dragged. */
    BrushAxes axes() {
        return axes;
    }

    /** When the pictures that answer are painted. */
    BrushFrames frames() {
        return frames;
    }

    /** What is made ready while nobody brushes. */
    BrushesAhead ahead() {
        return ahead;
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
                : FilterText.of(axis.filter(reach), page.names());
    }

    /** What a press at a place of a tile's picture would take hold of; null where it is no range. */
    @Nullable
    BrushGrip gripAt(PageTile of, double x, double y, boolean free) {
        BrushAxis axis = axes.at(of, x, y).orElse(null);
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
                    axes.of(now).stream().findFirst().ifPresent(axis -> begin(now, axis));
                }
            });
        }
    }

    private boolean ready() {
        DashboardView from = page.view();
        return from != null && page.board().all().stream().noneMatch(t -> from.state(t.id()) == TileState.LOADING);
    }

    private @Nullable BrushSession begin(PageTile on, BrushAxis axis) {
        BrushSession now = frames.session();
        if (now != null && tile == on && !now.isOver() && now.dimension().equals(axis.dimension())) {
            return now;
        }
        DashboardView from = page.view();
        if (from == null) {
            return null;
        }
        BrushSession begun = from.brush(on.id(), axis.dimension());
        frames.begin(begun);
        tile = on;
        begun.activated().whenComplete((ready, failure) -> {
            if (failure != null) {
                background.ui(() -> failed(begun, failure));
            }
        });
        return begun;
    }

    private void failed(BrushSession begun, Throwable failure) {
        if (begun == frames.session() && live != null && !Background.cancelled(failure)) {
            cancel();
            host.failed(TEXTS.get("range.failed"), Background.sentence(failure));
        }
    }

    /** Nobody brushes: what was made ready is given up. */
    private void let() {
        BrushSession last = frames.session();
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
                handover.await(frames::complete, ANSWER_NANOS);
            }
        }
        frames.draw(now.tile());
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
            page.narrow(
                    page.scope().picked(now.tile().id(), picked),
                    TEXTS.get("deed.pick", FilterText.of(filter, page.names())));
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
        boolean any = axes.of(of).stream().anyMatch(a -> shown(of, a).isPresent());
        if (any) {
            page.narrow(page.scope().picked(of.id(), List.of()), TEXTS.get("deed.pick.nothing"));
        }
        return any;
    }

    /** The page asks for something else: what was made ready is of no use. */
    void forget() {
        live = null;
        frames.begin(null);
        tile = null;
    }

    /** Begins a range with the keyboard: the one that is picked, or at a mark. */
    boolean start(PageTile on, Map<String, @Nullable String> mark) {
        BrushAxis axis = axes.of(on).stream().findFirst().orElse(null);
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
}
