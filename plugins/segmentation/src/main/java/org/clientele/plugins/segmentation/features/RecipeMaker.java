package org.clientele.plugins.segmentation.features;

import java.util.Arrays;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Looks at the numbers of a feature and decides how it is prepared. */
final class RecipeMaker {
    private static final Texts TEXTS = Texts.of(RecipeMaker.class);
    /** From this skewness on a logarithm is tried; an exponential distribution has 2. */
    private static final double SKEWED = 1;
    /** Three times the distance of the quartiles beyond them: "far out" of Tukey (1977). */
    private static final double FAR_OUT = 3;

    private RecipeMaker() {}

    /** @throws AnalyticsException DATA_VALUE_INVALID if no value is known, or all are the same */
    static Recipe of(Feature feature, double[] values, PreparationOptions options) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        if (known.length == 0) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID, TEXTS.get("feature.all.missing", feature.label()));
        }
        double first = known[0];
        boolean constant = Arrays.stream(known).allMatch(v -> v == first);
        boolean told = options.missing() == Missing.INDICATOR && known.length < values.length;
        if (constant && !told) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID, TEXTS.get("feature.constant", feature.label(), known.length));
        }
        return feature.kind() == Feature.Kind.CATEGORY
                ? category(feature, values, known, told, options)
                : number(feature, values.length - known.length, known, told, options);
    }

    private static Recipe number(
            Feature feature, int missing, double[] known, boolean indicator, PreparationOptions options) {
        boolean flag = feature.kind() == Feature.Kind.FLAG;
        Arrays.sort(known);
        double fill = flag ? (Quantiles.mean(known) >= 0.5 ? 1 : 0) : Quantiles.of(known, 0.5);
        boolean log = !flag && options.log() && lessSkewed(known);
        double[] seen = log ? Arrays.stream(known).map(Recipe::signedLog).toArray() : known;
        double lower = Quantiles.of(seen, 0.25);
        double upper = Quantiles.of(seen, 0.75);
        double far = FAR_OUT * (upper - lower);
        boolean fenced = !flag && far > 0;
        double fenceLow = fenced ? lower - far : Double.NEGATIVE_INFINITY;
        double fenceHigh = fenced ? upper + far : Double.POSITIVE_INFINITY;
        int outliers = (int)
                Arrays.stream(seen).filter(v -> v < fenceLow || v > fenceHigh).count();
        double low = flag ? 0 : Quantiles.of(seen, options.winsor());
        double high = flag ? 1 : Quantiles.of(seen, 1 - options.winsor());
        if (!(high > low)) {
            low = seen[0];
            high = seen[seen.length - 1];
        }
        double[] drawn = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            drawn[i] = Math.min(high, Math.max(low, seen[i]));
        }
        double centre = switch (options.scaling()) {
            case STANDARD -> Quantiles.mean(drawn);
            case ROBUST -> Quantiles.of(drawn, 0.5);
            case RANGE -> low;
            case NONE -> 0;
        };
        double spread = switch (options.scaling()) {
            case STANDARD -> Quantiles.deviation(drawn);
            case ROBUST -> upper > lower ? upper - lower : Quantiles.deviation(drawn);
            case RANGE -> high - low;
            case NONE -> 1;
        };
        return new Recipe(
                feature.key(),
                feature.label(),
                feature.kind(),
                feature.levels(),
                fill,
                log,
                low,
                high,
                new double[] {centre},
                spread > 0 ? spread : 1,
                options.weight(feature.key()),
                indicator,
                fenceLow,
                fenceHigh,
                missing,
                outliers);
    }

    /** All levels together vary by as much as one standardized number does; each by itself would make rare levels loud. */
    private static Recipe category(
            Feature feature, double[] values, double[] known, boolean indicator, PreparationOptions options) {
        double[] shares = new double[feature.levels().size()];
        int fullest = 0;
        for (double v : known) {
            shares[(int) v] += 1.0 / known.length;
            fullest = shares[(int) v] > shares[fullest] ? (int) v : fullest;
        }
        double variance = Arrays.stream(shares).map(p -> p * (1 - p)).sum();
        boolean scaled = options.scaling() != Scaling.NONE;
        return new Recipe(
                feature.key(),
                feature.label(),
                feature.kind(),
                feature.levels(),
                fullest,
                false,
                0,
                1,
                scaled ? shares : new double[shares.length],
                scaled && variance > 0 ? Math.sqrt(variance) : 1,
                options.weight(feature.key()),
                indicator,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                values.length - known.length,
                0);
    }

    private static boolean lessSkewed(double[] known) {
        double skewness = Quantiles.skewness(known);
        return skewness > SKEWED
                && Math.abs(Quantiles.skewness(
                                Arrays.stream(known).map(Recipe::signedLog).toArray()))
                        < skewness;
    }
}
