package org.clientele.platform.runtime;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.platform.query.formula.Names;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.jspecify.annotations.Nullable;

/** A tile as the scope of its dashboard wants it: where it compares, with what the scope says; and as far down as somebody went. */
final class ScopedTile {
    private static final String PREVIOUS = "_previous";
    private static final String YEAR_BEFORE = "_year_before";
    private static final String CHANGE = "_change";
    private static final List<String> TIMED = List.of(ChartSpec.LINE, ChartSpec.BAR, ChartSpec.TABLE);

    private ScopedTile() {}

    /** The tile as it is shown in a scope. */
    static TileSpec of(TileSpec tile, Scope scope) {
        TileSpec shown = shown(ruled(of(tile, scope.comparison()), scope.incomplete()), scope.shown(tile.id()));
        return DrilledTile.of(shown, scope.drill(tile.id()));
    }

    /** The steps of time of a tile that can be shown in other ways: lines, bars and tables over one kind of them. */
    static Optional<Grain> steps(TileSpec tile) {
        if (!(tile.question() instanceof MetricQuery query)
                || !TIMED.contains(tile.chart().kind())) {
            return Optional.empty();
        }
        return steps(query).filter(g -> query.running().isNone());
    }

    /** The one kind of steps of time that a question is by. */
    static Optional<Grain> steps(MetricQuery query) {
        List<Grain> grains = query.dimensions().stream()
                .flatMap(d -> Names.grain(d).stream())
                .toList();
        return grains.size() == 1 ? Optional.of(grains.get(0)) : Optional.empty();
    }

    private static TileSpec ruled(TileSpec tile, Incomplete rule) {
        if (rule == Incomplete.SAME_PART || !(tile.question() instanceof MetricQuery query)) {
            return tile;
        }
        MetricQuery trend = tile.trend();
        return with(
                tile,
                tile.title(),
                query.incomplete(rule),
                trend == null ? null : trend.incomplete(rule),
                tile.chart());
    }

    private static TileSpec shown(TileSpec tile, ShownAs way) {
        Grain grain = steps(tile).orElse(null);
        if (way.isPlain() || grain == null || !(tile.question() instanceof MetricQuery query)) {
            return tile;
        }
        String words = way.running().label(grain);
        String title = tile.title() + (words.isEmpty() ? "" : ", " + words);
        boolean against = way.againstYearBefore() && query.comparison() != Comparison.YEAR_BEFORE;
        MetricQuery asked = query.running(way.running());
        if (!against) {
            return with(tile, title, asked, tile.trend(), tile.chart());
        }
        ChartSpec chart = query.comparison() == Comparison.NONE
                ? beside(tile.chart())
                : renamed(tile.chart(), Comparison.YEAR_BEFORE);
        return with(tile, title, asked.compare(Comparison.YEAR_BEFORE), tile.trend(), chart);
    }

    /** The chart with the year before beside its one measure. */
    private static ChartSpec beside(ChartSpec chart) {
        Channel channel = chart.kind().equals(ChartSpec.TABLE) ? Channel.COLUMN : Channel.Y;
        List<String> measures = chart.encodings().getOrDefault(channel, List.of());
        Map<Channel, List<String>> encodings = new EnumMap<>(Channel.class);
        encodings.putAll(chart.encodings());
        if (channel == Channel.Y && measures.size() == 1 && !encodings.containsKey(Channel.COLOR)) {
            encodings.put(Channel.BASE, List.of(measures.get(0) + YEAR_BEFORE));
        }
        return new ChartSpec(chart.kind(), encodings, chart.options());
    }

    private static TileSpec with(
            TileSpec tile, String title, MetricQuery question, @Nullable MetricQuery trend, ChartSpec chart) {
        return new TileSpec(
                tile.id(), title, tile.subtitle(), tile.span(), tile.rows(), question, trend, chart, tile.detail());
    }

    static TileSpec of(TileSpec tile, @Nullable Comparison wanted) {
        if (wanted == null
                || !(tile.question() instanceof MetricQuery query)
                || query.comparison() == Comparison.NONE
                || query.comparison() == wanted) {
            return tile;
        }
        MetricQuery trend = tile.trend();
        return with(
                tile,
                tile.title(),
                compared(query, wanted),
                trend == null ? null : compared(trend, wanted),
                renamed(tile.chart(), wanted));
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
