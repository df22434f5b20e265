package org.clientele.plugins.segmentation.features;

import java.util.List;

/** Where features come from. */
interface FeatureSource {
    /** The keys and groups that it has, to be told to who asks for another. */
    List<String> offers();

    /** The key as it is written here, whatever its case; null if it has no such key or group. */
    default @org.jspecify.annotations.Nullable String find(String token) {
        return offers().stream()
                .filter(o -> o.equalsIgnoreCase(token))
                .findFirst()
                .orElse(null);
    }

    /**
     * What a key or group stands for, in order; none where a group has no members, or a key no value at all.
     *
     * @param token one that {@link #find} gave
     */
    List<FeatureColumn> read(String token);
}
