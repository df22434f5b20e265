package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * A gesture of a scene and the field that its drags are parts of: the group's clip, else its unseen rectangle, else all of
 * its shapes.
 *
 * @param gesture what can be done
 * @param group that carries it
 * @param x left edge of the field in the scene's coordinates
 * @param y upper edge of the field in the scene's coordinates
 */
public record Handle(Gesture gesture, Node.Group group, double x, double y, double width, double height) {
    /** All handles of a scene: inner before outer ones, what is painted on top first. */
    public static List<Handle> all(Scene scene) {
        List<Handle> out = new ArrayList<>();
        collect(scene.root(), new View(0, 0, new Bounds(0, 0, scene.width(), scene.height())), null, out);
        return out;
    }

    /** The handles that have a shape under a point, in the same order; a mark above does not hide the handle below it. */
    public static List<Handle> at(Scene scene, double x, double y) {
        List<Handle> out = new ArrayList<>();
        collect(scene.root(), new View(0, 0, new Bounds(0, 0, scene.width(), scene.height())), new Point(x, y), out);
        return out;
    }

    /** How far a place is from the left edge of the field, as a part of its width; outside of it below 0 or above 1. */
    public double across(double px) {
        return width <= 0 ? 0 : (px - x) / width;
    }

    /** How far a place is from the lower edge of the field, as a part of its height. */
    public double up(double py) {
        return height <= 0 ? 0 : (y + height - py) / height;
    }

    private record Point(double x, double y) {}

    /** Where a group's own coordinates start, and what of the scene its parents let be seen. */
    private record View(double x, double y, Bounds seen) {
        View into(Node.Group g) {
            double nx = x + g.x();
            double ny = y + g.y();
            Node.Clip c = g.clip();
            return new View(
                    nx,
                    ny,
                    c == null
                            ? seen
                            : seen.and(new Bounds(
                                    nx + c.x(), ny + c.y(), nx + c.x() + c.width(), ny + c.y() + c.height())));
        }

        boolean shows(Point p) {
            return p.x() >= seen.left() && p.y() >= seen.top() && p.x() < seen.right() && p.y() < seen.bottom();
        }
    }

    /** @return whether a shape of the group is under the point */
    private static boolean collect(Node.Group g, View outside, @Nullable Point p, List<Handle> out) {
        View view = outside.into(g);
        if (p != null && !view.shows(p)) {
            return false;
        }
        boolean covered = false;
        for (int i = g.children().size() - 1; i >= 0; i--) {
            Node child = g.children().get(i);
            if (child instanceof Node.Group inner) {
                covered |= collect(inner, view, p, out);
            } else if (p != null) {
                covered |= HitTest.covers(child, p.x() - view.x(), p.y() - view.y());
            }
        }
        Gesture gesture = g.gesture();
        if (gesture != null && (p == null || covered)) {
            Bounds field = field(g, view);
            if (!field.isEmpty()) {
                out.add(new Handle(
                        gesture,
                        g,
                        field.left(),
                        field.top(),
                        field.right() - field.left(),
                        field.bottom() - field.top()));
            }
        }
        return covered;
    }

    private static Bounds field(Node.Group g, View view) {
        if (g.clip() != null) {
            return view.seen();
        }
        for (Node child : g.children()) {
            if (child instanceof Node.Rect r && r.fill() == null && r.stroke() == null) {
                return Bounds.of(r).moved(view.x(), view.y());
            }
        }
        return Bounds.of(g).moved(view.x() - g.x(), view.y() - g.y()).and(view.seen());
    }
}
