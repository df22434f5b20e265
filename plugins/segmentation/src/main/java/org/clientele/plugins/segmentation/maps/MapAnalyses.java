package org.clientele.plugins.segmentation.maps;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.SegmentAnalysis;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.plugins.segmentation.profile.SegmentsOnShow;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** The analyses of maps of customers, with their parameters. */
final class MapAnalyses {
    static final String MAP = "customer-map";
    static final String SPACE = "customer-space";
    static final String VARIANCE = "map-variance";
    static final String LOADINGS = "map-loadings";
    static final String MONTHS = "segment-months";
    static final String SPEND = "segment-spend";
    static final String FUNNEL = "segment-funnel";
    static final String COMPARISON = "segment-comparison";
    static final String MEMBERS = "segment-members";

    private static final Texts TEXTS = Texts.of(MapAnalyses.class);
    private static final SegmentChoice.Method BY = SegmentChoice.Method.K_MEANS;
    private static final int SEGMENTS = 4;
    private static final int COMPONENTS = 5;
    private static final String ANY = "frequency";

    /** Which segments. */
    record Shown(SegmentsOnShow choice) {}

    /** Which segments, and what of them. */
    record Compared(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.metric", help = "%parameter.metric.help")
            String metric,

            @Parameter(label = "%parameter.segments", help = "%parameter.segments.help")
            String segments,

            @Parameter(label = "%parameter.monthly") boolean monthly) {}

    /** Whose members. */
    record Listed(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.segments", help = "%parameter.segments.help")
            String segments) {}

    private MapAnalyses() {}

    static List<Analysis<?>> all() {
        Shown shown = new Shown(SegmentsOnShow.USUAL);
        return List.of(
                new SegmentAnalysis<>(
                        MAP, shown, (p, c) -> CustomerMap.of(p.choice, 2, c).places(2, c)),
                new SegmentAnalysis<>(
                        SPACE, shown, (p, c) -> CustomerMap.of(p.choice, 3, c).places(3, c)),
                new SegmentAnalysis<>(
                        VARIANCE,
                        shown,
                        (p, c) -> CustomerMap.of(p.choice, 1, c).variance()),
                new SegmentAnalysis<>(
                        LOADINGS,
                        shown,
                        (p, c) -> CustomerMap.of(p.choice, 1, c).loadings(COMPONENTS)),
                new SegmentAnalysis<>(MONTHS, shown, (p, c) -> Months.of(p.choice.of(c, any(c)), c)),
                new SegmentAnalysis<>(SPEND, shown, (p, c) -> Spend.of(p.choice, c)),
                new SegmentAnalysis<>(FUNNEL, shown, (p, c) -> Campaigns.of(p.choice.of(c, any(c)), c)),
                new SegmentAnalysis<>(
                        COMPARISON,
                        new Compared(SegmentsOnShow.USUAL, "clientele.core/revenue", "", false),
                        (p, c) -> Comparison.of(p.choice.of(c, any(c)), p.metric, p.segments, p.monthly, c)),
                new SegmentAnalysis<>(
                        MEMBERS, new Listed(SegmentsOnShow.USUAL, FeatureChoice.AUTO, ""), MapAnalyses::members));
    }

    /** Something that is known of everybody, where only the segments count. */
    private static String any(AnalysisContext context) {
        return context.lastDay() == null ? FeatureChoice.AUTO : ANY;
    }

    /** A row a member, with her segment and features. */
    private static Frame members(Listed p, AnalysisContext context) {
        Described s = p.choice.of(context, p.describe);
        FrameRows rows = new FrameRows().column(CustomerMap.customer()).column(Segments.column(s));
        List<Feature> features = s.table().features();
        List<String> labels = s.labels();
        for (int f = 0; f < features.size(); f++) {
            if (features.get(f).kind() == Feature.Kind.CATEGORY) {
                rows.text(features.get(f).key(), labels.get(f));
            } else {
                rows.number(
                        features.get(f).key(), labels.get(f), features.get(f).unit());
            }
        }
        for (int g : Comparison.chosen(s, p.segments)) {
            for (int i : s.rows(g)) {
                List<Object> row = new ArrayList<>(
                        List.of(s.table().customers().get(i), s.names().get(g)));
                for (int f = 0; f < features.size(); f++) {
                    double v = s.table().values(f)[i];
                    boolean category = features.get(f).kind() == Feature.Kind.CATEGORY;
                    row.add(category ? level(features.get(f), v) : (Object) v);
                }
                rows.row(row.toArray());
            }
        }
        return Segments.told(s, rows.frame()).withInsight(TEXTS.get("members.insight", rows(s, p.segments)));
    }

    private static String level(Feature feature, double value) {
        return Double.isNaN(value) ? "" : feature.levels().get((int) value);
    }

    private static int rows(Described s, String segments) {
        int n = 0;
        for (int g : Comparison.chosen(s, segments)) {
            n += s.sizes()[g];
        }
        return n;
    }
}
