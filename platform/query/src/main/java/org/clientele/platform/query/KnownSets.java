package org.clientele.platform.query;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The customer sets and published segmentations that questions may name. Immutable.
 *
 * @param sets by each key that a set answers to, in lower case
 * @param gone keys that a set had until it was deleted, each with a sentence that says so and what to do
 * @param segments the segmentations
 */
public record KnownSets(Map<String, Known> sets, Map<String, String> gone, KnownSegments segments) {
    private static final Texts TEXTS = Texts.of(KnownSets.class);

    /** No sets. */
    public static final KnownSets NONE = new KnownSets(Map.of(), Map.of());

    public KnownSets {
        sets = Collections.unmodifiableMap(new TreeMap<>(sets));
        gone = Collections.unmodifiableMap(new TreeMap<>(gone));
        java.util.Objects.requireNonNull(segments, "segments");
    }

    /** Sets alone. */
    public KnownSets(Map<String, Known> sets, Map<String, String> gone) {
        this(sets, gone, KnownSegments.NONE);
    }

    /** The same sets with these segmentations. */
    public KnownSets with(KnownSegments published) {
        return new KnownSets(sets, gone, published);
    }

    /** The same sets with what was published as it was known at the end of a day. */
    public KnownSets asOf(java.time.LocalDate day) {
        return with(segments.asOf(day));
    }

    /** Who is in a set. */
    public sealed interface Who {}

    /**
     * Customers that were written down once.
     *
     * @param dataset the number of the list, in the warehouse
     */
    public record Listed(long dataset) implements Who {}

    /**
     * The customers of the rows that fulfil something now.
     *
     * @param table whose rows; each leads to a customer
     * @param filters all of them must hold
     * @param period the days that count
     */
    public record ByRule(String table, List<Filter> filters, Period period) implements Who {
        public ByRule {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A set.
     *
     * @param key by which filters name it now
     * @param name for people
     * @param who is in it
     * @param seen the last day whose rows decided that, or null where no day did
     */
    public record Known(
            String key, String name, Who who, @Nullable LocalDate seen) {
        /** One that no day's rows decided, as where customers live. */
        public Known(String key, String name, Who who) {
            this(key, name, who, null);
        }
    }

    /**
     * The set of a key, whatever its letters' case.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN if there is none, or none any more, with what to do
     */
    public Known get(String key) {
        String plain = key.toLowerCase(java.util.Locale.ROOT);
        Known known = sets.get(plain);
        if (known != null) {
            return known;
        }
        String names =
                sets.values().stream().map(Known::key).distinct().limit(20).collect(Collectors.joining(", "));
        String there =
                names.isEmpty() ? TEXTS.get("known.sets.there_are_none_yet") : TEXTS.get("common.there_are", names);
        String sentence = gone.getOrDefault(plain, TEXTS.get("known.sets.there_is_no_customer_set", key, there));
        throw new AnalyticsException(ErrorCode.DIMENSION_UNKNOWN, sentence);
    }
}
