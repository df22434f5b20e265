package org.clientele.platform.runtime.records;

import org.clientele.sdk.text.Texts;

/**
 * A customer that was found.
 *
 * @param id of the customer
 * @param name for people, or "" where it is not known or not to be seen
 */
public record CustomerMatch(String id, String name) {
    private static final Texts TEXTS = Texts.of(CustomerMatch.class);

    /** For people: "Mary Smith (12346)". */
    public String label() {
        return name.isEmpty() ? TEXTS.get("board.title", id) : TEXTS.get("match", name, id);
    }
}
