package org.clientele.plugins.segmentation.cluster;

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

/** The page "Clusters": segments found by algorithms, which follow the sliders. */
public final class ClustersPage {
    private static final Texts TEXTS = Texts.of(ClustersPage.class);

    private ClustersPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        List<Analysis<?>> all = new ArrayList<>(ClusterSegmenter.all());
        all.addAll(ClusterViews.all());
        all.addAll(ClusterJudgement.all());
        all.add(new ClusterSearch());
        return all;
    }

    /** The page. */
    public static DashboardSpec spec() {
        return DashboardSpec.builder(SegmentationMetrics.NAMESPACE + "clusters", TEXTS.get("page.title"))
                .description(TEXTS.get("page.description"))
                .tile(tile(
                                "verdict",
                                ClusterJudgement.VERDICT,
                                ChartSpec.of(ChartSpec.SENTENCES)
                                        .encode(Channel.LABEL, "sentence")
                                        .encode(Channel.COLUMN, "figures"))
                        .size(12, 2))
                .tile(tile(
                                "map",
                                ClusterViews.MAP,
                                ChartSpec.of(ChartSpec.POINT)
                                        .encode(Channel.X, "x")
                                        .encode(Channel.Y, "y")
                                        .encode(Channel.COLOR, "segment")
                                        .encode(Channel.LABEL, "customer"))
                        .size(7, 7))
                .tile(tile(
                                "profile",
                                ClusterViews.PROFILE,
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, "feature")
                                        .encode(Channel.ROW, "segment")
                                        .encode(Channel.Y, "apart")
                                        .option("colors", "diverging")
                                        .option("together", "mean"))
                        .subtitle(TEXTS.get("tile.profile.subtitle"))
                        .size(5, 7))
                .tile(tile(
                                "table",
                                ClusterViews.SEGMENTS,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "segment",
                                                "customers",
                                                "share",
                                                "description",
                                                "action")
                                        .option("bars", "share"))
                        .size(12, 4))
                .tile(tile(
                                "silhouette",
                                ClusterViews.SILHOUETTE,
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "rank")
                                        .encode(Channel.Y, "silhouette")
                                        .encode(Channel.COLOR, "segment")
                                        .option("area", "true"))
                        .size(6, 5))
                .tile(tile(
                                "counts",
                                ClusterJudgement.COUNTS,
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "k")
                                        .encode(Channel.Y, "within", "silhouette")
                                        .option("right", "silhouette"))
                        .size(6, 5))
                .tile(tile(
                                "comparison",
                                ClusterJudgement.COMPARISON,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "algorithm",
                                                "k",
                                                "silhouette",
                                                "davies_bouldin",
                                                "calinski_harabasz",
                                                "bic",
                                                "smallest",
                                                "remark")
                                        .option("bars", "silhouette"))
                        .size(12, 11))
                .tile(tile(
                                "search",
                                ClusterSearch.SEARCH,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "way",
                                                "k",
                                                "scaled",
                                                "winsor",
                                                "silhouette",
                                                "stability",
                                                "smallest")
                                        .option(
                                                "chooses",
                                                "algorithm=algorithm,k=k,scaling=scaling,winsor=winsor,"
                                                        + "covariance=covariance,linkage=linkage,radius=radius,cut=cut"))
                        .subtitle(TEXTS.get("tile.search.subtitle"))
                        .size(12, 8))
                .tile(tile(
                                "tree",
                                ClusterJudgement.TREE,
                                ChartSpec.of(ChartSpec.DENDROGRAM)
                                        .encode(Channel.FROM, "from")
                                        .encode(Channel.TO, "to")
                                        .encode(Channel.Y, "height")
                                        .encode(Channel.TARGET, "cut")
                                        .option("chooses", "k")
                                        .option("chooses.instead", "cut"))
                        .subtitle(TEXTS.get("tile.tree.subtitle"))
                        .size(6, 7))
                .tile(tile(
                                "preparation",
                                ClusterViews.PREPARATION,
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "feature",
                                                "missing",
                                                "fill",
                                                "log",
                                                "low",
                                                "high",
                                                "weight",
                                                "outliers"))
                        .subtitle(TEXTS.get("tile.preparation.subtitle"))
                        .size(6, 7))
                .build();
    }

    private static TileSpec.Builder tile(String id, String analysis, ChartSpec chart) {
        return TileSpec.builder(
                id, TEXTS.get("tile." + id), AnalysisCall.of(SegmentationMetrics.NAMESPACE + analysis), chart);
    }
}
