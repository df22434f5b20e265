package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LabelRoom;
import org.clientele.platform.charts.kind.space.Camera.Seen;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.jspecify.annotations.Nullable;

/** Lays out points in their box, the nearest last. */
final class SpacePicture {
    private static final int MOST_STEMS = 40;
    private static final int MOST_LABELS = 10;
    /** Among more points than this a name could not be told apart from its neighbours. */
    private static final int MOST_NAMED = 150;

    private final ChartRequest r;
    private final Span[] spans;
    private final List<Cloud.Point> cloud;
    private final SpaceWords words;
    private final List<String> notes;
    private final Hues hues;
    private final @Nullable Column size;
    private final double largestSize;
    private final Drawing d;

    SpacePicture(
            ChartRequest r,
            Column[] axes,
            Span[] spans,
            List<Cloud.Point> cloud,
            SpaceWords words,
            List<String> notes) {
        this.r = r;
        this.spans = spans;
        this.cloud = cloud;
        this.words = words;
        this.notes = notes;
        hues = new Hues(r);
        size = r.spec().columns(Channel.SIZE).isEmpty() ? null : Scatter3dChart.measure(r, Channel.SIZE);
        double most = 0;
        for (int row = 0; size != null && row < axes[0].size(); row++) {
            double v = size.doubleAt(row);
            most = Double.isFinite(v) ? Math.max(most, v) : most;
        }
        largestSize = most;
        d = new Drawing(r.text());
    }

    Drawing draw() {
        double head = (hues.column() != null || size != null) && r.height() > 110 ? 20 : 0;
        boolean noted = !notes.isEmpty() && r.height() > 110;
        double foot = noted ? 16 : 0;
        double top = head == 0 ? 0 : head + hues.legend(d, 0, 11, Hues.area(r, d, 0, 11, r.width()), r.height());
        double bottom = r.height() - foot;
        boolean axes = bottom - top > 90 && r.width() > 180;
        double side = axes ? Math.min(78, r.width() * 0.16) : 8;
        double[] half = r.width() > 1.3 * r.height() ? new double[] {1.2, 0.85, 1.2} : new double[] {1, 1, 1};
        Camera camera = Camera.of(
                        r.view(), "orthographic".equals(r.spec().options().get("projection")))
                .fitted(
                        half[0],
                        half[1],
                        half[2],
                        side,
                        top + (axes ? 12 : 4),
                        r.width() - side,
                        bottom - (axes ? 34 : 4));
        Drawing inside = d.fresh();
        inside.add(new Node.Rect(0, top, r.width(), Math.max(1, bottom - top), 0, null, null));
        Box box = new Box(r, inside, camera, spans, half);
        LabelRoom room = new LabelRoom(0, top, r.width(), bottom);
        box.faces();
        if (axes) {
            box.axes(room);
        }
        points(inside, box, room);
        Gesture turn = new Gesture(Gesture.Kind.TURN, Camera.TURN, camera.turned());
        d.add(new Node.Group("space", 0, 0, null, null, turn, inside.nodes()));
        if (noted) {
            TextStyle small = Drawing.style(11, r.theme().secondary());
            d.text(0, r.height() - 4, d.fit(String.join(" ", notes), r.width(), small), small);
        }
        return d;
    }

    private record Mark(Cloud.Point point, Seen seen, double radius) {}

    private void points(Drawing inside, Box box, LabelRoom room) {
        List<Mark> marks = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Cloud.Point p : cloud) {
            Seen seen = box.at(p.parts());
            marks.add(new Mark(p, seen, radius(p) * seen.size()));
            least = Math.min(least, seen.depth());
            most = Math.max(most, seen.depth());
        }
        marks.sort(Comparator.comparingDouble(m -> m.seen().depth()));
        if (marks.size() <= MOST_STEMS) {
            stems(inside, box, marks);
        }
        int surface = r.theme().surface();
        for (Mark m : marks) {
            double near = most > least ? (m.seen().depth() - least) / (most - least) : 1;
            int colour = Colors.mix(surface, colour(m.point()), 0.5 + 0.5 * near);
            Drawing shape = d.fresh();
            shape.add(new Node.Circle(
                    m.seen().x(),
                    m.seen().y(),
                    m.radius(),
                    Fill.of(Colors.alpha(colour, 0.85)),
                    Stroke.of(Colors.mix(surface, colour, 0.3), 0.6)));
            inside.add(new Node.Group(
                    "point-" + m.point().rows()[0],
                    0,
                    0,
                    null,
                    words.datum(m.point()),
                    words.select(m.point()),
                    shape.nodes()));
        }
        if (words.named() && marks.size() <= MOST_NAMED) {
            labels(inside, room, marks);
        }
    }

    /** Lines down to the floor, which tell how far back a point stands. */
    private void stems(Drawing inside, Box box, List<Mark> marks) {
        Stroke stem = Stroke.of(Colors.mix(r.theme().surface(), r.theme().secondary(), 0.4), 1);
        int ground = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.4);
        for (Mark m : marks) {
            double[] foot = m.point().parts().clone();
            foot[1] = 0;
            Seen at = box.at(foot);
            inside.line(at.x(), at.y(), m.seen().x(), m.seen().y(), stem);
            inside.disc(at.x(), at.y(), 1.5, ground);
        }
    }

    /** The largest and the highest, as long as there is room. */
    private void labels(Drawing inside, LabelRoom room, List<Mark> marks) {
        List<Mark> first = marks.stream()
                .filter(m -> m.point().isOne())
                .sorted(Comparator.comparingDouble(
                                (Mark m) -> -m.radius() / m.seen().size())
                        .thenComparingDouble(m -> -m.point().parts()[1]))
                .limit(MOST_LABELS)
                .toList();
        for (Mark m : first) {
            room.take(m.seen().x() - 2, m.seen().y() - 2, 4, 4);
        }
        TextStyle style = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        for (Mark m : first) {
            String name = d.fit(words.name(m.point().rows()[0]), Math.min(140, r.width() * 0.3), style);
            double w = d.width(name, style) + 2;
            LabelRoom.Spot spot = name.isEmpty()
                    ? null
                    : room.beside(
                            m.seen().x(),
                            m.seen().y(),
                            m.radius(),
                            w,
                            13,
                            s -> marks.stream().anyMatch(o -> o != m && on(o, s)) ? 2 : 0,
                            2,
                            8,
                            16);
            if (spot != null) {
                inside.text(spot.x() + 1, spot.y() + 10.5, name, style);
            }
        }
    }

    private static boolean on(Mark m, LabelRoom.Spot s) {
        return m.seen().x() + m.radius() > s.x()
                && m.seen().x() - m.radius() < s.x() + s.width()
                && m.seen().y() + m.radius() > s.y()
                && m.seen().y() - m.radius() < s.y() + s.height();
    }

    /** The colour that most of a point's rows have. */
    private int colour(Cloud.Point p) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int row : p.rows()) {
            counts.merge(hues.of(row), 1, Integer::sum);
        }
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private double radius(Cloud.Point p) {
        double base = cloud.size() > 400 ? 2.2 : cloud.size() > 60 ? 3.2 : 4.5;
        if (!p.isOne()) {
            return Math.min(9, base * (1 + 0.3 * Math.log(p.rows().length)));
        }
        double v = size == null ? Double.NaN : size.doubleAt(p.rows()[0]);
        if (size == null || !(largestSize > 0)) {
            return base;
        }
        return v > 0 ? Math.max(1.2, 3 * base * Math.sqrt(v / largestSize)) : 1.2;
    }
}
