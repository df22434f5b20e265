package org.clientele.platform.charts;

import java.util.Map;
import java.util.function.Predicate;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** A picture in which some marks were picked: the others step back, whatever kind of chart it is. */
public final class Dimmed {
    private static final double LEFT = 0.28;

    private Dimmed() {}

    /**
     * The same picture with marks that can be picked, and were not, in pale.
     *
     * @param picked whether a mark with these members was picked; asked only where a mark has members
     */
    public static Scene of(Scene scene, Predicate<Map<String, @Nullable String>> picked) {
        return new Scene(scene.width(), scene.height(), scene.title(), scene.description(), (Node.Group)
                node(scene.root(), picked, false));
    }

    private static Node node(Node node, Predicate<Map<String, @Nullable String>> picked, boolean pale) {
        if (node instanceof Node.Group g) {
            boolean now = pale || isMark(g) && !picked.test(members(g));
            return new Node.Group(
                    g.id(),
                    g.x(),
                    g.y(),
                    g.clip(),
                    g.datum(),
                    g.gesture(),
                    g.children().stream().map(child -> node(child, picked, now)).toList());
        }
        return pale ? pale(node) : node;
    }

    private static boolean isMark(Node.Group g) {
        Gesture gesture = g.gesture();
        return gesture != null
                && gesture.kind() == Gesture.Kind.SELECT
                && !members(g).isEmpty();
    }

    private static Map<String, @Nullable String> members(Node.Group g) {
        Datum datum = g.datum();
        return datum == null ? Map.of() : datum.members();
    }

    private static Node pale(Node node) {
        if (node instanceof Node.Rect r) {
            return new Node.Rect(r.x(), r.y(), r.width(), r.height(), r.radius(), pale(r.fill()), pale(r.stroke()));
        }
        if (node instanceof Node.Circle c) {
            return new Node.Circle(c.cx(), c.cy(), c.radius(), pale(c.fill()), pale(c.stroke()));
        }
        if (node instanceof Node.Path p) {
            return new Node.Path(p.data(), pale(p.fill()), pale(p.stroke()));
        }
        if (node instanceof Node.Text t) {
            TextStyle style = new TextStyle(
                    t.style().size(), t.style().weight(), pale(t.style().argb(), 0.55));
            return new Node.Text(t.x(), t.baseline(), t.text(), style, t.anchor(), t.turn());
        }
        return node;
    }

    private static @Nullable Fill pale(@Nullable Fill fill) {
        return fill == null ? null : new Fill(pale(fill.argb(), LEFT), pale(fill.endArgb(), LEFT));
    }

    private static @Nullable Stroke pale(@Nullable Stroke stroke) {
        return stroke == null ? null : new Stroke(pale(stroke.argb(), LEFT), stroke.width(), stroke.dash());
    }

    private static int pale(int argb, double left) {
        int alpha = (int) Math.round((argb >>> 24) * left);
        return alpha << 24 | argb & 0xFFFFFF;
    }
}
