package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.platform.charts.kind.BarChart.Bars;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** Vertical bars on a value axis. */
final class BarsAlong {
    private static final double LEAST_BAND = 4;
    private static final double WIDEST = 56;

    private final ChartRequest r;
    private final Bars bars;

    BarsAlong(ChartRequest r, Bars bars) {
        this.r = r;
        this.bars = bars;
    }

    Drawing draw() {
        TimeColumn time = TimeColumn.of(bars.x());
        List<Plot.Key> keys = new ArrayList<>();
        if (bars.base() != null) {
            keys.add(new Plot.Key(Labels.of(bars.base(), r.metrics()), bars.markerColour(), false));
        }
        int tiers = time == null ? 1 : Plot.tiers(time.grain());
        int shown = (int) Math.max(1, Math.min(bars.count(), Math.floor((r.width() - 80) / LEAST_BAND)));
        boolean more = shown < bars.count();
        TextStyle valueStyle =
                Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().text());
        List<String> values = values(shown, r.width() / shown, valueStyle);
        // Where each bar says its value, an axis would say it again.
        boolean axis = values.isEmpty();
        Plot plot = new Plot(
                r,
                bars.low(),
                bars.high(),
                bars.y().unit(),
                Labels.unit(bars.y()),
                keys,
                tiers + (more ? 1 : 0),
                axis ? 2 : 0,
                0,
                axis);
        plot.grid();
        double band = (plot.right - plot.left) / shown;
        double width = Math.max(1, Math.min(WIDEST, band * 0.66));
        for (int i = 0; i < shown; i++) {
            plot.d.add(bars.group(i, bar(plot, i, band, width, axis ? "" : values.get(i), valueStyle)));
        }
        if (time == null) {
            plot.categoryAxis(shown, i -> plot.left + (i + 0.5) * band, band, bars::member);
        } else {
            timeAxis(plot, time, shown, band);
        }
        if (more) {
            TextStyle quiet = Drawing.style(11, r.theme().secondary());
            plot.d.text(0, r.height() - 4, (bars.count() - shown) + " more", quiet);
        }
        return plot.d;
    }

    /** Values above the bars, where all of them fit. */
    private List<String> values(int shown, double band, TextStyle style) {
        List<String> out = new ArrayList<>();
        Drawing probe = new Drawing(r.text());
        for (int i = 0; i < shown; i++) {
            Unit unit = bars.y().unit().isRatio() ? bars.y().unit() : Unit.none();
            String s = r.format().compact(bars.value(i), unit);
            if (probe.width(s, style) + 8 > band || r.height() < 140) {
                return List.of();
            }
            out.add(s);
        }
        return out;
    }

    private List<Node> bar(Plot plot, int i, double band, double width, String value, TextStyle style) {
        Drawing d = plot.d.fresh();
        double from = plot.left + i * band;
        double cx = from + band / 2;
        double zero = plot.y.at(0);
        d.add(new Node.Rect(from, plot.top, band, plot.bottom - plot.top, 0, null, null));
        double v = bars.value(i);
        double end = Double.isNaN(v) ? zero : plot.y.at(v);
        if (end != zero) {
            double length = Math.abs(end - zero) < 1 ? Math.signum(end - zero) : end - zero;
            d.barAlong(cx - width / 2, zero, length, width, bars.colour(i));
        }
        double base = bars.baseValue(i);
        double outer = end;
        if (!Double.isNaN(base)) {
            double at = plot.y.at(base);
            d.line(cx - width / 2 - 2, at, cx + width / 2 + 2, at, Stroke.of(bars.markerColour(), 2));
            outer = v < 0 ? Math.max(end, at) : Math.min(end, at);
        }
        double baseline = v < 0 ? Math.min(outer + 13, plot.bottom + 4) : Math.max(outer - 5, plot.top - 5);
        d.text(cx, baseline, value, style, Anchor.MIDDLE);
        return d.nodes();
    }

    private static void timeAxis(Plot plot, TimeColumn time, int shown, double band) {
        LocalDate first = edge(time, 0, shown, 1);
        LocalDate last = edge(time, shown - 1, shown, -1);
        if (first != null && last != null) {
            plot.timeAxis(time, first, last, day -> centre(plot, time, day, shown, band));
        }
    }

    private static @Nullable LocalDate edge(TimeColumn time, int from, int shown, int step) {
        for (int i = from; i >= 0 && i < shown; i += step) {
            LocalDate day = time.day(i);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** A day stands at the bar of the last step that has begun. */
    private static double centre(Plot plot, TimeColumn time, LocalDate day, int shown, double band) {
        int at = 0;
        for (int i = 0; i < shown; i++) {
            LocalDate start = time.day(i);
            at = start != null && !start.isAfter(day) ? i : at;
        }
        return plot.left + (at + 0.5) * band;
    }
}
