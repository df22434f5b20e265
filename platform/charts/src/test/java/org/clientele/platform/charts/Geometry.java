package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;

/** What must be true of every scene: texts neither touch each other nor leave the picture, and every place is a number. */
public final class Geometry {
    private Geometry() {}

    /** Fails with {@code what} in the message; texts are taken 8 % wider than they measure. */
    public static void check(Scene scene, String what) {
        places(scene.root(), what);
        List<TextBoxes> boxes = TextBoxes.of(scene);
        for (int i = 0; i < boxes.size(); i++) {
            TextBoxes a = boxes.get(i);
            assertThat(a.text())
                    .as(what)
                    .doesNotContain("NaN")
                    .doesNotContain("null")
                    .doesNotContain("Infinity");
            assertThat(a.within(scene.width(), scene.height()))
                    .as("%s: %s leaves the picture", what, a)
                    .isTrue();
            for (int k = i + 1; k < boxes.size(); k++) {
                assertThat(a.touches(boxes.get(k)))
                        .as("%s: %s touches %s", what, a, boxes.get(k))
                        .isFalse();
            }
        }
    }

    private static void places(Node node, String what) {
        if (node instanceof Node.Group g) {
            finite(what, node, g.x(), g.y());
            g.children().forEach(child -> places(child, what));
        } else if (node instanceof Node.Rect r) {
            finite(what, node, r.x(), r.y(), r.width(), r.height(), r.radius());
            assertThat(Math.min(r.width(), r.height())).as("%s: %s", what, node).isNotNegative();
        } else if (node instanceof Node.Circle c) {
            finite(what, node, c.cx(), c.cy(), c.radius());
            assertThat(c.radius()).as("%s: %s", what, node).isNotNegative();
        } else if (node instanceof Node.Text t) {
            finite(what, node, t.x(), t.baseline());
        } else if (node instanceof Node.Path p) {
            p.data().visit(new PathData.Visitor() {
                @Override
                public void move(double x, double y) {
                    finite(what, node, x, y);
                }

                @Override
                public void line(double x, double y) {
                    finite(what, node, x, y);
                }

                @Override
                public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                    finite(what, node, x1, y1, x2, y2, x, y);
                }

                @Override
                public void close() {
                    // It has no place of its own.
                }
            });
        }
    }

    private static void finite(String what, Node node, double... places) {
        for (double place : places) {
            assertThat(Double.isFinite(place)).as("%s: %s", what, node).isTrue();
        }
    }
}
