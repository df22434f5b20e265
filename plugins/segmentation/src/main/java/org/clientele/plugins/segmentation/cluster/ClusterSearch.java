package org.clientele.plugins.segmentation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Basis;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.features.Reading;
import org.clientele.plugins.segmentation.features.Scaling;
import org.clientele.plugins.segmentation.features.Values;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Dbscan;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.plugins.segmentation.learn.cluster.Tree;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.learn.quality.Silhouette;
import org.clientele.plugins.segmentation.learn.quality.Stability;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/**
 * A search over what people choose by hand: how features are scaled and drawn in, the algorithm, covariances, linkages, radii and
 * the number of groups. Of each way the number with the best silhouette is kept, the best two preparations of it are drawn anew to
 * see whether their groups come out again, and all are listed by the product of both.
 */
final class ClusterSearch implements Analysis<ClusterSearch.Parameters> {
    static final String SEARCH = "cluster-search";

    private static final Texts TEXTS = Texts.of(ClusterSearch.class);
    private static final int SEARCHED = 500;
    private static final int MOST_GROUPS = 8;
    private static final int KEPT = 2;
    private static final int RESAMPLES = 10;
    private static final int STARTS = 3;
    private static final double LEAST_SHARE = 0.02;
    private static final double MOST_NOISE = 0.5;
    private static final double[] WINSORS = {0, 0.01, 0.05};
    private static final double[] RADII = {0.75, 1, 1.25};

    /**
     * What all ways have in common.
     *
     * @param basis by what customers are compared
     * @param neighbours how many customers make a dense place
     * @param seed decides the sample and where searches begin
     * @param values of which days features are told
     */
    public record Parameters(
            Basis basis,

            @Parameter(label = "%parameter.neighbours", least = 2, most = 100, step = 1)
            int neighbours,

            @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
            long seed,

            Values values) {}

    /** One way, with the number of groups that suits it best. */
    private record Tried(ClusterParameters way, Points points, Finding found, double silhouette) {
        /** Ways that differ in how features are prepared only. */
        List<Object> kind() {
            return List.of(
                    way.algorithm(),
                    way.algorithm() == Algorithm.GAUSSIAN_MIXTURE ? way.covariance() : "",
                    way.algorithm() == Algorithm.HIERARCHICAL ? way.linkage() : "");
        }
    }

    private record Judged(Tried tried, double stability) {
        double rank() {
            return tried.silhouette * (Double.isNaN(stability) ? 1 : Math.max(0, stability));
        }
    }

    @Override
    public QualifiedId id() {
        return QualifiedId.of(SegmentationMetrics.NAMESPACE + SEARCH);
    }

    @Override
    public String title() {
        return TEXTS.get("analysis.cluster-search");
    }

    @Override
    public String description() {
        return TEXTS.get("analysis.cluster-search.description");
    }

    @Override
    public Parameters defaults() {
        ClusterParameters d = ClusterParameters.usual();
        return new Parameters(d.basis(), d.neighbours(), d.seed(), d.reading().values());
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        FeatureTable table = FeatureReader.read(context, p.values.choice(p.basis));
        Finding.check(table.size(), 3);
        List<Tried> tried = new ArrayList<>();
        Scaling[] scalings = {Scaling.STANDARD, Scaling.ROBUST, Scaling.RANGE};
        int preparations = scalings.length * WINSORS.length;
        int sampled = 0;
        for (int i = 0; i < preparations; i++) {
            context.cancel().throwIfCancelled();
            context.progress().report(0.8 * i / preparations, TEXTS.get("progress.search", i + 1, preparations));
            Reading reading = new Reading(scalings[i / WINSORS.length], WINSORS[i % WINSORS.length], p.values);
            Points all = Preparation.fit(table, reading.preparation(p.basis))
                    .apply(table)
                    .points();
            int[] rows = new Draws(p.seed).sample(all.rows(), Math.min(SEARCHED, all.rows()));
            Arrays.sort(rows);
            sampled = rows.length;
            Search one = new Search(p, reading, all.rows(rows), context);
            tried.addAll(one.ways());
            if (reading.winsor() == WINSORS[1]) {
                // Dense places are found at the density of all that the picture is of.
                int[] dense = new Draws(p.seed).sample(all.rows(), ClusterParameters.DENSITY_SAMPLE);
                Arrays.sort(dense);
                tried.addAll(new Search(p, reading, all.rows(dense), context).dense());
            }
        }
        List<Judged> judged = judged(tried, p, context);
        if (judged.isEmpty()) {
            throw new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, TEXTS.get("search.nothing"));
        }
        Frame frame = frame(judged).withCaveats(table.caveats());
        if (sampled < table.size()) {
            frame = frame.withCaveat(
                    Caveat.of(Caveat.Kind.SMALL_SAMPLE, TEXTS.get("caveat.searched", sampled, table.size())));
        }
        Judged best = judged.get(0);
        return frame.withInsight(TEXTS.get(
                "insight.search",
                tried.size(),
                ClusterJudgement.name(best.tried.way.algorithm()),
                best.tried.found.groups(),
                ClusterText.number(best.tried.silhouette)));
    }

    /** All ways on customers who were made ready in one way. */
    private record Search(Parameters p, Reading reading, Points points, AnalysisContext context) {
        List<Tried> ways() {
            List<Tried> best = new ArrayList<>();
            add(best, counts().mapToObj(k -> way(Algorithm.K_MEANS, k, Covariance.FULL, Linkage.WARD, 0)));
            for (Covariance shape : Covariance.values()) {
                add(best, counts().mapToObj(k -> way(Algorithm.GAUSSIAN_MIXTURE, k, shape, Linkage.WARD, 0)));
            }
            for (Linkage linkage : Linkage.values()) {
                Tree tree = Hierarchy.grow(points, linkage, Progress.NONE, context.cancel());
                counts().mapToObj(k -> way(Algorithm.HIERARCHICAL, k, Covariance.FULL, linkage, 0))
                        .map(w -> tried(w, Finding.tree(points, tree, w)))
                        .filter(Search::usable)
                        .max(Comparator.comparingDouble(Tried::silhouette))
                        .ifPresent(best::add);
            }
            return best;
        }

        /** DBSCAN at several radii around the bend of the distances. */
        List<Tried> dense() {
            List<Tried> all = new ArrayList<>();
            double bend;
            try {
                bend = Dbscan.curve(points, p.neighbours, p.seed, context.cancel())
                        .suggested();
            } catch (AnalyticsException e) {
                return refused(e, all);
            }
            for (double part : RADII) {
                ClusterParameters way = way(Algorithm.DBSCAN, 2, Covariance.FULL, Linkage.WARD, part * bend);
                try {
                    Tried one = tried(way, Finding.of(points, way, Progress.NONE, context.cancel()));
                    if (usable(one)) {
                        all.add(one);
                    }
                } catch (AnalyticsException e) {
                    refused(e, all);
                }
            }
            return all;
        }

        private IntStream counts() {
            return IntStream.rangeClosed(2, Math.min(MOST_GROUPS, points.rows() - 1));
        }

        private void add(List<Tried> to, java.util.stream.Stream<ClusterParameters> ways) {
            List<Tried> all = new ArrayList<>();
            ways.forEach(way -> {
                context.cancel().throwIfCancelled();
                try {
                    all.add(tried(way, Finding.of(points, way, Progress.NONE, context.cancel())));
                } catch (AnalyticsException e) {
                    refused(e, all);
                }
            });
            all.stream()
                    .filter(Search::usable)
                    .max(Comparator.comparingDouble(Tried::silhouette))
                    .ifPresent(to::add);
        }

        /** A way that does not suit the data is left out; whoever stopped the search stops it. */
        private static List<Tried> refused(AnalyticsException e, List<Tried> soFar) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return soFar;
        }

        private ClusterParameters way(Algorithm algorithm, int k, Covariance shape, Linkage linkage, double radius) {
            boolean mixture = algorithm == Algorithm.GAUSSIAN_MIXTURE;
            return new ClusterParameters(
                    algorithm,
                    k,
                    p.basis,
                    shape,
                    linkage,
                    0,
                    radius,
                    p.neighbours,
                    p.seed,
                    mixture ? 1 : STARTS,
                    reading,
                    0);
        }

        private Tried tried(ClusterParameters way, Finding found) {
            double silhouette = found.groups() < 2
                    ? Double.NaN
                    : Silhouette.of(points, found.labels(), SEARCHED, p.seed, context.cancel())
                            .mean();
            return new Tried(way, points, found, silhouette);
        }

        /** Not one group and a few that are far, and not mostly nobody. */
        private static boolean usable(Tried t) {
            long none = Arrays.stream(t.found.labels()).filter(l -> l < 0).count();
            return !Double.isNaN(t.silhouette)
                    && t.found.smallest() >= LEAST_SHARE
                    && none <= MOST_NOISE * t.found.labels().length;
        }
    }

    /** The best preparations of each way, with whether their groups come out again, best first. */
    private static List<Judged> judged(List<Tried> tried, Parameters p, AnalysisContext context) {
        List<Tried> kept = tried.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Tried::kind, java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike -> alike.stream()
                        .sorted(Comparator.comparingDouble(t -> -t.silhouette))
                        .limit(KEPT))
                .toList();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Tried t = kept.get(i);
            context.cancel().throwIfCancelled();
            context.progress().report(0.8 + 0.2 * i / kept.size(), TEXTS.get("progress.again"));
            // Fewer points are less dense: dense places of many cannot come out again in a part of them.
            boolean dense = t.way.algorithm() == Algorithm.DBSCAN && t.points.rows() > Stability.ROWS;
            double stability = dense
                    ? Double.NaN
                    : Stability.of(
                                    t.points,
                                    t.found.labels(),
                                    Finding.grouping(t.way, t.found.radius()),
                                    RESAMPLES,
                                    p.seed,
                                    Progress.NONE,
                                    context.cancel())
                            .mean();
            judged.add(new Judged(t, stability));
        }
        judged.sort(Comparator.comparingDouble(j -> -j.rank()));
        return judged;
    }

    private static Frame frame(List<Judged> judged) {
        FrameRows rows = new FrameRows()
                .text("way", TEXTS.get("column.way"))
                .count("k", TEXTS.get("column.k"), "segments")
                .text("scaled", TEXTS.get("column.scaled"))
                .share("winsor", TEXTS.get("column.winsor"))
                .number("silhouette", TEXTS.get("column.silhouette"), Unit.none())
                .number("stability", TEXTS.get("column.stability"), Unit.none())
                .share("smallest", TEXTS.get("column.smallest"))
                .text("algorithm", TEXTS.get("column.algorithm"))
                .text("scaling", TEXTS.get("column.scaled"))
                .text("covariance", TEXTS.get("column.covariance"))
                .text("linkage", TEXTS.get("column.linkage"))
                .number("radius", TEXTS.get("column.radius"), Unit.none())
                .number("cut", TEXTS.get("column.cut"), Unit.none());
        for (Judged j : judged) {
            ClusterParameters way = j.tried.way;
            boolean dense = way.algorithm() == Algorithm.DBSCAN;
            rows.row(
                    words(way),
                    j.tried.found.groups(),
                    TEXTS.get("scaled." + way.reading().scaling().name()),
                    way.reading().winsor(),
                    j.tried.silhouette,
                    j.stability,
                    j.tried.found.smallest(),
                    way.algorithm().name(),
                    way.reading().scaling().name(),
                    way.algorithm() == Algorithm.GAUSSIAN_MIXTURE
                            ? way.covariance().name()
                            : "",
                    way.algorithm() == Algorithm.HIERARCHICAL ? way.linkage().name() : "",
                    dense ? way.radius() : Double.NaN,
                    dense ? Double.NaN : 0.0);
        }
        return rows.frame();
    }

    private static String words(ClusterParameters way) {
        String name = ClusterJudgement.name(way.algorithm());
        return switch (way.algorithm()) {
            case K_MEANS -> name;
            case GAUSSIAN_MIXTURE ->
                TEXTS.get(
                        "way.mixture",
                        TEXTS.get("covariance." + way.covariance().name()));
            case HIERARCHICAL ->
                TEXTS.get("way.of", name, TEXTS.get("linkage." + way.linkage().name()));
            case DBSCAN -> TEXTS.get("way.of", name, TEXTS.get("way.radius", ClusterText.number(way.radius())));
        };
    }
}
