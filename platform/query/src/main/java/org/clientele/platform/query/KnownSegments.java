package org.clientele.platform.query;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.text.Texts;

/**
 * The published segmentations that questions may name. Immutable.
 *
 * @param all by each key that a segmentation answers to, in lower case
 * @param gone keys that a segmentation had until it was deleted, each with a sentence that says so and what to do
 */
public record KnownSegments(Map<String, Known> all, Map<String, String> gone) {
    private static final Texts TEXTS = Texts.of(KnownSegments.class);

    /** No segmentations. */
    public static final KnownSegments NONE = new KnownSegments(Map.of(), Map.of());

    public KnownSegments {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
        gone = Collections.unmodifiableMap(new TreeMap<>(gone));
    }

    /**
     * A segmentation.
     *
     * @param key by which questions name it now
     * @param name for people
     * @param segments in order; members hold their places
     * @param snapshots who was in which segment on some days, the earliest first; at least one
     */
    public record Known(String key, String name, List<Segment> segments, List<Snapshot> snapshots) {
        public Known {
            segments = List.copyOf(segments);
            snapshots = List.copyOf(snapshots);
            if (segments.isEmpty() || snapshots.isEmpty()) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL, TEXTS.get("known.segments.segmentation_is_empty", name));
            }
        }

        /** Its dimension. */
        public String dimension() {
            return "segment." + key;
        }

        /** The first day on which it tells who is in which segment by nothing that came later. */
        public LocalDate first() {
            return snapshots.get(0).day().plusDays(1);
        }

        /**
         * The present name of a segment that somebody means, by it, its key or a name that it had; or that of none.
         *
         * @throws AnalyticsException ARGUMENT_INVALID if there is no such segment
         */
        public String member(String text) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            if (wanted.equals(Segmentation.NONE)) {
                return Segmentation.NONE;
            }
            return segments.stream()
                    .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst()
                    .or(() -> segments.stream()
                            .filter(s -> s.key().toLowerCase(Locale.ROOT).equals(wanted))
                            .findFirst())
                    .or(() -> segments.stream()
                            .filter(s -> s.former().toLowerCase(Locale.ROOT).equals(wanted))
                            .findFirst())
                    .map(Segment::name)
                    .orElseThrow(() -> new AnalyticsException(
                            ErrorCode.ARGUMENT_INVALID,
                            TEXTS.get(
                                    "known.segments.segmentation_has_no_segment_has",
                                    name,
                                    text.strip(),
                                    segments.stream().map(Segment::name).collect(Collectors.joining(", ")),
                                    Segmentation.NONE)));
        }
    }

    /**
     * A segment.
     *
     * @param key what its analysis knows it by
     * @param name what people call it now
     * @param former what it was called when it was published
     */
    public record Segment(String key, String name, String former) {}

    /**
     * Who was in which segment.
     *
     * @param dataset the number of the list, in the warehouse
     * @param day the list holds what was known at the end of this day, and so from the next day on
     */
    public record Snapshot(long dataset, LocalDate day) {}

    /**
     * The segmentation of a key, whatever its letters' case.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN if there is none, or none any more, with what to do
     */
    public Known get(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        Known known = all.get(plain);
        if (known != null) {
            return known;
        }
        String names =
                all.values().stream().map(Known::dimension).distinct().limit(20).collect(Collectors.joining(", "));
        String there = names.isEmpty()
                ? TEXTS.get("known.segments.none_was_published_yet")
                : TEXTS.get("common.there_are", names);
        throw new AnalyticsException(
                ErrorCode.DIMENSION_UNKNOWN,
                gone.getOrDefault(plain, TEXTS.get("known.segments.there_is_no_published_segmentation", key, there)));
    }
}
