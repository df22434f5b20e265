package org.clientele.plugins.segmentation.cluster;

import java.util.Locale;

/** Numbers in sentences. */
final class ClusterText {
    private ClusterText() {}

    /** With two digits behind the point. */
    static String number(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value).replace('-', '−');
    }

    /** As so many percent. */
    static String percent(double share) {
        return String.format(Locale.ENGLISH, share < 0.0995 ? "%.1f" : "%.0f", 100 * share);
    }
}
