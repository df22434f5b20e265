package org.clientele.platform.charts.kind.space;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LabelRoom;
import org.clientele.platform.charts.kind.space.BubblesPicture.Mark;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The names beside the bubbles of a picture, where they hide no other bubble. */
final class BubbleLabels {
    static final int MOST = 12;
    private static final double LEAST_WIDTH = 200;
    private static final double LEAST_HEIGHT = 60;

    private final ChartRequest r;
    private final Drawing d;
    private final double height;

    /** @param height of the field that the bubbles are in */
    BubbleLabels(ChartRequest r, Drawing d, double height) {
        this.r = r;
        this.d = d;
        this.height = height;
    }

    /** Names as many bubbles, the largest first, as there is room for. */
    void draw(List<Mark> marks, LabelRoom room) {
        if (r.width() < LEAST_WIDTH || height < LEAST_HEIGHT) {
            return;
        }
        List<Mark> first = marks.subList(0, Math.min(MOST, marks.size()));
        for (Mark m : first) {
            double half = m.radius() * 0.75;
            room.take(m.x() - half, m.y() - half, 2 * half, 2 * half);
        }
        for (Mark m : first) {
            TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().text());
            String name = d.fit(m.mover().name(), Math.min(150, r.width() * 0.3), style);
            double w = d.width(name, style) + 2;
            LabelRoom.Spot spot = name.isEmpty()
                    ? null
                    : room.beside(
                            m.x(),
                            m.y(),
                            m.radius(),
                            w,
                            14,
                            s -> marks.stream().anyMatch(o -> o != m && on(o, s)) ? 1 : 0,
                            3,
                            10);
            if (spot == null) {
                continue;
            }
            Drawing inner = d.fresh();
            inner.add(new Node.Rect(spot.x(), spot.y(), w, 14, 0, null, null));
            inner.text(spot.x() + 1, spot.y() + 11, name, style);
            d.add(new Node.Group(
                    "label-" + m.mover().row(),
                    0,
                    0,
                    null,
                    null,
                    new Gesture(
                            Gesture.Kind.CLICK, BubblesPicture.TRAIL, m.mover().name()),
                    inner.nodes()));
        }
    }

    private static boolean on(Mark m, LabelRoom.Spot s) {
        return m.x() + m.radius() > s.x()
                && m.x() - m.radius() < s.x() + s.width()
                && m.y() + m.radius() > s.y()
                && m.y() - m.radius() < s.y() + s.height();
    }
}
