package org.clientele.plugins.segmentation.features;

import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** What is known of customers, as it is and as it is prepared. */
public final class FeatureAnalyses {
    private static final Texts TEXTS = Texts.of(FeatureAnalyses.class);

    private FeatureAnalyses() {}

    /** Features, and how they are prepared. */
    public static List<Analysis<?>> all() {
        return List.of(new Features(), new Prepared());
    }

    /** @param features see {@link FeatureChoice} */
    public record Choice(
            @Parameter(label = "%parameter.features", help = "%parameter.features.help")
            String features,

            Days days) {
        FeatureChoice choice() {
            return new FeatureChoice(features, days.asOf(), days.windowDays());
        }
    }

    /** A row a customer, a column a feature. */
    private static final class Features implements Analysis<Choice> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(SegmentationMetrics.NAMESPACE + "features");
        }

        @Override
        public String title() {
            return TEXTS.get("analysis.features");
        }

        @Override
        public String description() {
            return TEXTS.get("analysis.features.description");
        }

        @Override
        public Choice defaults() {
            return new Choice(FeatureChoice.AUTO, Days.ON_SHOW);
        }

        @Override
        public Frame run(Choice p, AnalysisContext context) {
            return FeatureFrame.of(FeatureReader.read(context, p.choice()));
        }
    }

    /** How features are prepared. */
    public record How(Basis basis, Reading reading) {}

    /** A row a feature: what stands for missing values, and what is done to the numbers. */
    private static final class Prepared implements Analysis<How> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(SegmentationMetrics.NAMESPACE + "preparation");
        }

        @Override
        public String title() {
            return TEXTS.get("analysis.preparation");
        }

        @Override
        public String description() {
            return TEXTS.get("analysis.preparation.description");
        }

        @Override
        public How defaults() {
            return new How(Basis.USUAL, Reading.USUAL);
        }

        @Override
        public Frame run(How p, AnalysisContext context) {
            FeatureTable table = FeatureReader.read(context, p.reading().choice(p.basis()));
            Preparation preparation = Preparation.fit(table, p.reading().preparation(p.basis()));
            return table(preparation).withCaveats(preparation.caveats(preparation.apply(table)));
        }
    }

    /** A row a feature: how it is prepared. */
    public static Frame table(Preparation preparation) {
        FrameRows sheet = new FrameRows()
                .text("feature", TEXTS.get("preparation.feature"))
                .count("missing", TEXTS.get("preparation.missing"), "customers")
                .text("fill", TEXTS.get("preparation.fill"))
                .text("log", TEXTS.get("preparation.log"))
                .number("low", TEXTS.get("preparation.low"), Unit.none())
                .number("high", TEXTS.get("preparation.high"), Unit.none())
                .number("centre", TEXTS.get("preparation.centre"), Unit.none())
                .number("spread", TEXTS.get("preparation.spread"), Unit.none())
                .number("weight", TEXTS.get("preparation.weight"), Unit.none())
                .count("outliers", TEXTS.get("preparation.outliers"), "customers");
        for (Recipe r : preparation.recipes()) {
            boolean category = r.kind() == Feature.Kind.CATEGORY;
            sheet.row(
                    r.label(),
                    r.missing(),
                    category ? r.levels().get((int) r.fill()) : Feature.plain(r.fill()),
                    TEXTS.get(r.log() ? "preparation.yes" : "preparation.no"),
                    category ? null : undone(r, r.low()),
                    category ? null : undone(r, r.high()),
                    category ? null : r.centres()[0],
                    r.spread(),
                    r.weight(),
                    r.outliers());
        }
        return sheet.frame();
    }

    /** A bound in the unit of the feature. */
    private static double undone(Recipe r, double bound) {
        return r.log() ? Math.signum(bound) * Math.expm1(Math.abs(bound)) : bound;
    }
}
