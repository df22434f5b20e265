package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legend;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Places axes, and rows as lines or as bands between them. */
final class ParallelLayout {
    private static final Texts TEXTS = Texts.of(ParallelLayout.class);

    private static final int MOST_LINES = 250;
    /** Of more rows the few that have room for a name would stand there by chance. */
    private static final int MOST_NAMED = 60;

    private static final int MOST_GROUPS = 6;
    private static final int BINS = 36;
    /** So many bands answer to the pointer; the others are a haze. */
    private static final int MOST_MARKS = 160;

    private static final double NAMES = 18;
    private static final double GAP = 7;

    private final ChartRequest r;
    private final List<Axis> axes;
    private final List<Integer> rows;
    private final @Nullable Column color;
    private final @Nullable Column label;
    private final Drawing d;
    private final double top;
    private final double bottom;
    private final double left;
    private final double right;
    /** Whether rows are named at the right end of their lines. */
    private final boolean named;

    private final int[] group;
    private final List<String> groups = new ArrayList<>();
    private int[] colours = {};

    ParallelLayout(
            ChartRequest r,
            List<Axis> axes,
            List<Integer> rows,
            @Nullable Column color,
            @Nullable Column label,
            Notes notes) {
        this.r = r;
        this.axes = axes;
        this.rows = rows;
        this.color = color;
        this.label = label;
        d = new Drawing(r.text());
        group = new int[r.frame().rowCount()];
        groups(color);
        if (rows.size() > MOST_LINES) {
            notes.add(TEXTS.get("parallel.layout.rows_bundled_stronger_band", Figure.counted(r, rows.size())));
        }
        boolean head = color != null && r.height() >= 150;
        List<Legend.Key> keys = new ArrayList<>();
        for (int g = 0; head && g < groups.size(); g++) {
            keys.add(new Legend.Key(groups.get(g), colour(g)));
        }
        Legend legend = Legend.of(d, r, 0, r.width(), keys);
        top = (head ? 24 + legend.more() : 0) + NAMES + 8;
        bottom = Math.max(top + 8, r.height() - notes.height() - 8);
        left = margin(axes.get(0));
        named = label != null && rows.size() <= MOST_NAMED && r.width() >= 360;
        right = r.width() - (named ? names() : margin(axes.get(axes.size() - 1)));
        legend.draw(d, 11.5);
    }

    private void groups(@Nullable Column by) {
        if (by == null) {
            groups.add("");
            return;
        }
        Map<String, Integer> count = new LinkedHashMap<>();
        String[] member = new String[group.length];
        for (int row : rows) {
            member[row] = Labels.member(by, row, r);
            count.merge(member[row], 1, Integer::sum);
        }
        List<String> names = new ArrayList<>(count.keySet());
        names.sort(Comparator.comparing(Labels::isRest).thenComparingInt((String s) -> -count.getOrDefault(s, 0)));
        boolean more = names.size() > MOST_GROUPS;
        groups.addAll(names.subList(0, more ? MOST_GROUPS - 1 : names.size()));
        if (more) {
            groups.add(Labels.others(r, names.size() - groups.size()));
        }
        colours = MemberColours.of(r, by.name(), groups);
        Map<String, Integer> index = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            index.put(groups.get(g), g);
        }
        for (int row : rows) {
            group[row] = index.getOrDefault(member[row], groups.size() - 1);
        }
    }

    private int colour(int g) {
        return color == null ? r.theme().accent() : colours[g];
    }

    private double x(int axis) {
        return left + (right - left) * axis / (axes.size() - 1);
    }

    /** The room beside the first or the last axis. */
    private double margin(Axis axis) {
        double widest = axis.ticks.stream()
                .mapToDouble(t -> d.width(t.text(), Grid.axis(r.theme())))
                .max()
                .orElse(0);
        return Math.max(24, Math.min(widest + 9, r.width() * 0.2));
    }

    private double names() {
        double widest = 24;
        for (int row : rows) {
            widest = label == null
                    ? widest
                    : Math.max(widest, d.width(Labels.member(label, row, r), Grid.axis(r.theme())));
        }
        return Math.min(widest + GAP + 2, r.width() * 0.2);
    }

    /** Names as many rows as stand apart, in the order of the frame. */
    private void nameRows() {
        Column column = label;
        if (!named || column == null) {
            return;
        }
        Boxes boxes = new Boxes(r.width(), bottom + 8);
        Axis last = axes.get(axes.size() - 1);
        for (int row : rows) {
            if (!Double.isNaN(last.at[row])) {
                String name = Labels.member(column, row, r);
                boxes.text(d, right + GAP, y(last.at[row]) + 4, name, Grid.axis(r.theme()), Anchor.START, 24);
            }
        }
    }

    private double y(double at) {
        return bottom - at * (bottom - top);
    }

    Drawing draw() {
        if (rows.size() <= MOST_LINES) {
            lines();
        } else {
            bundles();
        }
        for (int a = 0; a < axes.size(); a++) {
            axis(a);
        }
        nameRows();
        return d;
    }

    private void lines() {
        double strength = rows.size() <= 12 ? 0.95 : rows.size() <= 60 ? 0.7 : 0.4;
        for (int row : rows) {
            Drawing part = d.fresh();
            PathData.Builder path = PathData.builder();
            boolean open = false;
            for (int a = 0; a < axes.size(); a++) {
                double at = axes.get(a).at[row];
                if (Double.isNaN(at)) {
                    open = false;
                    continue;
                }
                if (open) {
                    path.line(x(a), y(at));
                } else {
                    path.move(x(a), y(at));
                }
                open = true;
                part.disc(x(a), y(at), 2, Colors.alpha(colour(group[row]), strength));
            }
            part.stroke(path.build(), Stroke.of(Colors.alpha(colour(group[row]), strength), 1.5));
            List<Datum.Entry> entries = new ArrayList<>();
            for (Axis axis : axes) {
                entries.add(new Datum.Entry(Labels.of(axis.column, r.metrics()), Labels.value(axis.column, row, r)));
            }
            Column named = label == null ? color : label;
            String title = named == null
                    ? TEXTS.get("parallel.layout.row", Figure.counted(r, row + 1L))
                    : Labels.member(named, row, r);
            String raw = named == null ? null : Member.raw(named, row);
            Map<String, String> members = named == null || raw == null ? Map.of() : Map.of(named.name(), raw);
            d.add(new Node.Group(
                    "row-" + row,
                    0,
                    0,
                    null,
                    new Datum(title, entries, members),
                    named == null ? null : Member.select(named, raw),
                    part.nodes()));
        }
    }

    private int bins() {
        return (int) Math.max(10, Math.min(BINS / Math.sqrt(groups.size()), (bottom - top) / 5));
    }

    private void bundles() {
        int bins = bins();
        List<Bundle> all = Bundle.of(axes, rows, group, groups.size(), bins);
        double most = all.isEmpty() ? 1 : all.get(all.size() - 1).count;
        for (int i = 0; i < all.size(); i++) {
            Bundle b = all.get(i);
            Drawing part = d.fresh();
            double strength = 0.04 + 0.6 * Math.pow(b.count / most, 0.6);
            part.fill(band(b, bins), Fill.of(Colors.alpha(colour(b.group), strength)));
            if (i < all.size() - MOST_MARKS) {
                part.nodes().forEach(d::add);
            } else {
                d.add(Node.Group.of("bundle-" + (all.size() - 1 - i), datum(b), part.nodes()));
            }
        }
    }

    private PathData band(Bundle b, int bins) {
        double x0 = x(b.axis);
        double x1 = x(b.axis + 1);
        double mid = (x0 + x1) / 2;
        double thick = (bottom - top) / bins;
        double slim = thick * 0.86;
        double y0 = y((b.from + 0.5) / bins) - slim / 2;
        double y1 = y((b.to + 0.5) / bins) - slim / 2;
        return PathData.builder()
                .move(x0, y0)
                .curve(mid, y0, mid, y1, x1, y1)
                .line(x1, y1 + slim)
                .curve(mid, y1 + slim, mid, y0 + slim, x0, y0 + slim)
                .close()
                .build();
    }

    private Datum datum(Bundle b) {
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(TEXTS.get("parallel.layout.rows"), Figure.count(r, b.count)));
        if (color != null) {
            entries.add(new Datum.Entry(Labels.of(color, r.metrics()), groups.get(b.group)));
        }
        Axis from = axes.get(b.axis);
        Axis to = axes.get(b.axis + 1);
        entries.add(new Datum.Entry(Labels.of(from.column, r.metrics()), span(from.column, b.lowFrom, b.highFrom)));
        entries.add(new Datum.Entry(Labels.of(to.column, r.metrics()), span(to.column, b.lowTo, b.highTo)));
        String title =
                TEXTS.get("parallel.layout.to", Labels.of(from.column, r.metrics()), Labels.of(to.column, r.metrics()));
        return new Datum(title, entries, Map.of());
    }

    /** The least and the most of a bundle's rows on an axis. */
    private String span(Column c, int low, int high) {
        String a = Labels.member(c, low, r);
        String z = Labels.member(c, high, r);
        return a.equals(z) ? a : TEXTS.get("parallel.layout.to", a, z);
    }

    private void axis(int a) {
        Axis axis = axes.get(a);
        double at = x(a);
        TextStyle name = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        TextStyle small = Grid.axis(r.theme());
        double spacing = (right - left) / (axes.size() - 1);
        int line = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.7);
        d.line(at, top, at, bottom, Stroke.of(line, 1));
        double base = top - 12;
        boolean first = a == 0;
        boolean last = a == axes.size() - 1;
        double beyond = first ? left : r.width() - right;
        double room = first || last ? Math.min(beyond, spacing / 2) + spacing / 2 - 8 : spacing - 12;
        String said = d.fit(axis.name, room, name);
        double half = d.width(said, name) / 2;
        // In the middle above its axis, unless that leaves the picture.
        Anchor anchor = half <= beyond || !(first || last) ? Anchor.MIDDLE : first ? Anchor.START : Anchor.END;
        double x = anchor == Anchor.MIDDLE ? at : first ? 0 : r.width();
        d.text(x, base, said, name, anchor);
        // Figures stand outside of the first and the last axis, else beside theirs on a little paper.
        boolean inside = !first && (!last || named);
        double textRoom = first ? left - GAP : inside ? spacing * 0.4 : r.width() - right - GAP;
        boolean before = first || (last && named);
        double free = Double.POSITIVE_INFINITY;
        int count = axis.ticks.size();
        for (int i = 0; i < count; i++) {
            Axis.Tick tick = axis.ticks.get(i);
            double ty = y(tick.at());
            d.line(at - 3, ty, at + 3, ty, Stroke.of(line, 1));
            boolean end = i == 0 || i == count - 1;
            double topmost = y(axis.ticks.get(count - 1).at());
            if (ty > free - 14 || (!end && ty - topmost < 14)) {
                continue;
            }
            // A name may be cut, a figure must not.
            boolean whole = d.width(tick.text(), small) <= textRoom + 0.01;
            String figure = axis.measured() && !whole ? "" : d.fit(tick.text(), textRoom + 0.01, small);
            if (figure.isEmpty()) {
                continue;
            }
            free = ty;
            if (inside) {
                double w = d.width(figure, small) + 4;
                double paper = before ? at - GAP - w + 2 : at + GAP - 2;
                d.rect(paper, ty - 7, w, 14, 3, Fill.of(Colors.alpha(r.theme().surface(), 0.78)));
            }
            d.text(before ? at - GAP : at + GAP, ty + 4, figure, small, before ? Anchor.END : Anchor.START);
        }
    }
}
