package org.clientele.plugins.segmentation.features;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * How features become coordinates.
 *
 * @param missing what becomes of missing values
 * @param log whether skewed numbers are taken as logarithms where that makes them less so
 * @param winsor the share of numbers at each end that are drawn in to the rest, 0 to 0.2
 * @param scaling how units are made comparable
 * @param weights how much a feature counts, by key, 1 where nothing is said; a feature of 2 counts twice in squared distances
 */
public record PreparationOptions(
        Missing missing, boolean log, double winsor, Scaling scaling, Map<String, Double> weights) {
    /** Medians for what is missing, logarithms of what is skewed, half a percent drawn in at each end, standardized. */
    public static final PreparationOptions DEFAULT =
            new PreparationOptions(Missing.MEDIAN, true, 0.005, Scaling.STANDARD, Map.of());

    private static final Texts TEXTS = Texts.of(PreparationOptions.class);

    public PreparationOptions {
        if (!(winsor >= 0 && winsor <= 0.2)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("winsor.range", winsor));
        }
        weights = Map.copyOf(weights);
    }

    /**
     * Reads weights, {@code monetary=2, recency=0.5}.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if one is no number of 0 or more, or has no feature
     */
    public static Map<String, Double> weights(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            double weight = Double.NaN;
            try {
                weight = equals < 1
                        ? Double.NaN
                        : Double.parseDouble(part.substring(equals + 1).strip());
            } catch (NumberFormatException e) {
                // Said below, together with other nonsense.
            }
            if (!(weight >= 0 && weight <= 1e6)) {
                throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("weights.invalid", part.strip()));
            }
            weights.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), weight);
        }
        return weights;
    }

    /** How much a feature counts. */
    double weight(String key) {
        return weights.getOrDefault(key.toLowerCase(Locale.ROOT), 1.0);
    }
}
