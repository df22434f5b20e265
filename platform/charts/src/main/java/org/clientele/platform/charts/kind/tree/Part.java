package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** A whole, or a part of one, with its own parts from the largest to the smallest. Filled by {@link Hierarchy}. */
final class Part {
    private static final Texts TEXTS = Texts.of(Part.class);

    private final String name;
    private final @Nullable String raw;
    private final @Nullable Part parent;
    private final String column;
    private final int merged;

    private final Map<String, Part> byKey = new HashMap<>();
    private List<Part> parts = new ArrayList<>();
    private double value;
    private double base;

    /**
     * A part.
     *
     * @param raw what a filter calls it, or null where it is unknown, several or the whole
     * @param column the dimension that it is a member of
     * @param merged how many parts it stands for, or 0
     */
    Part(String name, @Nullable String raw, @Nullable Part parent, String column, int merged) {
        this.name = name;
        this.raw = raw;
        this.parent = parent;
        this.column = column;
        this.merged = merged;
    }

    String name() {
        return name;
    }

    double value() {
        return value;
    }

    /** What it is compared with; NaN where nobody knows. */
    double base() {
        return base;
    }

    @Nullable
    Part parent() {
        return parent;
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether it is several that were put together, here or by who made the data. */
    boolean isOthers() {
        return merged > 0 || Labels.isRest(name);
    }

    /** Levels below the whole. */
    int depth() {
        int depth = 0;
        for (Part p = parent; p != null; p = p.parent) {
            depth++;
        }
        return depth;
    }

    void add(double v, double b) {
        value += v;
        base += b;
    }

    /** The part of a name, made if there is none. */
    Part part(String key, String label, @Nullable String rawName, String dimension) {
        Part known = byKey.get(key);
        if (known == null) {
            known = new Part(label, rawName, this, dimension, 0);
            byKey.put(key, known);
            parts.add(known);
        }
        return known;
    }

    /** Puts the parts in order, all the way down: from the largest, the rest last. */
    void sort() {
        parts.sort(Comparator.comparing(Part::isOthers).thenComparingDouble(p -> -Math.abs(p.value)));
        parts.forEach(Part::sort);
    }

    /** The colours of some parts of one, each another than its neighbours': they say their names, so that hues may come again. */
    static int[] colours(ChartRequest r, List<Part> parts) {
        List<String> names = parts.stream().map(Part::name).toList();
        int[] out = MemberColours.of(r, parts.isEmpty() ? "" : parts.get(0).column, names);
        int hues = r.theme().series().size() - 1;
        for (int i = hues; i < out.length; i++) {
            if (!parts.get(i).isOthers()) {
                out[i] = i + 1 == out.length && out[i - hues] == out[0] ? out[1] : out[i - hues];
            }
        }
        return out;
    }

    /** At most {@code most} parts: where there are more, the smallest are one of them. */
    List<Part> largest(ChartRequest r, int most) {
        if (parts.size() <= most) {
            return parts;
        }
        int kept = Math.max(0, most - 1);
        int n = parts.size() - kept;
        Part others = new Part(
                kept == 0 ? TEXTS.get("part.together", Figure.counted(r, n)) : Labels.others(r, n), null, this, "", n);
        for (Part p : parts.subList(kept, parts.size())) {
            others.add(p.value, p.base);
        }
        List<Part> out = new ArrayList<>(parts.subList(0, kept));
        out.add(others);
        return out;
    }

    /** What filters call it and what it is a part of, by dimension. */
    Map<String, @Nullable String> members() {
        Map<String, @Nullable String> all = new HashMap<>();
        for (Part p = this; p != null; p = p.parent) {
            if (p.parent != null && p.merged == 0) {
                all.put(p.column, p.raw);
            }
        }
        return all;
    }

    /** The dimension that it is a member of. */
    String column() {
        return column;
    }

    /** Where it is in the whole: a JSON pointer of names (RFC 6901), "" for the whole, an empty name for the unknown. */
    String path() {
        return parent == null
                ? ""
                : parent.path() + "/"
                        + (raw == null ? "" : raw.replace("~", "~0").replace("/", "~1"));
    }

    /** Itself and what it is a part of, from below the whole: "France, 1 to 3". */
    String fullName() {
        return parent == null || parent.parent == null ? name : parent.fullName() + ", " + name;
    }

    /** The part at a path from here, or null. */
    @Nullable
    Part at(String path) {
        if (path.isEmpty()) {
            return this;
        }
        int end = path.indexOf('/', 1);
        String first = end < 0 ? path : path.substring(0, end);
        for (Part p : parts) {
            String own = "/" + (p.raw == null ? "" : p.raw.replace("~", "~0").replace("/", "~1"));
            if (own.equals(first)) {
                return p.at(end < 0 ? "" : path.substring(end));
            }
        }
        return null;
    }
}
