package org.clientele.platform.catalog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer set as the catalog keeps it; its members are in the warehouse.
 *
 * @param id what it is known by in its workspace; 0 before it is saved
 * @param key by which filters name it: lower case letters, digits and _; no other set has it
 * @param name for people
 * @param description for people, or ""
 * @param dataset the number of the list of its members; null where they follow from a rule
 * @param members how many there were when they were written down; 0 for a rule
 * @param definition what they were chosen by, as text that whoever saves it can read again
 * @param said the same for people
 * @param madeUnder the name of the policy of whoever made it
 * @param dataAsOf the moment of the newest order line at the time, or null
 * @param madeAt when
 * @param deletedAt when it was deleted, or null
 * @param keys all keys that it answers to, earlier ones among them
 */
public record StoredSet(
        long id,
        String key,
        String name,
        String description,
        @Nullable Long dataset,
        long members,
        String definition,
        String said,
        String madeUnder,
        @Nullable LocalDateTime dataAsOf,
        Instant madeAt,
        @Nullable Instant deletedAt,
        List<String> keys) {
    public StoredSet {
        Objects.requireNonNull(key, "key");
        keys = List.copyOf(keys);
    }
}
