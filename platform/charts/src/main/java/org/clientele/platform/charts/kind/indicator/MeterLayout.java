package org.clientele.platform.charts.kind.indicator;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** A value on a straight scale: a slim bar before quiet bands, its target as a mark across. */
final class MeterLayout {
    private static final double STRIP = 22;
    private static final double BAR = 8;
    private static final double LABELS = 20;
    private static final double GAP = 14;

    private MeterLayout() {}

    static Drawing draw(Reading reading, Notes notes) {
        ChartRequest r = reading.r();
        Drawing d = new Drawing(r.text());
        double height = r.height() - notes.height();
        double scale = GAP + STRIP + LABELS;
        Headline head = new Headline(reading, r.width(), height - scale - 8, Math.min(36, Math.max(20, height * 0.22)));
        Drawing value = d.fresh();
        if (height < scale + 30 || r.width() < 120) {
            value.add(new Node.Rect(0, 0, r.width(), height, 0, null, null));
            Headline.alone(reading, value, height);
            d.add(Node.Group.of("value", reading.datum(), value.nodes()));
            return d;
        }
        double top = Math.max(0, (height - head.height() - scale) / 2);
        double strip = top + head.height() + GAP;
        double left = 1;
        double width = r.width() - 2;
        track(reading, d, left, strip, width);
        head.draw(value, 0, top, false);
        bar(reading, value, left, strip, width);
        d.add(Node.Group.of("value", reading.datum(), value.nodes()));
        labels(reading, d, left, strip, width);
        return d;
    }

    private static void track(Reading reading, Drawing d, double left, double top, double width) {
        ChartRequest r = reading.r();
        if (reading.bands().isEmpty()) {
            d.rect(left, top, width, STRIP, 4, Fill.of(Quiet.track(r.theme())));
        }
        for (Reading.Band band : reading.bands()) {
            double a = left + width * reading.part(band.from());
            double b = left + width * reading.part(band.to());
            double gap = b < left + width - 1 ? 1.5 : 0;
            Drawing part = d.fresh();
            part.rect(a, top, Math.max(0.5, b - a - gap), STRIP, 2, Fill.of(Quiet.band(r.theme(), band.status())));
            d.add(Node.Group.of(
                    "band-" + band.status().name().toLowerCase(java.util.Locale.ROOT),
                    reading.datum(band),
                    part.nodes()));
        }
    }

    /** From zero where that is on the scale, so that losses go the other way. */
    private static void bar(Reading reading, Drawing d, double left, double top, double width) {
        double zero = left + width * reading.part(0);
        double end = left + width * reading.part(reading.value());
        double y = top + (STRIP - BAR) / 2;
        if (Math.abs(end - zero) >= 0.5) {
            d.barAcross(zero, y, end - zero, BAR, reading.r().theme().text());
        } else {
            d.disc(
                    Math.max(left + BAR / 2, Math.min(left + width - BAR / 2, end)),
                    y + BAR / 2,
                    BAR / 2,
                    reading.r().theme().text());
        }
    }

    private static void labels(Reading reading, Drawing d, double left, double top, double width) {
        ChartRequest r = reading.r();
        TextStyle axis = Drawing.style(11, r.theme().secondary());
        double base = top + STRIP + 15;
        String from = d.fit(reading.tick(reading.from()), width * 0.4, axis);
        String to = d.fit(reading.tick(reading.to()), width * 0.4, axis);
        d.text(0, base, from, axis);
        d.text(r.width(), base, to, axis, Anchor.END);
        double part = reading.targetPart();
        Target target = reading.target();
        if (Double.isNaN(part) || target == null) {
            return;
        }
        double at = left + width * part;
        Drawing mark = d.fresh();
        mark.line(at, top - 4, at, top + STRIP + 4, Stroke.of(r.theme().surface(), 6));
        mark.line(at, top - 4, at, top + STRIP + 4, Stroke.of(r.theme().text(), 2.5));
        String goal = reading.tick(target.value());
        double half = d.width(goal, axis) / 2;
        if (at - half > d.width(from, axis) + 8 && at + half < r.width() - d.width(to, axis) - 8) {
            mark.text(at, base, goal, axis, Anchor.MIDDLE);
        }
        d.add(Node.Group.of("target", reading.targetDatum(), mark.nodes()));
    }
}
