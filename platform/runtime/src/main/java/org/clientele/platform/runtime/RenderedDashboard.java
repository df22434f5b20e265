package org.clientele.platform.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.clientele.platform.charts.DashboardScene;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.scene.Scene;

/**
 * The picture of a whole dashboard.
 *
 * @param dashboard the whole id
 * @param scene the picture
 * @param states of the tiles, in order; FAILED also where a chart could not be drawn
 * @param failures one sentence for each tile that shows an error instead
 */
public record RenderedDashboard(String dashboard, Scene scene, List<TileState> states, List<String> failures) {
    public RenderedDashboard {
        states = List.copyOf(states);
        failures = List.copyOf(failures);
    }

    static RenderedDashboard of(Session session, RenderRequest request) {
        try (DashboardView view = session.open(request.dashboard(), Scope.of(request.period()), tile -> {})) {
            view.await();
            DashboardSpec spec = view.spec();
            Map<String, TileContent> contents = new HashMap<>();
            Map<String, String> failures = new HashMap<>();
            for (TileSpec tile : spec.tiles()) {
                contents.put(tile.id(), view.content(tile.id()));
                if (view.state(tile.id()) == TileState.FAILED) {
                    failures.put(tile.id(), view.failure(tile.id()));
                }
            }
            TileCard cards = view.cards().reporting((tile, refusal) -> failures.put(tile.id(), refusal.getMessage()));
            Scene scene = new DashboardScene(cards, RobotoMeasure.get())
                    .of(
                            spec,
                            head(session, view),
                            tile -> contents.getOrDefault(tile.id(), new TileContent.Loading()),
                            view.definitions(),
                            tile -> ViewState.initial(),
                            request.theme(),
                            request.width(),
                            request.height() > 0 ? OptionalDouble.of(request.height()) : OptionalDouble.empty());
            List<TileState> states = spec.tiles().stream()
                    .map(t -> failures.containsKey(t.id()) ? TileState.FAILED : view.state(t.id()))
                    .toList();
            List<String> sentences = spec.tiles().stream()
                    .filter(t -> failures.containsKey(t.id()))
                    .map(t -> t.title() + ": " + failures.get(t.id()))
                    .toList();
            return new RenderedDashboard(spec.id().toString(), scene, states, sentences);
        }
    }

    private static DashboardScene.Head head(Session session, DashboardView view) {
        String days = view.periodLabel();
        return new DashboardScene.Head(
                view.spec().title(),
                days.isEmpty() ? "" : view.choice().label() + ", " + days,
                view.dataAsOf().map(t -> "Data as of " + PeriodText.moment(t)).orElse(""),
                session.workspace().name());
    }
}
