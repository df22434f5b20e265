package org.clientele.sdk.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a scene. Coordinates are in pixels at 100 %, x to the right, y down, relative to the enclosing group. */
public sealed interface Node {
    /**
     * Parts that belong together.
     *
     * @param id stable and unique in its scene, or "" where nobody refers to it
     * @param x moves the children to the right
     * @param y moves the children down
     * @param clip what is shown of the children, in their coordinates, or null for all
     * @param datum what the group stands for, or null
     * @param gesture what can be done with it, or null
     * @param children painted in order, later ones on top
     */
    record Group(
            String id,
            double x,
            double y,
            @Nullable Clip clip,
            @Nullable Datum datum,
            @Nullable Gesture gesture,
            List<Node> children)
            implements Node {
        public Group {
            children = List.copyOf(children);
        }

        /** A group that only moves its children. */
        public static Group at(double x, double y, List<Node> children) {
            return new Group("", x, y, null, null, null, children);
        }

        /** A group that stands for a datum. */
        public static Group of(String id, Datum datum, List<Node> children) {
            return new Group(id, 0, 0, null, datum, null, children);
        }
    }

    /**
     * A rectangle. Without fill and stroke it is not seen, but answers to the pointer.
     *
     * @param radius of all four corners
     */
    record Rect(
            double x,
            double y,
            double width,
            double height,
            double radius,
            @Nullable Fill fill,
            @Nullable Stroke stroke)
            implements Node {}

    /** A disc or ring. */
    record Circle(
            double cx,
            double cy,
            double radius,
            @Nullable Fill fill,
            @Nullable Stroke stroke) implements Node {}

    /** An outline, open or closed. */
    record Path(
            PathData data, @Nullable Fill fill, @Nullable Stroke stroke) implements Node {}

    /**
     * One line of text, drawn by each sink in its crispest way: it may come out up to 8 % wider or narrower than measured.
     *
     * @param x where the anchor is
     * @param baseline y of the baseline
     * @param anchor which end of the text {@code x} is
     * @param turn degrees by which it is turned around its anchor, clockwise: −45 rises to the right, −90 reads upwards
     */
    record Text(double x, double baseline, String text, TextStyle style, Anchor anchor, double turn) implements Node {
        /** A text that is not turned. */
        public Text(double x, double baseline, String text, TextStyle style, Anchor anchor) {
            this(x, baseline, text, style, anchor, 0);
        }

        /** Which point of a text is its position. */
        public enum Anchor {
            START,
            MIDDLE,
            END
        }
    }

    /** A rectangle outside of which nothing is painted. */
    record Clip(double x, double y, double width, double height) {}
}
