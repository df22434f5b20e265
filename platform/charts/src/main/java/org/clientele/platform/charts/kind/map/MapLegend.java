package org.clientele.platform.charts.kind.map;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.SizeKey;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/** What colours and sizes mean, in one line from left to right; what has no room is left out. */
final class MapLegend {
    private static final Texts TEXTS = Texts.of(MapLegend.class);

    private static final int STEPS = 24;
    private static final double BAR = 120;

    private final ChartRequest r;
    private final Drawing d;
    private final double baseline;
    private final TextStyle style;
    private double x;

    MapLegend(ChartRequest r, Drawing d, double baseline) {
        this.r = r;
        this.d = d;
        this.baseline = baseline;
        this.style = Drawing.style(11, r.theme().secondary());
    }

    /** A bar of the scale's colours between the values of its ends. */
    void colours(ColourScale scale, String measure, Unit unit) {
        String low = r.format().compact(scale.low(), unit);
        String high = r.format().compact(scale.high(), unit);
        String how = scale.log() ? TEXTS.get("map.legend.log_scale") : "";
        double bar = Math.min(BAR, r.width() * 0.3);
        double left = d.width(low, style);
        double needed = left + 8 + bar + 8 + d.width(high, style);
        if (x + needed > r.width()) {
            return;
        }
        name(measure, needed);
        d.text(x, baseline, low, style);
        x += left + 8;
        for (int i = 0; i < STEPS; i++) {
            double from = x + bar * i / STEPS;
            int colour = scale.low() == scale.high() ? scale.colour(scale.high()) : scale.colourAt((i + 0.5) / STEPS);
            // Half a pixel over the next one, so that no sink shows a seam.
            double to = i == STEPS - 1 ? x + bar : x + bar * (i + 1) / STEPS + 0.5;
            d.rect(from, baseline - 8.5, to - from, 9, 0, Fill.of(colour));
        }
        if (scale.diverging()) {
            d.line(
                    x + bar / 2,
                    baseline - 10.5,
                    x + bar / 2,
                    baseline + 2.5,
                    Stroke.of(r.theme().secondary(), 1));
        }
        x += bar + 8;
        d.text(x, baseline, high, style);
        x += d.width(high, style) + 16;
        word(how);
    }

    /** A hatched swatch for regions without data. */
    void noData(Fill land, Stroke line) {
        String label = TEXTS.get("map.legend.no_data");
        if (x + 20 + d.width(label, style) > r.width()) {
            return;
        }
        d.rect(x, baseline - 8.5, 14, 9, 0, land);
        PathData.Builder box = PathData.builder();
        box.move(0, 0).line(14, 0).line(14, 9).line(0, 9).close();
        PathData lines = new Hatch(14, 9, 5).inside(box.build());
        Drawing inner = d.fresh();
        inner.stroke(lines, line);
        d.add(Node.Group.at(x, baseline - 8.5, inner.nodes()));
        d.text(x + 20, baseline, label, style);
        x += 20 + d.width(label, style) + 16;
    }

    /** What areas mean. */
    void sizes(String measure, double most, double radius, int fill, int edge, Unit unit) {
        x = new SizeKey(r, d, measure, most, radius, unit).draw(x, baseline, r.width(), fill, edge);
    }

    /** What a part is about, where there is room for it and the part. */
    private void name(String measure, double part) {
        TextStyle medium = Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().secondary());
        double w = d.width(measure, medium);
        if (!measure.isEmpty() && x + w + 8 + part <= r.width()) {
            d.text(x, baseline, measure, medium);
            x += w + 8;
        }
    }

    private void word(String text) {
        if (!text.isEmpty() && x + d.width(text, style) <= r.width()) {
            d.text(x, baseline, text, style);
            x += d.width(text, style) + 16;
        }
    }
}
