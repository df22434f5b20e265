package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** Draws lines, areas and bands of doubt through the steps in view. */
final class LineMarks {
    /** Whether the last step has not ended. */
    boolean incomplete;
    /** Where days are missing, or null where steps are no days. */
    @Nullable
    OpenDays days;

    /** Whether lines go from value to value, since steps without one are merely other series' moments. */
    boolean loose;

    private final ChartRequest r;
    private final Plot plot;
    private final double[] px;
    private final int offset;
    private final boolean toTheEnd;

    /**
     * Through some steps.
     *
     * @param px where the steps stand
     * @param offset the first of them
     * @param toTheEnd whether the last of them is the last of all
     */
    LineMarks(ChartRequest r, Plot plot, double[] px, int offset, boolean toTheEnd) {
        this.r = r;
        this.plot = plot;
        this.px = px;
        this.offset = offset;
        this.toTheEnd = toTheEnd;
    }

    private double[] py(double[] values, Scale scale) {
        double[] py = new double[px.length];
        for (int i = 0; i < py.length; i++) {
            double at = scale.at(values[offset + i]);
            py[i] = Double.isFinite(at) ? at : Double.NaN;
        }
        return py;
    }

    private List<Polyline> lines(double[] values, Scale scale) {
        double[] py = py(values, scale);
        List<Polyline> lines = loose ? List.of() : Polyline.of(px, py);
        // Gaps that are narrower than a pixel cannot be seen; their thousands of single points would only hide the
        // line.
        OpenDays known = days;
        if (known != null) {
            lines = lines.stream()
                    .flatMap(line -> line.parted(known.missingBefore(), offset).stream())
                    .toList();
        }
        boolean torn = lines.size() > 2 * Math.max(1, plot.right - plot.left);
        return loose || torn ? Polyline.through(px, py) : lines;
    }

    /** The ground under a line. */
    void area(Drawing d, Series s, Scale scale, boolean lone) {
        double[] ticks = scale.ticks();
        double base = ticks.length == 0 || scale.low() > 0
                ? scale.at(scale.low())
                : scale.at(Math.max(scale.low(), Math.min(0, scale.high())));
        double strong = (r.theme().isDark() ? 0.28 : 0.20) * (lone ? 1 : 0.6);
        Fill fade = new Fill(Colors.alpha(s.argb(), strong), Colors.alpha(s.argb(), 0.01));
        for (Polyline line : lines(s.values(), scale)) {
            if (line.size() > 1) {
                d.fill(line.reduced().area(base), fade);
            }
        }
    }

    /** What lies between the low and high ends around a line. */
    void doubt(Drawing d, Series s, Scale scale) {
        if (s.low() != null && s.high() != null) {
            between(
                    d,
                    s.low(),
                    s.high(),
                    scale,
                    Fill.of(Colors.alpha(s.argb(), r.theme().isDark() ? 0.24 : 0.16)));
        }
    }

    private void between(Drawing d, double[] low, double[] high, Scale scale, Fill fill) {
        double[] bottom = py(low, scale);
        double[] top = py(high, scale);
        for (int i = 0; i < px.length; i++) {
            if (Double.isNaN(bottom[i]) || Double.isNaN(top[i])) {
                bottom[i] = Double.NaN;
                top[i] = Double.NaN;
            }
        }
        List<Polyline> lower = Polyline.of(px, bottom);
        List<Polyline> upper = Polyline.of(px, top);
        for (int k = 0; k < lower.size(); k++) {
            Polyline a = upper.get(k).reduced();
            Polyline b = lower.get(k).reduced();
            if (upper.get(k).size() == 1) {
                d.rect(a.x()[0] - 3, Math.min(a.y()[0], b.y()[0]), 6, Math.abs(a.y()[0] - b.y()[0]), 0, fill);
                continue;
            }
            PathData.Builder path = PathData.builder().move(a.x()[0], a.y()[0]);
            for (int i = 1; i < a.size(); i++) {
                path.line(a.x()[i], a.y()[i]);
            }
            for (int i = b.size() - 1; i >= 0; i--) {
                path.line(b.x()[i], b.y()[i]);
            }
            d.fill(path.close().build(), fill);
        }
    }

    /** Areas upon each other, the first at the bottom. */
    void stacked(Drawing d, List<Series> series, Stack stack, boolean strong) {
        int n = px.length;
        boolean open = incomplete && toTheEnd && n > 2;
        for (int k = 0; k < series.size(); k++) {
            double opacity = strong ? 0.85 : r.theme().isDark() ? 0.6 : 0.55;
            int argb = Colors.mix(r.theme().surface(), series.get(k).argb(), opacity);
            if (!open) {
                between(d, stack.lower()[k], stack.upper()[k], plot.y, Fill.of(argb));
                continue;
            }
            int pale = Colors.mix(r.theme().surface(), series.get(k).argb(), opacity * 0.45);
            between(d, part(stack.lower()[k], 0, n - 1), stack.upper()[k], plot.y, Fill.of(argb));
            between(d, part(stack.lower()[k], n - 2, n), stack.upper()[k], plot.y, Fill.of(pale));
        }
        for (int k = 0; k < series.size(); k++) {
            for (Polyline line : lines(stack.upper()[k], plot.y)) {
                if (line.size() > 1) {
                    Polyline all = line.reduced();
                    boolean last = open && line.lastRow() == n - 1;
                    Polyline solid = last ? all.withoutLast() : all;
                    d.stroke(solid.path(), Stroke.of(r.theme().surface(), 2.5));
                    d.stroke(solid.path(), Stroke.of(series.get(k).argb(), 1.5));
                    if (last) {
                        int at = all.size() - 1;
                        Stroke dashed = new Stroke(series.get(k).argb(), 1.5, 4);
                        d.line(all.x()[at - 1], all.y()[at - 1], all.x()[at], all.y()[at], dashed);
                    }
                }
            }
        }
    }

    /** The values of the steps in view from one to before another; NaN elsewhere. */
    private double[] part(double[] values, int from, int to) {
        double[] out = values.clone();
        java.util.Arrays.fill(out, offset, offset + from, Double.NaN);
        java.util.Arrays.fill(out, offset + to, out.length, Double.NaN);
        return out;
    }

    /** A line, its last step open where that has not ended. */
    void line(Drawing d, Series s, Scale scale) {
        List<Polyline> lines = lines(s.values(), scale);
        for (int i = 1; days != null && i < lines.size(); i++) {
            Polyline a = lines.get(i - 1);
            Polyline b = lines.get(i);
            int last = a.size() - 1;
            d.line(a.x()[last], a.y()[last], b.x()[0], b.y()[0], Stroke.of(thin(s), 1));
        }
        for (Polyline line : lines) {
            line(d, s, line);
        }
    }

    private int thin(Series s) {
        return Colors.mix(r.theme().surface(), s.argb(), 0.5);
    }

    private void line(Drawing d, Series s, Polyline full) {
        int surface = r.theme().surface();
        boolean last = toTheEnd && full.lastRow() == px.length - 1;
        boolean open = incomplete && !s.base() && last;
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
                d.disc(x1, y1, days == null ? 3.5 : 1.5, s.argb());
            }
        } else if (!s.base() && last) {
            d.disc(x1, y1, 3, s.argb());
        }
    }

    private record End(Series series, double y) {}

    /** Names at the ends of the lines, moved apart where they would touch; a member's name chooses it. */
    void directLabels(SeriesTable table, @Nullable Stack stack, TextStyle style) {
        List<End> ends = new ArrayList<>();
        for (int k = 0; k < table.series().size(); k++) {
            double[] values = table.series().get(k).values();
            if (stack != null) {
                values = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (stack.lower()[k][i] + stack.upper()[k][i]) / 2;
                }
            }
            end(ends, table.series().get(k), values);
        }
        table.bases().forEach(s -> end(ends, s, s.values()));
        ends.sort(Comparator.comparingDouble(End::y));
        double low = plot.top + 4;
        double[] ys =
                Spread.apart(ends.stream().mapToDouble(End::y).toArray(), 16, low, Math.max(low, plot.bottom - 4));
        for (int i = 0; i < ys.length; i++) {
            Series s = ends.get(i).series();
            TextStyle own = s.base() ? style : Drawing.style(12, TextStyle.Weight.MEDIUM, readable(s.argb()));
            String member =
                    table.split() == null ? null : s.members().get(table.split().name());
            if (member == null || table.split() == null) {
                plot.d.text(plot.right + 10, ys[i] + 4, s.label(), own);
                continue;
            }
            Drawing part = plot.d.fresh();
            part.add(new Node.Rect(plot.right + 8, ys[i] - 8, part.width(s.label(), own) + 4, 16, 0, null, null));
            part.text(plot.right + 10, ys[i] + 4, s.label(), own);
            Gesture select = new Gesture(Gesture.Kind.SELECT, table.split().name(), member);
            Datum datum = new Datum(s.label(), List.of(), s.members());
            plot.d.add(new Node.Group("series-" + table.series().indexOf(s), 0, 0, null, datum, select, part.nodes()));
        }
    }

    private void end(List<End> ends, Series s, double[] values) {
        for (int i = px.length - 1; i >= 0; i--) {
            double at = plot.y.at(values[offset + i]);
            if (Double.isFinite(at)) {
                ends.add(new End(s, at));
                return;
            }
        }
    }

    /** Text in a series colour needs more contrast than its line. */
    private int readable(int argb) {
        double part = r.theme().isDark() ? 0.25 : 0.35;
        int mixed = Colors.mix(argb, r.theme().text(), part);
        while (part < 1 && Legible.contrast(mixed, r.theme().surface()) < Legible.ENOUGH) {
            part += 0.05;
            mixed = Colors.mix(argb, r.theme().text(), Math.min(1, part));
        }
        return mixed;
    }
}
