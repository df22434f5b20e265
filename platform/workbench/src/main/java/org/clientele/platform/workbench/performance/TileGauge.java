package org.clientele.platform.workbench.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.TileMeter;
import org.clientele.platform.runtime.TileTiming;
import org.clientele.platform.runtime.performance.TileCost;
import org.clientele.platform.runtime.performance.TileRecording;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PaintMeter;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Measures the tiles of one page from when it is put on until it is taken off; before and after nothing is measured. */
final class TileGauge implements TileMeter, PaintMeter {
    private final DashboardPage page;
    private final Runnable changed;
    private final Map<String, double[]> layouts = new ConcurrentHashMap<>();
    private final Map<String, Painted> paints = new ConcurrentHashMap<>();
    private @Nullable TileRecording recording;

    private record Painted(Scene picture, double millis, int marks) {}

    /** @param changed hears, on the UI thread, that figures are new */
    TileGauge(DashboardPage page, Runnable changed) {
        this.page = page;
        this.changed = changed;
        page.measured(this, this);
    }

    DashboardPage page() {
        return page;
    }

    void record(@Nullable TileRecording into) {
        recording = into;
    }

    void takeOff() {
        page.measured(null, null);
    }

    @Override
    public void laidOut(String tile, double queueMillis, double millis) {
        layouts.put(tile, new double[] {queueMillis, millis});
    }

    @Override
    public void painted(String tile, double millis, Scene picture) {
        Painted before = paints.get(tile);
        boolean same = before != null && before.picture() == picture;
        int marks =
                before != null && same ? before.marks() : marks(picture.root().children());
        paints.put(tile, new Painted(picture, millis, marks));
        if (!same) {
            TileRecording into = recording;
            if (into != null) {
                costs().stream().filter(c -> c.tile().equals(tile)).forEach(into::add);
            }
            changed.run();
        }
    }

    private static int marks(List<Node> nodes) {
        int n = 0;
        for (Node node : nodes) {
            n += node instanceof Node.Group g ? marks(g.children()) : 1;
        }
        return n;
    }

    /** What each tile cost last, the slowest first. */
    List<TileCost> costs() {
        DashboardView view = page.view();
        if (view == null) {
            return List.of();
        }
        Map<String, TileTiming> timings = new ConcurrentHashMap<>();
        view.timings().forEach(t -> timings.put(t.tile(), t));
        List<TileCost> all = new ArrayList<>();
        for (TileSpec tile : view.spec().tiles()) {
            TileTiming t = timings.get(tile.id());
            double[] layout = layouts.getOrDefault(tile.id(), new double[2]);
            Painted paint = paints.get(tile.id());
            MetricQuery query = tile.question() instanceof MetricQuery q ? q : null;
            all.add(new TileCost(
                    tile.id(),
                    tile.title(),
                    query == null ? List.of() : query.dimensions(),
                    query != null && query.topN().isPresent(),
                    query == null,
                    (t == null ? 0 : t.queueMillis()) + layout[0],
                    t == null ? 0 : t.queryMillis(),
                    layout[1],
                    paint == null ? 0 : paint.millis(),
                    t != null && t.cached(),
                    t == null ? 0 : t.rows(),
                    view.bytes(tile.id()),
                    paint == null ? 0 : paint.marks()));
        }
        all.sort(Comparator.comparingDouble(TileCost::total).reversed());
        return all;
    }
}
