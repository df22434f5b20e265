package org.clientele.platform.workbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * A third party's chart that can be handled in every way: a field to zoom and choose from in the left half with a mark in
 * it, and in the right half a slider, a ball to turn and a button to play, one below the other.
 */
final class TrialPad implements ChartType {
    static final String KIND = "trial.window/pad";
    /** As many as TrialShares takes. */
    private static final int CHOICES = 4;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Scene layout(ChartRequest r) {
        double half = r.width() / 2;
        double third = r.height() / 3;
        String view = now(r, "x", "0..1");
        List<Node> parts = new ArrayList<>();
        Node mark = group("mark", new Gesture(Kind.SELECT, "country", "France"), half * 0.4, 20, half * 0.2, 40);
        Node range = new Node.Group(
                "range",
                0,
                0,
                null,
                null,
                new Gesture(Kind.RANGE_X, "chosen", view),
                List.of(new Node.Rect(0, 0, half, r.height(), 0, null, null), mark));
        parts.add(new Node.Group("field", 0, 0, null, null, new Gesture(Kind.VIEW_X, "x", view), List.of(range)));
        List<Node> choices = new ArrayList<>();
        @Nullable String parameter = r.spec().options().get("chooses");
        for (int i = 0; parameter != null && i < CHOICES; i++) {
            double wide = (half - 10) / CHOICES;
            Node box = new Node.Rect(half + 10 + i * wide, 0, wide, third, 0, null, null);
            Gesture choose = new Gesture(Kind.CHOOSE, parameter, String.valueOf(i + 1));
            choices.add(new Node.Group("choice-" + i, 0, 0, null, null, choose, List.of(box)));
        }
        Gesture slide = new Gesture(Kind.SLIDE_X, "cut", now(r, "cut", "0"));
        parts.add(group("slide", slide, half + 10, 0, half - 10, third, choices));
        parts.add(group(
                "turn", new Gesture(Kind.TURN, "turn", now(r, "turn", "0,0")), half + 10, third, half - 10, third));
        parts.add(group(
                "play",
                new Gesture(Kind.PLAY, "step", (1 + Math.round(2 * Double.parseDouble(now(r, "step", "0")))) + "/3"),
                half + 10,
                2 * third,
                half - 10,
                third));
        return new Scene(r.width(), r.height(), "A pad", "Shows " + view + ".", Node.Group.at(0, 0, parts));
    }

    private static String now(ChartRequest r, String parameter, String initially) {
        @Nullable String value = r.view().get(parameter);
        return value == null ? initially : value;
    }

    private static Node group(String id, Gesture gesture, double x, double y, double width, double height) {
        return group(id, gesture, x, y, width, height, List.of());
    }

    private static Node group(
            String id, Gesture gesture, double x, double y, double width, double height, List<Node> above) {
        Datum datum = new Datum(id + " " + gesture.value(), List.of(), Map.of());
        Node box = new Node.Rect(x, y, width, height, 4, Fill.of(0x302F6FED), Stroke.of(0xFF2F6FED, 1));
        List<Node> nodes = new ArrayList<>(above);
        nodes.add(0, box);
        return new Node.Group(id, 0, 0, null, datum, gesture, nodes);
    }
}
