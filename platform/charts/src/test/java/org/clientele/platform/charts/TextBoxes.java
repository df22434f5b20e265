package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/** The room that each text of a scene takes in the widest sink, and its four corners, which may be turned. */
record TextBoxes(String text, double left, double top, double right, double bottom, List<Corner> corners) {
    private static final double SLACK = 1.08;
    private static final double NEAR = 0.05;

    record Corner(double x, double y) {}

    static List<TextBoxes> of(Scene scene) {
        List<TextBoxes> out = new ArrayList<>();
        collect(scene.root(), 0, 0, out);
        return out;
    }

    private static void collect(Node.Group g, double ox, double oy, List<TextBoxes> out) {
        double x = ox + g.x();
        double y = oy + g.y();
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner) {
                collect(inner, x, y, out);
            } else if (child instanceof Node.Text t) {
                out.add(box(t, x + t.x(), y + t.baseline()));
            }
        }
    }

    private static TextBoxes box(Node.Text t, double x, double y) {
        double w =
                RobotoMeasure.get().width(t.text(), t.style().size(), t.style().weight()) * SLACK;
        double from = switch (t.anchor()) {
            case START -> 0;
            case MIDDLE -> -w / 2;
            case END -> -w;
        };
        double above = -0.74 * t.style().size();
        double below = 0.2 * t.style().size();
        double sin = Math.sin(Math.toRadians(t.turn()));
        double cos = Math.cos(Math.toRadians(t.turn()));
        List<Corner> corners = new ArrayList<>();
        for (double[] at : new double[][] {{from, above}, {from + w, above}, {from + w, below}, {from, below}}) {
            corners.add(new Corner(x + at[0] * cos - at[1] * sin, y + at[0] * sin + at[1] * cos));
        }
        return new TextBoxes(
                t.text(),
                least(corners, Corner::x),
                least(corners, Corner::y),
                -least(corners, c -> -c.x()),
                -least(corners, c -> -c.y()),
                corners);
    }

    private static double least(List<Corner> corners, ToDoubleFunction<Corner> of) {
        return corners.stream().mapToDouble(of).min().orElseThrow();
    }

    /** Two boxes are apart if a line along an edge of one of them parts them. */
    boolean touches(TextBoxes o) {
        return left < o.right - NEAR
                && o.left < right - NEAR
                && top < o.bottom - NEAR
                && o.top < bottom - NEAR
                && !parted(this, o)
                && !parted(o, this);
    }

    private static boolean parted(TextBoxes by, TextBoxes o) {
        for (int edge = 0; edge < 2; edge++) {
            Corner a = by.corners.get(edge);
            Corner b = by.corners.get(edge + 1);
            double length = Math.hypot(b.x - a.x, b.y - a.y);
            ToDoubleFunction<Corner> along = c -> length == 0 ? 0 : (c.x * (b.x - a.x) + c.y * (b.y - a.y)) / length;
            if (-least(by.corners, c -> -along.applyAsDouble(c)) <= least(o.corners, along) + NEAR
                    || -least(o.corners, c -> -along.applyAsDouble(c)) <= least(by.corners, along) + NEAR) {
                return true;
            }
        }
        return false;
    }

    boolean within(double width, double height) {
        return left >= -NEAR && top >= -NEAR && right <= width + NEAR && bottom <= height + NEAR;
    }
}
