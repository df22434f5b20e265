package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** A tile that somebody went into: its finer step, within the members that she opened; and, if she wishes, split by another dimension. */
public final class DrilledTile {
    private static final Texts TEXTS = Texts.of(DrilledTile.class);

    /** Kinds whose place along the axis may be any dimension. */
    private static final Set<String> KEPT = Set.of(ChartSpec.LINE, ChartSpec.BAR, ChartSpec.TABLE);

    private DrilledTile() {}

    /** The tile as a way into it wants it; itself where the way does not begin in it. */
    static TileSpec of(TileSpec tile, Drill drill) {
        if (drill.isNone() || !(tile.question() instanceof MetricQuery)) {
            return tile;
        }
        TileSpec down = drill.levels().size() < 2 ? tile : down(tile, drill.levels());
        return drill.split().isEmpty() ? down : split(down, drill.split());
    }

    private static TileSpec down(TileSpec tile, List<Level> levels) {
        MetricQuery query = (MetricQuery) tile.question();
        String from = levels.get(0).dimension();
        String to = levels.get(levels.size() - 1).dimension();
        if (!query.dimensions().contains(from)) {
            return tile;
        }
        List<Filter> filters = new ArrayList<>(query.filters());
        for (Level level : levels.subList(0, levels.size() - 1)) {
            filters.add(new Filter.Members(level.dimension(), Arrays.asList(level.member()), false));
        }
        List<String> dimensions = query.dimensions().stream()
                .map(d -> d.equals(from) ? to : d)
                .distinct()
                .toList();
        MetricQuery finer = new MetricQuery(
                        query.metrics(), dimensions, filters, query.period(), query.comparison(), query.limit())
                .incomplete(query.incomplete());
        return with(
                tile,
                Names.grain(to).isPresent() ? finer.running(query.running()) : finer,
                renamed(tile.chart(), from, to, query),
                breadcrumb(levels));
    }

    private static ChartSpec renamed(ChartSpec chart, String from, String to, MetricQuery query) {
        if (!KEPT.contains(chart.kind())) {
            String measure = query.metrics().get(0);
            return bars(to, measure.substring(measure.lastIndexOf('/') + 1));
        }
        Map<Channel, List<String>> encodings = new EnumMap<>(Channel.class);
        chart.encodings()
                .forEach((channel, columns) -> encodings.put(
                        channel,
                        columns.stream().map(c -> c.equals(from) ? to : c).toList()));
        Map<String, String> options = new TreeMap<>(chart.options());
        options.remove("members." + from);
        return new ChartSpec(chart.kind(), encodings, options);
    }

    private static ChartSpec bars(String dimension, String measure) {
        return ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, dimension)
                .encode(Channel.Y, measure)
                .option("horizontal", "true");
    }

    /** The same with one measure, split by one more dimension: as colours, or as bars where it has no dimension yet. */
    private static TileSpec split(TileSpec tile, String by) {
        MetricQuery query = (MetricQuery) tile.question();
        if (query.dimensions().contains(by) || query.dimensions().size() > 1) {
            return tile;
        }
        String metric = query.metrics().get(0);
        String measure = metric.substring(metric.lastIndexOf('/') + 1);
        List<String> dimensions = new ArrayList<>(query.dimensions());
        dimensions.add(by);
        MetricQuery more = new MetricQuery(
                        List.of(metric), dimensions, query.filters(), query.period(), Comparison.NONE, query.limit())
                .running(query.running())
                .incomplete(query.incomplete());
        ChartSpec chart;
        if (query.dimensions().isEmpty()) {
            chart = bars(by, measure);
        } else {
            String along = query.dimensions().get(0);
            boolean line = tile.chart().kind().equals(ChartSpec.LINE);
            chart = ChartSpec.of(line ? ChartSpec.LINE : ChartSpec.BAR)
                    .encode(Channel.X, along)
                    .encode(Channel.Y, measure)
                    .encode(Channel.COLOR, by);
            String across = tile.chart().options().get("horizontal");
            chart = across == null ? chart : chart.option("horizontal", across);
        }
        return with(
                tile,
                more,
                chart,
                TEXTS.get("drilled.tile.split_by", FilterText.dimension(by).toLowerCase(java.util.Locale.ROOT)));
    }

    private static TileSpec with(TileSpec tile, MetricQuery query, ChartSpec chart, String said) {
        return new TileSpec(tile.id(), tile.title(), said, tile.span(), tile.rows(), query, null, chart, tile.detail());
    }

    /** Where a way leads, for people: "2011 › Q4 2011, by month". */
    public static String breadcrumb(List<Level> levels) {
        int last = levels.size() - 1;
        String within = levels.subList(0, last).stream()
                .map(l -> member(l.dimension(), l.member()))
                .collect(Collectors.joining(" › "));
        String by = FilterText.dimension(levels.get(last).dimension()).toLowerCase(java.util.Locale.ROOT);
        return TEXTS.get("drilled.tile.by", within, by);
    }

    /** The same step by step, the last with what it is by: "2011", "Q4 2011, by month". */
    public static List<String> steps(List<Level> levels) {
        int last = levels.size() - 1;
        List<String> all = new ArrayList<>();
        for (Level level : levels.subList(0, last - 1)) {
            all.add(member(level.dimension(), level.member()));
        }
        all.add(breadcrumb(levels.subList(last - 1, last + 1)));
        return all;
    }

    private static String member(String dimension, @org.jspecify.annotations.Nullable String member) {
        if (member == null) {
            return TEXTS.get("drilled.tile.unknown");
        }
        String step = PeriodText.step(dimension, member);
        return dimension.equals("week") && !step.equals(member) ? TEXTS.get("drilled.tile.week", step) : step;
    }
}
