package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** How the steps of a waterfall add up. */
final class Steps {
    private static final Texts TEXTS = Texts.of(Steps.class);

    /** What a bar is. */
    enum Kind {
        UP,
        DOWN,
        TOTAL
    }

    /**
     * One bar.
     *
     * @param raw the member as filters write it, or null
     * @param value the step, or the total
     * @param from where the bar starts
     * @param to the level after it
     */
    record Step(Kind kind, String name, @Nullable String raw, double value, double from, double to) {}

    /** One row before the levels are known. */
    private record Item(String name, @Nullable String raw, double value, boolean total) {}

    private static final String TOTAL = TEXTS.get("steps.total");

    private Steps() {}

    /**
     * The bars in the order of the rows, at most {@code capacity}: where there are more, the smallest steps between two totals
     * are one. A row whose value is missing is left out, unless it is a total: that is then reckoned. Without any total the
     * last bar is the sum.
     */
    static List<Step> of(ChartRequest r, Column x, Column y, int capacity, Notes notes) {
        List<Item> items = items(r, x, y, notes);
        if (items.stream().noneMatch(i -> !Double.isNaN(i.value()))) {
            return List.of();
        }
        List<Item> fewer = reduced(r, items, capacity, notes);
        List<Step> steps = new ArrayList<>();
        double level = 0;
        for (Item i : fewer) {
            if (i.total()) {
                double stated = Double.isNaN(i.value()) ? level : i.value();
                double scale = Math.max(Math.abs(stated), Math.abs(level));
                if (!steps.isEmpty() && Math.abs(stated - level) > 1e-9 * scale) {
                    notes.add(TEXTS.get(
                            "steps.steps_come_to_is",
                            Figure.exact(r, level, y.unit()),
                            i.name(),
                            Figure.exact(r, stated, y.unit())));
                }
                level = stated;
                steps.add(new Step(Kind.TOTAL, i.name(), i.raw(), level, 0, level));
            } else {
                double to = level + i.value();
                steps.add(new Step(i.value() < 0 ? Kind.DOWN : Kind.UP, i.name(), i.raw(), i.value(), level, to));
                level = to;
            }
        }
        return steps;
    }

    private static List<Item> items(ChartRequest r, Column x, Column y, Notes notes) {
        Set<String> totals = totals(r);
        List<Item> items = new ArrayList<>();
        int unknown = 0;
        boolean any = false;
        for (int row = 0; row < y.size(); row++) {
            String name = Labels.member(x, row, r);
            String raw = Member.raw(x, row);
            boolean total = totals.contains(name) || (raw != null && totals.contains(raw));
            double v = y.doubleAt(row);
            any |= total;
            if (Double.isFinite(v) || total) {
                items.add(new Item(name, raw, Double.isFinite(v) ? v : Double.NaN, total));
            } else {
                unknown++;
            }
        }
        if (unknown > 0 && !items.isEmpty()) {
            notes.add(TEXTS.get("steps.steps_have_no_value", Figure.counted(r, unknown)));
        }
        if (!any) {
            items.add(new Item(TOTAL, null, Double.NaN, true));
        }
        return items;
    }

    /** The option is one member, or several between commas. */
    private static Set<String> totals(ChartRequest r) {
        String option = r.spec().options().getOrDefault("total", "");
        Set<String> names = new HashSet<>();
        names.add(option.strip());
        Arrays.stream(option.split(",")).map(String::strip).forEach(names::add);
        names.remove("");
        return names;
    }

    private static List<Item> reduced(ChartRequest r, List<Item> items, int capacity, Notes notes) {
        if (items.size() <= capacity) {
            return items;
        }
        List<Item> kept = withoutInnerTotals(items, capacity);
        int totals = (int) kept.stream().filter(Item::total).count();
        // Each stretch between totals may end in a bar of its own for what was put together.
        int budget =
                Math.max(0, capacity - 2 * totals - (kept.get(kept.size() - 1).total() ? 0 : 1));
        Set<Item> large = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        kept.stream()
                .filter(i -> !i.total())
                .sorted(Comparator.comparingDouble((Item i) -> -Math.abs(i.value())))
                .limit(budget)
                .forEach(large::add);
        List<Item> out = new ArrayList<>();
        List<Item> small = new ArrayList<>();
        int merged = 0;
        for (Item i : kept) {
            if (i.total()) {
                merged += flush(r, out, small);
                out.add(i);
            } else if (large.contains(i)) {
                out.add(i);
            } else {
                small.add(i);
            }
        }
        merged += flush(r, out, small);
        if (merged > 0) {
            notes.add(TEXTS.get("steps.smallest_steps_are_put", Figure.counted(r, merged)));
        }
        return out;
    }

    private static int flush(ChartRequest r, List<Item> out, List<Item> small) {
        int n = small.size();
        if (n == 1) {
            out.add(small.get(0));
        } else if (n > 1) {
            double sum = small.stream().mapToDouble(Item::value).sum();
            out.add(new Item(Labels.others(r, n), null, sum, false));
        }
        small.clear();
        return n > 1 ? n : 0;
    }

    /** Totals between the first and the last are left out where they alone would fill half of the picture. */
    private static List<Item> withoutInnerTotals(List<Item> items, int capacity) {
        long totals = items.stream().filter(Item::total).count();
        if (totals <= Math.max(2, capacity / 3)) {
            return items;
        }
        List<Item> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).total() || i == 0 || i == items.size() - 1) {
                out.add(items.get(i));
            }
        }
        return out;
    }
}
