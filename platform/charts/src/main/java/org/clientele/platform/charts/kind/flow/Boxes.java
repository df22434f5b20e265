package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;

/** Places texts one after the other where none stands yet; a text that has no room is cut, or left out. */
final class Boxes {
    private record Box(double left, double top, double right, double bottom) {}

    private static final double APART = 3;

    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();

    /** A picture in which all texts must be. */
    Boxes(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Whether the whole text could be drawn; a cut one is drawn too where at least {@code least} pixels of it are. */
    boolean text(Drawing d, double x, double baseline, String text, TextStyle style, Anchor anchor, double least) {
        double room = switch (anchor) {
            case START -> width - x;
            case MIDDLE -> 2 * Math.min(x, width - x);
            case END -> x;
        };
        double wanted = Math.min(room, d.width(text, style));
        for (double w = wanted; w > 0 && w >= Math.min(least, wanted); w -= 6) {
            String said = d.fit(text, w, style);
            Box box = box(d.width(said, style), x, baseline, style, anchor);
            if (!said.isEmpty() && free(box)) {
                d.text(x, baseline, said, style, anchor);
                taken.add(box);
                return said.equals(text);
            }
        }
        return false;
    }

    private static Box box(double w, double x, double baseline, TextStyle style, Anchor anchor) {
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - w / 2;
            case END -> x - w;
        };
        return new Box(left, baseline - 0.74 * style.size(), left + w, baseline + 0.2 * style.size());
    }

    private boolean free(Box b) {
        return b.top >= 0
                && b.bottom <= height
                && taken.stream()
                        .noneMatch(o -> b.left < o.right + APART
                                && o.left < b.right + APART
                                && b.top < o.bottom + 1
                                && o.top < b.bottom + 1);
    }
}
