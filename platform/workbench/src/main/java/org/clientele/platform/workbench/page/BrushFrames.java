package org.clientele.platform.workbench.page;

import java.util.LinkedHashSet;
import java.util.Set;
import org.clientele.platform.runtime.BrushSession;
import org.clientele.platform.runtime.DashboardView;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * When the pictures that answer a brush are painted: all that answer one range together, and which range is on the screen. UI
 * thread only.
 */
final class BrushFrames {
    /** So long pictures wait for the others, since the screen takes but one painting a frame. */
    private static final int TOGETHER_MILLIS = 12;

    private final DashboardPage page;
    private final Canvas canvas;
    private final Set<PageTile> due = new LinkedHashSet<>();
    private @Nullable BrushSession session;
    /** How many ranges were asked for before this brush, so that none of their pictures is taken for one of it. */
    private long before;

    private long painted;

    BrushFrames(DashboardPage page, Canvas canvas) {
        this.page = page;
        this.canvas = canvas;
    }

    /** The brush whose answers are painted, or null. */
    @Nullable
    BrushSession session() {
        return session;
    }

    /** Another brush begins, or, for null, none. */
    void begin(@Nullable BrushSession next) {
        before += asked();
        session = next;
        painted = 0;
    }

    /**
     * Draws a tile again. While a range is under way, all that answer it are drawn together: a picture that came alone would
     * take the frame, and the others had to wait for the next.
     */
    void draw(PageTile changed) {
        if (!page.brush().live()) {
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

    /** Whether the pictures that answer the range under way are all there. */
    boolean complete() {
        BrushSession now = session;
        if (now == null || !page.brush().live()) {
            return true;
        }
        long range = before + now.wishes();
        return page.stage().tiles().stream()
                .filter(t -> page.stage().sees(t) && now.linked().contains(t.id()))
                .allMatch(t -> t.range() >= range && !t.pending());
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

    /** The number of the range that a tile answers now, or 0. */
    long answered(PageTile tile) {
        DashboardView from = page.view();
        return session == null || from == null ? 0 : before + from.answered(tile.id());
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
