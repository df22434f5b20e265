package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** Lines over time or an ordered axis, with what they are compared with as a thin dashed line. */
public final class LineChart implements ChartType {
    private static final double DIRECT_FROM = 420;
    private static final double BAND_LEAST = 3;

    /** One line: a column, how it is called and drawn. */
    private record Series(Column column, String label, int argb, boolean base) {}

    @Override
    public String kind() {
        return ChartSpec.LINE;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return new Layout(r).scene();
    }

    /** The state of laying out one request. */
    private static final class Layout {
        private final ChartRequest r;
        private final Column x;
        private final @Nullable TimeColumn time;
        private final int[] rows;
        private final List<Series> series = new ArrayList<>();
        private final @Nullable Caveat incomplete;

        Layout(ChartRequest r) {
            this.r = r;
            x = r.frame().column(r.spec().column(Channel.X));
            time = TimeColumn.of(x);
            rows = ordered();
            List<String> ys = r.spec().columns(Channel.Y);
            List<String> bases = r.spec().columns(Channel.BASE);
            r.spec().column(Channel.Y);
            for (int i = 0; i < ys.size(); i++) {
                Column c = r.frame().column(ys.get(i));
                int colour = ys.size() == 1
                        ? r.theme().accent()
                        : r.theme().series().get(i % r.theme().series().size());
                series.add(new Series(c, Labels.of(c, r.metrics()), colour, false));
            }
            int grey = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.85);
            for (String name : bases) {
                r.frame()
                        .find(name)
                        .filter(c -> c.type().isNumeric())
                        .ifPresent(c -> series.add(new Series(c, Labels.of(c, r.metrics()), grey, true)));
            }
            incomplete = Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE);
        }

        /** Rows that have a place, in the order of time. */
        private int[] ordered() {
            TimeColumn t = time;
            IntStream all = IntStream.range(0, r.frame().rowCount());
            if (t == null) {
                return all.toArray();
            }
            return all.filter(i -> t.day(i) != null)
                    .boxed()
                    .sorted(Comparator.comparingLong(x::longAt))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        Scene scene() {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Series s : series) {
                for (int row : rows) {
                    double v = s.column().doubleAt(row);
                    if (Double.isFinite(v)) {
                        low = Math.min(low, v);
                        high = Math.max(high, v);
                    }
                }
            }
            if (low > high) {
                Drawing d = new Drawing(r.text());
                Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, "No values to show.", "");
                return new Scene(r.width(), r.height(), title(), "No values.", Node.Group.at(0, 0, d.nodes()));
            }
            boolean area = r.spec().is("area");
            if (low >= 0 && (area || low < 0.65 * high)) {
                low = 0;
            } else if (high <= 0 && (area || high > 0.65 * low)) {
                high = 0;
            }
            return drawn(low, high, area);
        }

        private Scene drawn(double low, double high, boolean area) {
            boolean named = series.size() > 1;
            TextStyle end = Drawing.style(12, r.theme().secondary());
            Drawing probe = new Drawing(r.text());
            double widest = 0;
            for (Series s : series) {
                widest = Math.max(widest, probe.width(s.label(), end));
            }
            boolean direct = named
                    && r.width() >= DIRECT_FROM
                    && widest < r.width() * 0.22
                    && r.height() > 120 + series.size() * 16;
            List<Plot.Key> keys = new ArrayList<>();
            if (named && !direct) {
                series.forEach(s -> keys.add(new Plot.Key(s.label(), s.argb(), s.base())));
            }
            Column first = series.get(0).column();
            TimeColumn t = time;
            Plot plot = new Plot(
                    r,
                    low,
                    high,
                    first.unit(),
                    Labels.unit(first),
                    keys,
                    t == null ? 1 : Plot.tiers(t.grain()),
                    t == null ? 16 : Plot.overhang(t.grain()),
                    direct ? widest + 12 : 0,
                    true);
            plot.grid();
            double[] px = places(plot);
            axis(plot, px);
            marks(plot, px, area);
            if (direct) {
                directLabels(plot, px, end);
            }
            bands(plot, px);
            Node.Group root = Node.Group.at(0, 0, plot.d.nodes());
            return new Scene(r.width(), r.height(), title(), description(), root);
        }

        private double[] places(Plot plot) {
            double[] px = new double[rows.length];
            double from = position(0);
            double span = position(rows.length - 1) - from;
            for (int i = 0; i < px.length; i++) {
                px[i] = span == 0
                        ? (plot.left + plot.right) / 2
                        : plot.left + (position(i) - from) / span * (plot.right - plot.left);
            }
            return px;
        }

        private double position(int i) {
            return time == null ? i : x.longAt(rows[i]);
        }

        private void axis(Plot plot, double[] px) {
            TimeColumn t = time;
            if (t == null) {
                double band = px.length < 2 ? plot.right - plot.left : px[1] - px[0];
                plot.categoryAxis(px.length, i -> px[i], band, i -> Labels.member(x, rows[i], r));
                return;
            }
            LocalDate first = t.day(rows[0]);
            LocalDate last = t.day(rows[rows.length - 1]);
            if (first != null && last != null) {
                double days = Math.max(1, last.toEpochDay() - first.toEpochDay());
                double start = px[0];
                double end = px[px.length - 1];
                plot.timeAxis(
                        t, first, last, day -> start + (day.toEpochDay() - first.toEpochDay()) / days * (end - start));
            }
        }

        private List<Polyline> lines(Plot plot, double[] px, Series s) {
            double[] py = new double[px.length];
            for (int i = 0; i < py.length; i++) {
                double v = s.column().doubleAt(rows[i]);
                py[i] = Double.isFinite(v) ? plot.y.at(v) : Double.NaN;
            }
            return Polyline.of(px, py);
        }

        private void marks(Plot plot, double[] px, boolean area) {
            double base =
                    plot.y.at(Math.max(plot.y.ticks()[0], Math.min(0, plot.y.ticks()[plot.y.ticks().length - 1])));
            if (area) {
                Series s = series.get(0);
                Fill fade = new Fill(
                        Colors.alpha(s.argb(), r.theme().isDark() ? 0.28 : 0.20), Colors.alpha(s.argb(), 0.01));
                for (Polyline line : lines(plot, px, s)) {
                    if (line.size() > 1) {
                        plot.d.fill(line.reduced().area(base), fade);
                    }
                }
            }
            for (int i = series.size() - 1; i >= 0; i--) {
                Series s = series.get(i);
                for (Polyline line : lines(plot, px, s)) {
                    line(plot, s, line);
                }
            }
        }

        private void line(Plot plot, Series s, Polyline full) {
            Drawing d = plot.d;
            int surface = r.theme().surface();
            boolean open = incomplete != null && !s.base() && full.lastRow() == rows.length - 1;
            Polyline line = full.reduced();
            double x1 = line.x()[line.size() - 1];
            double y1 = line.y()[line.size() - 1];
            if (line.size() > 1) {
                Stroke stroke = s.base() ? new Stroke(s.argb(), 1.5, 4) : Stroke.of(s.argb(), 2);
                if (open) {
                    Polyline solid = line.withoutLast();
                    if (solid.size() > 1) {
                        d.stroke(solid.path(), stroke);
                    }
                    int n = solid.size() - 1;
                    d.line(solid.x()[n], solid.y()[n], x1, y1, new Stroke(s.argb(), 2, 4));
                } else {
                    d.stroke(line.path(), stroke);
                }
            }
            if (open) {
                d.ring(x1, y1, 3.5, surface, s.argb(), 2);
            } else if (line.size() == 1) {
                if (s.base()) {
                    d.ring(x1, y1, 3, surface, s.argb(), 1.5);
                } else {
                    d.disc(x1, y1, 3.5, s.argb());
                }
            } else if (!s.base() && full.lastRow() == rows.length - 1) {
                d.disc(x1, y1, 3, s.argb());
            }
        }

        /** Names at the ends of the lines, moved apart where they would touch. */
        private void directLabels(Plot plot, double[] px, TextStyle style) {
            record End(Series series, double y) {}
            List<End> ends = new ArrayList<>();
            for (Series s : series) {
                List<Polyline> lines = lines(plot, px, s);
                if (!lines.isEmpty()) {
                    Polyline last = lines.get(lines.size() - 1);
                    ends.add(new End(s, last.y()[last.size() - 1]));
                }
            }
            ends.sort(Comparator.comparingDouble(End::y));
            double[] ys = Spread.apart(
                    ends.stream().mapToDouble(End::y).toArray(),
                    16,
                    plot.top + 4,
                    Math.max(plot.top + 4, plot.bottom - 4));
            for (int i = 0; i < ys.length; i++) {
                Series s = ends.get(i).series();
                TextStyle own =
                        s.base() || series.stream().filter(o -> !o.base()).count() == 1 && s.base()
                                ? style
                                : Drawing.style(12, TextStyle.Weight.MEDIUM, readable(s.argb()));
                plot.d.text(plot.right + 10, ys[i] + 4, s.label(), own);
            }
        }

        /** Text in a series colour needs more contrast than its line. */
        private int readable(int argb) {
            return r.theme().isDark()
                    ? Colors.mix(argb, r.theme().text(), 0.25)
                    : Colors.mix(argb, r.theme().text(), 0.35);
        }

        /** One invisible band for each step, over the whole height, so that the pointer finds it anywhere. */
        private void bands(Plot plot, double[] px) {
            int stride = 1;
            while (px.length / (double) stride * BAND_LEAST > Math.max(BAND_LEAST, plot.right - plot.left)) {
                stride++;
            }
            double from = Math.max(0, plot.left - 8);
            for (int i = 0; i < px.length; i += stride) {
                int next = i + stride;
                double to = next < px.length ? (px[i] + px[next]) / 2 : Math.min(r.width(), plot.right + 8);
                List<Node> hit = List.of(
                        new Node.Rect(from, plot.top, Math.max(0, to - from), plot.bottom - plot.top, 0, null, null));
                plot.d.add(Node.Group.of("step-" + i, datum(i), hit));
                from = to;
            }
        }

        private Datum datum(int i) {
            int row = rows[i];
            List<Datum.Entry> entries = new ArrayList<>();
            for (Series s : series) {
                entries.add(new Datum.Entry(s.label(), Labels.value(s.column(), row, r)));
            }
            Column base = Labels.base(r);
            if (base != null) {
                double change = Labels.change(r.frame(), series.get(0).column(), base, row);
                entries.add(new Datum.Entry("Change", r.format().change(change)));
            }
            if (incomplete != null && i == rows.length - 1) {
                entries.add(new Datum.Entry("Note", incomplete.message()));
            }
            return new Datum(Labels.member(x, row, r), entries, Labels.members(x, row));
        }

        private String title() {
            return series.get(0).label() + " by " + Labels.of(x, r.metrics()).toLowerCase(java.util.Locale.ROOT);
        }

        private String description() {
            Column y = series.get(0).column();
            int lowest = -1;
            int highest = -1;
            for (int row : rows) {
                if (!y.isNull(row)) {
                    lowest = lowest < 0 || y.doubleAt(row) < y.doubleAt(lowest) ? row : lowest;
                    highest = highest < 0 || y.doubleAt(row) > y.doubleAt(highest) ? row : highest;
                }
            }
            if (lowest < 0) {
                return title() + ".";
            }
            return series.get(0).label() + " over " + rows.length + " steps from " + Labels.member(x, rows[0], r)
                    + " to "
                    + Labels.member(x, rows[rows.length - 1], r) + ": lowest " + Labels.value(y, lowest, r) + " in "
                    + Labels.member(x, lowest, r) + ", highest " + Labels.value(y, highest, r) + " in "
                    + Labels.member(x, highest, r) + ".";
        }
    }
}
