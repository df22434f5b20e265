package org.clientele.platform.workbench.page;

import java.util.function.BooleanSupplier;
import org.clientele.platform.workbench.gesture.Extent;
import org.clientele.platform.workbench.gesture.Steps;
import org.clientele.sdk.scene.Gesture;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * Moves a picture by itself from step to step until the last one, at most one picture of a page at a time. The clock says
 * how far it is; a picture that takes long skips what would have come meanwhile. Out of sight it stops. Where motion is not
 * wanted, a press shows the next step and that is all. UI thread only.
 */
final class Player {
    /** The suffix of the view-state parameter that says that it runs. */
    static final String PLAYING = ".playing";

    private static final int STEP_MILLIS = 900;
    private static final int FRAME_MILLIS = 33;

    private final DashboardPage page;
    private final Canvas canvas;
    private final BooleanSupplier calm;
    private final Runnable tick = this::tick;
    private @Nullable PageTile tile;
    private String parameter = "";
    private double part;
    private int count;
    private long last;

    /** @param calm whether motion is not wanted */
    Player(DashboardPage page, Canvas canvas, BooleanSupplier calm) {
        this.page = page;
        this.canvas = canvas;
        this.calm = calm;
    }

    /** Starts or stops; always done. */
    boolean press(PageTile on, Gesture play) {
        boolean running = tile == on && parameter.equals(play.parameter());
        stop();
        Steps now = now(on, play);
        if (now.count() > 1 && calm.getAsBoolean()) {
            write(on, play.parameter(), now.next().part(), false);
        } else if (now.count() > 1 && !running) {
            tile = on;
            parameter = play.parameter();
            count = now.count();
            part = now.last() ? 0 : now.part();
            last = System.nanoTime();
            write(on, parameter, part, true);
            canvas.getDisplay().timerExec(FRAME_MILLIS, tick);
        }
        return true;
    }

    private static Steps now(PageTile on, Gesture play) {
        Steps shown = Steps.parse(play.value());
        String asked = on.now(play);
        if (asked.equals(play.value())) {
            return shown;
        }
        try {
            return Steps.at(Double.parseDouble(asked), shown.count());
        } catch (NumberFormatException e) {
            return shown;
        }
    }

    /** Whether a tile moves by itself now. */
    boolean playing(PageTile t) {
        return t == tile;
    }

    /** Stops what runs. */
    void stop() {
        PageTile was = tile;
        tile = null;
        if (was != null && !canvas.isDisposed()) {
            page.views().change(was, was.view().with(parameter + PLAYING, ""));
        }
    }

    private void write(PageTile on, String to, double value, boolean running) {
        var view = on.view().with(to, Extent.digits(value));
        page.views().change(on, running ? view.with(to + PLAYING, "true") : view);
    }

    private void tick() {
        PageTile on = tile;
        if (on == null || canvas.isDisposed()) {
            return;
        }
        long now = System.nanoTime();
        // Nobody would see it behind another tab, out of the window, or scrolled away.
        if (!canvas.isVisible()
                || canvas.getShell().getMinimized()
                || !page.stage().sees(on)) {
            stop();
            return;
        }
        part += (now - last) / 1e6 / STEP_MILLIS / (count - 1);
        if (part >= 1) {
            write(on, parameter, 1, true);
            stop();
            return;
        }
        if (!on.pending()) {
            write(on, parameter, part, true);
        }
        last = now;
        canvas.getDisplay().timerExec(FRAME_MILLIS, tick);
    }
}
