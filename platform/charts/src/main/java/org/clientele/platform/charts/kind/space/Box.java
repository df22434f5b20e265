package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LabelRoom;
import org.clientele.platform.charts.kind.space.Camera.Seen;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The box around the points: its three back faces with grids, and the axes along its outline, whichever way it is turned. */
final class Box {
    /** An axis shorter than this is seen end on, and its labels would stand in a heap. */
    private static final double SHORTEST = 12;

    private final ChartRequest r;
    private final Drawing d;
    private final Camera camera;
    private final Span[] spans;
    private final double[] half;
    /** For each axis the side, -1 or 1, that is farther from the viewer. */
    private final int[] back = new int[3];

    private final TextStyle axisStyle;

    Box(ChartRequest r, Drawing d, Camera camera, Span[] spans, double[] half) {
        this.r = r;
        this.d = d;
        this.camera = camera;
        this.spans = spans;
        this.half = half;
        axisStyle = Drawing.style(11, r.theme().secondary());
        for (int axis = 0; axis < 3; axis++) {
            double[] side = new double[3];
            side[axis] = 1;
            back[axis] = camera.see(side[0], side[1], side[2]).depth() > 0 ? -1 : 1;
        }
    }

    /** Where values stand, given as parts of their ranges. */
    Seen at(double[] parts) {
        return camera.see(half[0] * (2 * parts[0] - 1), half[1] * (2 * parts[1] - 1), half[2] * (2 * parts[2] - 1));
    }

    private Seen corner(double[] sides) {
        return camera.see(half[0] * sides[0], half[1] * sides[1], half[2] * sides[2]);
    }

    void faces() {
        int wall = Colors.mix(r.theme().surface(), r.theme().border(), 0.22);
        int floor = Colors.mix(r.theme().surface(), r.theme().border(), 0.42);
        Stroke grid = Stroke.of(Colors.mix(r.theme().surface(), r.theme().border(), 0.95), 1);
        for (int axis = 0; axis < 3; axis++) {
            int u = (axis + 1) % 3;
            int v = (axis + 2) % 3;
            PathData.Builder path = PathData.builder();
            int[][] round = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
            for (int i = 0; i < 4; i++) {
                double[] s = new double[3];
                s[axis] = back[axis];
                s[u] = round[i][0];
                s[v] = round[i][1];
                Seen p = corner(s);
                if (i == 0) {
                    path.move(p.x(), p.y());
                } else {
                    path.line(p.x(), p.y());
                }
            }
            d.add(new Node.Path(path.close().build(), Fill.of(axis == 1 ? floor : wall), grid));
            lines(axis, u, v, grid);
            lines(axis, v, u, grid);
        }
    }

    /** Grid lines on the back face of {@code axis} at the ticks of {@code along}. */
    private void lines(int axis, int along, int across, Stroke grid) {
        for (double tick : spans[along].ticks()) {
            double[] s = new double[3];
            s[axis] = back[axis];
            s[along] = 2 * spans[along].part(tick) - 1;
            s[across] = -1;
            Seen from = corner(s);
            s[across] = 1;
            Seen to = corner(s);
            d.line(from.x(), from.y(), to.x(), to.y(), grid);
        }
    }

    /** Names and ticks along the outline; what has no room, because an edge is seen end on, is left out. */
    void axes(LabelRoom room) {
        List<Axis> axes = new ArrayList<>();
        for (int axis : new int[] {1, 0, 2}) {
            Axis a = axis(axis, edge(axis));
            if (a.length >= SHORTEST) {
                axes.add(a);
            }
        }
        // A name that is missing is worse than a tick that is.
        axes.forEach(a -> name(a, room));
        axes.forEach(a -> ticks(a, room));
    }

    /**
     * An axis along the outline.
     *
     * @param edge the sides of the edge; the axis's own is free
     * @param nx away from the box
     * @param ny away from the box
     */
    private record Axis(int axis, double[] edge, Seen from, Seen to, double length, double nx, double ny) {}

    /** The sides of the edge that carries an axis: on the outline, below for the floor's two, at the left for the upright. */
    private double[] edge(int axis) {
        int u = (axis + 1) % 3;
        int v = (axis + 2) % 3;
        double[] first = new double[3];
        first[u] = back[u];
        first[v] = -back[v];
        double[] second = new double[3];
        second[u] = -back[u];
        second[v] = back[v];
        if (axis == 1) {
            return corner(first).x() < corner(second).x() ? first : second;
        }
        return first[1] == back[1] ? first : second;
    }

    private Axis axis(int axis, double[] edge) {
        double[] ends = edge.clone();
        ends[axis] = -1;
        Seen from = corner(ends);
        ends[axis] = 1;
        Seen to = corner(ends);
        double length = Math.max(1e-9, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        Seen middle = camera.see(0, 0, 0);
        double nx = -(to.y() - from.y()) / length;
        double ny = (to.x() - from.x()) / length;
        double mx = (from.x() + to.x()) / 2;
        double my = (from.y() + to.y()) / 2;
        boolean inwards = nx * (mx - middle.x()) + ny * (my - middle.y()) < 0;
        return new Axis(axis, edge, from, to, length, inwards ? -nx : nx, inwards ? -ny : ny);
    }

    private void ticks(Axis a, LabelRoom room) {
        Span span = spans[a.axis];
        Stroke mark = Stroke.of(Colors.mix(r.theme().surface(), r.theme().secondary(), 0.5), 1);
        double[] s = a.edge.clone();
        for (int i = 0; i < span.ticks().length; i++) {
            s[a.axis] = 2 * span.part(span.ticks()[i]) - 1;
            Seen p = corner(s);
            d.line(p.x(), p.y(), p.x() + 4 * a.nx, p.y() + 4 * a.ny, mark);
            label(
                    room,
                    p.x() + 8 * a.nx,
                    p.y() + 8 * a.ny,
                    a.nx,
                    a.ny,
                    span.labels().get(i),
                    axisStyle);
        }
    }

    private void name(Axis a, LabelRoom room) {
        TextStyle bold = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        String name = d.fit(spans[a.axis].name(), Math.max(60, r.width() * 0.32), bold);
        if (a.axis == 1) {
            Seen top = a.from.y() < a.to.y() ? a.from : a.to;
            Seen low = a.from.y() < a.to.y() ? a.to : a.from;
            for (double y : new double[] {top.y() - 15, low.y() + 15, top.y() - 28, low.y() + 28}) {
                if (label(room, y < top.y() ? top.x() : low.x(), y, 0, 0, name, bold)) {
                    return;
                }
            }
            return;
        }
        double widest = spans[a.axis].labels().stream()
                .mapToDouble(l -> d.width(l, axisStyle))
                .max()
                .orElse(0);
        double out = 12 + Math.abs(a.nx) * widest + Math.abs(a.ny) * 14;
        double mx = (a.from.x() + a.to.x()) / 2;
        double my = (a.from.y() + a.to.y()) / 2;
        for (double more : new double[] {4, 12, 22, -8}) {
            if (label(room, mx + (out + more) * a.nx, my + (out + more) * a.ny, a.nx, a.ny, name, bold)) {
                return;
            }
        }
    }

    /** A text outside of the point, away from the box, where there is room. */
    private boolean label(LabelRoom room, double x, double y, double nx, double ny, String text, TextStyle style) {
        double w = d.width(text, style);
        Anchor anchor = nx > 0.35 ? Anchor.START : nx < -0.35 ? Anchor.END : Anchor.MIDDLE;
        double wanted = anchor == Anchor.START ? x : anchor == Anchor.END ? x - w : x - w / 2;
        double left = Math.max(2, Math.min(r.width() - w - 2, wanted));
        double centre = y + ny * 5;
        if (text.isEmpty() || !room.claim(left - 2, centre - 7, w + 4, 14)) {
            return false;
        }
        d.text(x + left - wanted, centre + 4, text, style, anchor);
        return true;
    }
}
