package org.clientele.plugins.segmentation.segments;

import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Quantiles;
import org.clientele.sdk.text.Texts;

/** What one would do for a segment, from how long its customers are away and what they are worth: suggestions, to be changed. */
public final class Actions {
    private static final Texts TEXTS = Texts.of(Actions.class);
    private static final double MIDDLE = 0.5;

    private Actions() {}

    /**
     * @param away whether its customers are away for longer than others
     * @param worth whether they are worth more
     */
    public static String of(boolean away, boolean worth) {
        return TEXTS.get(worth ? away ? "action.win.back" : "action.keep" : away ? "action.let.go" : "action.develop");
    }

    /** By medians of the segment and of all customers; "" where nobody is in it or nothing tells what customers are worth. */
    public static String of(FeatureTable table, int[] labels, int segment) {
        double worth = beyond(table, "monetary", labels, segment);
        return Double.isNaN(worth) ? "" : of(beyond(table, "recency", labels, segment) > 0, worth > 0);
    }

    private static double beyond(FeatureTable table, String key, int[] labels, int segment) {
        if (!table.has(key)) {
            return Double.NaN;
        }
        double[] own = SegmentSummary.known(table.values(key), labels, segment);
        double[] all = SegmentSummary.known(table.values(key), new int[labels.length], 0);
        return own.length == 0 ? Double.NaN : Quantiles.of(own, MIDDLE) - Quantiles.of(all, MIDDLE);
    }
}
