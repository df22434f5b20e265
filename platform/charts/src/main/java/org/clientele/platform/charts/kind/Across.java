package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** Rows of a chart drawn across, the first at the top: what a person may do with them, and those that she chose. */
final class Across {
    /** Room for the sentence on a chosen range. */
    static final double READOUT = 19;

    private static final String RANGE = "y.range";
    private static final double LEAST_HEIGHT = 110;

    private Across() {}

    /**
     * Rows that are drawn.
     *
     * @param count of all there are
     * @param first of those that are drawn, from 0
     * @param shown how many are drawn
     * @param top of the first, in pixels
     * @param pitch height of each
     */
    record Rows(int count, int first, int shown, double top, double pitch) {
        private double bottom() {
            return top + shown * pitch;
        }

        /** Where a part of the axis, counted from its lower end, lies. */
        private double at(double part) {
            return Math.max(top, Math.min(bottom(), top + ((1 - part) * count - first) * pitch));
        }

        private String part() {
            return new Window(Math.max(0, 1 - (first + shown) / (double) count), 1 - first / (double) count).text();
        }
    }

    /** Tells of the rows of a range. */
    interface Telling {
        /** @param to behind the last */
        String of(int from, int to);
    }

    /** The range that somebody chose, or null. */
    static @Nullable Window chosen(ChartRequest r) {
        return Window.chosen(r.view(), RANGE);
    }

    /** Says what lies in the chosen range in the first line of the picture; answers how much room that takes. */
    static double tell(Drawing d, ChartRequest r, int count, Telling telling) {
        Window chosen = chosen(r);
        if (chosen == null || r.height() < LEAST_HEIGHT) {
            return 0;
        }
        int from = (int) Math.max(0, Math.ceil((1 - chosen.high()) * count - 0.5));
        int to = (int) Math.min(count, Math.max(from, Math.floor((1 - chosen.low()) * count + 0.5)));
        TextStyle style = Drawing.style(12, TextStyle.Weight.MEDIUM, r.theme().text());
        d.text(0, 11.5, d.fit(telling.of(from, to), r.width(), style), style);
        return READOUT;
    }

    /** Shades the chosen rows, as far as they are in view. */
    static void shade(Drawing d, ChartRequest r, Rows rows, double width) {
        Window chosen = chosen(r);
        if (chosen != null) {
            Chosen.shade(d, r, 0, rows.at(chosen.high()), width, rows.at(chosen.low()), false);
        }
    }

    /**
     * The rows within the handles that move, zoom and choose.
     *
     * @param window what is in view
     */
    static Node.Group interactive(Window window, Rows rows, double width, List<Node> drawn) {
        List<Node> inside = new ArrayList<>();
        inside.add(new Node.Rect(0, rows.top(), width, rows.shown() * rows.pitch(), 0, null, null));
        inside.addAll(drawn);
        Gesture range = new Gesture(Gesture.Kind.RANGE_Y, RANGE, rows.part());
        Node.Group group = new Node.Group("range-y", 0, 0, null, null, range, inside);
        Gesture view = new Gesture(Gesture.Kind.VIEW_Y, "y", window.text());
        return new Node.Group("view-y", 0, 0, null, null, view, List.of(group));
    }
}
