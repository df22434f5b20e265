package org.clientele.plugins.segmentation.profile;

import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;

/** The page "Segment profiles". */
public final class ProfilePage {
    private static final Texts TEXTS = Texts.of(ProfilePage.class);

    private ProfilePage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        return ProfileAnalyses.all();
    }

    /** The page. */
    public static List<DashboardSpec> dashboards() {
        DashboardSpec.Builder page = DashboardSpec.builder(
                        SegmentationMetrics.NAMESPACE + "profiles", TEXTS.get("page.title"))
                .description(TEXTS.get("page.description"))
                .tile(tile(
                                "sizes",
                                call(ProfileAnalyses.SIZES),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(Channel.COLUMN, "segment", "customers", "share", "typical")
                                        .option("bars", "share"))
                        .size(12, 4))
                .tile(tile(
                                "means",
                                call(ProfileAnalyses.MEANS),
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, Segments.SEGMENT)
                                        .encode(Channel.ROW, "feature")
                                        .encode(Channel.Y, "standard")
                                        .option("together", "mean"))
                        .subtitle(TEXTS.get("tile.means.subtitle"))
                        .size(6, 7))
                .tile(tile(
                                "radar",
                                call(ProfileAnalyses.MEANS).with("most", "8"),
                                ChartSpec.of(ChartSpec.RADAR)
                                        .encode(Channel.X, "feature")
                                        .encode(Channel.Y, "standard")
                                        .encode(Channel.COLOR, Segments.SEGMENT))
                        .subtitle(TEXTS.get("tile.radar.subtitle"))
                        .size(6, 7))
                .tile(tile(
                                "axes",
                                call(ProfileAnalyses.AXES),
                                ChartSpec.of(ChartSpec.PARALLEL)
                                        .encode(
                                                Channel.COLUMN,
                                                "axis-1",
                                                "axis-2",
                                                "axis-3",
                                                "axis-4",
                                                "axis-5",
                                                "axis-6")
                                        .encode(Channel.COLOR, Segments.SEGMENT)
                                        .encode(Channel.LABEL, Segments.SEGMENT))
                        .subtitle(TEXTS.get("tile.axes.subtitle"))
                        .size(12, 6))
                .tile(values("values.box", ChartSpec.of(ChartSpec.BOX)))
                .tile(values("values.violin", ChartSpec.of(ChartSpec.VIOLIN)));
        page = page.tile(ordered(Composition.By.AGE))
                .tile(ordered(Composition.By.INCOME))
                .tile(ordered(Composition.By.FAMILY))
                .tile(composition(Composition.By.GENDER))
                .tile(composition(Composition.By.COUNTRY));
        return List.of(page.tile(tile(
                                "tests",
                                call(ProfileAnalyses.TESTS),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "feature",
                                                "effect",
                                                "size",
                                                "adjusted",
                                                "test",
                                                "reason")
                                        .option("bars", "effect"))
                        .size(7, 8))
                .tile(tile(
                                "pairs",
                                call(ProfileAnalyses.PAIRS),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "pair")
                                        .encode(Channel.Y, "difference")
                                        .encode(Channel.LOW, "low")
                                        .encode(Channel.HIGH, "high")
                                        .option("horizontal", "true"))
                        .size(5, 8))
                .tile(tile(
                                "correlation",
                                call(ProfileAnalyses.CORRELATION),
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, "other")
                                        .encode(Channel.ROW, "feature")
                                        .encode(Channel.Y, "correlation")
                                        .option("together", "mean"))
                        .size(12, 16))
                .tile(tile(
                                "information",
                                call(ProfileAnalyses.INFORMATION),
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "feature")
                                        .encode(Channel.Y, "information")
                                        .encode(Channel.LOW, "low")
                                        .encode(Channel.HIGH, "high")
                                        .option("horizontal", "true"))
                        .size(6, 8))
                .tile(tile(
                                "outliers",
                                call(ProfileAnalyses.OUTLIERS),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(Channel.COLUMN, "feature", "count", "share", "low", "high")
                                        .option("bars", "share"))
                        .size(6, 8))
                .tile(tile(
                                "outlying",
                                call(ProfileAnalyses.OUTLYING),
                                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", "count", "features"))
                        .size(12, 5))
                .build());
    }

    private static AnalysisCall call(String analysis) {
        return AnalysisCall.of(SegmentationMetrics.NAMESPACE + analysis);
    }

    private static TileSpec.Builder tile(String id, AnalysisCall call, ChartSpec chart) {
        return TileSpec.builder(id.replace('.', '-'), TEXTS.get("tile." + id), call, chart);
    }

    private static TileSpec.Builder values(String id, ChartSpec chart) {
        return tile(
                        id,
                        call(ProfileAnalyses.VALUES),
                        chart.encode(Channel.X, Segments.SEGMENT).encode(Channel.Y, "value"))
                .size(6, 6);
    }

    /** Groups that have an order, which the bars keep. */
    private static TileSpec.Builder ordered(Composition.By by) {
        return tile(
                        Words.key(by),
                        call(ProfileAnalyses.SHARES).with("group", by.name()),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, Segments.SEGMENT)
                                .encode(Channel.Y, "group-1", "group-2", "group-3", "group-4", "group-5", "group-6")
                                .option("stack", "share")
                                .option("horizontal", "true"))
                .size(4, 5);
    }

    /** Groups by size. */
    private static TileSpec.Builder composition(Composition.By by) {
        return tile(
                        Words.key(by),
                        call(ProfileAnalyses.COMPOSITION).with("group", by.name()),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, Segments.SEGMENT)
                                .encode(Channel.Y, "customers")
                                .encode(Channel.COLOR, "group")
                                .option("stack", "share")
                                .option("horizontal", "true"))
                .size(6, 5);
    }
}
