package org.clientele.platform.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.MetricDefinition;

/**
 * A dashboard of a report.
 *
 * @param dashboard title, description and tiles
 * @param contents of the tiles, by id
 * @param metrics definitions by frame column
 */
public record Chapter(
        DashboardSpec dashboard, Map<String, TileContent> contents, Map<String, MetricDefinition> metrics) {
    public Chapter {
        contents = Map.copyOf(contents);
        metrics = Map.copyOf(metrics);
    }

    /** What a tile shows. */
    TileContent content(TileSpec tile) {
        return contents.getOrDefault(tile.id(), new TileContent.Loading());
    }

    /** What to bear in mind with some tiles, each doubt once, with the titles that it concerns: "Revenue, Orders: ...". */
    List<String> doubts(List<TileSpec> tiles) {
        Map<String, Set<String>> titles = new LinkedHashMap<>();
        for (TileSpec tile : tiles) {
            if (content(tile) instanceof TileContent.Ready ready) {
                for (Caveat caveat : ready.frame().caveats()) {
                    titles.computeIfAbsent(caveat.message(), m -> new LinkedHashSet<>())
                            .add(tile.title());
                }
            }
        }
        return titles.entrySet().stream()
                .map(e -> (e.getValue().size() == tiles.size() && tiles.size() > 1
                                ? "All figures"
                                : String.join(", ", e.getValue()))
                        + ": " + e.getKey())
                .toList();
    }
}
