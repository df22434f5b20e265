package org.clientele.platform.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.jspecify.annotations.Nullable;

/** What the marks of an open dashboard's tiles stand for. Thread-safe. */
final class TileMarks {
    private final DashboardSource source;
    private final TileContents contents;

    TileMarks(DashboardSource source, TileContents contents) {
        this.source = source;
        this.contents = contents;
    }

    /**
     * The dimension whose members a column of a tile's data holds, so that they can be picked, or brushed; empty where the
     * column holds anything else.
     */
    Optional<String> dimension(TileSpec tile, String column) {
        if (source.ofAllTime()) {
            return Optional.empty();
        }
        if (tile.question() instanceof MetricQuery query) {
            return query.dimensions().contains(column) ? Optional.of(column) : Optional.empty();
        }
        return contents.frame(tile.id())
                .flatMap(f -> f.find(column))
                .map(c -> c.spec().dimension())
                .filter(d -> !d.isEmpty());
    }

    /**
     * What a mark of a tile stands for, by dimension, so that it can be picked.
     *
     * @param mark the values of its columns, as its datum has them; null for the unknown
     * @return empty where none of them is a member of a dimension, or one stands for several; null for the unknown member
     */
    Map<String, @Nullable String> members(TileSpec tile, Map<String, @Nullable String> mark) {
        Map<String, @Nullable String> all = new TreeMap<>();
        if (!isRest(tile, mark)) {
            mark.forEach(
                    (column, member) -> dimension(tile, column).ifPresent(dimension -> all.put(dimension, member)));
        }
        return all;
    }

    /** Whether a mark of an analysis stands for several members of a dimension together. */
    boolean isRest(TileSpec tile, Map<String, @Nullable String> mark) {
        return !(tile.question() instanceof MetricQuery)
                && mark.entrySet().stream()
                        .anyMatch(e -> e.getValue() != null
                                && Labels.isRest(e.getValue())
                                && dimension(tile, e.getKey()).isPresent());
    }
}
