package org.clientele.sdk.query;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a metric should come to where nobody set a goal, and from where on a target, whoever set it, counts as missed. New
 * components come with {@code with} methods, so older plugins go on working.
 *
 * <pre>{@code
 * MetricTarget.always(0.06).withThresholds(1, 0.8)   // at most 6 %; above 7.2 % it is missed by far
 * MetricTarget.per(Grain.MONTH, 250_000)
 * MetricTarget.none().withThresholds(0.98, 0.85)     // targets come from goals
 * }</pre>
 *
 * @param value in the metric's unit; NaN for none
 * @param per the step of time that the value is for, or null where it holds for any days: of a rate or an average
 * @param warning the share of a target from which on it is reached
 * @param bad the share of a target below which it is missed by far. Where less is better, shares below 1 count to the other
 *     side: 0.9 is then 1.1
 */
public record MetricTarget(double value, @Nullable Grain per, double warning, double bad) {
    private static final Texts TEXTS = Texts.of(MetricTarget.class);

    /** Reached from the target on, missed by far a tenth below. */
    private static final MetricTarget NONE = new MetricTarget(Double.NaN, null, 1, 0.9);

    /** @throws AnalyticsException ARGUMENT_INVALID if a threshold is no number above 0 */
    public MetricTarget {
        if (!(warning > 0) || !(bad > 0) || Double.isInfinite(warning) || Double.isInfinite(bad)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("metric.target.thresholds_are_shares_target", warning, bad));
        }
    }

    /** No target of its own, and the usual thresholds: 1 and 0.9. */
    public static MetricTarget none() {
        return NONE;
    }

    /** One value for any days. */
    public static MetricTarget always(double value) {
        return new MetricTarget(value, null, NONE.warning, NONE.bad);
    }

    /** A value for each step of time; a part of a step is due a part of it. */
    public static MetricTarget per(Grain step, double value) {
        return new MetricTarget(value, step, NONE.warning, NONE.bad);
    }

    /** The same with other thresholds. */
    public MetricTarget withThresholds(double reachedFrom, double farBelow) {
        return new MetricTarget(value, per, reachedFrom, farBelow);
    }

    /** Whether there is a value. */
    public boolean isSet() {
        return Double.isFinite(value);
    }
}
