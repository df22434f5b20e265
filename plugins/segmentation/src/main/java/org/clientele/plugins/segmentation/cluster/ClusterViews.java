package org.clientele.plugins.segmentation.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureAnalyses;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.map.Pca;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.learn.quality.Silhouette;
import org.clientele.plugins.segmentation.segments.SegmentSummary;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.text.Texts;

/** What is shown of one clustering: its segments, where they lie, what sets them apart, and how well customers fit. */
final class ClusterViews {
    static final String SEGMENTS = "cluster-segments";
    static final String MAP = "cluster-map";
    static final String PROFILE = "cluster-profile";
    static final String SILHOUETTE = "cluster-silhouette";
    static final String PREPARATION = "cluster-preparation";

    private static final Texts TEXTS = Texts.of(ClusterViews.class);
    private static final int SHOWN = 1_500;
    /** Their distances take a tenth of a second. */
    private static final int MEASURED = 5_000;

    private static final int BARS = 300;

    private ClusterViews() {}

    /** What is shown of a clustering. */
    private interface Picture {
        Frame of(Clustered found, ClusterParameters p, AnalysisContext context);
    }

    /** An analysis of one clustering. */
    record View(String name, BiFunction<ClusterParameters, AnalysisContext, Frame> frame)
            implements Analysis<ClusterParameters> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(SegmentationMetrics.NAMESPACE + name);
        }

        @Override
        public String title() {
            return TEXTS.get("analysis." + name);
        }

        @Override
        public String description() {
            return TEXTS.get("analysis." + name + ".description");
        }

        @Override
        public ClusterParameters defaults() {
            return ClusterParameters.usual().sampled(ClusterParameters.LIVE_SAMPLE);
        }

        @Override
        public List<Suggestion> suggestions(List<PublishedScore> scores) {
            return ByValue.suggested(scores);
        }

        @Override
        public Frame run(ClusterParameters p, AnalysisContext context) {
            return frame.apply(p, context);
        }
    }

    /** What is shown of customers as coordinates. */
    @FunctionalInterface
    interface OfReady {
        Frame of(Clustered.Ready ready);
    }

    /** Of many customers the picture is of a sample at once, and then of as many as the algorithm can do with. */
    static Frame live(ClusterParameters p, AnalysisContext context, OfReady picture) {
        Clustered.Ready ready = Clustered.ready(p, context);
        Clustered.Ready few = ready.atMost(p.atOnce(), p);
        if (few != ready) {
            context.early(picture.of(few));
        }
        return picture.of(ready);
    }

    private static BiFunction<ClusterParameters, AnalysisContext, Frame> live(Picture picture) {
        return (p, context) -> live(p, context, ready -> picture.of(Clustered.of(ready, p, context), p, context));
    }

    static List<Analysis<?>> all() {
        return List.of(
                new View(SEGMENTS, live(ClusterViews::segments)),
                new View(MAP, live(ClusterViews::map)),
                new View(PROFILE, live(ClusterViews::profile)),
                new View(SILHOUETTE, live(ClusterViews::silhouette)),
                new View(PREPARATION, (p, c) -> {
                    Clustered.Ready ready = Clustered.ready(p, c);
                    return FeatureAnalyses.table(ready.preparation()).withCaveats(ready.caveats());
                }));
    }

    private static Frame segments(Clustered found, ClusterParameters p, AnalysisContext context) {
        return SegmentSummary.of(found.segmented());
    }

    /** Customers on the two directions in which they differ most; of many a sample. */
    private static Frame map(Clustered found, ClusterParameters p, AnalysisContext context) {
        Points points = found.points();
        int[] rows = IntStream.range(0, points.rows()).toArray();
        if (rows.length > SHOWN) {
            rows = new Draws(p.seed()).sample(rows.length, SHOWN);
            Arrays.sort(rows);
        }
        boolean flat = points.columns() < 2;
        Pca pca = flat ? null : Pca.of(points, Pca.Basis.COVARIANCE, context.cancel());
        Points places = pca == null ? points.rows(rows) : pca.scores(points.rows(rows), 2, context.cancel());
        Segmented s = found.segmented();
        FrameRows sheet = new FrameRows()
                .column(new ColumnSpec(
                        "customer", ColumnType.TEXT, Unit.none(), TEXTS.get("column.customer"), "customer"))
                .text("segment", TEXTS.get("column.segment"))
                .number("x", axis(found, pca, 0), Unit.none())
                .number("y", axis(found, pca, 1), Unit.none());
        for (int i = 0; i < rows.length; i++) {
            int label = s.labels()[rows[i]];
            sheet.row(
                    s.table().customers().get(rows[i]),
                    label < 0
                            ? TEXTS.get("segment.none")
                            : s.segments().get(label).name(),
                    places.at(i, 0),
                    flat ? 0.0 : places.at(i, 1));
        }
        Frame frame = sheet.frame().withCaveats(s.caveats());
        if (rows.length < points.rows()) {
            frame = frame.withCaveat(
                    Caveat.of(Caveat.Kind.SMALL_SAMPLE, TEXTS.get("caveat.shown", rows.length, points.rows())));
        }
        return pca == null
                ? frame
                : frame.withInsight(
                        TEXTS.get("insight.map", ClusterText.percent(pca.explained()[0] + pca.explained()[1])));
    }

    /** "Mostly monetary value and frequency". */
    private static String axis(Clustered found, @org.jspecify.annotations.Nullable Pca pca, int component) {
        if (pca == null) {
            return component == 0 ? found.coordinates().get(0) : "";
        }
        double[] loadings = pca.components()[component];
        List<Integer> most = IntStream.range(0, loadings.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(loadings[j])))
                .limit(2)
                .toList();
        String words = most.stream()
                .map(j -> TEXTS.get(
                        loadings[j] < 0 ? "axis.less" : "axis.more",
                        found.coordinates().get(j)))
                .reduce((a, b) -> TEXTS.get("axis.both", a, b))
                .orElse("");
        return TEXTS.get("axis", component + 1, words);
    }

    /** A row a segment and feature: how many standard deviations its mean is from that of all. */
    private static Frame profile(Clustered found, ClusterParameters p, AnalysisContext context) {
        Segmented s = found.segmented();
        double[][] apart = ClusterNames.apart(
                found.preparation(), s.table(), s.labels(), s.segments().size());
        FrameRows sheet = new FrameRows()
                .text("segment", TEXTS.get("column.segment"))
                .text("feature", TEXTS.get("column.feature"))
                .number("apart", TEXTS.get("column.apart"), Unit.none());
        for (int g = 0; g < apart.length; g++) {
            for (int f = 0; f < apart[g].length; f++) {
                Feature feature = s.table().features().get(f);
                if (feature.kind() != Feature.Kind.CATEGORY) {
                    sheet.row(s.segments().get(g).name(), feature.label(), Math.rint(apart[g][f] * 100) / 100);
                }
            }
        }
        return sheet.frame().withCaveats(s.caveats());
    }

    /** How well customers fit their segments, sorted within each; of many every so-and-so-many. */
    private static Frame silhouette(Clustered found, ClusterParameters p, AnalysisContext context) {
        Segmented s = found.segmented();
        Silhouette measured = Silhouette.of(found.points(), s.labels(), MEASURED, p.seed(), context.cancel());
        Integer[] order = IntStream.range(0, measured.rows().length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer i) -> s.labels()[measured.rows()[i]])
                        .thenComparingDouble(i -> -measured.values()[i]));
        int step = Math.max(1, order.length / BARS);
        FrameRows sheet = new FrameRows()
                .count("rank", TEXTS.get("column.rank"), "customers")
                .text("segment", TEXTS.get("column.segment"))
                .number("silhouette", TEXTS.get("column.silhouette"), Unit.none())
                .text("customer", TEXTS.get("column.customer"));
        long wrong = 0;
        for (int i = 0; i < order.length; i++) {
            wrong += measured.values()[order[i]] < 0 ? 1 : 0;
            if (i % step == 0) {
                int row = measured.rows()[order[i]];
                sheet.row(
                        i + 1,
                        s.segments().get(s.labels()[row]).name(),
                        measured.values()[order[i]],
                        s.table().customers().get(row));
            }
        }
        Frame frame = sheet.frame()
                .withCaveats(s.caveats())
                .withInsight(TEXTS.get(
                        "insight.silhouette",
                        ClusterText.number(measured.mean()),
                        ClusterText.percent((double) wrong / order.length)));
        return measured.sampled()
                ? frame.withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE,
                        TEXTS.get(
                                "caveat.measured",
                                measured.rows().length,
                                found.points().rows())))
                : frame;
    }
}
