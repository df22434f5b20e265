package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.gallery.Gallery;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.Period;

/** The gallery, opened as a dashboard. */
record GallerySource(GalleryBoard board) implements DashboardSource {
    @Override
    public DashboardSpec spec() {
        return board.spec();
    }

    @Override
    public Map<String, String> headings() {
        return board.headings();
    }

    @Override
    public Map<String, MetricDefinition> definitions(Session session) {
        return Gallery.metrics(session);
    }

    @Override
    public boolean ofAllTime() {
        return true;
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public Function<TileSpec, TileRun.Outcome> answers(
            Session session,
            Period period,
            Scope scope,
            BiConsumer<TileSpec, TileRun.Outcome> early,
            CancelSignal cancel) {
        Function<TileSpec, TileContent> contents = board.answers(session, cancel);
        return tile -> TileRun.of(tile, cancel, () -> contents.apply(tile));
    }

    /** Its pictures are worked out from other things than their queries. */
    @Override
    public List<BrushSession.Linked> linked(Session session, Period period, Scope scope) {
        return List.of();
    }
}
