package org.clientele.plugins.segmentation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Days;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.ModelText;
import org.clientele.plugins.segmentation.segments.Actions;
import org.clientele.plugins.segmentation.segments.SegmentSummary;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.text.Texts;

/** Customers in tiers by rules that people write: VIP, loyal, periodic and so on. */
public final class Tiers implements Segmenter<Tiers.Parameters> {
    /** The last part of its id. */
    public static final String NAME = "tiers";

    static final String SEGMENTS = "tier-segments";

    private static final Texts TEXTS = Texts.of(Tiers.class);

    /**
     * How tiers are made.
     *
     * @param days of which days features are told
     * @param rules see {@link TierRules}
     */
    public record Parameters(
            Days days,

            @Parameter(label = "%parameter.rules", help = "%parameter.rules.help")
            String rules) {}

    /** For the plugin. */
    public Tiers() {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(SegmentationMetrics.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("analysis.tiers");
    }

    @Override
    public String description() {
        return TEXTS.get("analysis.tiers.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Days.ON_SHOW, TierRules.usual());
    }

    /** What tiers of some rules are made of, see {@link FeatureChoice}; "" where the rules name nothing. */
    public static String features(String rules) {
        return String.join(",", TierRules.read(rules).named());
    }

    /** The customers in their tiers. */
    public static Segmented segment(Parameters p, AnalysisContext context) {
        TierRules rules = TierRules.read(p.rules());
        FeatureTable table = FeatureReader.read(
                context,
                new FeatureChoice(rules.features(), p.days().asOf(), p.days().windowDays()));
        return segmented(rules.of(table), p.days().windowDays(), table);
    }

    private static Segmented segmented(TierRules rules, int windowDays, FeatureTable table) {
        String model = new ModelText()
                .put("kind", NAME)
                .put("version", 1L)
                .put("window", windowDays)
                .put("rules", rules.toString())
                .toString();
        int[] labels = rules.labels(table);
        return new Segmented(table, labels, segments(rules, table, labels), model, table.caveats());
    }

    private static List<Segment> segments(TierRules rules, FeatureTable table, int[] labels) {
        List<Segment> all = new ArrayList<>();
        for (TierRules.Tier t : rules.tiers()) {
            all.add(new Segment(
                    t.name().toLowerCase(Locale.ROOT),
                    t.name(),
                    t.conditions().isEmpty() ? TEXTS.get("tier.rest") : TEXTS.get("tier.conditions", conditions(t)),
                    Actions.of(table, labels, all.size())));
        }
        return all;
    }

    private static String conditions(TierRules.Tier tier) {
        return tier.conditions().stream()
                .map(c -> c.feature() + " " + c.relation() + " " + Feature.plain(c.number()))
                .reduce((a, b) -> TEXTS.get("tier.and", a, b))
                .orElse("");
    }

    @Override
    public Segmentation fit(Parameters p, AnalysisContext context) {
        return segment(p, context).segmentation(p.days().asOf(), model -> apply(model, context));
    }

    @Override
    public Members apply(String model, AnalysisContext context) {
        ModelText kept = ModelText.read(model);
        TierRules rules = TierRules.read(kept.text("rules"));
        int windowDays = kept.whole("window");
        FeatureTable table = FeatureReader.read(context, new FeatureChoice(rules.features(), "", windowDays));
        return segmented(rules, windowDays, table).members();
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        return segment(p, context).frame(List.of());
    }

    /** A row a tier. */
    private static final class Summary implements Analysis<Parameters> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(SegmentationMetrics.NAMESPACE + SEGMENTS);
        }

        @Override
        public String title() {
            return TEXTS.get("analysis.tier-segments");
        }

        @Override
        public String description() {
            return TEXTS.get("analysis.tier-segments.description");
        }

        @Override
        public Parameters defaults() {
            return new Parameters(Days.ON_SHOW, TierRules.usual());
        }

        @Override
        public Frame run(Parameters p, AnalysisContext context) {
            return SegmentSummary.of(segment(p, context));
        }
    }

    static Analysis<?> summary() {
        return new Summary();
    }
}
