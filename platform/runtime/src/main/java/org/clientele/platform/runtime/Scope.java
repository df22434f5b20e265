package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard is narrowed down to. Immutable.
 *
 * @param choice the days by a rule, or null for the best for the data
 * @param days these very days instead, or null
 * @param comparison what figures are compared with, or null for what each tile says
 * @param filters hold for every tile
 * @param selections what is picked in each tile, by the tile's id: holds for every other tile
 */
public record Scope(
        @Nullable PeriodChoice choice,
        @Nullable Period days,
        @Nullable Comparison comparison,
        List<Filter> filters,
        Map<String, List<Filter>> selections) {
    /** Everything, of the best days for the data. */
    public static final Scope ALL = new Scope(null, null, null, List.of(), Map.of());

    public Scope {
        filters = List.copyOf(filters);
        Map<String, List<Filter>> copy = new LinkedHashMap<>();
        selections.forEach((tile, picked) -> {
            if (!picked.isEmpty()) {
                copy.put(tile, List.copyOf(picked));
            }
        });
        selections = java.util.Collections.unmodifiableMap(copy);
    }

    /** Everything of the days of a rule; null for the best rule. */
    public static Scope of(@Nullable PeriodChoice choice) {
        return ALL.during(choice);
    }

    /** The same for the days of a rule; null for the best rule. */
    public Scope during(@Nullable PeriodChoice rule) {
        return new Scope(rule, null, comparison, filters, selections);
    }

    /** The same for these very days. */
    public Scope during(Period theseDays) {
        return new Scope(choice, theseDays, comparison, filters, selections);
    }

    /** The same, compared with something else; null for what each tile says. */
    public Scope compared(@Nullable Comparison with) {
        return new Scope(choice, days, with, filters, selections);
    }

    /** The same with these filters instead. */
    public Scope filtered(List<Filter> all) {
        return new Scope(choice, days, comparison, all, selections);
    }

    /** The same with something else picked in a tile; an empty list picks nothing. */
    public Scope picked(String tile, List<Filter> picked) {
        Map<String, List<Filter>> all = new LinkedHashMap<>(selections);
        all.put(tile, picked);
        return new Scope(choice, days, comparison, filters, all);
    }

    /** The same with nothing picked. */
    public Scope unpicked() {
        return new Scope(choice, days, comparison, filters, Map.of());
    }

    /** What is picked in a tile. */
    public List<Filter> selection(String tile) {
        return selections.getOrDefault(tile, List.of());
    }

    /** What a tile is narrowed down to: the filters, and what is picked in the others. */
    public List<Filter> filtersOf(String tile) {
        List<Filter> all = new ArrayList<>(filters);
        selections.forEach((other, picked) -> {
            if (!other.equals(tile)) {
                all.addAll(picked);
            }
        });
        return List.copyOf(all);
    }
}
