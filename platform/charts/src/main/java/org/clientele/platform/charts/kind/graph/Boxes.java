package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.List;

/** Rectangles that are taken, so that labels keep clear of them and of each other. */
final class Boxes {
    private record Box(double left, double top, double right, double bottom) {}

    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();

    Boxes(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Takes a rectangle without asking. */
    void take(double left, double top, double right, double bottom) {
        taken.add(new Box(left, top, right, bottom));
    }

    /** Takes a rectangle if it is free and inside; tells whether it did. */
    boolean claim(double left, double top, double right, double bottom) {
        if (left < 0 || top < 0 || right > width || bottom > height) {
            return false;
        }
        for (Box b : taken) {
            if (left < b.right && b.left < right && top < b.bottom && b.top < bottom) {
                return false;
            }
        }
        take(left, top, right, bottom);
        return true;
    }
}
