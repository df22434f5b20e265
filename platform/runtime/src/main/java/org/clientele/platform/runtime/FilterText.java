package org.clientele.platform.runtime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Filters for people. */
public final class FilterText {
    private static final Texts TEXTS = Texts.of(FilterText.class);

    private static final int NAMED = 3;
    private static final String SET = "set.";
    /** As {@link org.clientele.platform.runtime.segments.Segmentations#knownDays} writes it. */
    private static final Pattern KNOWN_DAYS = Pattern.compile("known\\(((?:segment|score)\\.\\w+)\\)");

    private FilterText() {}

    /** "Country: France, Germany and 3 more", "Month: Mar 2011 to May 2011", "Country is not France". */
    public static String of(Filter filter) {
        return of(filter, Map.of());
    }

    /** The same with the names that people gave dimensions, see {@link Session#names}; others have their usual ones. */
    public static String of(Filter filter, Map<String, String> names) {
        if (filter instanceof Filter.Members members) {
            List<@Nullable String> all = new ArrayList<>();
            members.members().forEach(m -> all.add(step(members.dimension(), m, names)));
            return TEXTS.get(
                    members.exclude() ? "filter.text.is_not" : "filter.text.of",
                    named(members.dimension(), names),
                    listed(all));
        }
        if (filter instanceof Filter.Range range) {
            return TEXTS.get(
                    "filter.text.of",
                    named(range.dimension(), names),
                    ends(step(range.dimension(), range.from(), names), step(range.dimension(), range.to(), names)));
        }
        String condition = ((Filter.Condition) filter).condition();
        Matcher known = KNOWN_DAYS.matcher(condition);
        return known.matches() ? TEXTS.get("filter.text.known_days", named(known.group(1), names)) : condition;
    }

    /**
     * As a part of a sentence, with nothing left out, for what leaves the program: "country is France, Germany or unknown", "month
     * is 1 Mar 2011 to 1 May 2011". Names that people gave stay as they are written.
     */
    public static String inFull(Filter filter, Map<String, String> names) {
        if (filter instanceof Filter.Members members) {
            boolean sets = members.dimension().equals(CustomerSets.DIMENSION);
            List<String> all = members.members().stream()
                    .map(m -> sets && m != null ? named(SET + m, names) : member(m))
                    .toList();
            return TEXTS.get(
                    members.exclude() ? "filter.text.is_not" : "filter.text.is",
                    lower(members.dimension(), names),
                    either(all));
        }
        if (filter instanceof Filter.Range range) {
            return TEXTS.get(
                    "filter.text.is",
                    lower(range.dimension(), names),
                    ends(written(range.from()), written(range.to())));
        }
        return of(filter, names);
    }

    private static String named(String dimension, Map<String, String> names) {
        return names.getOrDefault(dimension, dimension(dimension));
    }

    private static String lower(String dimension, Map<String, String> names) {
        return names.getOrDefault(dimension, dimension(dimension).toLowerCase(Locale.ROOT));
    }

    /** A member of a dimension as people write it; steps of time are named by their first days, customer sets by their keys. */
    private static @Nullable String step(String dimension, @Nullable String member, Map<String, String> names) {
        if (member == null) {
            return null;
        }
        return dimension.equals(CustomerSets.DIMENSION)
                ? named(SET + member, names)
                : PeriodText.step(dimension, member);
    }

    private static String either(List<String> names) {
        int last = names.size() - 1;
        return last < 0
                ? TEXTS.get("filter.text.none")
                : last == 0
                        ? names.get(0)
                        : TEXTS.get("filter.text.or", String.join(", ", names.subList(0, last)), names.get(last));
    }

    private static @Nullable String written(@Nullable String end) {
        if (end == null) {
            return null;
        }
        try {
            return PeriodText.day(LocalDate.parse(end));
        } catch (DateTimeException e) {
            // A number.
            return end;
        }
    }

    /** All of them in one sentence, or "". */
    public static String of(List<Filter> filters, Map<String, String> names) {
        return filters.stream().map(f -> of(f, names)).collect(Collectors.joining("; "));
    }

    /** The name of a dimension for people: "customer.gender" is "Gender", "product-name" is "Product name". */
    public static String dimension(String name) {
        String bare =
                name.substring(name.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
        return bare.isEmpty() ? name : Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }

    /** A member for people. */
    public static String member(@Nullable String member) {
        return Objects.requireNonNullElse(member, TEXTS.get("filter.text.unknown"));
    }

    private static String listed(List<@Nullable String> members) {
        String first = members.stream().limit(NAMED).map(FilterText::member).collect(Collectors.joining(", "));
        int more = members.size() - NAMED;
        return members.isEmpty()
                ? TEXTS.get("filter.text.none")
                : more > 0 ? TEXTS.get("filter.text.more", first, more) : first;
    }

    private static String ends(@Nullable String from, @Nullable String to) {
        if (from == null) {
            return to == null ? TEXTS.get("filter.text.known") : TEXTS.get("filter.text.up_to", to);
        }
        if (to == null) {
            return TEXTS.get("filter.text.from", from);
        }
        return from.equals(to) ? from : TEXTS.get("filter.text.from_to", from, to);
    }
}
