package org.clientele.plugins.segmentation.features;

/**
 * What to read of customers.
 *
 * @param features keys of features, presets ("rfm", "lrfm", "shares", "profile", "auto") and groups ("spend.*"), parted by commas
 * @param asOf the day on which it is told, 2011-12-09, or "" for the last of the days on show
 * @param windowDays how many days up to then count, or 0 for the days on show
 */
public record FeatureChoice(String features, String asOf, int windowDays) {
    /** The default list. */
    public static final String AUTO = "auto";

    /** These features over the days on show. */
    public static FeatureChoice of(String features) {
        return new FeatureChoice(features, "", 0);
    }
}
