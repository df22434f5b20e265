package org.clientele.platform.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published segmentation or score as the catalog keeps it; who is in which segment, or has which number, is in the warehouse.
 *
 * @param id what it is known by in its workspace; 0 before it is saved
 * @param key by which questions name it: lower case letters, digits and _; no other segmentation has it
 * @param name for people
 * @param description for people, or ""
 * @param inForce the number of the version that questions mean
 * @param deletedAt when it was deleted, or null
 * @param keys all keys that it answers to, earlier ones among them
 * @param versions the first one first
 */
public record StoredSegmentation(
        long id,
        String key,
        String name,
        String description,
        int inForce,
        @Nullable Instant deletedAt,
        List<String> keys,
        List<Version> versions) {
    public StoredSegmentation {
        Objects.requireNonNull(key, "key");
        keys = List.copyOf(keys);
        versions = List.copyOf(versions);
    }

    /**
     * What was published once. Its model is read by itself.
     *
     * @param id what it is known by in its workspace; 0 before it is saved
     * @param number from 1 within its segmentation; 0 before it is saved
     * @param analysis the whole id
     * @param pluginVersion of the plugin that it was fitted by
     * @param parameters all of them, as text that whoever saves it can read again
     * @param fittedUnder the filters and days that it was fitted under, likewise
     * @param fittedOn the day at whose end customers were as it was fitted on them
     * @param dataAsOf the moment of the newest order line at the time, or null
     * @param publisher the name of whoever published it
     * @param madeUnder the name of her policy
     * @param fingerprint of her policy
     * @param doubts sentences, one a line
     * @param score what the numbers of customers are, or null where they are in segments
     * @param madeAt when
     * @param segments by place; none of a score
     * @param snapshots by day
     */
    public record Version(
            long id,
            int number,
            String analysis,
            String pluginVersion,
            String parameters,
            String fittedUnder,
            LocalDate fittedOn,
            @Nullable LocalDateTime dataAsOf,
            String publisher,
            String madeUnder,
            String fingerprint,
            String doubts,
            @Nullable Score score,
            Instant madeAt,
            List<Segment> segments,
            List<Snapshot> snapshots) {
        public Version {
            segments = List.copyOf(segments);
            snapshots = List.copyOf(snapshots);
        }
    }

    /**
     * What the numbers of customers are.
     *
     * @param numerator what they count, or ""
     * @param denominator what that is divided by, or ""
     * @param meaning the name of what they tell
     */
    public record Score(String numerator, String denominator, String meaning) {}

    /**
     * A segment.
     *
     * @param key what its analysis knows it by
     * @param name what people call it
     * @param former what it was called when it was published
     * @param description who is in it, or ""
     * @param action what to do for them, or ""
     */
    public record Segment(String key, String name, String former, String description, String action) {}

    /**
     * Who was in which segment, or had which number, at the end of a day.
     *
     * @param dataset the number of the list
     * @param asOf the day
     * @param sizes how many customers each segment had; of a score, one number: how many have one
     * @param dataState the state of the data that it was worked out from
     * @param madeAt when
     */
    public record Snapshot(long dataset, LocalDate asOf, List<Integer> sizes, long dataState, Instant madeAt) {
        public Snapshot {
            sizes = List.copyOf(sizes);
        }
    }
}
