package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Draws points, or how many lie in each cell, and names those that stand out. */
final class PointMarks {
    private static final Texts TEXTS = Texts.of(PointMarks.class);

    /** Room for the legend of sizes. */
    static final double LEGEND = 104;

    private static final double LARGEST = 24;
    private static final double CELL = 8;
    /** Up to so many points answer to the pointer one by one. */
    private static final int MOST_GROUPS = 5000;

    private static final double HIT_CELL = 24;
    private static final int MOST_NAMED = 12;

    private final ChartRequest r;
    private final PointData data;
    private final Plot plot;
    private final Scale x;
    private final int[] inView;
    private final double[] px;
    private final double[] py;
    private final double largest;

    PointMarks(ChartRequest r, PointData data, Plot plot, Scale x) {
        this.r = r;
        this.data = data;
        this.plot = plot;
        this.x = x;
        px = new double[data.rows.length];
        py = new double[data.rows.length];
        for (int i = 0; i < px.length; i++) {
            px[i] = x.at(data.x[i]);
            py[i] = plot.y.at(data.y[i]);
        }
        inView = IntStream.range(0, px.length)
                .filter(i -> px[i] >= plot.left - 0.5
                        && px[i] <= plot.right + 0.5
                        && py[i] >= plot.top - 1
                        && py[i] <= plot.bottom + 1)
                .toArray();
        double room = Math.sqrt(Math.max(1, (plot.right - plot.left) * (plot.bottom - plot.top))) / 14;
        largest = Math.max(3, Math.min(inView.length > 200 ? 14 : LARGEST, room));
    }

    private double radius(int point) {
        Column size = data.size;
        if (size != null) {
            return data.largest == 0
                    ? 2
                    : Math.max(1.5, largest * Math.sqrt(size.doubleAt(data.rows[point]) / data.largest));
        }
        int n = inView.length;
        return n <= 150 ? 4.5 : n <= 600 ? 3.5 : n <= 2000 ? 2.8 : 2.2;
    }

    private double opacity() {
        int n = inView.length;
        return n <= 150 ? 0.8 : n <= 600 ? 0.65 : n <= 2000 ? 0.5 : 0.38;
    }

    /** Draws what there is; answers the groups that the pointer finds. */
    List<Node> draw() {
        if (inView.length > PointLayout.MOST_POINTS) {
            return cells();
        }
        int[] order = IntStream.of(inView)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -radius(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Node> out = new ArrayList<>();
        if (inView.length <= MOST_GROUPS) {
            for (int i : order) {
                out.add(group(i));
            }
            return out;
        }
        for (int i : order) {
            out.add(silent(i));
        }
        out.addAll(counted(HIT_CELL, false));
        return out;
    }

    /** One of so many that the pointer finds only how many there are; it can still be selected with others. */
    private Node silent(int i) {
        Drawing d = plot.d.fresh();
        d.disc(px[i], py[i], radius(i), Colors.alpha(data.argb(i), opacity()));
        Map<String, @Nullable String> members = members(data.rows[i]);
        return members.isEmpty()
                ? d.nodes().get(0)
                : new Node.Group("", 0, 0, null, new Datum("", List.of(), members), select(members), d.nodes());
    }

    private @Nullable Column named() {
        return data.label != null ? data.label : data.categories != null || data.time != null ? data.xColumn : null;
    }

    private Map<String, @Nullable String> members(int row) {
        Map<String, @Nullable String> members = new HashMap<>();
        Column named = named();
        if (named != null) {
            members.putAll(Labels.members(named, row));
        }
        if (data.colour != null && !data.colour.type().isNumeric()) {
            members.putAll(Labels.members(data.colour, row));
        }
        return members;
    }

    private @Nullable Gesture select(Map<String, @Nullable String> members) {
        Column named = named();
        return named == null ? null : Marks.select(named.name(), members);
    }

    /** Marks that an outline drawn around them selects, where each stands for a member of its own. */
    List<Node> selectable(List<Node> marks) {
        Column label = data.label;
        if (label == null || data.categories != null || data.time != null || inView.length > PointLayout.MOST_POINTS) {
            return marks;
        }
        List<Node> inside = new ArrayList<>();
        inside.add(new Node.Rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top, 0, null, null));
        inside.addAll(marks);
        return List.of(
                new Node.Group("area", 0, 0, null, null, new Gesture(Gesture.Kind.AREA, label.name(), ""), inside));
    }

    private Node group(int i) {
        Drawing d = plot.d.fresh();
        int argb = data.argb(i);
        errors(d, i, argb);
        Stroke edge = inView.length <= 600 ? Stroke.of(r.theme().surface(), 0.8) : null;
        d.add(new Node.Circle(px[i], py[i], radius(i), Fill.of(Colors.alpha(argb, opacity())), edge));
        int row = data.rows[i];
        Map<String, @Nullable String> members = members(row);
        return new Node.Group(
                "point-" + row, 0, 0, null, new Datum(data.name(i), entries(row), members), select(members), d.nodes());
    }

    private List<Datum.Entry> entries(int row) {
        List<Datum.Entry> out = new ArrayList<>();
        List<Column> shown = new ArrayList<>();
        shown.add(data.xColumn);
        shown.add(data.yColumn);
        for (@Nullable Column c : new Column[] {data.size, data.colour}) {
            if (c != null && !shown.contains(c)) {
                shown.add(c);
            }
        }
        for (Column c : shown) {
            String value = c == data.xColumn
                    ? data.place(row)
                    : c.type().isNumeric() ? r.format().exact(c, row) : Labels.member(c, row, r);
            out.add(new Datum.Entry(Labels.of(c, r.metrics()), value));
        }
        return out;
    }

    private void errors(Drawing d, int i, int argb) {
        List<String> low = r.spec().columns(Channel.LOW);
        List<String> high = r.spec().columns(Channel.HIGH);
        if (low.isEmpty() || high.isEmpty()) {
            return;
        }
        double a = plot.y.at(r.frame().column(low.get(0)).doubleAt(data.rows[i]));
        double b = plot.y.at(r.frame().column(high.get(0)).doubleAt(data.rows[i]));
        if (Double.isFinite(a) && Double.isFinite(b)) {
            double top = Math.max(plot.top, Math.min(a, b));
            double bottom = Math.min(plot.bottom, Math.max(a, b));
            if (top <= bottom) {
                d.line(px[i], top, px[i], bottom, Stroke.of(Colors.alpha(argb, 0.7), 1.2));
            }
        }
    }

    /** How many points lie in each cell, by colour. */
    private List<Node> cells() {
        return counted(CELL, true);
    }

    private List<Node> counted(double cell, boolean seen) {
        int columns = (int) Math.max(1, Math.ceil((plot.right - plot.left) / cell));
        int lines = (int) Math.max(1, Math.ceil((plot.bottom - plot.top) / cell));
        int[] counts = new int[columns * lines];
        int most = 0;
        for (int i : inView) {
            int c = (int) Math.max(0, Math.min(columns - 1.0, Math.floor((px[i] - plot.left) / cell)));
            int l = (int) Math.max(0, Math.min(lines - 1.0, Math.floor((py[i] - plot.top) / cell)));
            most = Math.max(most, ++counts[l * columns + c]);
        }
        List<Node> out = new ArrayList<>();
        for (int l = 0; l < lines; l++) {
            for (int c = 0; c < columns; c++) {
                int n = counts[l * columns + c];
                if (n > 0) {
                    double left = plot.left + c * cell;
                    double top = plot.top + l * cell;
                    double w = Math.min(cell, plot.right - left);
                    double h = Math.min(cell, plot.bottom - top);
                    double part = Math.log(1.0 + n) / Math.log(1.0 + most);
                    Fill fill = seen ? Fill.of(r.theme().sequential(0.1 + 0.9 * part)) : null;
                    Node rect = new Node.Rect(left, top, w, h, 0, fill, null);
                    out.add(Node.Group.of("cell-" + c + "-" + l, cellDatum(n, left, top, w, h), List.of(rect)));
                }
            }
        }
        return out;
    }

    private Datum cellDatum(int n, double left, double top, double w, double h) {
        List<Datum.Entry> entries = new ArrayList<>();
        if (data.xColumn.type().isNumeric()) {
            entries.add(new Datum.Entry(
                    Labels.of(data.xColumn, r.metrics()), between(x.value(left), x.value(left + w), data.xColumn)));
        }
        entries.add(new Datum.Entry(
                Labels.of(data.yColumn, r.metrics()), between(plot.y.value(top + h), plot.y.value(top), data.yColumn)));
        return new Datum(TEXTS.get("point.marks.points", Figure.counted(r, n)), entries, Map.of());
    }

    private String between(double from, double to, Column c) {
        return TEXTS.get(
                "point.marks.to", r.format().compact(from, c.unit()), r.format().compact(to, c.unit()));
    }

    /** Names the points that stand out, where a name has room. */
    void labels(boolean alone) {
        if (!alone || data.label == null || inView.length > PointLayout.MOST_POINTS) {
            return;
        }
        double[] mx = middle(px);
        double[] my = middle(py);
        int[] outstanding = IntStream.of(inView)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -(Math.hypot((px[i] - mx[0]) / mx[1], (py[i] - my[0]) / my[1])
                        + (data.size == null ? 0 : 3 * radius(i) / largest))))
                .limit(inView.length <= MOST_NAMED ? inView.length : MOST_NAMED)
                .mapToInt(Integer::intValue)
                .toArray();
        TextStyle style = Drawing.style(
                Plot.AXIS_TEXT,
                TextStyle.Weight.MEDIUM,
                Colors.mix(r.theme().surface(), r.theme().text(), 0.82));
        for (int i : outstanding) {
            double radius = radius(i) * 0.7;
            plot.claims.take(px[i] - radius, py[i] - radius, px[i] + radius, py[i] + radius);
        }
        for (int i : outstanding) {
            String said = plot.d.fit(data.name(i), 160, style);
            double width = plot.d.width(said, style);
            double gap = radius(i) + 4;
            double[][] places = {
                {px[i] + gap, py[i] + 4},
                {px[i] - gap - width, py[i] + 4},
                {px[i] - width / 2, py[i] - gap},
                {px[i] - width / 2, py[i] + gap + 9}
            };
            for (double[] at : places) {
                if (at[0] >= plot.left + 1
                        && at[0] + width <= plot.right - 1
                        && at[1] - 9 >= plot.top
                        && at[1] + 3 <= plot.bottom
                        && plot.claims.takeText(at[0], at[1], width, Plot.AXIS_TEXT)) {
                    int ground = Colors.alpha(r.theme().surface(), 0.65);
                    plot.d.rect(at[0] - 1, at[1] - 9.5, width + 2, 12.5, 2, Fill.of(ground));
                    plot.d.text(at[0], at[1], said, style);
                    break;
                }
            }
        }
    }

    /** The median of the points in view, and how far apart their middle half is, at least a few pixels. */
    private double[] middle(double[] all) {
        double[] seen = IntStream.of(inView).mapToDouble(i -> all[i]).sorted().toArray();
        if (seen.length == 0) {
            return new double[] {0, 1};
        }
        double spread = Moments.quantile(seen, 0.75) - Moments.quantile(seen, 0.25);
        return new double[] {Moments.quantile(seen, 0.5), Math.max(8, spread)};
    }

    /** What areas mean, at the right: a round large size and a quarter of it. */
    void sizes(double width) {
        Column size = data.size;
        if (size == null) {
            return;
        }
        double large = 0;
        for (double t : RoundTicks.covering(0, data.largest).values()) {
            large = t <= data.largest ? t : large;
        }
        TextStyle quiet = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
        double left = width - LEGEND + 12;
        plot.d.text(left, plot.top + 10, plot.d.fit(Labels.of(size, r.metrics()), LEGEND - 12, quiet), quiet);
        double bottom = plot.top + 20 + 2 * largest;
        double labelTop = Double.POSITIVE_INFINITY;
        for (double v : new double[] {large / 4, large}) {
            double radius = Math.max(1.5, largest * Math.sqrt(v / data.largest));
            double cy = bottom - radius;
            plot.d.add(new Node.Circle(
                    left + largest, cy, radius, null, Stroke.of(r.theme().secondary(), 1)));
            double baseline = Math.min(bottom - 2 * radius + 8, labelTop - 13);
            labelTop = baseline;
            String said = r.format().compact(v, size.unit());
            double from = left + 2 * largest + 6;
            if (baseline > plot.top + 22 && from + plot.d.width(said, quiet) <= width) {
                plot.d.text(from, baseline, said, quiet);
            }
        }
    }
}
