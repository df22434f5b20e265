package org.clientele.platform.runtime.sets;

import java.util.Objects;

/**
 * A set that is to be made.
 *
 * @param name for people
 * @param description for people, or ""
 * @param rule what its customers are chosen by
 * @param fixed whether they are written down now; else they follow from the rule each time
 */
public record SetDraft(String name, String description, SetRule rule, boolean fixed) {
    public SetDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(rule, "rule");
    }

    /** A set of the customers that a rule chooses now. */
    public static SetDraft of(String name, SetRule rule) {
        return new SetDraft(name, "", rule, true);
    }
}
