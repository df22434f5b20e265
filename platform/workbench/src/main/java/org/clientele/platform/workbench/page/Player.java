package org.clientele.platform.workbench.page;

import java.util.function.BooleanSupplier;
import org.clientele.platform.workbench.gesture.Steps;
import org.clientele.sdk.scene.Gesture;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * Steps a picture on by itself until its last step, at most one picture of a page at a time. Where motion is not wanted, a
 * press shows the next step and that is all. UI thread only.
 */
final class Player {
    /** The suffix of the view-state parameter that says that it runs. */
    static final String PLAYING = ".playing";

    private static final int STEP_MILLIS = 700;

    private final DashboardPage page;
    private final Canvas canvas;
    private final BooleanSupplier calm;
    private final Runnable tick = this::tick;
    private @Nullable PageTile tile;
    private String parameter = "";

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
        if (calm.getAsBoolean()) {
            step(on, play, false);
        } else if (!running && Steps.parse(play.value()).count() > 1) {
            tile = on;
            parameter = play.parameter();
            step(on, play, true);
            canvas.getDisplay().timerExec(STEP_MILLIS, tick);
        }
        return true;
    }

    /** Whether a tile steps by itself now. */
    boolean playing(PageTile t) {
        return t == tile;
    }

    /** Stops what runs. */
    void stop() {
        PageTile was = tile;
        tile = null;
        if (was != null && !canvas.isDisposed()) {
            page.change(was, was.view().with(parameter + PLAYING, ""));
        }
    }

    private void step(PageTile on, Gesture play, boolean running) {
        Steps next = Steps.parse(on.now(play)).next();
        var view = on.view().with(play.parameter(), next.text());
        page.change(on, running ? view.with(play.parameter() + PLAYING, "true") : view);
    }

    private void tick() {
        PageTile on = tile;
        if (on == null || canvas.isDisposed()) {
            return;
        }
        // Behind another tab nobody sees it, and a picture that is not there yet shall not be skipped.
        if (canvas.isVisible() && !on.pending()) {
            Gesture play = on.handles().stream()
                    .map(h -> h.gesture())
                    .filter(g -> g.kind() == Gesture.Kind.PLAY && g.parameter().equals(parameter))
                    .findFirst()
                    .orElse(null);
            if (play == null || Steps.parse(on.now(play)).last()) {
                stop();
                return;
            }
            step(on, play, true);
        }
        canvas.getDisplay().timerExec(STEP_MILLIS, tick);
    }
}
