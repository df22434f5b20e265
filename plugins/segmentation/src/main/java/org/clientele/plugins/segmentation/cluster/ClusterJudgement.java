package org.clientele.plugins.segmentation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.Tree;
import org.clientele.plugins.segmentation.learn.quality.Evidence;
import org.clientele.plugins.segmentation.learn.quality.GroupCounts;
import org.clientele.plugins.segmentation.learn.quality.Separation;
import org.clientele.plugins.segmentation.learn.quality.Silhouette;
import org.clientele.plugins.segmentation.learn.quality.Stability;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** How good clusterings are: whether there are groups, how many, by which algorithm, and whether they come out again. */
final class ClusterJudgement {
    static final String VERDICT = "cluster-verdict";
    static final String COUNTS = "cluster-counts";
    static final String COMPARISON = "cluster-comparison";
    static final String TREE = "cluster-tree";

    private static final Texts TEXTS = Texts.of(ClusterJudgement.class);
    private static final int COMPARED = 3_000;
    private static final int RESAMPLES = 25;
    private static final int LEAVES = 40;

    private ClusterJudgement() {}

    static List<Analysis<?>> all() {
        return List.of(
                new ClusterViews.View(VERDICT, ClusterJudgement::verdict),
                new ClusterViews.View(COUNTS, ClusterJudgement::counts),
                new ClusterViews.View(COMPARISON, ClusterJudgement::comparison),
                new ClusterViews.View(TREE, ClusterJudgement::tree));
    }

    private static ClusterParameters few(ClusterParameters p) {
        return p.sampled(p.sample() == 0 ? COMPARED : Math.min(COMPARED, p.sample()));
    }

    /** Sentences: whether there are groups at all, and whether these come out again when customers are drawn anew. */
    private static Frame verdict(ClusterParameters p, AnalysisContext context) {
        ClusterParameters few = few(p);
        Clustered.Ready ready = Clustered.ready(few, context);
        Points points = ready.sampled();
        Finding found = Finding.of(points, few, Progress.NONE, context.cancel());
        Evidence evidence = Evidence.of(
                points, Finding.grouping(few, found.radius()), p.seed(), context.progress(), context.cancel());
        Stability stability = Stability.of(
                points,
                found.labels(),
                Finding.grouping(few, found.radius()),
                RESAMPLES,
                p.seed(),
                context.progress(),
                context.cancel());
        FrameRows sheet = new FrameRows()
                .text("sentence", TEXTS.get("column.sentence"))
                .text("figures", TEXTS.get("column.figures"));
        sheet.row(
                TEXTS.get(evidence.grouped() ? "verdict.yes" : "verdict.no"),
                TEXTS.get(
                        "verdict.figures",
                        ClusterText.number(evidence.silhouette()),
                        ClusterText.number(evidence.threshold()),
                        evidence.references().length,
                        evidence.rows()));
        String how = stability.mean() >= 0.8 ? "stable" : stability.mean() >= 0.6 ? "fair" : "unstable";
        sheet.row(
                TEXTS.get("stability." + how),
                TEXTS.get(
                        "resampled.figures",
                        ClusterText.number(stability.mean()),
                        ClusterText.number(stability.low()),
                        ClusterText.number(stability.high()),
                        RESAMPLES));
        return sheet.frame()
                .withCaveats(ready.doubts())
                .withInsight(TEXTS.get(
                        "insight.verdict",
                        ClusterText.number(evidence.silhouette()),
                        ClusterText.number(evidence.threshold()),
                        ClusterText.number(stability.mean())));
    }

    /** A row a number of groups: squares within groups and silhouette, with where the first bends and the second is largest. */
    private static Frame counts(ClusterParameters p, AnalysisContext context) {
        ClusterParameters few = few(p.algorithm() == Algorithm.DBSCAN ? p.with(Algorithm.K_MEANS, p.k()) : p);
        Clustered.Ready ready = Clustered.ready(few, context);
        Points points = ready.sampled();
        int most = Math.min(10, points.rows() - 1);
        if (most < 2) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID, TEXTS.get("too.few.customers", points.rows(), 3));
        }
        GroupCounts counts = GroupCounts.compare(
                points,
                k -> Finding.grouping(few.with(few.algorithm(), k), Double.NaN),
                2,
                most,
                p.seed(),
                context.progress(),
                context.cancel());
        FrameRows sheet = new FrameRows()
                .count("k", TEXTS.get("column.k"), "segments")
                .number("within", TEXTS.get("column.within"), Unit.none())
                .number("silhouette", TEXTS.get("column.silhouette"), Unit.none())
                .number("davies_bouldin", TEXTS.get("column.davies.bouldin"), Unit.none())
                .number("calinski_harabasz", TEXTS.get("column.calinski.harabasz"), Unit.none());
        for (GroupCounts.Choice c : counts.choices()) {
            sheet.row(
                    c.groups(),
                    c.separation().within(),
                    c.silhouette(),
                    c.separation().daviesBouldin(),
                    c.separation().calinskiHarabasz());
        }
        return sheet.frame()
                .withCaveats(ready.doubts())
                .withInsight(TEXTS.get("insight.counts", counts.best(), counts.elbow()));
    }

    /** A row an algorithm and number of groups, side by side; the search goes over all of them. */
    private static Frame comparison(ClusterParameters p, AnalysisContext context) {
        ClusterParameters few = few(p);
        Clustered.Ready ready = Clustered.ready(few, context);
        Points points = ready.sampled();
        FrameRows sheet = new FrameRows()
                .text("algorithm", TEXTS.get("column.algorithm"))
                .count("k", TEXTS.get("column.k"), "segments")
                .number("silhouette", TEXTS.get("column.silhouette"), Unit.none())
                .number("davies_bouldin", TEXTS.get("column.davies.bouldin"), Unit.none())
                .number("calinski_harabasz", TEXTS.get("column.calinski.harabasz"), Unit.none())
                .number("bic", TEXTS.get("column.bic"), Unit.none())
                .share("smallest", TEXTS.get("column.smallest"))
                .text("remark", TEXTS.get("column.remark"));
        List<ClusterParameters> ways = new ArrayList<>();
        for (Algorithm algorithm : List.of(Algorithm.K_MEANS, Algorithm.GAUSSIAN_MIXTURE, Algorithm.HIERARCHICAL)) {
            for (int k = 2; k <= Math.min(8, points.rows() - 1); k++) {
                ways.add(few.with(algorithm, k));
            }
        }
        ways.add(few.with(Algorithm.DBSCAN, 2));
        Tree tree = Hierarchy.grow(points, few.linkage(), Progress.NONE, context.cancel());
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ways.size(); i++) {
            ClusterParameters way = ways.get(i);
            context.cancel().throwIfCancelled();
            context.progress().report((double) i / ways.size(), name(way.algorithm()));
            try {
                Finding found = way.algorithm() == Algorithm.HIERARCHICAL
                        ? Finding.tree(points, tree, uncut(way))
                        : Finding.of(points, way, Progress.NONE, context.cancel());
                double silhouette = Silhouette.exact(points, found.labels(), context.cancel())
                        .mean();
                Separation apart = Separation.of(points, found.labels(), context.cancel());
                sheet.row(
                        name(way.algorithm()),
                        found.groups(),
                        silhouette,
                        apart.daviesBouldin(),
                        apart.calinskiHarabasz(),
                        found.bic(),
                        found.smallest(),
                        remark(found));
                if (silhouette > highest) {
                    highest = silhouette;
                    best = TEXTS.get(
                            "insight.comparison",
                            name(way.algorithm()),
                            found.groups(),
                            ClusterText.number(silhouette));
                }
            } catch (AnalyticsException e) {
                if (e.code() == ErrorCode.CANCELLED) {
                    throw e;
                }
                sheet.row(name(way.algorithm()), way.k(), null, null, null, null, null, e.getMessage());
            }
        }
        Frame frame = sheet.frame().withCaveats(ready.doubts());
        return best.isEmpty() ? frame : frame.withInsight(best);
    }

    private static ClusterParameters uncut(ClusterParameters p) {
        return new ClusterParameters(
                p.algorithm(),
                p.k(),
                p.basis(),
                p.covariance(),
                p.linkage(),
                0,
                p.radius(),
                p.neighbours(),
                p.seed(),
                p.restarts(),
                p.reading(),
                p.sample());
    }

    static String name(Algorithm algorithm) {
        return TEXTS.get("algorithm." + algorithm.name());
    }

    private static String remark(Finding found) {
        long none = Arrays.stream(found.labels()).filter(l -> l < 0).count();
        if (!Double.isNaN(found.radius())) {
            return TEXTS.get(
                    "remark.dbscan",
                    ClusterText.number(found.radius()),
                    ClusterText.percent((double) none / found.labels().length));
        }
        return TEXTS.get(found.smallest() < 0.01 ? "remark.tiny" : "remark.none");
    }

    /** The top of the tree of joins: a row a join. */
    private static Frame tree(ClusterParameters p, AnalysisContext context) {
        return ClusterViews.live(p.with(Algorithm.HIERARCHICAL, p.k()), context, ready -> tree(ready, p, context));
    }

    private static Frame tree(Clustered.Ready ready, ClusterParameters p, AnalysisContext context) {
        Points points = ready.sampled();
        Tree whole = Fits.tree(points, p.linkage(), context.progress(), context.cancel());
        int leaves = Math.min(LEAVES, points.rows());
        Tree top = whole.top(leaves);
        int[] sizes = new int[leaves];
        for (int group : whole.cut(leaves)) {
            sizes[group]++;
        }
        FrameRows sheet = new FrameRows()
                .text("from", TEXTS.get("column.from"))
                .text("to", TEXTS.get("column.to"))
                .number("height", TEXTS.get("column.height"), Unit.none())
                .count("customers", TEXTS.get("column.customers"), "customers")
                .number("cut", TEXTS.get("column.cut"), Unit.none());
        double cut = p.cut() > 0 ? p.cut() : whole.heightOf(Math.min(p.k(), points.rows()));
        for (int i = 0; i < top.heights().length; i++) {
            sheet.row(
                    node(top.left()[i], leaves, sizes),
                    node(top.right()[i], leaves, sizes),
                    top.heights()[i],
                    top.sizes()[i],
                    cut);
        }
        return sheet.frame()
                .withCaveats(ready.doubts())
                .withInsight(TEXTS.get(
                        "insight.tree", p.cut() > 0 ? whole.groupsAt(p.cut()) : p.k(), ClusterText.number(cut)));
    }

    private static String node(int number, int leaves, int[] sizes) {
        return number >= leaves ? "#" + (number - leaves + 1) : TEXTS.get("leaf", number + 1, sizes[number]);
    }
}
