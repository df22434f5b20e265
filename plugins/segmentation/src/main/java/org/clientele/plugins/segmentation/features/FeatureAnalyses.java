package org.clientele.plugins.segmentation.features;

import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.table.Sheet;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
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

    /** @param features see {@link FeatureChoice}, as the others */
    public record Choice(
            @Parameter(label = "%parameter.features") String features,
            @Parameter(label = "%parameter.asof") String asOf,

            @Parameter(label = "%parameter.windowdays", least = 0, most = 3660, step = 1)
            int windowDays) {
        FeatureChoice choice() {
            return new FeatureChoice(features, asOf, windowDays);
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
            return new Choice(FeatureChoice.AUTO, "", 0);
        }

        @Override
        public Frame run(Choice p, AnalysisContext context) {
            return FeatureFrame.of(FeatureReader.read(context, p.choice()));
        }
    }

    /**
     * How features are prepared.
     *
     * @param features see {@link FeatureChoice}
     * @param missing see {@link PreparationOptions}, as those that follow
     */
    public record How(
            @Parameter(label = "%parameter.features") String features,
            @Parameter(label = "%parameter.asof") String asOf,

            @Parameter(label = "%parameter.windowdays", least = 0, most = 3660, step = 1)
            int windowDays,

            @Parameter(label = "%parameter.missing") Missing missing,

            @Parameter(label = "%parameter.log") boolean log,

            @Parameter(label = "%parameter.winsor", least = 0, most = 0.2, step = 0.005)
            double winsor,

            @Parameter(label = "%parameter.scaling") Scaling scaling,
            @Parameter(label = "%parameter.weights") String weights) {}

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
            PreparationOptions d = PreparationOptions.DEFAULT;
            return new How(FeatureChoice.AUTO, "", 0, d.missing(), d.log(), d.winsor(), d.scaling(), "");
        }

        @Override
        public Frame run(How p, AnalysisContext context) {
            FeatureTable table = FeatureReader.read(context, new FeatureChoice(p.features(), p.asOf(), p.windowDays()));
            Preparation preparation = Preparation.fit(
                    table,
                    new PreparationOptions(
                            p.missing(), p.log(), p.winsor(), p.scaling(), PreparationOptions.weights(p.weights())));
            return table(preparation).withCaveats(preparation.caveats(preparation.apply(table)));
        }
    }

    /** A row a feature: how it is prepared. */
    public static Frame table(Preparation preparation) {
        Sheet sheet = new Sheet()
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
                    category ? r.levels().get((int) r.fill()) : Sheet.plain(r.fill()),
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
