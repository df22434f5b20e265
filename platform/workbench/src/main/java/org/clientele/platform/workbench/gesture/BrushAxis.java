package org.clientele.platform.workbench.gesture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.charts.HitTest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Gesture.Kind;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dimension along an axis of a picture, each with its place, in the order in which they stand there from
 * left to right or from top to bottom. Found by the handle that chooses ranges and the marks within it that name members, so
 * that any kind of chart that has both can be brushed. Immutable; coordinates are the scene's.
 */
public final class BrushAxis {
    private final String column;
    private final String dimension;
    private final Handle field;
    private final List<Place> places;
    /** For time and numbers the members that belong to each place, by their order; else empty. */
    private final List<Ends> ends;

    /**
     * Where a member stands.
     *
     * @param member as a filter names it; null for the unknown one
     */
    private record Place(@Nullable String member, double from, double to) {
        double middle() {
            return (from + to) / 2;
        }
    }

    /** The first and the last member that a place stands for: many where they are narrower than what the pointer finds. */
    private record Ends(String first, String last) {}

    private BrushAxis(String column, String dimension, Handle field, List<Place> places, List<Ends> ends) {
        this.column = column;
        this.dimension = dimension;
        this.field = field;
        this.places = places;
        this.ends = ends;
    }

    /**
     * The axes of a picture along which members of a column stand: one for each field of small multiples, mostly one or none.
     *
     * @param column of the data; its name is that of the marks' members
     * @param dimension that its members are of
     */
    public static List<BrushAxis> of(Scene scene, Column column, String dimension) {
        List<Handle> fields = Handle.all(scene).stream()
                .filter(h -> h.gesture().kind() == Kind.RANGE_X || h.gesture().kind() == Kind.RANGE_Y)
                .toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        List<Hit> marks = HitTest.all(scene);
        List<BrushAxis> all = new ArrayList<>();
        for (Handle field : fields) {
            List<Place> places = places(field, marks, column.name());
            if (!places.isEmpty()) {
                all.add(new BrushAxis(column.name(), dimension, field, places, ends(places, column)));
            }
        }
        return all;
    }

    private static List<Place> places(Handle field, List<Hit> marks, String column) {
        boolean across = field.gesture().kind() == Kind.RANGE_X;
        Map<String, Place> found = new LinkedHashMap<>();
        for (Hit hit : marks) {
            Map<String, @Nullable String> members = hit.datum().members();
            if (!members.containsKey(column)
                    || !hit.gestures().contains(field.gesture())
                    || !within(field, hit.x() + hit.width() / 2, hit.y() + hit.height() / 2)) {
                continue;
            }
            String member = members.get(column);
            double from = across ? hit.x() : hit.y();
            Place place = new Place(member, from, from + (across ? hit.width() : hit.height()));
            found.merge(
                    member == null ? "" : "=" + member,
                    place,
                    (a, b) -> new Place(a.member(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Place::middle))
                .toList();
    }

    private static boolean within(Handle field, double x, double y) {
        return x >= field.x() - 1
                && x <= field.x() + field.width() + 1
                && y >= field.y() - 1
                && y <= field.y() + field.height() + 1;
    }

    /** What each place stands for, where members have an order of their own and stand in it. */
    private static List<Ends> ends(List<Place> places, Column column) {
        if (!column.type().isTemporal() && !column.type().isNumeric()) {
            return List.of();
        }
        TreeMap<Double, String> order = new TreeMap<>();
        Map<String, Double> at = new LinkedHashMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isNull(row)) {
                String member = String.valueOf(column.valueAt(row));
                order.put(column.doubleAt(row), member);
                at.put(member, column.doubleAt(row));
            }
        }
        List<Ends> all = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Double from = at.get(Objects.requireNonNullElse(places.get(i).member(), ""));
            Double next = i + 1 < places.size()
                    ? at.get(Objects.requireNonNullElse(places.get(i + 1).member(), ""))
                    : Double.valueOf(Double.POSITIVE_INFINITY);
            if (from == null || next == null || next <= from) {
                return List.of();
            }
            Map.Entry<Double, String> last = order.lowerEntry(next);
            all.add(new Ends(order.getOrDefault(from, ""), last == null ? "" : last.getValue()));
        }
        return all;
    }

    /** The column that names the members in the picture. */
    public String column() {
        return column;
    }

    /** The dimension whose members stand there. */
    public String dimension() {
        return dimension;
    }

    /** The field that is dragged over. */
    public Handle field() {
        return field;
    }

    /** Whether it runs from left to right, rather than from top to bottom. */
    public boolean across() {
        return field.gesture().kind() == Kind.RANGE_X;
    }

    /** How many places there are. */
    public int count() {
        return places.size();
    }

    /** The place at, or nearest to, a coordinate along the axis. */
    public int at(double coordinate) {
        int best = 0;
        for (int i = 1; i < places.size(); i++) {
            if (away(places.get(i), coordinate) < away(places.get(best), coordinate)) {
                best = i;
            }
        }
        return best;
    }

    private static double away(Place p, double coordinate) {
        double outside = Math.max(p.from() - coordinate, coordinate - p.to());
        return Math.max(0, outside) * 1000 + Math.abs(coordinate - p.middle());
    }

    /** The place of a member, or -1. */
    public int at(@Nullable String member) {
        for (int i = 0; i < places.size(); i++) {
            if (Objects.equals(places.get(i).member(), member)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a range begins. */
    public double from(Reach reach) {
        return places.get(Math.min(reach.first(), count() - 1)).from();
    }

    /** Where a range ends. */
    public double to(Reach reach) {
        return places.get(Math.min(reach.last(), count() - 1)).to();
    }

    /**
     * Places of an axis, both ends included.
     *
     * @param first from 0
     * @param last not before {@code first}
     */
    public record Reach(int first, int last) {
        /** From one place to another, in any order. */
        public static Reach between(int a, int b) {
            return new Reach(Math.min(a, b), Math.max(a, b));
        }
    }

    /** The filter that holds for the members of a range: a range where they have an order of their own, else each of them. */
    public Filter filter(Reach reach) {
        if (!ends.isEmpty()) {
            return Filter.between(
                    dimension,
                    ends.get(reach.first()).first(),
                    ends.get(reach.last()).last());
        }
        List<@Nullable String> members = new ArrayList<>();
        for (Place p : places.subList(reach.first(), reach.last() + 1)) {
            members.add(p.member());
        }
        return new Filter.Members(dimension, members, false);
    }

    /**
     * The range that was chosen along this axis, as far as it is in view.
     *
     * @param picked what is picked in the tile
     * @param alsoOne whether one member alone is a range, rather than a mark that was picked
     * @return empty where something else is picked, or nothing, or members that do not stand side by side
     */
    public Optional<Reach> reach(List<Filter> picked, boolean alsoOne) {
        if (picked.size() != 1) {
            return Optional.empty();
        }
        if (picked.get(0) instanceof Filter.Range range && range.dimension().equals(dimension) && !ends.isEmpty()) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < ends.size(); i++) {
                if (order(ends.get(i).last(), range.from()) >= 0
                        && order(ends.get(i).first(), range.to()) <= 0) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            return first < 0 ? Optional.empty() : Optional.of(new Reach(first, last));
        }
        if (picked.get(0) instanceof Filter.Members members
                && members.dimension().equals(dimension)
                && !members.exclude()
                && ends.isEmpty()
                && (alsoOne || members.members().size() > 1)) {
            int[] at = members.members().stream()
                    .mapToInt(this::at)
                    .filter(i -> i >= 0)
                    .sorted()
                    .toArray();
            boolean together = at.length > 0 && at[at.length - 1] - at[0] == at.length - 1;
            return together ? Optional.of(new Reach(at[0], at[at.length - 1])) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int order(String member, @Nullable String end) {
        if (end == null) {
            return 0;
        }
        try {
            return Double.compare(Double.parseDouble(member), Double.parseDouble(end));
        } catch (NumberFormatException e) {
            return member.compareTo(end);
        }
    }
}
