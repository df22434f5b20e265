package org.clientele.sdk.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a subject may see. Applied in one place, the query compiler; the fingerprint is part of every cache key.
 *
 * @param name for people: "Allow all"
 * @param rowFilters by table, conditions of the formula language that every row must pass
 * @param maskedColumns columns as {@code table.column} that may not be read
 * @param dashboards ids of the dashboards that may be opened; empty allows all
 */
public record Policy(
        String name, Map<String, List<String>> rowFilters, Set<String> maskedColumns, Set<String> dashboards) {
    public Policy {
        Map<String, List<String>> copy = new TreeMap<>();
        rowFilters.forEach((table, conditions) -> copy.put(table, List.copyOf(conditions)));
        rowFilters = java.util.Collections.unmodifiableMap(copy);
        maskedColumns = java.util.Collections.unmodifiableSet(new TreeSet<>(maskedColumns));
        dashboards = java.util.Collections.unmodifiableSet(new TreeSet<>(dashboards));
    }

    /** Everything may be seen. */
    public static Policy allowAll() {
        return new Policy("Allow all", Map.of(), Set.of(), Set.of());
    }

    /** Equal for policies that let the same through, whatever their names. */
    public String fingerprint() {
        return rowFilters + "|" + maskedColumns + "|" + dashboards;
    }

    /** Whether a dashboard may be opened. */
    public boolean allowsDashboard(String id) {
        return dashboards.isEmpty() || dashboards.contains(id);
    }
}
