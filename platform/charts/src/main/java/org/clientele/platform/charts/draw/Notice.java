package org.clientele.platform.charts.draw;

import java.util.List;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The calm picture in place of a chart: a shape, one sentence and one action, in the middle. */
public final class Notice {
    /** What happened, told by shape as well as by colour. */
    public enum Shape {
        NONE,
        /** Nothing there. */
        RING,
        /** Could not be had. */
        SQUARE,
        /** Not allowed. */
        BAR,
        /** More than fits. */
        STACK
    }

    private static final double LINE = 19;
    private static final double ICON = 30;
    private static final double ACTION = 28;

    private Notice() {}

    /** Draws into the rectangle from (0, 0); leaves out the shape, then lines, where there is too little room. */
    public static void draw(
            Drawing d, Theme theme, double width, double height, Shape shape, String sentence, String action) {
        TextStyle body = Drawing.style(13, theme.secondary());
        double room = Math.min(width, 420);
        double forAction = action.isEmpty() ? 0 : ACTION;
        int lines = (int) Math.max(1, Math.min(3, Math.floor((height - forAction) / LINE)));
        List<String> text = d.balanced(sentence, room, lines, body);
        int first = sentence.indexOf(". ");
        if (first > 0 && !text.isEmpty() && text.get(text.size() - 1).endsWith("…") && !sentence.endsWith("…")) {
            // The first sentence says what is missing; what is cut would say less.
            text = d.balanced(sentence.substring(0, first + 1), room, lines, body);
        }
        double block = text.size() * LINE + forAction;
        boolean withShape = shape != Shape.NONE && height >= block + ICON + 8;
        double y = Math.max(0, (height - block - (withShape ? ICON : 0)) / 2);
        double cx = width / 2;
        Drawing inner = d.fresh();
        // Seen by the pointer only: the tooltip has the whole sentence where the lines had no room for it.
        inner.add(
                new Node.Rect((width - room) / 2, y, room, text.size() * LINE + (withShape ? ICON : 0), 0, null, null));
        if (withShape) {
            shape(inner, theme, shape, cx, y + 9);
            y += ICON;
        }
        for (String line : text) {
            inner.text(cx, y + 14, line, body, Anchor.MIDDLE);
            y += LINE;
        }
        d.add(Node.Group.of("notice", new Datum(sentence, List.of(), java.util.Map.of()), inner.nodes()));
        if (!action.isEmpty() && y + ACTION <= height + 1) {
            TextStyle link = Drawing.style(13, Weight.MEDIUM, theme.accent());
            String label = d.fit(action, room, link);
            double w = d.width(label, link);
            Drawing button = d.fresh();
            button.add(new Node.Rect(cx - w / 2 - 8, y + 4, w + 16, 24, 4, null, null));
            button.text(cx, y + 20, label, link, Anchor.MIDDLE);
            d.add(new Node.Group(
                    "action",
                    0,
                    0,
                    null,
                    new Datum(action, List.of(), java.util.Map.of()),
                    new Gesture(Gesture.Kind.CLICK, "action", action),
                    button.nodes()));
        }
    }

    private static void shape(Drawing d, Theme theme, Shape shape, double cx, double cy) {
        int quiet = Colors.mix(theme.surface(), theme.secondary(), 0.7);
        switch (shape) {
            case SQUARE -> {
                d.add(new Node.Rect(cx - 9, cy - 9, 18, 18, 4, null, Stroke.of(theme.bad(), 1.5)));
                d.line(cx, cy - 4, cx, cy + 1, Stroke.of(theme.bad(), 1.8));
                d.disc(cx, cy + 4.6, 1.2, theme.bad());
            }
            case BAR -> {
                d.add(new Node.Rect(cx - 8, cy - 1.5, 16, 11, 2.5, null, Stroke.of(quiet, 1.5)));
                d.stroke(
                        PathData.builder()
                                .move(cx - 4.5, cy - 1.5)
                                .line(cx - 4.5, cy - 4)
                                .curve(cx - 4.5, cy - 10, cx + 4.5, cy - 10, cx + 4.5, cy - 4)
                                .line(cx + 4.5, cy - 1.5)
                                .build(),
                        Stroke.of(quiet, 1.5));
            }
            case STACK -> {
                for (int i = 0; i < 4; i++) {
                    double half = 9 - i * 1.5;
                    d.rect(cx - half, cy + 6 - i * 5, 2 * half, 2.5, 1.25, Fill.of(quiet));
                }
            }
            default -> {
                d.add(new Node.Circle(cx, cy, 9, null, Stroke.of(quiet, 1.5)));
                d.add(new Node.Rect(cx - 4, cy - 0.75, 8, 1.5, 0.75, Fill.of(quiet), null));
            }
        }
    }
}
