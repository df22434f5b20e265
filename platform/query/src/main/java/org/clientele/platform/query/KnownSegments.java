package org.clientele.platform.query;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The published segmentations and scores that questions may name. Immutable.
 *
 * @param all by each key that one answers to, in lower case
 * @param gone keys that a segmentation had until it was deleted, each with a sentence that says so and what to do
 * @param later keys of scores that were not known yet on the day that is looked at, each with a sentence that says so and what to do
 */
public record KnownSegments(Map<String, Known> all, Map<String, String> gone, Map<String, String> later) {
    private static final Texts TEXTS = Texts.of(KnownSegments.class);

    /** No segmentations. */
    public static final KnownSegments NONE = new KnownSegments(Map.of(), Map.of());

    public KnownSegments {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
        gone = Collections.unmodifiableMap(new TreeMap<>(gone));
        later = Collections.unmodifiableMap(new TreeMap<>(later));
    }

    /** As they are today. */
    public KnownSegments(Map<String, Known> all, Map<String, String> gone) {
        this(all, gone, Map.of());
    }

    /**
     * A segmentation or a score.
     *
     * @param key by which questions name it now
     * @param name for people
     * @param segments in order; members hold their places; none of a score
     * @param score what the numbers of customers count, or null where they are in segments
     * @param snapshots who was in which segment on some days, the earliest first; at least one
     */
    public record Known(
            String key,
            String name,
            List<Segment> segments,
            @Nullable Unit score,
            List<Snapshot> snapshots) {
        public Known {
            segments = List.copyOf(segments);
            snapshots = List.copyOf(snapshots);
            if (segments.isEmpty() != (score != null) || snapshots.isEmpty()) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL, TEXTS.get("known.segments.segmentation_is_empty", name));
            }
        }

        /** One whose customers are in segments. */
        public Known(String key, String name, List<Segment> segments, List<Snapshot> snapshots) {
            this(key, name, segments, null, snapshots);
        }

        /** Its dimension. */
        public String dimension() {
            return (score == null ? Names.SEGMENT : Names.SCORE) + "." + key;
        }

        /** Whether nobody published it: its lists are in memory, see {@link Term.Published.Dated}. */
        public boolean isLive() {
            return dimension().startsWith(Segmentation.LIVE);
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
     * @param dataset the number of the list, in the warehouse; below zero where it is kept in memory
     * @param day the list holds what was known at the end of this day, and so from the next day on
     */
    public record Snapshot(long dataset, LocalDate day) {}

    /** The same beside segments that nobody published, by their keys. */
    public KnownSegments with(Map<String, Known> live) {
        if (live.isEmpty()) {
            return this;
        }
        Map<String, Known> both = new TreeMap<>(all);
        both.putAll(live);
        return new KnownSegments(both, gone, later);
    }

    /** As they were known at the end of a day: lists of later days are not there, nor scores without another; of segmentations the first stays. */
    public KnownSegments asOf(LocalDate day) {
        Map<String, Known> then = new TreeMap<>();
        Map<String, String> missing = new TreeMap<>();
        all.forEach((key, known) -> {
            List<Snapshot> snapshots = known.snapshots().stream()
                    .filter(s -> !s.day().isAfter(day))
                    .toList();
            if (snapshots.isEmpty() && known.score() != null) {
                missing.put(
                        key,
                        TEXTS.get(
                                "known.segments.not_known_then",
                                known.name(),
                                day,
                                known.snapshots().get(0).day(),
                                known.key()));
            } else {
                then.put(
                        key,
                        new Known(
                                known.key(),
                                known.name(),
                                known.segments(),
                                known.score(),
                                snapshots.isEmpty() ? known.snapshots().subList(0, 1) : snapshots));
            }
        });
        return new KnownSegments(then, gone, missing);
    }

    /**
     * The segmentation of a key, whatever its letters' case.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN if there is none, or none any more, with what to do
     */
    public Known get(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        Known known = all.get(plain);
        if (known != null && known.score() == null) {
            return known;
        }
        if (known != null) {
            throw new AnalyticsException(
                    ErrorCode.DIMENSION_UNKNOWN,
                    TEXTS.get("known.segments.is_number", known.name(), known.dimension()));
        }
        throw unknown(key, "known.segments.there_is_no_published_segmentation");
    }

    /**
     * The score of a key, whatever its letters' case.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN if there is none, or none any more, NOTHING_YET if it was not known yet; with what to do
     */
    public Known score(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        Known known = all.get(plain);
        if (known != null && known.score() != null) {
            return known;
        }
        String unknownThen = later.get(plain);
        if (unknownThen != null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, unknownThen);
        }
        if (known != null) {
            throw new AnalyticsException(
                    ErrorCode.DIMENSION_UNKNOWN,
                    TEXTS.get("known.segments.is_no_number", known.name(), known.dimension()));
        }
        throw unknown(key, "known.segments.there_is_no_published_score");
    }

    private AnalyticsException unknown(String key, String problem) {
        String plain = key.toLowerCase(Locale.ROOT);
        if ((Names.SEGMENT + "." + plain).startsWith(Segmentation.LIVE)) {
            return new AnalyticsException(ErrorCode.DIMENSION_UNKNOWN, TEXTS.get("known.segments.live_gone"));
        }
        String names = all.values().stream()
                .filter(k -> !k.isLive())
                .map(Known::dimension)
                .distinct()
                .limit(20)
                .collect(Collectors.joining(", "));
        String there = names.isEmpty()
                ? TEXTS.get("known.segments.none_was_published_yet")
                : TEXTS.get("common.there_are", names);
        return new AnalyticsException(
                ErrorCode.DIMENSION_UNKNOWN, gone.getOrDefault(plain, TEXTS.get(problem, key, there)));
    }
}
