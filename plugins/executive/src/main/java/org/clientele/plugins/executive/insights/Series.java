package org.clientele.plugins.executive.insights;

import org.clientele.sdk.query.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the whole or of one member, in each window.
 *
 * @param metric which
 * @param dimension of the member, or ""
 * @param member or null for the whole
 * @param rate whether it is a share, whose changes are differences
 * @param values oldest first
 */
record Series(
        MetricDefinition metric, String dimension, @Nullable String member, boolean rate, double[] values) {
    /** The changes from window to window: of logarithms, of a share as it is; empty where some window has none. */
    double[] changes() {
        double[] changes = new double[values.length - 1];
        for (int i = 0; i < values.length; i++) {
            boolean usable = Double.isFinite(values[i]) && (rate || values[i] > 0);
            if (!usable) {
                return new double[0];
            }
            if (i > 0) {
                changes[i - 1] = scale(values[i]) - scale(values[i - 1]);
            }
        }
        return changes;
    }

    private double scale(double value) {
        return rate ? value : Math.log(value);
    }

    /** How much there is of it altogether, for a choice of members that matter. */
    double total() {
        double total = 0;
        for (double v : values) {
            total += Double.isFinite(v) ? v : 0;
        }
        return total;
    }
}
