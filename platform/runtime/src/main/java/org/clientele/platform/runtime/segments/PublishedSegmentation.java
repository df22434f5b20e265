package org.clientele.platform.runtime.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A segmentation or a score that was published.
 *
 * @param id what it is known by in its workspace, for good
 * @param key by which questions name it: {@code segment.<key>}
 * @param name for people
 * @param description for people, or ""
 * @param inForce the number of the version that questions mean
 * @param versions the first one first
 * @param deleted when it was deleted, or null
 */
public record PublishedSegmentation(
        long id,
        String key,
        String name,
        String description,
        int inForce,
        List<Version> versions,
        @Nullable Instant deleted) {
    private static final Texts TEXTS = Texts.of(PublishedSegmentation.class);

    /** The member of its dimension for known customers who are in none of its segments. */
    public static final String NONE = Segmentation.NONE;

    public PublishedSegmentation {
        versions = List.copyOf(versions);
    }

    /**
     * What was published once, with everything needed to repeat it.
     *
     * @param id what it is known by in its workspace
     * @param number from 1
     * @param analysis the whole id
     * @param pluginVersion of the plugin that it was fitted by
     * @param parameters all of them, a seed among them where there is one
     * @param filters that it was fitted under
     * @param period that it was fitted on; it ends with {@code fittedOn}
     * @param fittedOn the day at whose end customers were as it was fitted on them
     * @param dataAsOf the moment of the newest order line at the time, or null
     * @param publisher the name of whoever published it
     * @param madeUnder the name of her policy
     * @param doubts what is to be said about it, sentences
     * @param score what the numbers of customers are, or null where they are in segments
     * @param madeAt when
     * @param segments in order; none of a score
     * @param snapshots who is in which segment at the end of some days, the earliest first
     */
    public record Version(
            long id,
            int number,
            String analysis,
            String pluginVersion,
            Map<String, String> parameters,
            List<Filter> filters,
            Period period,
            LocalDate fittedOn,
            @Nullable LocalDateTime dataAsOf,
            String publisher,
            String madeUnder,
            List<String> doubts,
            @Nullable Score score,
            Instant madeAt,
            List<Segment> segments,
            List<Snapshot> snapshots) {
        public Version {
            filters = List.copyOf(filters);
            doubts = List.copyOf(doubts);
            segments = List.copyOf(segments);
            snapshots = List.copyOf(snapshots);
        }

        /** Who is in which segment by the newest day. */
        public Snapshot newest() {
            return snapshots.get(snapshots.size() - 1);
        }
    }

    /**
     * What the numbers of customers are.
     *
     * @param unit what they count
     * @param meaning what they tell
     */
    public record Score(Unit unit, Scoring.Meaning meaning) {}

    /**
     * A segment.
     *
     * @param key what its analysis knows it by
     * @param name what people call it
     * @param former what it was called when it was published; filters that say so still mean it
     * @param description who is in it, or ""
     * @param action what to do for them, or ""
     */
    public record Segment(String key, String name, String former, String description, String action) {}

    /**
     * Who was in which segment at the end of a day, and so from the next day on.
     *
     * @param day the day
     * @param sizes how many customers each segment had; of a score, one number: how many have one
     * @param madeAt when it was worked out
     */
    public record Snapshot(LocalDate day, List<Integer> sizes, Instant madeAt) {
        public Snapshot {
            sizes = List.copyOf(sizes);
        }

        /** How many customers were in a segment. */
        public int members() {
            return sizes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Whether customers have numbers, not segments. */
    public boolean isScore() {
        return current().score() != null;
    }

    /**
     * The name of its dimension, for queries and filters. Its members are the names of its segments, {@link #NONE}, and unknown for unknown customers;
     * or, of a score, numbers.
     */
    public String dimension() {
        return (isScore() ? "score." : "segment.") + key;
    }

    /** The version that questions mean. */
    public Version current() {
        return version(inForce);
    }

    /**
     * A version by its number.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public Version version(int number) {
        return versions.stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "published.segmentation.has_no_version_has_versions", name, number, versions.size())));
    }
}
