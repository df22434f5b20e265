package org.clientele.platform.workbench.page;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * Makes ready what ranges over a page's cards will need, so that the first of them is answered at once: after somebody opened the
 * page or narrowed it down, once it has come to rest, one card after the other. Whatever else is asked goes before it. Newer data
 * alone begin nothing. UI thread only.
 */
final class BrushesAhead {
    /** Who goes on narrowing down asks again before that. */
    private static final int REST_MILLIS = 300;
    /** What is ready in that time needs nobody to prepare it. */
    private static final double QUICK_MILLIS = 60;
    /** More work than that is not done for what nobody may want. */
    private static final double MOST_MILLIS = 1500;
    /** So often it is tried again after somebody asked for something else. */
    private static final int TRIES = 3;

    private final DashboardPage page;
    private final Canvas canvas;
    private final Background background;
    private final Deque<PageTile> waiting = new ArrayDeque<>();
    private final Set<String> done = new HashSet<>();
    private @Nullable Shown shown;
    private double spent;
    private int tries;

    /** What a page shows. */
    private record Shown(DashboardView view, Scope scope) {}

    BrushesAhead(DashboardPage page, Canvas canvas, Background background) {
        this.page = page;
        this.canvas = canvas;
        this.background = background;
    }

    /** The page was painted and waits for nothing. */
    void settled() {
        DashboardView view = page.view();
        Shown now = view == null || view.isGallery() ? null : new Shown(view, view.scope());
        if (now == null || now.equals(shown)) {
            return;
        }
        shown = now;
        spent = 0;
        tries = TRIES;
        done.clear();
        waiting.clear();
        page.stage().tiles().stream().filter(page.stage()::sees).forEach(waiting::add);
        soon(now);
    }

    /** The tiles for which all is ready. */
    Set<String> done() {
        return Collections.unmodifiableSet(done);
    }

    private void soon(Shown of) {
        canvas.getDisplay().timerExec(REST_MILLIS, () -> next(of));
    }

    /** Whether that is shown no more, or never again. */
    private boolean gone(Shown of) {
        return canvas.isDisposed() || page.closed() || !of.equals(shown);
    }

    private void next(Shown of) {
        if (gone(of) || waiting.isEmpty()) {
            return;
        }
        if (page.brush().live() || !canvas.isVisible() || !page.settled()) {
            again(of);
            return;
        }
        PageTile tile = waiting.remove();
        List<BrushAxis> axes = page.brush().axes().of(tile);
        if (axes.isEmpty()) {
            background.ui(() -> next(of));
            return;
        }
        of.view()
                .prepare(tile.id(), axes.get(0).dimension())
                .whenComplete((filling, failure) -> background.ui(() -> ended(of, tile, filling)));
    }

    private void ended(Shown of, PageTile tile, BrushCubes.@Nullable Filling filling) {
        if (gone(of)) {
            return;
        }
        if (filling == null) {
            waiting.addFirst(tile);
            again(of);
            return;
        }
        done.add(tile.id());
        spent += filling.millis();
        if (filling.millis() >= QUICK_MILLIS && spent < MOST_MILLIS) {
            next(of);
        }
    }

    private void again(Shown of) {
        if (tries-- > 0) {
            soon(of);
        }
    }
}
