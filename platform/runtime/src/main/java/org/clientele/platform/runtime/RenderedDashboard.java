package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.scene.Scene;

/**
 * A dashboard, or one of its tiles, that ran, as a picture and ready to be written as other files.
 *
 * @param dashboard the whole id
 * @param scene the picture, with what goes with it at its foot
 * @param states of the tiles, in order; FAILED also where a chart could not be drawn
 * @param failures one sentence for each tile that shows an error instead
 * @param export the same for files
 */
public record RenderedDashboard(
        String dashboard, Scene scene, List<TileState> states, List<String> failures, Export export) {
    public RenderedDashboard {
        states = List.copyOf(states);
        failures = List.copyOf(failures);
    }

    static RenderedDashboard of(Session session, RenderRequest request) {
        try (DashboardView view = session.open(request.dashboard(), request.scope(), tile -> {})) {
            List<TileSpec> tiles = request.tile().isEmpty() ? view.spec().tiles() : List.of(view.tile(request.tile()));
            view.await();
            ExportSnapshot exports = new ExportSnapshot(session, view);
            Export export = exports.of(new ExportRequest(
                    request.tile(), false, request.theme(), request.width(), request.height(), Map.of()));
            Scene scene = export.picture();
            Map<String, String> failures = exports.failures();
            List<TileState> states = tiles.stream()
                    .map(t -> failures.containsKey(t.id()) ? TileState.FAILED : view.state(t.id()))
                    .toList();
            List<String> sentences = tiles.stream()
                    .filter(t -> failures.containsKey(t.id()))
                    .map(t -> t.title() + ": " + failures.get(t.id()))
                    .toList();
            return new RenderedDashboard(view.spec().id().toString(), scene, states, sentences, export);
        }
    }
}
