package org.clientele.plugins.segmentation.rules;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;

/** The page "Segments": who is who by recency, frequency and monetary value. */
public final class RulesPage {
    private static final Texts TEXTS = Texts.of(RulesPage.class);

    private RulesPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        List<Analysis<?>> all = new ArrayList<>();
        all.add(new Rfm());
        all.addAll(RfmViews.all());
        all.add(new Tiers());
        all.add(Tiers.summary());
        return all;
    }

    /** The page. */
    public static DashboardSpec spec() {
        return DashboardSpec.builder(SegmentationMetrics.NAMESPACE + "segments", TEXTS.get("page.title"))
                .description(TEXTS.get("page.description"))
                .tile(tile(
                                "grid",
                                RfmViews.GRID,
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, "fm")
                                        .encode(Channel.ROW, "r")
                                        .encode(Channel.Y, "customers")
                                        .encode(Channel.LABEL, "segment"))
                        .subtitle(TEXTS.get("tile.grid.subtitle"))
                        .size(6, 6))
                .tile(tile(
                                "names",
                                RfmViews.GRID,
                                ChartSpec.of(ChartSpec.TREEMAP)
                                        .encode(Channel.LEVEL, "segment")
                                        .encode(Channel.Y, "customers"))
                        .subtitle(TEXTS.get("tile.names.subtitle"))
                        .size(6, 6))
                .tile(tile(
                                "table",
                                RfmViews.SEGMENTS,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "segment",
                                                "customers",
                                                "revenue",
                                                "revenue_share",
                                                "recency",
                                                "action")
                                        .option("bars", "revenue_share"))
                        .size(12, 7))
                .tile(tile(
                                "revenue",
                                RfmViews.SEGMENTS,
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "segment")
                                        .encode(Channel.Y, "revenue")
                                        .option("horizontal", "true"))
                        .size(6, 6))
                .tile(tile(
                                "cuts",
                                RfmViews.CUTS,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(Channel.COLUMN, "score", "recency", "frequency", "monetary"))
                        .subtitle(TEXTS.get("tile.cuts.subtitle"))
                        .size(6, 6))
                .tile(tile(
                                "tiers",
                                Tiers.SEGMENTS,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "segment",
                                                "customers",
                                                "share",
                                                "revenue",
                                                "revenue_share",
                                                "description",
                                                "action")
                                        .option("bars", "revenue_share"))
                        .size(12, 4))
                .build();
    }

    private static TileSpec.Builder tile(String id, String analysis, ChartSpec chart) {
        return TileSpec.builder(
                id, TEXTS.get("tile." + id), AnalysisCall.of(SegmentationMetrics.NAMESPACE + analysis), chart);
    }
}
