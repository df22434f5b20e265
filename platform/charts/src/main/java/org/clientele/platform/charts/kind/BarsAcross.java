package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.kind.BarChart.Bars;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** Horizontal bars: names at the left, values at the ends of the bars, so that no axis is needed. */
final class BarsAcross {
    private static final double LEAST_ROW = 20;
    private static final double MOST_ROW = 38;
    private static final double GAP = 8;
    private static final double LEAST_BARS = 48;

    private final ChartRequest r;
    private final Bars bars;
    private final Drawing d;
    private final TextStyle nameStyle;
    private final TextStyle quiet;
    private final TextStyle valueStyle;

    BarsAcross(ChartRequest r, Bars bars) {
        this.r = r;
        this.bars = bars;
        d = new Drawing(r.text());
        nameStyle = Drawing.style(12, r.theme().text());
        quiet = Drawing.style(12, r.theme().secondary());
        valueStyle = Drawing.style(12, TextStyle.Weight.MEDIUM, r.theme().text());
    }

    Drawing draw() {
        boolean keyed = bars.base() != null && r.height() > 80;
        double head = keyed ? 22 : 0;
        double room = r.height() - head;
        int shown = bars.count();
        if (shown * LEAST_ROW > room) {
            shown = (int) Math.max(1, Math.floor((room - LEAST_ROW) / LEAST_ROW));
        }
        double foot = shown < bars.count() ? LEAST_ROW : 0;
        double pitch = Math.min(MOST_ROW, Math.max(Math.min(room, LEAST_ROW), (room - foot) / shown));
        List<String> values = values(shown);
        double codeWidth = 0;
        double nameWidth = 0;
        for (int i = 0; i < shown; i++) {
            codeWidth = Math.max(codeWidth, d.width(bars.member(i), nameStyle));
            nameWidth = Math.max(nameWidth, d.width(bars.name(i), quiet));
        }
        double[] beyond = beyond(values);
        double budget = Math.max(0, r.width() - beyond[0] - beyond[1] - LEAST_BARS - GAP);
        codeWidth = Math.min(Math.min(codeWidth, budget), r.width() * (nameWidth > 0 ? 0.2 : 0.38));
        nameWidth = Math.min(nameWidth, Math.min(budget - GAP, r.width() * 0.42) - codeWidth);
        nameWidth = nameWidth < 24 ? 0 : nameWidth;
        double left = codeWidth + (nameWidth > 0 ? GAP + nameWidth : 0) + GAP + 4;
        double[] range = range(left + beyond[0], Math.max(left + beyond[0] + 8, r.width() - beyond[1]));
        if (keyed) {
            key();
        }
        for (int i = 0; i < shown; i++) {
            row(i, head + i * pitch, pitch, codeWidth, nameWidth, range, values.get(i));
        }
        double zero = Math.round(range[0]) - 0.5;
        d.line(zero, head + 2, zero, head + shown * pitch - 2, Stroke.of(zeroColour(), 1));
        if (foot > 0) {
            d.text(0, head + shown * pitch + 14, (bars.count() - shown) + " more", quiet);
        }
        return d;
    }

    private int zeroColour() {
        return Colors.mix(r.theme().border(), r.theme().secondary(), 0.35);
    }

    /** The unit is said once, by the first value; a share says it each time. */
    private List<String> values(int shown) {
        List<String> out = new ArrayList<>();
        Unit unit = bars.y().unit();
        boolean said = false;
        for (int i = 0; i < shown; i++) {
            double v = bars.value(i);
            Unit own = unit.isRatio() || !said ? unit : unit.countsMoney() ? Unit.none() : unit;
            out.add(r.format().compact(v, own));
            said |= !Double.isNaN(v);
        }
        return out;
    }

    /** Room that values need beyond the ends of negative and of other bars. */
    private double[] beyond(List<String> values) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < values.size(); i++) {
            double w = d.width(values.get(i), valueStyle) + GAP;
            if (bars.value(i) < 0) {
                before = Math.max(before, w);
            } else {
                after = Math.max(after, w);
            }
        }
        return new double[] {before, after};
    }

    /** Where zero is, and how wide one unit is, between two coordinates. */
    private double[] range(double start, double end) {
        double span = bars.high() - bars.low();
        double scale = span == 0 ? 0 : (end - start) / span;
        return new double[] {start - bars.low() * scale, scale};
    }

    private void key() {
        TextStyle style = quiet;
        String label =
                d.fit(Labels.of(java.util.Objects.requireNonNull(bars.base()), r.metrics()), r.width() / 2, style);
        double x = r.width() - d.width(label, style);
        d.text(x, 11.5, label, style);
        d.line(x - 9, 2, x - 9, 13, Stroke.of(bars.markerColour(), 2));
    }

    private void row(int i, double y, double pitch, double codeWidth, double nameWidth, double[] range, String value) {
        Drawing part = d.fresh();
        double mid = y + pitch / 2;
        double thickness = Math.max(6, Math.min(18, pitch * 0.56));
        part.add(new Node.Rect(0, y, r.width(), pitch, 4, null, null));
        part.text(0, mid + 4, d.fit(bars.member(i), codeWidth + 0.01, nameStyle), nameStyle);
        if (nameWidth > 0) {
            part.text(codeWidth + GAP, mid + 4, d.fit(bars.name(i), nameWidth + 0.01, quiet), quiet);
        }
        double zero = range[0];
        double v = bars.value(i);
        double base = bars.baseValue(i);
        double end = Double.isNaN(v) ? zero : zero + v * range[1];
        if (Math.abs(end - zero) > 0) {
            double length = end - zero;
            part.barAcross(
                    zero,
                    mid - thickness / 2,
                    Math.abs(length) < 1 ? Math.signum(length) : length,
                    thickness,
                    bars.colour(i));
        }
        double outer = end;
        if (!Double.isNaN(base)) {
            double at = zero + base * range[1];
            part.line(at, mid - thickness / 2 - 2, at, mid + thickness / 2 + 2, Stroke.of(bars.markerColour(), 2));
            outer = v < 0 ? Math.min(outer, Math.min(zero, at)) : Math.max(outer, Math.max(zero, at));
        }
        if (v < 0) {
            part.text(outer - GAP + 2, mid + 4, value, valueStyle, Anchor.END);
        } else {
            part.text(outer + GAP - 2, mid + 4, value, valueStyle);
        }
        d.add(bars.group(i, part.nodes()));
    }
}
