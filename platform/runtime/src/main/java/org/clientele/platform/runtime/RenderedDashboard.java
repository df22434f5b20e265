package org.clientele.platform.runtime;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.clientele.platform.charts.DashboardScene;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.scene.Scene;

/**
 * The picture of a whole dashboard.
 *
 * @param dashboard the whole id
 * @param scene the picture
 * @param states of the tiles, in order
 * @param failures one sentence for each tile that shows an error instead
 */
public record RenderedDashboard(String dashboard, Scene scene, List<TileState> states, List<String> failures) {
    public RenderedDashboard {
        states = List.copyOf(states);
        failures = List.copyOf(failures);
    }

    static RenderedDashboard of(Session session, RenderRequest request) {
        try (DashboardView view = session.open(request.dashboard(), request.period(), tile -> {})) {
            view.await();
            Map<String, TileContent> contents = new LinkedHashMap<>();
            List<TileState> states = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (TileSpec tile : view.spec().tiles()) {
                contents.put(tile.id(), view.content(tile.id()));
                states.add(view.state(tile.id()));
                if (view.state(tile.id()) == TileState.FAILED) {
                    failures.add(tile.title() + ": " + view.failure(tile.id()));
                }
            }
            Scene scene = new DashboardScene(view.cards(), RobotoMeasure.get())
                    .of(
                            view.spec(),
                            head(session, view),
                            tile -> contents.getOrDefault(tile.id(), new TileContent.Loading()),
                            view.definitions(),
                            tile -> ViewState.initial(),
                            request.theme(),
                            request.width(),
                            request.height() > 0 ? OptionalDouble.of(request.height()) : OptionalDouble.empty());
            return new RenderedDashboard(view.spec().id().toString(), scene, states, failures);
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

    /** Writes the picture as SVG, with the font inside. */
    public void writeSvg(Writer out) {
        SvgWriter.write(scene, out, SvgOptions.standard());
    }
}
