package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.jspecify.annotations.Nullable;

/** The shapes of a scene, and the colours that they are filled and drawn with. */
final class Inks {
    private Inks() {}

    /** All shapes in painting order, texts and groups left out. */
    static List<Node> shapes(Node.Group group) {
        List<Node> out = new ArrayList<>();
        for (Node node : group.children()) {
            if (node instanceof Node.Group inner) {
                out.addAll(shapes(inner));
            } else if (!(node instanceof Node.Text)) {
                out.add(node);
            }
        }
        return out;
    }

    /** The colours of what is filled in the group of that id; of a gradient the first. */
    static List<Integer> fills(Scene scene, String id) {
        List<Integer> out = new ArrayList<>();
        for (Node node : shapes(group(scene.root(), id))) {
            Fill fill = fill(node);
            if (fill != null) {
                out.add(fill.argb());
            }
        }
        return out;
    }

    /** How the lines of a scene are drawn. */
    static List<Stroke> strokes(Scene scene) {
        List<Stroke> out = new ArrayList<>();
        for (Node node : shapes(scene.root())) {
            if (node instanceof Node.Path p && p.stroke() != null) {
                out.add(p.stroke());
            }
        }
        return out;
    }

    /** The group of that id. */
    static Node.Group group(Node.Group root, String id) {
        List<Node.Group> found = new ArrayList<>();
        collect(root, id, found);
        if (found.isEmpty()) {
            throw new AssertionError("No group " + id + ".");
        }
        return found.get(0);
    }

    private static void collect(Node.Group g, String id, List<Node.Group> found) {
        if (g.id().equals(id)) {
            found.add(g);
        }
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner) {
                collect(inner, id, found);
            }
        }
    }

    private static @Nullable Fill fill(Node node) {
        return node instanceof Node.Rect r
                ? r.fill()
                : node instanceof Node.Circle c ? c.fill() : node instanceof Node.Path p ? p.fill() : null;
    }
}
