package org.clientele.platform.runtime;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.jspecify.annotations.Nullable;

/** A tile as the scope of its dashboard wants it: where it compares, with what the scope says. */
final class ScopedTile {
    private static final String PREVIOUS = "_previous";
    private static final String YEAR_BEFORE = "_year_before";
    private static final String CHANGE = "_change";

    private ScopedTile() {}

    static TileSpec of(TileSpec tile, @Nullable Comparison wanted) {
        if (wanted == null
                || !(tile.question() instanceof MetricQuery query)
                || query.comparison() == Comparison.NONE
                || query.comparison() == wanted) {
            return tile;
        }
        MetricQuery trend = tile.trend();
        return new TileSpec(
                tile.id(),
                tile.title(),
                tile.subtitle(),
                tile.span(),
                tile.rows(),
                compared(query, wanted),
                trend == null ? null : compared(trend, wanted),
                renamed(tile.chart(), wanted),
                tile.detail());
    }

    private static MetricQuery compared(MetricQuery query, Comparison wanted) {
        return query.comparison() == Comparison.NONE ? query : query.compare(wanted);
    }

    private static ChartSpec renamed(ChartSpec chart, Comparison wanted) {
        Map<Channel, List<String>> encodings = new EnumMap<>(Channel.class);
        chart.encodings().forEach((channel, columns) -> {
            List<String> named = columns.stream()
                    .map(c -> renamed(c, wanted))
                    .filter(c -> !c.isEmpty())
                    .distinct()
                    .toList();
            if (channel == Channel.BASE && named.size() < columns.size() && wanted != Comparison.NONE) {
                // A figure with both comparisons keeps them, the wanted one first.
                named = Stream.concat(named.stream(), columns.stream())
                        .distinct()
                        .toList();
            }
            if (!named.isEmpty()) {
                encodings.put(channel, named);
            }
        });
        return new ChartSpec(chart.kind(), encodings, chart.options());
    }

    /** The column's name, or "" where there is none. */
    private static String renamed(String column, Comparison wanted) {
        for (String suffix : List.of(PREVIOUS, YEAR_BEFORE)) {
            if (column.endsWith(suffix)) {
                String metric = column.substring(0, column.length() - suffix.length());
                return switch (wanted) {
                    case NONE -> "";
                    case PREVIOUS -> metric + PREVIOUS;
                    case YEAR_BEFORE -> metric + YEAR_BEFORE;
                };
            }
        }
        return wanted == Comparison.NONE && column.endsWith(CHANGE) ? "" : column;
    }
}
