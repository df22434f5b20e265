package org.clientele.plugins.segmentation.maps;

import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;

/** The page "Customer map". */
public final class MapPage {
    private static final Texts TEXTS = Texts.of(MapPage.class);

    private MapPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        return MapAnalyses.all();
    }

    /** The page. */
    public static List<DashboardSpec> dashboards() {
        return List.of(DashboardSpec.builder(SegmentationMetrics.NAMESPACE + "map", TEXTS.get("page.title"))
                .description(TEXTS.get("page.description"))
                .tile(tile(
                                "map",
                                call(MapAnalyses.MAP),
                                ChartSpec.of(ChartSpec.POINT)
                                        .encode(Channel.X, "component-1")
                                        .encode(Channel.Y, "component-2")
                                        .encode(Channel.COLOR, Segments.SEGMENT)
                                        .encode(Channel.LABEL, "customer"))
                        .size(7, 8))
                .tile(tile(
                                "space",
                                call(MapAnalyses.SPACE),
                                ChartSpec.of(ChartSpec.SCATTER_3D)
                                        .encode(Channel.X, "component-1")
                                        .encode(Channel.Y, "component-2")
                                        .encode(Channel.Z, "component-3")
                                        .encode(Channel.COLOR, Segments.SEGMENT)
                                        .encode(Channel.LABEL, "customer"))
                        .size(5, 8))
                .tile(tile(
                                "variance",
                                call(MapAnalyses.VARIANCE),
                                ChartSpec.of(ChartSpec.PARETO)
                                        .encode(Channel.X, "component")
                                        .encode(Channel.Y, "share"))
                        .size(5, 6))
                .tile(tile(
                                "loadings",
                                call(MapAnalyses.LOADINGS),
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, "component")
                                        .encode(Channel.ROW, "feature")
                                        .encode(Channel.Y, "loading")
                                        .option("together", "mean"))
                        .size(7, 6))
                .tile(tile(
                                "months",
                                call(MapAnalyses.MONTHS),
                                ChartSpec.of(ChartSpec.BUBBLES)
                                        .encode(Channel.STEP, "month")
                                        .encode(Channel.X, "orders")
                                        .encode(Channel.Y, "revenue")
                                        .encode(Channel.SIZE, "customers")
                                        .encode(Channel.COLOR, Segments.SEGMENT)
                                        .encode(Channel.LABEL, Segments.SEGMENT))
                        .subtitle(TEXTS.get("tile.months.subtitle"))
                        .size(7, 8))
                .tile(tile(
                                "spend",
                                call(MapAnalyses.SPEND),
                                ChartSpec.of(ChartSpec.SUNBURST)
                                        .encode(Channel.LEVEL, Segments.SEGMENT, "category")
                                        .encode(Channel.Y, "sales"))
                        .subtitle(TEXTS.get("tile.spend.subtitle"))
                        .size(5, 8))
                .tile(tile(
                                "funnel",
                                call(MapAnalyses.FUNNEL),
                                ChartSpec.of(ChartSpec.FUNNEL)
                                        .encode(Channel.X, "stage")
                                        .encode(Channel.Y, "contacts")
                                        .encode(Channel.FACET, Segments.SEGMENT))
                        .size(12, 9))
                .tile(tile(
                                "comparison",
                                call(MapAnalyses.COMPARISON).with("monthly", "false"),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, Segments.SEGMENT)
                                        .encode(Channel.Y, "value")
                                        .option("horizontal", "true"))
                        .size(5, 6))
                .tile(tile(
                                "monthly",
                                call(MapAnalyses.COMPARISON).with("monthly", "true"),
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "value")
                                        .encode(Channel.COLOR, Segments.SEGMENT))
                        .size(7, 6))
                .tile(tile(
                                "members",
                                call(MapAnalyses.MEMBERS),
                                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", Segments.SEGMENT))
                        .subtitle(TEXTS.get("tile.members.subtitle"))
                        .size(12, 6))
                .build());
    }

    private static AnalysisCall call(String analysis) {
        return AnalysisCall.of(SegmentationMetrics.NAMESPACE + analysis);
    }

    private static TileSpec.Builder tile(String id, AnalysisCall call, ChartSpec chart) {
        return TileSpec.builder(id, TEXTS.get("tile." + id), call, chart);
    }
}
