package org.clientele.sdk.data;

import java.util.Map;
import java.util.Objects;

/**
 * A segmentation that somebody published, and how it was found.
 *
 * @param dimension by which questions name it: {@code segment.rfm}
 * @param name for people
 * @param analysis the whole id of what found it, {@code clientele.segmentation/rfm}; its plugin may not be there any more
 * @param parameters of that analysis, all of them, by name, as text
 */
public record PublishedSegments(String dimension, String name, String analysis, Map<String, String> parameters) {
    public PublishedSegments {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(analysis, "analysis");
        parameters = Map.copyOf(parameters);
    }
}
