package org.clientele.platform.charts.kind.map;

/**
 * How a plane is shown in a rectangle of the picture from (0, 0).
 *
 * @param scale pixels a unit of the plane
 * @param dx added to x
 * @param dy added to y
 */
record Lens(double scale, double dx, double dy, double width, double height) {
    /** The extent, whole and in the middle, with a margin around it. */
    static Lens fitting(Extent e, double width, double height, double margin) {
        double scale = Math.min(
                (width - 2 * margin) / Math.max(e.right() - e.left(), 1e-9),
                (height - 2 * margin) / Math.max(e.bottom() - e.top(), 1e-9));
        return new Lens(
                scale,
                width / 2 - scale * (e.left() + e.right()) / 2,
                height / 2 - scale * (e.top() + e.bottom()) / 2,
                width,
                height);
    }

    /** The same through a view of the whole. */
    Lens through(Viewport view) {
        double k = view.zoom();
        double cx = view.middleX() * width;
        double cy = (1 - view.middleY()) * height;
        return new Lens(scale * k, (dx - cx) * k + width / 2, (dy - cy) * k + height / 2, width, height);
    }

    double x(double planeX) {
        return planeX * scale + dx;
    }

    double y(double planeY) {
        return planeY * scale + dy;
    }

    double planeX(double x) {
        return (x - dx) / scale;
    }

    double planeY(double y) {
        return (y - dy) / scale;
    }

    /** Whether some of a rectangle of the plane is shown. */
    boolean sees(double left, double top, double right, double bottom) {
        return x(right) >= 0 && x(left) <= width && y(bottom) >= 0 && y(top) <= height;
    }

    /** Whether a point of the plane is shown. */
    boolean sees(Projection.Point p) {
        return sees(p.x(), p.y(), p.x(), p.y());
    }
}
