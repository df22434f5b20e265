package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.clientele.sdk.query.Filter;
import org.jspecify.annotations.Nullable;

/** What is picked in a tile, as filters: made by clicks on its marks, and asked which marks it holds. */
public final class Picked {
    private Picked() {}

    /**
     * What is picked after a click on a mark.
     *
     * @param before what was picked
     * @param mark its member of each dimension; null for the unknown one
     * @param add whether the mark is added to what is picked, or taken from it
     * @return what is picked now; empty if the mark was all of it
     */
    public static List<Filter> click(List<Filter> before, Map<String, @Nullable String> mark, boolean add) {
        List<Filter> alone = new ArrayList<>();
        mark.forEach((dimension, member) ->
                alone.add(new Filter.Members(dimension, Collections.singletonList(member), false)));
        if (before.equals(alone)) {
            return List.of();
        }
        if (!add || before.isEmpty() || mark.size() != 1) {
            return alone;
        }
        String dimension = mark.keySet().iterator().next();
        String member = mark.get(dimension);
        if (before.size() != 1
                || !(before.get(0) instanceof Filter.Members members)
                || members.exclude()
                || !members.dimension().equals(dimension)) {
            return alone;
        }
        List<@Nullable String> all = new ArrayList<>(members.members());
        if (!all.remove(member)) {
            all.add(member);
        }
        return all.isEmpty() ? List.of() : List.of(new Filter.Members(dimension, all, false));
    }

    /** Whether a mark with these members is picked; one that has no member of a dimension is not held back by it. */
    public static boolean holds(List<Filter> picked, Map<String, @Nullable String> mark) {
        for (Filter filter : picked) {
            if (filter instanceof Filter.Members members) {
                String member = mark.get(members.dimension());
                if (mark.containsKey(members.dimension()) && members.members().contains(member) == members.exclude()) {
                    return false;
                }
            } else if (filter instanceof Filter.Range range) {
                String member = mark.get(range.dimension());
                if (mark.containsKey(range.dimension()) && (member == null || !within(member, range))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The same question for many marks: thousands of picked members are looked up, not gone through for each. */
    static Predicate<Map<String, @Nullable String>> test(List<Filter> picked) {
        List<Filter> others = new ArrayList<>();
        List<Predicate<Map<String, @Nullable String>>> all = new ArrayList<>();
        for (Filter filter : picked) {
            if (filter instanceof Filter.Members members) {
                Set<@Nullable String> named = new HashSet<>(members.members());
                String dimension = members.dimension();
                all.add(mark ->
                        !mark.containsKey(dimension) || named.contains(mark.get(dimension)) != members.exclude());
            } else {
                others.add(filter);
            }
        }
        return mark -> all.stream().allMatch(p -> p.test(mark)) && holds(others, mark);
    }

    private static boolean within(String member, Filter.Range range) {
        return order(Objects.requireNonNullElse(range.from(), member), member) <= 0
                && order(member, Objects.requireNonNullElse(range.to(), member)) <= 0;
    }

    private static int order(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } catch (NumberFormatException e) {
            return a.compareTo(b);
        }
    }

    /** Filters by dimension with one of them taken out, put in or put in another's place; null takes it out. */
    public static List<Filter> with(List<Filter> filters, String dimension, @Nullable Filter filter) {
        Map<String, Filter> all = new LinkedHashMap<>();
        int n = 0;
        for (Filter f : filters) {
            String name = dimension(f);
            all.put(name.isEmpty() ? "#" + n++ : name, f);
        }
        if (filter == null) {
            all.remove(dimension);
        } else {
            all.put(dimension, filter);
        }
        return List.copyOf(all.values());
    }

    /** The dimension that a filter is about, or "". */
    public static String dimension(Filter filter) {
        if (filter instanceof Filter.Members members) {
            return members.dimension();
        }
        return filter instanceof Filter.Range range ? range.dimension() : "";
    }
}
