package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.axis.LogScale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.Marks;
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
    private final Track track;
    private final int first;
    private final int behind;
    private final int count;

    /**
     * Through the steps from {@code first} to before {@code behind}.
     *
     * @param track where the steps stand
     * @param count how many there are in all
     */
    LineMarks(ChartRequest r, Plot plot, Track track, int first, int behind, int count) {
        this.r = r;
        this.plot = plot;
        this.track = track;
        this.first = first;
        this.behind = behind;
        this.count = count;
    }

    private List<Polyline> lines(double[] values, Scale scale) {
        Tracer tracer = new Tracer(track, placed(values, scale), scale::at);
        // Gaps that are narrower than a pixel cannot be seen; their thousands of single points would only hide the
        // line.
        int most = (int) (2 * Math.max(1, plot.right - plot.left));
        List<Polyline> lines = loose ? tracer.through(first, behind) : tracer.lines(first, behind, most);
        OpenDays known = days;
        return known == null
                ? lines
                : lines.stream()
                        .flatMap(line -> line.parted(known.missingBefore()).stream())
                        .toList();
    }

    /** Whether the line of a series runs through a rectangle. */
    boolean meets(Series s, Scale scale, double left, double top, double right, double bottom) {
        return lines(s.values(), scale).stream().anyMatch(line -> line.meets(left, top, right, bottom));
    }

    /** Values without those that have no place: on a logarithmic scale 0 and less. */
    private static double[] placed(double[] values, Scale scale) {
        return scale instanceof LogScale
                ? Arrays.stream(values).map(v -> v > 0 ? v : Double.NaN).toArray()
                : values;
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
                d.fill(line.area(base), fade);
            }
        }
    }

    /** What lies between the low and high ends around a line. */
    void doubt(Drawing d, Series s, Scale scale) {
        if (s.low() != null && s.high() != null) {
            double[] low = placed(s.low(), scale);
            double[] high = placed(s.high(), scale);
            between(
                    d,
                    where(high, low),
                    where(low, high),
                    scale,
                    Fill.of(Colors.alpha(s.argb(), r.theme().isDark() ? 0.24 : 0.16)));
        }
    }

    /** Values, missing where others are. */
    private static double[] where(double[] others, double[] values) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(others[i]) ? Double.NaN : out[i];
        }
        return out;
    }

    /** Fills between two lines, which have their gaps at the same steps. */
    private void between(Drawing d, double[] low, double[] high, Scale scale, Fill fill) {
        List<Polyline> lower = new Tracer(track, low, scale::at).lines(first, behind, Integer.MAX_VALUE);
        List<Polyline> upper = new Tracer(track, high, scale::at).lines(first, behind, Integer.MAX_VALUE);
        for (int k = 0; k < Math.min(lower.size(), upper.size()); k++) {
            Polyline a = upper.get(k);
            Polyline b = lower.get(k);
            if (a.size() == 1) {
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
        int n = count;
        boolean open = incomplete && behind == count && count - first > 2;
        for (int k = 0; k < series.size(); k++) {
            double opacity = strong ? 0.85 : r.theme().isDark() ? 0.6 : 0.55;
            int argb = Colors.mix(r.theme().surface(), series.get(k).argb(), opacity);
            if (!open) {
                between(d, stack.lower()[k], stack.upper()[k], plot.y, Fill.of(argb));
                continue;
            }
            int pale = Colors.mix(r.theme().surface(), series.get(k).argb(), opacity * 0.45);
            between(d, part(stack.lower()[k], 0, n - 1), part(stack.upper()[k], 0, n - 1), plot.y, Fill.of(argb));
            between(d, part(stack.lower()[k], n - 2, n), part(stack.upper()[k], n - 2, n), plot.y, Fill.of(pale));
        }
        for (int k = 0; k < series.size(); k++) {
            for (Polyline line : lines(stack.upper()[k], plot.y)) {
                if (line.size() > 1) {
                    boolean last = open && line.lastStep() == n - 1;
                    Polyline solid = last ? line.withoutLast() : line;
                    if (solid.size() > 1) {
                        d.stroke(solid.path(), Stroke.of(r.theme().surface(), 2.5));
                        d.stroke(solid.path(), Stroke.of(series.get(k).argb(), 1.5));
                    }
                    if (last) {
                        int at = line.size() - 1;
                        Stroke dashed = new Stroke(series.get(k).argb(), 1.5, 4);
                        d.line(line.x()[at - 1], line.y()[at - 1], line.x()[at], line.y()[at], dashed);
                    }
                }
            }
        }
    }

    /** The values of the steps from one to before another; NaN elsewhere. */
    private double[] part(double[] values, int from, int to) {
        double[] out = values.clone();
        Arrays.fill(out, 0, from, Double.NaN);
        Arrays.fill(out, to, out.length, Double.NaN);
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

    private void line(Drawing d, Series s, Polyline line) {
        int surface = r.theme().surface();
        boolean last = line.lastStep() == count - 1;
        boolean open = incomplete && !s.base() && last;
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
            Gesture select =
                    table.split() == null ? null : Marks.select(table.split().name(), s.members());
            if (select == null) {
                plot.d.text(plot.right + 10, ys[i] + 4, s.label(), own);
                continue;
            }
            Drawing part = plot.d.fresh();
            part.add(new Node.Rect(plot.right + 8, ys[i] - 8, part.width(s.label(), own) + 4, 16, 0, null, null));
            part.text(plot.right + 10, ys[i] + 4, s.label(), own);
            Datum datum = new Datum(s.label(), List.of(), s.members());
            plot.d.add(new Node.Group("series-" + table.series().indexOf(s), 0, 0, null, datum, select, part.nodes()));
        }
    }

    private void end(List<End> ends, Series s, double[] values) {
        for (int i = behind - 1; i >= first; i--) {
            double at = plot.y.at(values[i]);
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
