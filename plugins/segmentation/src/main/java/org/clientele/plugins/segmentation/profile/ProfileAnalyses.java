package org.clientele.plugins.segmentation.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** The analyses of what segments are like, with their parameters. */
final class ProfileAnalyses {
    static final String MEANS = "segment-means";
    static final String AXES = "segment-axes";
    static final String SIZES = "segment-sizes";
    static final String VALUES = "segment-values";
    static final String COMPOSITION = "segment-composition";
    static final String SHARES = "segment-shares";
    static final String TESTS = "segment-tests";
    static final String PAIRS = "segment-pairs";
    static final String CORRELATION = "feature-correlation";
    static final String INFORMATION = "feature-information";
    static final String OUTLIERS = "feature-outliers";
    static final String OUTLYING = "outlying-customers";

    private static final Texts TEXTS = Texts.of(ProfileAnalyses.class);
    private static final SegmentChoice.Method BY = SegmentChoice.Method.K_MEANS;
    private static final int SEGMENTS = 4;
    private static final long SEED = 1;
    private static final double TRIM = 0.01;
    private static final double FENCES = 1.5;
    /** What a class is that somebody would want to foretell. */
    private static final List<String> OUTCOMES =
            List.of("response", "responded", "churned", "churn", "converted", "monetary");

    /** Which segments, and by which features they are described. */
    record Means(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.trim", help = "%parameter.trim.help", least = 0, most = 0.1, step = 0.005)
            double trim,

            @Parameter(label = "%parameter.most", least = 3, most = 40, step = 1)
            int most) {
        SegmentMeans means(AnalysisContext context) {
            Described s = choice.of(context, describe);
            return SegmentMeans.of(s, trim, most);
        }
    }

    /** Which segments, and one feature. */
    record OneFeature(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.feature", help = "%parameter.feature.help")
            String feature) {
        Described segmented(AnalysisContext context) {
            return choice.of(context, describe);
        }
    }

    /** Which segments, and what they are composed of. */
    record Composed(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.group") Composition.By group) {}

    /** Which segments, and how they are compared. */
    record Tested(
            SegmentsOnShow choice,

            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.method") Difference.Method method,
            @Parameter(label = "%parameter.correction") Difference.Correction correction) {}

    /** Which features, and by which coefficient. */
    record Correlated(
            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.coefficient") Features.Coefficient coefficient) {}

    /** Which features, and what they are to tell. */
    record Informed(
            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.outcome", help = "%parameter.outcome.help")
            String outcome,

            @Parameter(label = "%parameter.seed", least = 0, most = 999, step = 1)
            long seed) {}

    /** Which features, and what is far. */
    record Far(
            @Parameter(label = "%parameter.describe", help = "%parameter.describe.help")
            String describe,

            @Parameter(label = "%parameter.rule") Features.Rule rule,

            @Parameter(label = "%parameter.reach", help = "%parameter.reach.help", least = 1, most = 10, step = 0.5)
            double reach) {}

    private ProfileAnalyses() {}

    static List<Analysis<?>> all() {
        Means means = new Means(SegmentsOnShow.USUAL, FeatureReader.PROFILE, TRIM, 12);
        OneFeature one = new OneFeature(SegmentsOnShow.USUAL, FeatureReader.PROFILE, "");
        Composed composed = new Composed(SegmentsOnShow.USUAL, Composition.By.AGE);
        Far far = new Far(FeatureReader.PROFILE, Features.Rule.FENCES, FENCES);
        return List.of(
                new SegmentAnalysis<>(MEANS, means, (p, c) -> p.means(c).frame()),
                new SegmentAnalysis<>(AXES, means, (p, c) -> p.means(c).axes()),
                new SegmentAnalysis<>(SIZES, means, (p, c) -> p.means(c).sizes()),
                new SegmentAnalysis<>(VALUES, one, ProfileAnalyses::values),
                new SegmentAnalysis<>(
                        COMPOSITION,
                        composed,
                        (p, c) -> Composition.of(p.choice, p.group, c).rows()),
                new SegmentAnalysis<>(
                        SHARES,
                        composed,
                        (p, c) -> Composition.of(p.choice, p.group, c).columns()),
                new SegmentAnalysis<>(
                        TESTS,
                        new Tested(
                                SegmentsOnShow.USUAL,
                                FeatureReader.PROFILE,
                                Difference.Method.WELCH,
                                Difference.Correction.HOLM),
                        ProfileAnalyses::tests),
                new SegmentAnalysis<>(PAIRS, one, ProfileAnalyses::pairs),
                new SegmentAnalysis<>(
                        CORRELATION,
                        new Correlated(FeatureReader.PROFILE, Features.Coefficient.SPEARMAN),
                        (p, c) -> Features.correlation(read(p.describe, c), p.coefficient, c.cancel())),
                new SegmentAnalysis<>(
                        INFORMATION, new Informed(FeatureReader.PROFILE, "", SEED), ProfileAnalyses::information),
                new SegmentAnalysis<>(OUTLIERS, far, (p, c) -> Features.outliers(read(p.describe, c), p.rule, p.reach)),
                new SegmentAnalysis<>(
                        OUTLYING, far, (p, c) -> Features.outlying(read(p.describe, c), p.rule, p.reach, 1000)));
    }

    private static FeatureTable read(String describe, AnalysisContext context) {
        return FeatureReader.read(context, FeatureChoice.of(describe));
    }

    private static Frame tests(Tested p, AnalysisContext context) {
        Described s = p.choice.of(context, p.describe);
        return Tests.features(s, Difference.all(s, p.method, p.correction, context.cancel()));
    }

    private static Frame pairs(OneFeature p, AnalysisContext context) {
        Described s = p.segmented(context);
        return Tests.pairs(s, p.feature.isBlank() ? notCircular(s, context) : s.feature(p.feature));
    }

    /** The number that segments differ most in without having been made of it; any, where there is none. */
    private static int notCircular(Described s, AnalysisContext context) {
        List<String> circular = s.circular();
        int[] best = IntStream.of(SegmentMeans.of(s, TRIM, Integer.MAX_VALUE).features())
                .filter(f -> s.table().features().get(f).kind() == Feature.Kind.NUMBER)
                .toArray();
        context.cancel().throwIfCancelled();
        return Arrays.stream(best)
                .filter(f -> circular.get(f).isEmpty())
                .findFirst()
                .orElseGet(() -> best.length > 0 ? best[0] : 0);
    }

    /** A row a customer: her segment and the value of one feature. */
    private static Frame values(OneFeature p, AnalysisContext context) {
        Described s = p.segmented(context);
        int[] best = SegmentMeans.of(s, TRIM, Integer.MAX_VALUE).features();
        int feature = p.feature.isBlank() ? (best.length > 0 ? best[0] : 0) : s.feature(p.feature);
        Feature told = s.table().features().get(feature);
        FrameRows rows = new FrameRows()
                .column(Segments.column(s))
                .number("value", s.labels().get(feature), told.unit())
                .column(new ColumnSpec("customer", ColumnType.TEXT, Unit.none(), TEXTS.get("column.customer"))
                        .ofDimension("customer"));
        double[] values = s.table().values(feature);
        for (int g = 0; g < s.count(); g++) {
            for (int i : s.rows(g)) {
                rows.row(s.names().get(g), values[i], s.table().customers().get(i));
            }
        }
        return Segments.told(s, rows.frame())
                .withInsight(TEXTS.get("values.insight", s.labels().get(feature)));
    }

    private static Frame information(Informed p, AnalysisContext context) {
        FeatureTable table = read(p.describe, context);
        int outcome = p.outcome.isBlank() ? outcome(table) : Described.feature(table, p.outcome);
        return Features.information(table, outcome, p.seed, context.cancel());
    }

    private static int outcome(FeatureTable table) {
        List<String> keys = table.features().stream()
                .map(f -> f.key().toLowerCase(Locale.ROOT))
                .toList();
        return OUTCOMES.stream()
                .mapToInt(keys::indexOf)
                .filter(f -> f >= 0)
                .findFirst()
                .orElse(0);
    }
}
