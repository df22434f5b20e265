package org.clientele.platform.workbench.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.DrilledTile;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a page is narrowed down to, in small parts that can be taken away one by one. */
public final class Chips {
    private static final Texts TEXTS = Texts.of(Chips.class);

    private Chips() {}

    /**
     * One part.
     *
     * @param id stable
     * @param label "Country: France"
     * @param dimension that a click on it opens the picker of, or ""
     * @param picked whether it is what was picked in a tile, rather than a filter
     * @param removed the scope without it
     * @param filter that it is, or null where it is something else
     * @param everywhere whether it holds on all dashboards
     * @param back the scope that a click on it goes back to, or null where it does not
     */
    public record Chip(
            String id,
            String label,
            String dimension,
            boolean picked,
            Scope removed,
            @Nullable Filter filter,
            boolean everywhere,
            @Nullable Scope back) {
        /** What a click on it does, for the menu of undo. */
        public String backDeed() {
            return TEXTS.get("chips.back", label);
        }

        Chip(
                String id,
                String label,
                String dimension,
                boolean picked,
                Scope removed,
                Filter filter,
                boolean everywhere) {
            this(id, label, dimension, picked, removed, filter, everywhere, null);
        }

        Chip(String id, String label, String dimension, boolean picked, Scope removed) {
            this(id, label, dimension, picked, removed, null, false, null);
        }
    }

    /** The parts of a scope, filters first. */
    public static List<Chip> of(Scope scope) {
        return of(scope, List.of(), Map.of());
    }

    /**
     * The same with what holds on all dashboards before it.
     *
     * @param names those of dimensions that people gave
     */
    public static List<Chip> of(Scope scope, List<Filter> everywhere, Map<String, String> names) {
        List<Chip> all = new ArrayList<>();
        for (int i = 0; i < everywhere.size(); i++) {
            Filter filter = everywhere.get(i);
            all.add(new Chip("everywhere-" + i, FilterText.of(filter, names), "", false, scope, filter, true));
        }
        Comparison comparison = scope.comparison();
        if (comparison != null) {
            all.add(new Chip("comparison", compared(comparison), "", false, scope.compared(null)));
        }
        if (scope.incomplete() != Incomplete.SAME_PART) {
            String label = scope.incomplete() == Incomplete.LEFT_OUT
                    ? TEXTS.get("chips.not.over.out")
                    : TEXTS.get("chips.not.over.whole");
            all.add(new Chip("incomplete", label, "", false, scope.incomplete(Incomplete.SAME_PART)));
        }
        scope.parameters()
                .forEach((name, value) -> all.add(new Chip(
                        "parameter-" + name,
                        TEXTS.get("chips.parameter", words(name), value),
                        "",
                        false,
                        scope.chosen(name, null))));
        for (int i = 0; i < scope.filters().size(); i++) {
            Filter filter = scope.filters().get(i);
            all.add(new Chip(
                    "filter-" + i,
                    FilterText.of(filter, names),
                    Picked.dimension(filter),
                    false,
                    scope.filtered(without(scope.filters(), i)),
                    filter,
                    false));
        }
        scope.selections()
                .forEach((tile, filters) -> all.add(new Chip(
                        "picked-" + tile, FilterText.of(filters, names), "", true, scope.picked(tile, List.of()))));
        scope.drills().forEach((tile, drill) -> {
            if (drill.levels().size() > 1 && !tile.equals(Breakdowns.TILE)) {
                all.addAll(steps(scope, tile, drill));
            }
        });
        return all;
    }

    /** The steps of a way down: a click on one goes back there, its cross to the one before. */
    private static List<Chip> steps(Scope scope, String tile, Drill drill) {
        List<Chip> all = new ArrayList<>();
        List<String> names = DrilledTile.steps(drill.levels());
        for (int i = 0; i < names.size(); i++) {
            Drill before = i == 0 ? new Drill(List.of(), drill.split()) : drill.upTo(i + 1);
            boolean last = i == names.size() - 1;
            all.add(new Chip(
                    "drilled-" + tile + (i == 0 ? "" : "-" + i),
                    names.get(i),
                    "",
                    true,
                    scope.drilled(tile, before),
                    null,
                    false,
                    last ? null : scope.drilled(tile, drill.upTo(i + 2))));
        }
        return all;
    }

    /** "recencyWeight" as "Recency weight". */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static List<Filter> without(List<Filter> filters, int index) {
        List<Filter> others = new ArrayList<>(filters);
        others.remove(index);
        return others;
    }

    /** For people. */
    public static String compared(Comparison comparison) {
        return switch (comparison) {
            case NONE -> TEXTS.get("chips.compared.none");
            case PREVIOUS -> TEXTS.get("chips.compared.previous");
            case YEAR_BEFORE -> TEXTS.get("chips.compared.year");
        };
    }
}
