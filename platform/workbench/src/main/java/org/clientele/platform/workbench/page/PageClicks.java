package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.gesture.Lens;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.jspecify.annotations.Nullable;

/** What a click on a tile does: what stands there acts, or else is picked, or else what is picked is taken back. UI thread only. */
final class PageClicks {
    private final DashboardPage page;
    private final Player player;

    PageClicks(DashboardPage page, Player player) {
        this.page = page;
        this.player = player;
    }

    /**
     * A click.
     *
     * @param range the parameter of the range that a drag from there would set; a click takes the range back
     */
    void click(TileSpot spot, Optional<String> range) {
        if (!acted(spot) && !picked(spot) && !cleared(spot)) {
            PageTile tile = spot.tile();
            range.filter(parameter -> tile.view().get(parameter) != null
                            && !"".equals(tile.view().get(parameter)))
                    .ifPresent(parameter -> page.views().write(tile, Map.of(parameter, "")));
        }
    }

    private boolean acted(TileSpot spot) {
        List<Gesture> there = spot.handles().stream().map(Handle::gesture).toList();
        for (Gesture g : there) {
            if (g.kind() == Kind.CLICK) {
                page.cards().act(spot.tile(), g);
                return true;
            }
            if (g.kind() == Kind.PLAY) {
                player.press(spot.tile(), g);
                return true;
            }
            if (g.kind() == Kind.CHOOSE) {
                page.narrowing().choose(spot.tile(), there);
                return true;
            }
        }
        return false;
    }

    private boolean picked(TileSpot spot) {
        Map<String, @Nullable String> mark = mark(spot);
        if (mark.isEmpty()) {
            return false;
        }
        page.narrowing().pick(spot.tile(), mark, spot.more());
        return true;
    }

    /** What a click at a place would pick, by dimension. */
    Map<String, @Nullable String> mark(TileSpot spot) {
        Hit hit = spot.hit().orElse(null);
        return hit == null ? Map.of() : page.narrowing().members(spot.tile(), hit);
    }

    private boolean cleared(TileSpot spot) {
        boolean onAxis = page.brush()
                .axes()
                .at(spot.tile(), spot.sceneX(), spot.sceneY())
                .isPresent();
        return onAxis && page.brush().clear(spot.tile())
                || page.area().at(spot.tile(), spot.x(), spot.y()).isPresent()
                        && page.area().clear(spot.tile());
    }

    /** A double click goes down into a mark, or shows the whole of a picture again. */
    void doubleClick(TileSpot spot) {
        boolean into = !mark(spot).isEmpty()
                && spot.hit()
                        .map(hit ->
                                page.deeds().down(spot.tile().id(), hit.datum().members()))
                        .orElse(false);
        if (!into) {
            page.views().write(spot.tile(), Lens.whole(spot.handles(), spot.tile()::now));
        }
    }
}
