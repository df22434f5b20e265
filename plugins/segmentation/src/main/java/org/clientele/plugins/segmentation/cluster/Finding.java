package org.clientele.plugins.segmentation.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.cluster.Dbscan;
import org.clientele.plugins.segmentation.learn.cluster.DbscanModel;
import org.clientele.plugins.segmentation.learn.cluster.GaussianMixture;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.KMeans;
import org.clientele.plugins.segmentation.learn.cluster.KMeansModel;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.plugins.segmentation.learn.cluster.MixtureModel;
import org.clientele.plugins.segmentation.learn.cluster.Tree;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Groups found on points.
 *
 * @param labels of the points that they were found on, from 0; below 0 for none
 * @param groups how many there are
 * @param rule by which others are put into them
 * @param bic of a mixture, smaller being better; NaN of others
 * @param radius of DBSCAN; NaN of others
 */
record Finding(int[] labels, int groups, Rule rule, double bic, double radius) {
    private static final Texts TEXTS = Texts.of(Finding.class);
    private static final int MOST_GROUPS = 200;

    /** Where trees come from. */
    @FunctionalInterface
    interface Trees {
        Tree of(Points points, Linkage linkage, Progress progress, CancelSignal cancel);
    }

    /** Looks for groups by what the parameters say. */
    static Finding of(Points points, ClusterParameters p, Progress progress, CancelSignal cancel) {
        return of(points, p, Hierarchy::grow, progress, cancel);
    }

    /** The same on trees that may have been grown before. */
    static Finding of(Points points, ClusterParameters p, Trees trees, Progress progress, CancelSignal cancel) {
        if (p.algorithm() != Algorithm.DBSCAN) {
            check(points.rows(), p.k());
        }
        return switch (p.algorithm()) {
            case K_MEANS -> {
                KMeansModel m =
                        KMeans.fit(points, KMeans.Options.of(p.k(), p.seed()).restarts(p.restarts()), progress, cancel);
                int[] own = new int[m.groups()];
                Arrays.setAll(own, g -> g);
                yield new Finding(m.labels(), m.groups(), new Rule.Places(m.centres(), own), Double.NaN, Double.NaN);
            }
            case GAUSSIAN_MIXTURE -> {
                MixtureModel m = GaussianMixture.fit(
                        points,
                        GaussianMixture.Options.of(p.k(), p.covariance(), p.seed())
                                .restarts(p.restarts()),
                        progress,
                        cancel);
                yield new Finding(
                        m.labels(), m.mixture().groups(), new Rule.Component(m.mixture()), m.bic(), Double.NaN);
            }
            case HIERARCHICAL -> tree(points, trees.of(points, p.linkage(), progress, cancel), p);
            case DBSCAN -> dense(points, p, progress, cancel);
        };
    }

    /** @throws AnalyticsException DATA_VALUE_INVALID if there are fewer customers than groups */
    static void check(int customers, int groups) {
        if (customers < groups) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID, TEXTS.get("too.few.customers", customers, groups));
        }
    }

    /** The groups of a tree, to which others come with the nearest of its points. */
    static Finding tree(Points points, Tree tree, ClusterParameters p) {
        if (p.cut() == 0 && p.k() > tree.different()) {
            throw Refusal.tooFewDifferent(tree.different(), p.k());
        }
        int[] labels = p.cut() > 0 ? tree.cutAt(p.cut()) : tree.cut(p.k());
        int groups = Arrays.stream(labels).max().orElse(-1) + 1;
        if (groups > MOST_GROUPS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("cut.too.low", p.cut(), groups, MOST_GROUPS));
        }
        return new Finding(labels, groups, new Rule.Places(points, labels), Double.NaN, Double.NaN);
    }

    private static Finding dense(Points points, ClusterParameters p, Progress progress, CancelSignal cancel) {
        double radius = p.radius() > 0
                ? p.radius()
                : Dbscan.curve(points, p.neighbours(), p.seed(), cancel).suggested();
        DbscanModel m = Dbscan.fit(points, radius, p.neighbours(), progress, cancel);
        if (m.groups() == 0) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    TEXTS.get("no.dense.place", p.neighbours(), ClusterText.number(radius)));
        }
        if (m.groups() > MOST_GROUPS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("too.many.places", m.groups(), MOST_GROUPS, ClusterText.number(radius)));
        }
        return new Finding(m.labels(), m.groups(), new Rule.Dense(m), Double.NaN, radius);
    }

    /** The same way, to be repeated on other points, from few starts. */
    static Grouping grouping(ClusterParameters p, double radius) {
        int starts = Math.min(3, p.restarts());
        return switch (p.algorithm()) {
            case K_MEANS -> Grouping.kMeans(p.k(), starts);
            case GAUSSIAN_MIXTURE -> Grouping.mixture(p.k(), p.covariance(), 1);
            case HIERARCHICAL -> Grouping.hierarchy(p.linkage(), p.k());
            case DBSCAN -> Grouping.dbscan(radius, p.neighbours());
        };
    }

    /** The share of the points that are in the smallest group. */
    double smallest() {
        int[] sizes = new int[groups];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return (double) Arrays.stream(sizes).min().orElse(0) / labels.length;
    }

    /** The same with the groups in another order. */
    Finding ordered(int[] newPlace) {
        int[] moved = Arrays.stream(labels).map(l -> l < 0 ? l : newPlace[l]).toArray();
        return new Finding(moved, groups, rule, bic, radius);
    }
}
