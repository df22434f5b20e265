package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/** The room that each text of a scene takes in the widest sink. */
record TextBoxes(String text, double left, double top, double right, double bottom) {
    private static final double SLACK = 1.08;

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
                double w = RobotoMeasure.get()
                                .width(t.text(), t.style().size(), t.style().weight())
                        * SLACK;
                double left = x
                        + t.x()
                        - switch (t.anchor()) {
                            case START -> 0;
                            case MIDDLE -> w / 2;
                            case END -> w;
                        };
                double base = y + t.baseline();
                double size = t.style().size();
                out.add(new TextBoxes(t.text(), left, base - 0.74 * size, left + w, base + 0.2 * size));
            }
        }
    }

    boolean touches(TextBoxes o) {
        double e = 0.05;
        return left < o.right - e && o.left < right - e && top < o.bottom - e && o.top < bottom - e;
    }

    boolean within(double width, double height) {
        double e = 0.05;
        return left >= -e && top >= -e && right <= width + e && bottom <= height + e;
    }
}
