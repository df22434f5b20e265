package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;

/**
 * The entries of a legend in as many lines as they need, up to three where the picture is high enough. Only where those
 * are full are names cut, the longest first, and only where not even that helps are the last ones left out.
 */
public final class LegendLines {
    /** How far lines are apart. */
    public static final double LINE = 18;

    private static final double BETWEEN = 16;
    /** A name is not cut to less. */
    private static final double LEAST = 40;

    private static final double TWO_FROM = 170;
    private static final double THREE_FROM = 260;

    /**
     * An entry.
     *
     * @param entry which one
     * @param line from 0
     * @param x where its mark begins
     * @param label as it is shown
     * @param cut whether that is not all of its name
     */
    public record Place(int entry, int line, double x, String label, boolean cut) {}

    private final Drawing d;
    private final TextStyle style;
    private final List<String> names;
    private final double mark;
    private final double left;
    private final double right;
    private final List<Place> places = new ArrayList<>();
    private int lines = 1;

    private LegendLines(Drawing d, TextStyle style, List<String> names, double mark, double left, double right) {
        this.d = d;
        this.style = style;
        this.names = names;
        this.mark = mark;
        this.left = left;
        this.right = right;
    }

    /**
     * Decides where entries stand, each line flush right.
     *
     * @param names of the entries
     * @param mark room of an entry's mark, gap included
     * @param left where the first line may begin; others begin at 0
     * @param height of the picture
     */
    public static LegendLines of(
            Drawing d, TextStyle style, List<String> names, double mark, double left, double right, double height) {
        LegendLines all = new LegendLines(d, style, names, mark, left, right);
        all.place(height >= THREE_FROM ? 3 : height >= TWO_FROM ? 2 : 1);
        return all;
    }

    private void place(int most) {
        double widest = names.stream().mapToDouble(n -> d.width(n, style)).max().orElse(0);
        int n = names.size();
        double cap = widest + 1;
        if (filled(n, cap) > most) {
            while (n > 0 && filled(n, LEAST) > most) {
                n--;
            }
            if (n == 0) {
                return;
            }
            double low = LEAST;
            for (double high = cap; high - low > 0.5; ) {
                double middle = (low + high) / 2;
                if (filled(n, middle) > most) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            cap = low;
        }
        lines = filled(n, cap);
        set(n, cap);
    }

    private double width(int entry, double cap) {
        return mark + Math.min(cap, d.width(names.get(entry), style));
    }

    /** How many lines the first entries take. */
    private int filled(int n, double cap) {
        return starts(n, cap).size();
    }

    /** The first entry of each line; what is left out is said at the end of the last. */
    private List<Integer> starts(int n, double cap) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        double x = left;
        for (int i = 0; i < n; i++) {
            double wide = width(i, cap) + (i == n - 1 ? more(n) : 0);
            if (x > (starts.size() == 1 ? left : 0) && x + wide > right || i == 0 && x + wide > right && x > 0) {
                starts.add(i);
                x = 0;
            }
            x += wide + BETWEEN;
        }
        return starts;
    }

    private double more(int n) {
        return n == names.size() ? 0 : BETWEEN + d.width(rest(n), style);
    }

    private String rest(int n) {
        return "+" + (names.size() - n);
    }

    private void set(int n, double cap) {
        List<Integer> starts = starts(n, cap);
        for (int line = 0; line < starts.size(); line++) {
            int end = line + 1 < starts.size() ? starts.get(line + 1) : n;
            double x = right - (end == n ? more(n) : 0);
            for (int i = end - 1; i >= starts.get(line); i--) {
                String label = d.fit(names.get(i), Math.min(cap, Math.max(0, x - mark)) + 0.01, style);
                x -= mark + d.width(label, style);
                if (!label.isEmpty()) {
                    places.add(new Place(i, line, x, label, !label.equals(names.get(i))));
                }
                x -= BETWEEN;
            }
        }
        if (n < names.size()) {
            places.add(new Place(n, lines - 1, right - d.width(rest(n), style) - mark, rest(n), true));
        }
    }

    /** The entries that have a place. One that stands for all that were left out has no mark: {@link #isRest}. */
    public List<Place> places() {
        return places;
    }

    /** Whether a place says how many were left out. */
    public boolean isRest(Place place) {
        return place.label().equals(rest(place.entry())) && place.cut();
    }

    /** How much more room it takes than one line. */
    public double more() {
        return (lines - 1) * LINE;
    }

    /** The name of an entry that was cut, or the names of those that were left out, for the pointer. */
    public Node said(Place place, List<Node> nodes, double top) {
        List<Node> inside = new ArrayList<>();
        double before = isRest(place) ? mark : 0;
        double width = mark - before + d.width(place.label(), style);
        inside.add(new Node.Rect(place.x() + before, top + place.line() * LINE, width, LINE - 2, 0, null, null));
        inside.addAll(nodes);
        String name = isRest(place)
                ? String.join(", ", names.subList(place.entry(), names.size()))
                : names.get(place.entry());
        return Node.Group.of("legend-" + place.entry(), new Datum(name, List.of(), Map.of()), inside);
    }
}
