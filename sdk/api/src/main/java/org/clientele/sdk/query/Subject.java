package org.clientele.sdk.query;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks.
 *
 * @param user the user's name
 * @param roles the roles in force
 */
public record Subject(String user, Set<String> roles) {
    public Subject {
        Objects.requireNonNull(user, "user");
        roles = Set.copyOf(roles);
    }

    /** The person at this desktop, without roles. */
    public static Subject local() {
        return new Subject("local", Set.of());
    }
}
