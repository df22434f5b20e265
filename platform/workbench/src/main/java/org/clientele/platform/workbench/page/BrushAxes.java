package org.clientele.platform.workbench.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Scene;

/** The axes of a page's pictures over which a range can be dragged. They are looked for once a picture. UI thread only. */
final class BrushAxes {
    private final DashboardPage page;
    private final Map<String, Known> known = new HashMap<>();

    /** The axes of a picture. */
    private record Known(Scene scene, List<BrushAxis> axes) {}

    BrushAxes(DashboardPage page) {
        this.page = page;
    }

    /** The axes of a tile's picture. */
    List<BrushAxis> of(PageTile tile) {
        Scene scene = tile.scene();
        if (scene == null || tile.asTable()) {
            return List.of();
        }
        Known now = known.get(tile.id());
        if (now == null || now.scene() != scene) {
            now = new Known(scene, find(tile, scene));
            known.put(tile.id(), now);
        }
        return now.axes();
    }

    private List<BrushAxis> find(PageTile tile, Scene scene) {
        DashboardView from = page.view();
        List<String> x = tile.spec().chart().columns(Channel.X);
        if (from == null || x.isEmpty() || from.spec().tiles().size() < 2) {
            return List.of();
        }
        String dimension = from.dimension(tile.id(), x.get(0)).orElse(null);
        Column column = from.frame(tile.id()).flatMap(f -> f.find(x.get(0))).orElse(null);
        return dimension == null || column == null ? List.of() : BrushAxis.of(scene, column, dimension);
    }

    /** The axis whose field is at a place of a tile's picture. */
    Optional<BrushAxis> at(PageTile tile, double x, double y) {
        return of(tile).stream()
                .filter(a -> x >= a.field().x()
                        && y >= a.field().y()
                        && x < a.field().x() + a.field().width()
                        && y < a.field().y() + a.field().height())
                .findFirst();
    }
}
