package org.clientele.plugins.segmentation.cluster;

import java.util.Map;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Basis;
import org.clientele.plugins.segmentation.features.Days;
import org.clientele.plugins.segmentation.features.Reading;
import org.clientele.plugins.segmentation.features.Values;
import org.clientele.plugins.segmentation.rules.Rfm;
import org.clientele.plugins.segmentation.rules.RfmParameters;
import org.clientele.plugins.segmentation.rules.Tiers;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.extension.AnalysisContext;

/**
 * Which segments an analysis of segments is about, in few words: the same parameters give the same segments as the page that
 * makes them does.
 *
 * @param by how customers are put into segments
 * @param k how many, by an algorithm
 * @param features of an algorithm, see {@link org.clientele.plugins.segmentation.features.FeatureChoice}
 * @param weights of an algorithm, see {@link ClusterParameters}
 * @param seed of an algorithm
 * @param asOf the day on which all is told, or "" for the last of the days on show
 * @param windowDays how many days up to then count, or 0 for the days on show
 */
public record SegmentChoice(Method by, int k, String features, String weights, long seed, String asOf, int windowDays) {
    /** How customers are put into segments. */
    public enum Method {
        /** By the usual eleven segments of recency, frequency and monetary value. */
        RFM,
        /** By the usual tiers. */
        TIERS,
        /** By an algorithm, as the others. */
        K_MEANS,
        GAUSSIAN_MIXTURE,
        HIERARCHICAL,
        DBSCAN
    }

    /** Four segments by k-means. */
    public static SegmentChoice usual() {
        ClusterParameters d = ClusterParameters.usual();
        return new SegmentChoice(
                Method.K_MEANS, d.k(), d.basis().features(), d.basis().weights(), d.seed(), "", 0);
    }

    /**
     * What segments were made of that an analysis of this plugin found, see {@link org.clientele.plugins.segmentation.features.FeatureChoice}.
     *
     * @param analysis its whole id
     * @param parameters of it
     * @return "" if another plugin found them
     */
    public static String madeOf(String analysis, Map<String, String> parameters) {
        if (!analysis.startsWith(SegmentationMetrics.NAMESPACE)) {
            return "";
        }
        return switch (analysis.substring(SegmentationMetrics.NAMESPACE.length())) {
            case Rfm.NAME -> Rfm.features();
            case Tiers.NAME -> Tiers.features(parameters.getOrDefault("rules", ""));
            default -> parameters.getOrDefault("features", "");
        };
    }

    /** The parameters of the algorithm; those of k-means for rules. */
    public ClusterParameters parameters() {
        ClusterParameters d = ClusterParameters.usual();
        Algorithm algorithm = switch (by) {
            case RFM, TIERS, K_MEANS -> Algorithm.K_MEANS;
            case GAUSSIAN_MIXTURE -> Algorithm.GAUSSIAN_MIXTURE;
            case HIERARCHICAL -> Algorithm.HIERARCHICAL;
            case DBSCAN -> Algorithm.DBSCAN;
        };
        return new ClusterParameters(
                algorithm,
                k,
                new Basis(features, weights),
                d.covariance(),
                d.linkage(),
                d.cut(),
                d.radius(),
                d.neighbours(),
                seed,
                d.restarts(),
                new Reading(
                        d.reading().scaling(),
                        d.reading().winsor(),
                        new Values(
                                d.reading().values().missing(),
                                d.reading().values().log(),
                                new Days(asOf, windowDays))),
                ClusterParameters.LIVE_SAMPLE);
    }

    /** The customers in their segments. */
    public Segmented segment(AnalysisContext context) {
        return switch (by) {
            case RFM -> {
                RfmParameters d = RfmParameters.usual();
                yield Rfm.segment(new RfmParameters(new Days(asOf, windowDays), d.cuts(), d.segments()), context);
            }
            case TIERS -> Tiers.segment(new Tiers.Parameters(new Days(asOf, windowDays), ""), context);
            default -> Clustered.of(parameters(), context).segmented();
        };
    }

    /**
     * Customers put into segments that were found before by the same method.
     *
     * @param model as a segmentation of this choice gave it
     */
    public Members apply(String model, AnalysisContext context) {
        return switch (by) {
            case RFM -> new Rfm().apply(model, context);
            case TIERS -> new Tiers().apply(model, context);
            default -> Clustered.apply(model, context).members();
        };
    }
}
