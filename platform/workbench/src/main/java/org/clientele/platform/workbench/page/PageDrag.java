package org.clientele.platform.workbench.page;

import java.util.Map;
import java.util.Optional;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.BrushGrip;
import org.clientele.platform.workbench.gesture.Drag;
import org.jspecify.annotations.Nullable;

/**
 * A press on a tile, from then until it is let go: a range over an axis, an area around marks, or a drag of what stands there.
 * One that hardly moves is a click. UI thread only.
 */
final class PageDrag {
    private final DashboardPage page;
    private final PageFocus focus;
    private final Player player;
    private final TileSpot press;
    private final PageTile tile;
    private final @Nullable Drag drag;
    private final @Nullable BrushAxis axis;
    private final @Nullable BrushGrip grip;
    private final @Nullable Handle area;
    /** What is dragged is a slider that chooses. */
    private final boolean chooses;

    private boolean moved;

    PageDrag(DashboardPage page, PageFocus focus, Player player, TileSpot press) {
        this.page = page;
        this.focus = focus;
        this.player = player;
        this.press = press;
        tile = press.tile();
        double x = press.sceneX();
        double y = press.sceneY();
        drag = Drag.begin(press.handles(), x, y, press.shift(), tile::now).orElse(null);
        axis = page.brush().axes().at(tile, x, y).orElse(null);
        grip = press.more() || axis == null ? null : page.brush().gripAt(tile, x, y, isRange(drag));
        chooses = drag != null && drag.chooses(tile.handles());
        area = grip == null && (press.more() || drag == null || isRange(drag))
                ? page.area().at(tile, press.x(), press.y()).orElse(null)
                : null;
        if (drag != null && drag.atOnce()) {
            moved = true;
            to(press);
        }
    }

    private static boolean isRange(@Nullable Drag d) {
        return d != null && d.sort() == Drag.Sort.RANGE;
    }

    /** Where it began. */
    PageTile tile() {
        return tile;
    }

    /** The parameter of the range that it would set, if it is one. */
    Optional<String> range() {
        return drag == null ? Optional.empty() : drag.range();
    }

    /** The pointer is somewhere else, still pressed. */
    void to(TileSpot now) {
        if (grip != null && axis != null) {
            brush(axis, grip, now);
        } else if (area != null) {
            enclose(area, now);
        } else if (drag != null && (moved || !now.near(press))) {
            write(drag, now);
        }
    }

    private void brush(BrushAxis along, BrushGrip held, TileSpot now) {
        if (!moved) {
            if (now.near(press)) {
                return;
            }
            begin();
            page.brush().grab(tile, along, held);
        }
        page.brush().drag(along.across() ? now.sceneX() : now.sceneY());
    }

    private void enclose(Handle around, TileSpot now) {
        if (!moved) {
            if (now.near(press)) {
                return;
            }
            begin();
            page.area().grab(tile, around, press.sceneX(), press.sceneY(), press.more());
        }
        page.area().drag(now.sceneX(), now.sceneY());
    }

    private void begin() {
        moved = true;
        focus.noTip();
    }

    private void write(Drag d, TileSpot now) {
        begin();
        if (player.playing(tile)) {
            player.stop();
        }
        Map<String, String> values = d.to(now.sceneX(), now.sceneY());
        if (chooses) {
            page.views().slide(tile, values);
        } else {
            page.views().write(tile, values);
        }
    }

    /**
     * It is let go.
     *
     * @return whether it was a drag; otherwise it was a click
     */
    boolean end(TileSpot now) {
        if (moved && area != null) {
            page.area().take();
        } else if (moved && grip != null) {
            page.brush().take();
        } else if (moved && drag != null && chooses) {
            choose(drag, now);
        }
        return moved;
    }

    /** A slider is let go that chooses: what stands below the pointer, or where it left the slider. */
    private void choose(Drag d, TileSpot now) {
        double part = d.to(now.sceneX(), now.sceneY()).values().stream()
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
        page.views().letGo(tile, d.to(0, 0).keySet());
        if (!page.narrowing().choose(tile, d.choices(tile.handles(), part))) {
            page.pictures().request(tile);
        }
    }
}
