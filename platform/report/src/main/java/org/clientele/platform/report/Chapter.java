package org.clientele.platform.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/**
 * A dashboard of a report.
 *
 * @param dashboard title, description and tiles
 * @param contents of the tiles, by id
 * @param metrics definitions by frame column
 * @param narrowed what narrows a tile alone, in words, by its id; tiles without are left out
 * @param views how a person looks at a tile, by its id; those that are missing are as nobody touched them
 */
public record Chapter(
        DashboardSpec dashboard,
        Map<String, TileContent> contents,
        Map<String, MetricDefinition> metrics,
        Map<String, List<String>> narrowed,
        Map<String, ViewState> views) {
    private static final Texts TEXTS = Texts.of(Chapter.class);

    public Chapter {
        contents = Map.copyOf(contents);
        metrics = Map.copyOf(metrics);
        narrowed = Map.copyOf(narrowed);
        views = Map.copyOf(views);
    }

    /** A dashboard whose tiles show all that it shows. */
    public Chapter(DashboardSpec dashboard, Map<String, TileContent> contents, Map<String, MetricDefinition> metrics) {
        this(dashboard, contents, metrics, Map.of(), Map.of());
    }

    /** How a person looks at a tile. */
    ViewState view(TileSpec tile) {
        return views.getOrDefault(tile.id(), ViewState.initial());
    }

    /** What narrows a tile alone, in words. */
    public List<String> narrowed(TileSpec tile) {
        return narrowed.getOrDefault(tile.id(), List.of());
    }

    /** What a tile shows. */
    TileContent content(TileSpec tile) {
        return contents.getOrDefault(tile.id(), new TileContent.Loading());
    }

    /** What to bear in mind with a tile, each doubt once. */
    public List<String> doubts(TileSpec tile) {
        return content(tile) instanceof TileContent.Ready ready
                ? ready.frame().caveats().stream()
                        .map(Caveat::message)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Why a tile has nothing to write, or "". */
    public String absence(TileSpec tile) {
        TileContent content = content(tile);
        if (content instanceof TileContent.Failed failed) {
            return failed.message();
        }
        if (content instanceof TileContent.Empty empty) {
            return empty.sentence();
        }
        if (content instanceof TileContent.TooMuch much) {
            return much.sentence();
        }
        if (content instanceof TileContent.Forbidden) {
            return TEXTS.get("chapter.your_role_does_not");
        }
        return content instanceof TileContent.Loading ? TEXTS.get("chapter.its_data_is_still") : "";
    }

    /** The tables of all tiles that have data, in order. */
    public List<ReportTable> tables() {
        List<ReportTable> all = new ArrayList<>();
        for (TileSpec tile : dashboard.tiles()) {
            if (content(tile) instanceof TileContent.Ready ready) {
                all.add(new ReportTable(this, tile, tile.title(), ready.frame()));
                Frame trend = ready.trend();
                if (trend != null) {
                    all.add(new ReportTable(this, tile, TEXTS.get("chapter.trend", tile.title()), trend));
                }
            }
        }
        return all;
    }

    /** What to bear in mind with some tiles, each doubt once, with the titles that it concerns: "Revenue, Orders: ...". */
    public List<String> doubts(List<TileSpec> tiles) {
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
                                ? TEXTS.get("chapter.all_figures")
                                : String.join(", ", e.getValue()))
                        + ": " + e.getKey())
                .toList();
    }
}
