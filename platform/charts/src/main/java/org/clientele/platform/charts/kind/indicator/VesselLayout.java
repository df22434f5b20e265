package org.clientele.platform.charts.kind.indicator;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** A vessel that is filled up to the value: bands at its left, figures of the scale and the headline at its right. */
final class VesselLayout {
    /** A slim tube on a bulb. */
    static final Form THERMOMETER = new Form(36, 0.2, 0.95, 0.28, VesselLayout::tube);
    /** A box that fills. */
    static final Form TANK = new Form(150, 0.62, 0, 0, VesselLayout::tank);

    /** Draws the vessel's outline in one colour, from (x, top) to (x + width, bottom). */
    interface Shape {
        void draw(Drawing d, double x, double top, double width, double bottom, int argb);
    }

    /**
     * How a vessel is built.
     *
     * @param widest at most so wide
     * @param slim width as a part of the height at most
     * @param base what of the bottom is below the scale and always full
     * @param cap what of the top is above the scale
     */
    record Form(double widest, double slim, double base, double cap, Shape shape) {}

    private static final double BAND = 5;
    private static final double GAP = 8;
    private static final double BETWEEN = 24;
    private static final double MOST_HEIGHT = 300;

    private VesselLayout() {}

    static Drawing draw(Reading reading, Notes notes, Form form) {
        ChartRequest r = reading.r();
        Drawing d = new Drawing(r.text());
        double height = r.height() - notes.height();
        double tall = Math.min(MOST_HEIGHT, height) - 18;
        double width = Math.min(form.widest(), Math.min(tall * form.slim(), r.width() * 0.3));
        List<Mark> marks = marks(reading, d);
        TextStyle axis = Drawing.style(11, r.theme().secondary());
        double labels =
                marks.stream().mapToDouble(m -> d.width(m.text(), axis)).max().orElse(0);
        boolean banded = !reading.bands().isEmpty();
        double vessel = (banded ? BAND + 4 : 0) + width + GAP + 4 + labels;
        double room = r.width() - vessel - BETWEEN;
        Drawing value = d.fresh();
        if (tall < 84 || room < 64) {
            value.add(new Node.Rect(0, 0, r.width(), height, 0, null, null));
            Headline.alone(reading, value, height);
            d.add(Node.Group.of("value", reading.datum(), value.nodes()));
            return d;
        }
        Headline head = new Headline(reading, room, tall, Math.max(20, Math.min(40, tall * 0.2)));
        double left = Math.max(0, (r.width() - vessel - BETWEEN - head.width()) / 2);
        double top = (height - tall) / 2;
        double bottom = top + tall;
        double x = left + (banded ? BAND + 4 : 0);
        double low = bottom - form.base() * width;
        double high = top + form.cap() * width;
        for (Reading.Band band : reading.bands()) {
            Drawing part = d.fresh();
            double b = low - (low - high) * reading.part(band.from());
            double a = low - (low - high) * reading.part(band.to());
            double gap = band.to() < reading.to() ? 1.5 : 0;
            part.rect(
                    left,
                    a + gap,
                    BAND,
                    Math.max(0.5, b - a - gap),
                    1.5,
                    Fill.of(Quiet.band(r.theme(), band.status())));
            d.add(Node.Group.of(
                    "band-" + band.status().name().toLowerCase(java.util.Locale.ROOT),
                    reading.datum(band),
                    part.nodes()));
        }
        form.shape().draw(value, x, top, width, bottom, Quiet.track(r.theme()));
        double level = low - (low - high) * reading.part(reading.value());
        Drawing full = d.fresh();
        form.shape().draw(full, x, top, width, bottom, r.theme().accent());
        Node.Clip clip = new Node.Clip(x - width, level, width * 3, Math.max(0, bottom - level + 1));
        value.add(new Node.Group("", 0, 0, clip, null, null, full.nodes()));
        head.draw(value, left + vessel + BETWEEN, top + (tall - head.height()) / 2, false);
        d.add(Node.Group.of("value", reading.datum(), value.nodes()));
        scale(reading, d, marks, x, width, low, high, axis);
        return d;
    }

    /** A figure of the scale. */
    private record Mark(double value, String text, boolean target) {}

    private static List<Mark> marks(Reading reading, Drawing d) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(reading.from(), reading.tick(reading.from()), false));
        marks.add(new Mark(reading.to(), reading.tick(reading.to()), false));
        Target t = reading.target();
        if (t != null && !Double.isNaN(reading.targetPart())) {
            marks.add(new Mark(t.value(), reading.tick(t.value()), true));
        }
        TextStyle axis = Drawing.style(11, 0);
        marks.replaceAll(m -> new Mark(m.value(), d.fit(m.text(), 90, axis), m.target()));
        return marks;
    }

    private static void scale(
            Reading reading,
            Drawing d,
            List<Mark> marks,
            double x,
            double width,
            double low,
            double high,
            TextStyle axis) {
        ChartRequest r = reading.r();
        double textAt = x + width + GAP + 4;
        for (Mark m : marks) {
            double at = low - (low - high) * reading.part(m.value());
            double base = at + 4;
            if (m.target()) {
                Drawing mark = d.fresh();
                mark.line(x - 3, at, x + width + GAP, at, Stroke.of(r.theme().surface(), 5));
                mark.line(x - 3, at, x + width + GAP, at, Stroke.of(r.theme().text(), 2));
                if (Math.abs(at - low) > 14 && Math.abs(at - high) > 14) {
                    mark.text(textAt, base, m.text(), axis);
                }
                d.add(Node.Group.of("target", reading.targetDatum(), mark.nodes()));
            } else {
                d.text(textAt, base, m.text(), axis);
            }
        }
    }

    private static void tank(Drawing d, double x, double top, double width, double bottom, int argb) {
        d.rect(x, top, width, bottom - top, Math.min(10, width / 4), Fill.of(argb));
    }

    private static void tube(Drawing d, double x, double top, double width, double bottom, int argb) {
        double tube = width * 0.5;
        d.rect(x + (width - tube) / 2, top, tube, bottom - top - width / 2, tube / 2, Fill.of(argb));
        d.disc(x + width / 2, bottom - width / 2, width / 2, argb);
    }
}
