package org.clientele.plugins.segmentation.migration;

import java.util.List;
import java.util.function.BiFunction;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;

/** The page "Migration": how customers move between segments. */
public final class MigrationPage {
    static final String MIGRATION = SegmentationMetrics.NAMESPACE + "migration";
    static final String TRANSITIONS = SegmentationMetrics.NAMESPACE + "migration-matrix";
    static final String RETENTION = SegmentationMetrics.NAMESPACE + "migration-retention";
    static final String SIZES = SegmentationMetrics.NAMESPACE + "migration-sizes";
    static final String REASONS = SegmentationMetrics.NAMESPACE + "migration-reasons";

    private static final Texts TEXTS = Texts.of(MigrationPage.class);

    private MigrationPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        return List.of(
                new Followed(MIGRATION, MigrationFrames::flows),
                new Followed(TRANSITIONS, MigrationFrames::transitions),
                new Followed(RETENTION, MigrationFrames::retention),
                new Followed(SIZES, MigrationFrames::sizes),
                new Followed(REASONS, MigrationFrames::reasons));
    }

    /** The page. */
    public static DashboardSpec spec() {
        return DashboardSpec.builder(SegmentationMetrics.NAMESPACE + "migration", TEXTS.get("page.title"))
                .description(TEXTS.get("page.description"))
                .tile(tile("flows", MIGRATION, flows("customers")).size(7, 7))
                .tile(tile(
                                "transitions",
                                TRANSITIONS,
                                ChartSpec.of(ChartSpec.HEAT)
                                        .encode(Channel.X, "after")
                                        .encode(Channel.ROW, "before")
                                        .encode(Channel.Y, "share"))
                        .size(5, 7))
                .tile(tile(
                                "sizes",
                                SIZES,
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "customers")
                                        .encode(Channel.COLOR, "segment")
                                        .option("area", "true")
                                        .option("stack", "total"))
                        .size(6, 5))
                .tile(tile(
                                "retention",
                                RETENTION,
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "month")
                                        .encode(Channel.Y, "stayed")
                                        .encode(Channel.COLOR, "segment"))
                        .size(6, 5))
                .tile(tile("money", MIGRATION, flows("revenue")).size(7, 7))
                .tile(tile(
                                "reasons",
                                REASONS,
                                ChartSpec.of(ChartSpec.BAR)
                                        .encode(Channel.X, "reason")
                                        .encode(Channel.Y, "customers")
                                        .option("horizontal", "true"))
                        .size(5, 7))
                .build();
    }

    private static ChartSpec flows(String measure) {
        return ChartSpec.of(ChartSpec.SANKEY)
                .encode(Channel.FROM, "from")
                .encode(Channel.TO, "to")
                .encode(Channel.Y, measure);
    }

    private static TileSpec.Builder tile(String id, String analysis, ChartSpec chart) {
        return TileSpec.builder(id, TEXTS.get("tile." + id), AnalysisCall.of(analysis), chart)
                .subtitle(TEXTS.get("tile." + id + ".subtitle"));
    }

    /** One view of the moves. */
    private record Followed(String name, BiFunction<MigrationParameters, AnalysisContext, Frame> view)
            implements Analysis<MigrationParameters> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(name);
        }

        private String plain() {
            return name.substring(SegmentationMetrics.NAMESPACE.length());
        }

        @Override
        public String title() {
            return TEXTS.get("analysis." + plain());
        }

        @Override
        public String description() {
            return TEXTS.get("analysis." + plain() + ".description");
        }

        @Override
        public MigrationParameters defaults() {
            return MigrationParameters.usual();
        }

        @Override
        public Frame run(MigrationParameters p, AnalysisContext context) {
            return view.apply(p, context);
        }
    }
}
