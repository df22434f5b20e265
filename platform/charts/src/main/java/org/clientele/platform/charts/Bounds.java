package org.clientele.platform.charts;

import org.clientele.sdk.scene.Node;

/** An upright rectangle; empty where right is left of left. */
public record Bounds(double left, double top, double right, double bottom) {
    private static final double FAR = Double.POSITIVE_INFINITY;
    static final Bounds EMPTY = new Bounds(FAR, FAR, -FAR, -FAR);

    /** Of all shapes of a node (text has none), in the coordinates that the node itself is in. */
    public static Bounds of(Node node) {
        if (node instanceof Node.Rect r) {
            return new Bounds(r.x(), r.y(), r.x() + r.width(), r.y() + r.height());
        }
        if (node instanceof Node.Circle c) {
            return new Bounds(c.cx() - c.radius(), c.cy() - c.radius(), c.cx() + c.radius(), c.cy() + c.radius());
        }
        if (node instanceof Node.Path p) {
            return Outline.bounds(p.data());
        }
        Bounds all = EMPTY;
        if (node instanceof Node.Group g) {
            for (Node child : g.children()) {
                all = all.or(of(child));
            }
            Node.Clip c = g.clip();
            if (c != null) {
                all = all.and(new Bounds(c.x(), c.y(), c.x() + c.width(), c.y() + c.height()));
            }
            all = all.moved(g.x(), g.y());
        }
        return all;
    }

    Bounds and(Bounds o) {
        return new Bounds(
                Math.max(left, o.left), Math.max(top, o.top), Math.min(right, o.right), Math.min(bottom, o.bottom));
    }

    Bounds or(Bounds o) {
        if (o.isEmpty()) {
            return this;
        }
        return new Bounds(
                Math.min(left, o.left), Math.min(top, o.top), Math.max(right, o.right), Math.max(bottom, o.bottom));
    }

    Bounds moved(double dx, double dy) {
        return new Bounds(left + dx, top + dy, right + dx, bottom + dy);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return right < left || bottom < top;
    }
}
