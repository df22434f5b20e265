package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legend;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Two moments and what changed between them: a line for each member, named at both ends. Option "scale": "log". */
public final class SlopeChart implements ChartType {
    private static final Texts TEXTS = Texts.of(SlopeChart.class);

    private static final double HEAD = 28;
    private static final double PITCH = 15;
    private static final double LEADER = 14;
    private static final int MOST_LINES = 300;

    /** A member at both moments. */
    private record Line(String name, @Nullable String raw, double before, double after) {
        double size() {
            return Math.max(Math.abs(before), Math.abs(after));
        }
    }

    @Override
    public String kind() {
        return ChartSpec.SLOPE;
    }

    @Override
    public double minWidth() {
        return 300;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column label = r.frame().column(r.spec().column(Channel.LABEL));
        Column base = r.frame().column(r.spec().column(Channel.BASE));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String before = Labels.of(base, r.metrics());
        String after = Labels.of(y, r.metrics());
        String title = TEXTS.get(
                "slope.chart.and_by",
                before,
                after,
                Labels.of(label, r.metrics()).toLowerCase(java.util.Locale.ROOT));
        Notes notes = new Notes();
        List<Line> lines = lines(r, label, base, y, notes);
        if (lines.isEmpty()) {
            return Pictures.empty(r, title, notes.after(Pictures.NOTHING));
        }
        Drawing d = new Drawing(r.text());
        draw(r, d, new Column[] {label, base, y}, lines, notes);
        return Pictures.of(r, d, notes, title, description(r, y, title, lines));
    }

    /** From the largest. */
    private static List<Line> lines(ChartRequest r, Column label, Column base, Column y, Notes notes) {
        List<Line> out = new ArrayList<>();
        int unknown = 0;
        for (int row = 0; row < y.size(); row++) {
            double a = base.doubleAt(row);
            double b = y.doubleAt(row);
            if (Double.isFinite(a) && Double.isFinite(b)) {
                out.add(new Line(Labels.member(label, row, r), Member.raw(label, row), a, b));
            } else {
                unknown++;
            }
        }
        if (unknown > 0 && !out.isEmpty()) {
            notes.add(TEXTS.get("slope.chart.known_at_one_moment", Figure.counted(r, unknown)));
        }
        out.sort(Comparator.comparingDouble((Line l) -> -l.size()));
        return out;
    }

    private static void draw(ChartRequest r, Drawing d, Column[] columns, List<Line> all, Notes notes) {
        Column base = columns[1];
        Column y = columns[2];
        boolean log = "log".equals(r.spec().options().get("scale"));
        if (log && all.stream().anyMatch(l -> l.before() <= 0 || l.after() <= 0)) {
            notes.add(TEXTS.get("slope.chart.not_all_values_are"));
            log = false;
        } else if (log) {
            notes.add(TEXTS.get("slope.chart.logarithmic_scale"));
        }
        boolean head = r.height() >= 110;
        double top = (head ? HEAD : 0) + 8;
        // The line for notes may still come; its room is kept.
        double bottom = r.height() - 26;
        int named = (int) Math.max(1, Math.min(all.size(), Math.floor((bottom - top) / PITCH) + 1));
        int drawn = Math.min(all.size(), MOST_LINES);
        if (named < all.size()) {
            notes.add(
                    drawn < all.size()
                            ? TEXTS.get(
                                    "slope.chart.largest_are_named_drawn",
                                    Figure.counted(r, named),
                                    Figure.counted(r, all.size()),
                                    Figure.counted(r, drawn))
                            : TEXTS.get(
                                    "slope.chart.largest_are_named",
                                    Figure.counted(r, named),
                                    Figure.counted(r, all.size())));
        }
        TextStyle name = Drawing.style(12, r.theme().text());
        TextStyle value = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        double names = 0;
        double figures = 0;
        for (Line l : all.subList(0, named)) {
            names = Math.max(names, d.width(l.name(), name));
            figures = Math.max(figures, d.width(figure(r, y, l.before()), value));
            figures = Math.max(figures, d.width(figure(r, y, l.after()), value));
        }
        figures = Math.min(figures, r.width() * 0.26);
        boolean both = r.width() >= 460;
        names = Math.min(names, r.width() * (both ? 0.24 : 0.26));
        double side = figures + 8 + names;
        double left = side + LEADER;
        double right = r.width() - (both ? side : figures) - LEADER;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line l : all.subList(0, drawn)) {
            low = Math.min(low, Math.min(l.before(), l.after()));
            high = Math.max(high, Math.max(l.before(), l.after()));
        }
        Height at = new Height(low, high, top, bottom, log);
        if (head) {
            head(r, d, base, y, left, right, all);
        }
        d.line(left, top - 6, left, bottom + 6, Grid.line(r.theme()));
        d.line(right, top - 6, right, bottom + 6, Grid.line(r.theme()));
        double[] leftAt = spread(all.subList(0, named), l -> at.of(l.before()), top, bottom);
        double[] rightAt = spread(all.subList(0, named), l -> at.of(l.after()), top, bottom);
        for (int i = drawn - 1; i >= 0; i--) {
            Line l = all.get(i);
            Drawing part = d.fresh();
            double a = at.of(l.before());
            double b = at.of(l.after());
            int colour = colour(r, l);
            int shown = i < named ? colour : Colors.mix(r.theme().surface(), colour, 0.35);
            part.line(left, a, right, b, Stroke.of(shown, i < named ? 2 : 1));
            if (i < named) {
                part.disc(left, a, 3.5, colour);
                part.disc(right, b, 3.5, colour);
                int quiet = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.5);
                leader(part, left - 5, a, left - LEADER + 2, leftAt[i], quiet);
                leader(part, right + 5, b, right + LEADER - 2, rightAt[i], quiet);
                double text = left - LEADER;
                part.text(
                        text, leftAt[i] + 4, d.fit(figure(r, y, l.before()), figures + 0.01, value), value, Anchor.END);
                part.text(text - figures - 8, leftAt[i] + 4, d.fit(l.name(), names + 0.01, name), name, Anchor.END);
                text = right + LEADER;
                part.text(text, rightAt[i] + 4, d.fit(figure(r, y, l.after()), figures + 0.01, value), value);
                if (both) {
                    part.text(text + figures + 8, rightAt[i] + 4, d.fit(l.name(), names + 0.01, name), name);
                }
            }
            d.add(new Node.Group(
                    "line-" + i, 0, 0, null, datum(r, columns, l), Member.select(columns[0], l.raw()), part.nodes()));
        }
    }

    private static void leader(Drawing d, double x0, double y0, double x1, double y1, int argb) {
        if (Math.abs(y0 - y1) > 2) {
            d.line(x0, y0, x1, y1, Stroke.of(argb, 1));
        }
    }

    /** Where a value stands. */
    private record Height(double low, double high, double top, double bottom, boolean log) {
        double of(double v) {
            double a = log ? Math.log(low) : low / 2;
            double b = log ? Math.log(high) : high / 2;
            double own = log ? Math.log(v) : v / 2;
            double part = b > a ? (own - a) / (b - a) : 0.5;
            return bottom - part * (bottom - top);
        }
    }

    /** Places for labels, in the order of the lines, at least a line apart. */
    private static double[] spread(
            List<Line> lines, java.util.function.ToDoubleFunction<Line> at, double low, double high) {
        List<Integer> rising = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rising.add(i);
        }
        rising.sort(Comparator.comparingDouble(i -> at.applyAsDouble(lines.get(i))));
        double[] wanted =
                rising.stream().mapToDouble(i -> at.applyAsDouble(lines.get(i))).toArray();
        double free = low;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.max(wanted[i], free);
            free = wanted[i] + PITCH;
        }
        double end = high;
        for (int i = wanted.length - 1; i >= 0; i--) {
            wanted[i] = Math.min(wanted[i], end);
            end = wanted[i] - PITCH;
        }
        double[] out = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            out[rising.get(i)] = wanted[i];
        }
        return out;
    }

    private static void head(
            ChartRequest r, Drawing d, Column base, Column y, double left, double right, List<Line> lines) {
        TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        String before = d.fit(Labels.of(base, r.metrics()), left, style);
        d.text(left, 11.5, before, style, Anchor.END);
        TextStyle axis = Grid.axis(r.theme());
        String unit = Labels.unit(y);
        if (d.width(unit, axis) + 12 + d.width(before, style) <= left) {
            d.text(0, 11.5, unit, axis);
        }
        d.text(right, 11.5, d.fit(Labels.of(y, r.metrics()), r.width() - right, style), style);
        long up = lines.stream().filter(l -> l.after() > l.before()).count();
        long down = lines.stream().filter(l -> l.after() < l.before()).count();
        List<Legend.Key> keys = new ArrayList<>();
        if (up > 0) {
            keys.add(new Legend.Key(
                    TEXTS.get("slope.chart.rose", Figure.counted(r, up)),
                    r.theme().series().get(0)));
        }
        if (down > 0) {
            keys.add(new Legend.Key(
                    TEXTS.get("slope.chart.fell", Figure.counted(r, down)),
                    r.theme().series().get(5)));
        }
        Legend.line(d, r, left + 12, right - 12, keys).draw(d, 11.5);
    }

    private static int colour(ChartRequest r, Line l) {
        if (l.before() == l.after()) {
            return r.theme().secondary();
        }
        return r.theme().series().get(l.after() > l.before() ? 0 : 5);
    }

    private static String figure(ChartRequest r, Column y, double v) {
        return r.format().compact(v, Figure.bare(y.unit()));
    }

    private static double change(Line l) {
        return l.before() == 0 ? Double.NaN : (l.after() - l.before()) / Math.abs(l.before());
    }

    private static Datum datum(ChartRequest r, Column[] columns, Line l) {
        List<Datum.Entry> entries = List.of(
                new Datum.Entry(Labels.of(columns[1], r.metrics()), Figure.exact(r, l.before(), columns[1].unit())),
                new Datum.Entry(Labels.of(columns[2], r.metrics()), Figure.exact(r, l.after(), columns[2].unit())),
                new Datum.Entry(TEXTS.get("slope.chart.change"), r.format().change(change(l))));
        String raw = l.raw();
        return new Datum(l.name(), entries, raw == null ? Map.of() : Map.of(columns[0].name(), raw));
    }

    private static String description(ChartRequest r, Column y, String title, List<Line> lines) {
        Line up = lines.stream()
                .max(Comparator.comparingDouble(l -> l.after() - l.before()))
                .orElseThrow();
        Line down = lines.stream()
                .min(Comparator.comparingDouble(l -> l.after() - l.before()))
                .orElseThrow();
        long rose = lines.stream().filter(l -> l.after() > l.before()).count();
        long fell = lines.stream().filter(l -> l.after() < l.before()).count();
        StringBuilder s = new StringBuilder(
                TEXTS.get("slope.chart.moved", title, Figure.counted(r, rose), Figure.counted(r, fell)));
        if (up.after() > up.before()) {
            s.append(' ').append(TEXTS.get("slope.chart.largest_rise", up.name(), span(r, y, up)));
        }
        if (down.after() < down.before()) {
            s.append(' ').append(TEXTS.get("slope.chart.largest_fall", down.name(), span(r, y, down)));
        }
        return s.toString();
    }

    private static String span(ChartRequest r, Column y, Line l) {
        return TEXTS.get(
                "slope.chart.from_to", Figure.exact(r, l.before(), y.unit()), Figure.exact(r, l.after(), y.unit()));
    }
}
