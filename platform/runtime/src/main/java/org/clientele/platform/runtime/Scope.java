package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
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
 * @param shown how tiles over time are shown, by the tile's id, where that is not as the dashboard says
 * @param incomplete what becomes of steps and periods that are not over
 * @param drills how far somebody went into each tile, by the tile's id: holds for that tile only
 * @param parameters what somebody chose about analyses, by the parameter's name: holds for each tile that leaves it open
 */
public record Scope(
        @Nullable PeriodChoice choice,
        @Nullable Period days,
        @Nullable Comparison comparison,
        List<Filter> filters,
        Map<String, List<Filter>> selections,
        Map<String, ShownAs> shown,
        Incomplete incomplete,
        Map<String, Drill> drills,
        Map<String, String> parameters) {
    /** Everything, of the best days for the data. */
    public static final Scope ALL = new Scope(null, null, null, List.of(), Map.of());

    /** Stands for every tile, in {@link #shownAs}. */
    public static final String EVERY_TILE = "*";

    public Scope {
        filters = List.copyOf(filters);
        Map<String, List<Filter>> copy = new LinkedHashMap<>();
        selections.forEach((tile, picked) -> {
            if (!picked.isEmpty()) {
                copy.put(tile, List.copyOf(picked));
            }
        });
        selections = java.util.Collections.unmodifiableMap(copy);
        Map<String, ShownAs> others = new TreeMap<>(shown);
        others.values().removeIf(ShownAs::isPlain);
        shown = java.util.Collections.unmodifiableMap(others);
        Objects.requireNonNull(incomplete, "incomplete");
        Map<String, Drill> ways = new LinkedHashMap<>(drills);
        ways.values().removeIf(Drill::isNone);
        drills = java.util.Collections.unmodifiableMap(ways);
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** One whose tiles are shown as the dashboard says. */
    public Scope(
            @Nullable PeriodChoice choice,
            @Nullable Period days,
            @Nullable Comparison comparison,
            List<Filter> filters,
            Map<String, List<Filter>> selections) {
        this(choice, days, comparison, filters, selections, Map.of(), Incomplete.SAME_PART, Map.of(), Map.of());
    }

    /** Everything of the days of a rule; null for the best rule. */
    public static Scope of(@Nullable PeriodChoice choice) {
        return ALL.during(choice);
    }

    /** The same for the days of a rule; null for the best rule. */
    public Scope during(@Nullable PeriodChoice rule) {
        return new Scope(rule, null, comparison, filters, selections, shown, incomplete, drills, parameters);
    }

    /** The same for these very days. */
    public Scope during(Period theseDays) {
        return new Scope(choice, theseDays, comparison, filters, selections, shown, incomplete, drills, parameters);
    }

    /** The same, compared with something else; null for what each tile says. */
    public Scope compared(@Nullable Comparison with) {
        return new Scope(choice, days, with, filters, selections, shown, incomplete, drills, parameters);
    }

    /** The same with these filters instead. */
    public Scope filtered(List<Filter> all) {
        return new Scope(choice, days, comparison, all, selections, shown, incomplete, drills, parameters);
    }

    /** The same with these filters besides its own, each once. */
    public Scope also(List<Filter> more) {
        List<Filter> all = new ArrayList<>(filters);
        more.stream().filter(f -> !filters.contains(f)).forEach(all::add);
        return filtered(all);
    }

    /** The same with something else picked in a tile; an empty list picks nothing. */
    public Scope picked(String tile, List<Filter> picked) {
        Map<String, List<Filter>> all = new LinkedHashMap<>(selections);
        all.put(tile, picked);
        return new Scope(choice, days, comparison, filters, all, shown, incomplete, drills, parameters);
    }

    /** The same with nothing picked. */
    public Scope unpicked() {
        return new Scope(choice, days, comparison, filters, Map.of(), shown, incomplete, drills, parameters);
    }

    /** The same with a tile over time shown in another way. */
    public Scope shownAs(String tile, ShownAs way) {
        Map<String, ShownAs> others = new TreeMap<>(shown);
        others.put(tile, way);
        return new Scope(choice, days, comparison, filters, selections, others, incomplete, drills, parameters);
    }

    /** The same with another rule for what is not over. */
    public Scope incomplete(Incomplete rule) {
        return new Scope(choice, days, comparison, filters, selections, shown, rule, drills, parameters);
    }

    /** How a tile is shown. */
    public ShownAs shown(String tile) {
        return shown.getOrDefault(tile, shown.getOrDefault(EVERY_TILE, ShownAs.STEPS));
    }

    /** What is picked in a tile. */
    public List<Filter> selection(String tile) {
        return selections.getOrDefault(tile, List.of());
    }

    /** How far somebody went into a tile. */
    public Drill drill(String tile) {
        return drills.getOrDefault(tile, Drill.NONE);
    }

    /** The same with another way into a tile; {@link Drill#NONE} for none. */
    public Scope drilled(String tile, Drill way) {
        Map<String, Drill> all = new LinkedHashMap<>(drills);
        all.put(tile, way);
        return new Scope(choice, days, comparison, filters, selections, shown, incomplete, all, parameters);
    }

    /** The same with a parameter of analyses chosen, or, for null, left to what the analysis has. */
    public Scope chosen(String parameter, @Nullable String value) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (value == null) {
            all.remove(parameter);
        } else {
            all.put(parameter, value);
        }
        return chosen(all);
    }

    /** The same with these parameters of analyses chosen, and no others. */
    public Scope chosen(Map<String, String> all) {
        return new Scope(choice, days, comparison, filters, selections, shown, incomplete, drills, all);
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
