package org.clientele.sdk.extension;

import java.util.Map;
import java.util.Objects;

/**
 * A choice of an analysis's parameters that is offered to people with one click, for all cards of a page that have such parameters.
 *
 * @param title for people, what one would get: "Clusters by LRFM and Predicted value"
 * @param parameters their values as text, by name; those that are not named stay as they are
 */
public record Suggestion(String title, Map<String, String> parameters) {
    public Suggestion {
        Objects.requireNonNull(title, "title");
        parameters = Map.copyOf(parameters);
    }
}
