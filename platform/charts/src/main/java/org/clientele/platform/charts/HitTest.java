package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is under the pointer. Filled and invisible shapes answer first, then lines that are near; text does not, so a
 * group of text that wants to be found holds a rectangle.
 */
public final class HitTest {
    /** A line is found by a pointer that is not further away, in pixels. */
    private static final double REACH = 4;

    private HitTest() {}

    /** The topmost group with a datum under a point; where there is none, that of a line beside it. */
    public static Optional<Hit> at(Scene scene, double x, double y) {
        List<Node.Group> chain = new ArrayList<>();
        if (!descend(scene.root(), x, y, HitTest::speaks, HitTest::covers, chain)
                && !descend(scene.root(), x, y, HitTest::speaks, HitTest::lined, chain)) {
            return Optional.empty();
        }
        int last = chain.size() - 1;
        while (!speaks(chain.get(last))) {
            last--;
        }
        return hit(scene, chain.subList(0, last + 1));
    }

    /** All groups with a datum, in painting order: where the keyboard's focus goes. */
    public static List<Hit> all(Scene scene) {
        List<Hit> hits = new ArrayList<>();
        all(scene, scene.root(), new ArrayList<>(), hits);
        return hits;
    }

    /** All groups with a datum in the order in which a person reads them. */
    public static List<Hit> inReadingOrder(Scene scene) {
        return ReadingOrder.of(scene, all(scene));
    }

    /** What can be done at a point, innermost first, whether or not a datum is there. */
    public static List<Gesture> gestures(Scene scene, double x, double y) {
        List<Node.Group> chain = new ArrayList<>();
        return descend(scene.root(), x, y, g -> g.gesture() != null, HitTest::covers, chain)
                ? gestures(chain)
                : List.of();
    }

    private static void all(Scene scene, Node.Group g, List<Node.Group> chain, List<Hit> hits) {
        chain.add(g);
        if (speaks(g)) {
            hit(scene, chain).ifPresent(hits::add);
        }
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner) {
                all(scene, inner, chain, hits);
            }
        }
        chain.remove(chain.size() - 1);
    }

    /** Goes down to the topmost shape under the point that lies in a wanted group; {@code chain} is the way there. */
    private static boolean descend(
            Node.Group g, double px, double py, Predicate<Node.Group> wanted, Shape shape, List<Node.Group> chain) {
        double x = px - g.x();
        double y = py - g.y();
        Node.Clip clip = g.clip();
        if (clip != null && !within(clip.x(), clip.y(), clip.width(), clip.height(), x, y)) {
            return false;
        }
        chain.add(g);
        boolean serves = chain.stream().anyMatch(wanted);
        for (int i = g.children().size() - 1; i >= 0; i--) {
            Node child = g.children().get(i);
            if (child instanceof Node.Group inner
                    ? descend(inner, x, y, wanted, shape, chain)
                    : serves && shape.at(child, x, y)) {
                return true;
            }
        }
        chain.remove(chain.size() - 1);
        return false;
    }

    private static boolean speaks(Node.Group g) {
        Datum datum = g.datum();
        return datum != null && !datum.isSilent();
    }

    private static Optional<Hit> hit(Scene scene, List<Node.Group> chain) {
        Node.Group group = chain.get(chain.size() - 1);
        Bounds visible = new Bounds(0, 0, scene.width(), scene.height());
        double x = 0;
        double y = 0;
        for (Node.Group g : chain) {
            x += g.x();
            y += g.y();
            Node.Clip c = g.clip();
            if (c != null) {
                double cx = x + c.x();
                double cy = y + c.y();
                visible = visible.and(new Bounds(cx, cy, cx + c.width(), cy + c.height()));
            }
        }
        Bounds b = Bounds.of(group).moved(x - group.x(), y - group.y()).and(visible);
        return group.datum() == null || b.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hit(
                        group,
                        group.datum(),
                        gestures(chain),
                        b.left(),
                        b.top(),
                        b.right() - b.left(),
                        b.bottom() - b.top(),
                        x,
                        y));
    }

    private static List<Gesture> gestures(List<Node.Group> chain) {
        List<Gesture> out = new ArrayList<>();
        for (int i = chain.size() - 1; i >= 0; i--) {
            @Nullable Gesture gesture = chain.get(i).gesture();
            if (gesture != null) {
                out.add(gesture);
            }
        }
        return out;
    }

    static boolean covers(Node node, double x, double y) {
        if (node instanceof Node.Rect r) {
            return within(r.x(), r.y(), r.width(), r.height(), x, y);
        }
        if (node instanceof Node.Circle c) {
            return Math.hypot(x - c.cx(), y - c.cy()) <= c.radius();
        }
        return node instanceof Node.Path p && p.fill() != null && Outline.contains(p.data(), x, y);
    }

    private static boolean lined(Node node, double x, double y) {
        return node instanceof Node.Path p && p.stroke() != null && Outline.near(p.data(), x, y, REACH);
    }

    /** Whether a shape answers for a point. */
    private interface Shape {
        boolean at(Node node, double x, double y);
    }

    private static boolean within(double left, double top, double width, double height, double x, double y) {
        return x >= left && y >= top && x < left + width && y < top + height;
    }
}
