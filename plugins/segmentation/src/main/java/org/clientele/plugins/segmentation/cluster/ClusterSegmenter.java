package org.clientele.plugins.segmentation.cluster;

import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Basis;
import org.clientele.plugins.segmentation.features.Reading;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.text.Texts;

/** An algorithm as an analysis whose segments can be published: a row a customer. */
final class ClusterSegmenter<P extends Record> implements Segmenter<P> {
    private static final Texts TEXTS = Texts.of(ClusterSegmenter.class);

    private final String name;
    private final P defaults;
    private final Function<P, ClusterParameters> all;

    private ClusterSegmenter(String name, P defaults, Function<P, ClusterParameters> all) {
        this.name = name;
        this.defaults = defaults;
        this.all = all;
    }

    /** @param k how many groups; the others as in {@link ClusterParameters} */
    public record KMeansParameters(
            @Parameter(label = "%parameter.k", least = 2, most = 20, step = 1)
            int k,

            Basis basis,

            @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
            long seed,

            @Parameter(label = "%parameter.restarts", least = 1, most = 50, step = 1)
            int restarts,

            Reading reading,

            @Parameter(label = "%parameter.sample", help = "%parameter.sample.help", least = 0)
            int sample) {}

    /** @param covariance what shapes components may have; the others as in {@link ClusterParameters} */
    public record MixtureParameters(
            @Parameter(label = "%parameter.k", least = 2, most = 20, step = 1)
            int k,

            Basis basis,

            @Parameter(label = "%parameter.covariance", help = "%parameter.covariance.help2")
            Covariance covariance,

            @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
            long seed,

            @Parameter(label = "%parameter.restarts", least = 1, most = 50, step = 1)
            int restarts,

            Reading reading,

            @Parameter(label = "%parameter.sample", help = "%parameter.sample.help", least = 0)
            int sample) {}

    /** @param linkage how far apart groups are; the others as in {@link ClusterParameters} */
    public record TreeParameters(
            @Parameter(label = "%parameter.k", least = 2, most = 20, step = 1)
            int k,

            Basis basis,
            @Parameter(label = "%parameter.linkage") Linkage linkage,

            @Parameter(label = "%parameter.cut", help = "%parameter.cut.help2", least = 0)
            double cut,

            @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
            long seed,

            Reading reading,

            @Parameter(label = "%parameter.sample", help = "%parameter.sample.help2", least = 0, most = 20000)
            int sample) {}

    /** @param radius within which neighbours are looked for; the others as in {@link ClusterParameters} */
    public record DensityParameters(
            @Parameter(label = "%parameter.radius", help = "%parameter.radius.help2", least = 0)
            double radius,

            @Parameter(label = "%parameter.neighbours", least = 2, most = 100, step = 1)
            int neighbours,

            Basis basis,

            @Parameter(label = "%parameter.seed", least = 0, most = 1000, step = 1)
            long seed,

            Reading reading,

            @Parameter(label = "%parameter.sample", help = "%parameter.sample.help3", least = 0)
            int sample) {}

    static List<ClusterSegmenter<?>> all() {
        return List.of(
                new ClusterSegmenter<>(
                        "k-means",
                        new KMeansParameters(4, Basis.USUAL, 1, 10, Reading.USUAL, 0),
                        p -> new ClusterParameters(
                                Algorithm.K_MEANS,
                                p.k,
                                p.basis,
                                Covariance.FULL,
                                Linkage.WARD,
                                0,
                                0,
                                10,
                                p.seed,
                                p.restarts,
                                p.reading,
                                p.sample)),
                new ClusterSegmenter<>(
                        "gaussian-mixture",
                        new MixtureParameters(4, Basis.USUAL, Covariance.TIED, 1, 10, Reading.USUAL, 0),
                        p -> new ClusterParameters(
                                Algorithm.GAUSSIAN_MIXTURE,
                                p.k,
                                p.basis,
                                p.covariance,
                                Linkage.WARD,
                                0,
                                0,
                                10,
                                p.seed,
                                p.restarts,
                                p.reading,
                                p.sample)),
                new ClusterSegmenter<>(
                        "hierarchical",
                        new TreeParameters(4, Basis.USUAL, Linkage.WARD, 0, 1, Reading.USUAL, 0),
                        p -> new ClusterParameters(
                                Algorithm.HIERARCHICAL,
                                p.k,
                                p.basis,
                                Covariance.FULL,
                                p.linkage,
                                p.cut,
                                0,
                                10,
                                p.seed,
                                1,
                                p.reading,
                                p.sample)),
                new ClusterSegmenter<>(
                        "dbscan",
                        new DensityParameters(0, 10, Basis.USUAL, 1, Reading.USUAL, 0),
                        p -> new ClusterParameters(
                                Algorithm.DBSCAN,
                                2,
                                p.basis,
                                Covariance.FULL,
                                Linkage.WARD,
                                0,
                                p.radius,
                                p.neighbours,
                                p.seed,
                                1,
                                p.reading,
                                p.sample)));
    }

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
    public P defaults() {
        return defaults;
    }

    @Override
    public Segmentation fit(P p, AnalysisContext context) {
        ClusterParameters way = all.apply(p);
        return Clustered.of(way, context)
                .segmented()
                .segmentation(way.reading().values().days().asOf(), model -> apply(model, context));
    }

    @Override
    public Members apply(String model, AnalysisContext context) {
        return Clustered.apply(model, context).members();
    }

    @Override
    public Frame run(P p, AnalysisContext context) {
        return Clustered.of(all.apply(p), context).segmented().frame(List.of());
    }
}
