package org.clientele.platform.charts.kind.indicator;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** A value on an arc of two thirds of a circle, with its target as a mark across and the figures in the middle. */
final class GaugeLayout {
    private static final double START = Math.toRadians(150);
    private static final double SWEEP = Math.toRadians(240);
    private static final double FOOT = 22;
    private static final double LEAST = 46;
    private static final double MOST = 150;
    /** Between the outer edge and the middle of the track's outer side: the band and a gap. */
    private static final double RIM = 8;

    private GaugeLayout() {}

    static Drawing draw(Reading reading, Notes notes) {
        ChartRequest r = reading.r();
        Drawing d = new Drawing(r.text());
        double height = r.height() - notes.height();
        double radius = Math.min(MOST, Math.min(r.width() / 2 - 4, (height - FOOT - 4) / 1.56));
        if (radius < LEAST) {
            Drawing only = d.fresh();
            only.add(new Node.Rect(0, 0, r.width(), height, 0, null, null));
            Headline.alone(reading, only, height);
            d.add(Node.Group.of("value", reading.datum(), only.nodes()));
            return d;
        }
        double cx = r.width() / 2;
        double cy = (height - FOOT - 1.56 * radius) / 2 + radius + 2;
        double thick = Math.max(9, Math.min(20, radius * 0.15));
        double track = radius - RIM - thick / 2;
        for (Reading.Band band : reading.bands()) {
            Drawing part = d.fresh();
            // Round ends reach beyond the arc; neighbours are told apart by a gap as well as by colour.
            double apart = 2.75 / radius;
            double from = angle(reading, band.from()) + apart;
            double to = angle(reading, band.to());
            part.stroke(
                    Arcs.arc(cx, cy, radius - 2, from, Math.max(from, to - apart)),
                    Stroke.of(Quiet.band(r.theme(), band.status()), 4));
            d.add(Node.Group.of(
                    "band-" + band.status().name().toLowerCase(java.util.Locale.ROOT),
                    reading.datum(band),
                    part.nodes()));
        }
        Drawing value = d.fresh();
        value.stroke(Arcs.arc(cx, cy, track, START, START + SWEEP), Stroke.of(Quiet.track(r.theme()), thick));
        double end = angle(reading, reading.value());
        if (end - START > 1e-3) {
            value.stroke(
                    Arcs.arc(cx, cy, track, START, end), Stroke.of(r.theme().accent(), thick));
        } else {
            value.disc(
                    Arcs.x(cx, track, START),
                    Arcs.y(cy, track, START),
                    thick / 2,
                    r.theme().accent());
        }
        double inner = track - thick / 2 - 6;
        Headline head = new Headline(reading, inner * 1.5, radius * 0.98, Math.max(15, radius * 0.36));
        head.draw(value, cx, cy - head.height() * 0.52, true);
        d.add(Node.Group.of("value", reading.datum(), value.nodes()));
        mark(reading, d, cx, cy, track, thick);
        ends(reading, d, cx, cy, track, thick);
        return d;
    }

    private static double angle(Reading reading, double v) {
        return START + SWEEP * reading.part(v);
    }

    private static void mark(Reading reading, Drawing d, double cx, double cy, double track, double thick) {
        double part = reading.targetPart();
        if (Double.isNaN(part)) {
            return;
        }
        double a = START + SWEEP * part;
        double from = track - thick / 2 - 3;
        double to = track + thick / 2 + RIM - 1;
        Drawing mark = d.fresh();
        int surface = reading.r().theme().surface();
        mark.line(
                Arcs.x(cx, from, a), Arcs.y(cy, from, a), Arcs.x(cx, to, a), Arcs.y(cy, to, a), Stroke.of(surface, 6));
        mark.line(
                Arcs.x(cx, from, a),
                Arcs.y(cy, from, a),
                Arcs.x(cx, to, a),
                Arcs.y(cy, to, a),
                Stroke.of(reading.r().theme().text(), 2.5));
        d.add(Node.Group.of("target", reading.targetDatum(), mark.nodes()));
    }

    private static void ends(Reading reading, Drawing d, double cx, double cy, double track, double thick) {
        TextStyle axis = Drawing.style(11, reading.r().theme().secondary());
        double base = cy + track * 0.5 + thick / 2 + 15;
        double across = track * Math.cos(Math.toRadians(30));
        double room = Math.min(across * 2 - 12, 2 * Math.min(cx - across, track));
        for (double side : List.of(-1.0, 1.0)) {
            String text = reading.tick(side < 0 ? reading.from() : reading.to());
            if (d.width(text, axis) <= Math.min(room, across * 2 - 8)) {
                d.text(cx + side * across, base, text, axis, Anchor.MIDDLE);
            }
        }
    }
}
