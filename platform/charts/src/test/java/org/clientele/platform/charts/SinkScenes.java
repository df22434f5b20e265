package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** Scenes that a sink must paint as every other does. */
public final class SinkScenes {
    private SinkScenes() {}

    /** A real dashboard. */
    public static Scene dashboard(Theme theme) {
        return GalleryTest.dashboard(theme, 1280);
    }

    /** All that a scene may hold, each part apart from the others: fades, clips, dashes, opacity, anchors, odd sizes. */
    public static Scene everything() {
        List<Node> n = new ArrayList<>();
        n.add(new Node.Rect(0, 0, 400, 300, 0, Fill.of(0xFFFFFFFF), null));
        n.add(new Node.Rect(10, 10, 80, 60, 8, new Fill(0xFF0072B2, 0x000072B2), Stroke.of(0xFF0072B2, 1)));
        n.add(new Node.Rect(100, 10, 80, 60, 30, new Fill(0xFFE69F00, 0xFF009E73), null));
        n.add(new Node.Circle(230, 40, 30, Fill.of(0x80CC79A7), Stroke.of(0x80D55E00, 6)));
        n.add(new Node.Path(
                PathData.builder()
                        .move(280, 65)
                        .curve(290, 0, 330, 0, 340, 40)
                        .line(390, 12)
                        .line(390, 65)
                        .close()
                        .build(),
                new Fill(0x66D55E00, 0x0AD55E00),
                null));
        n.add(new Node.Path(PathData.builder().move(10, 90).line(390, 90).build(), null, new Stroke(0xFF1B2330, 2, 5)));
        n.add(new Node.Path(
                PathData.builder().move(10, 100).line(60, 130).line(110, 100).build(), null, Stroke.of(0xFF2F6FED, 7)));
        Node.Rect wide = new Node.Rect(-50, -50, 300, 300, 0, Fill.of(0xFF56B4E9), null);
        Node.Rect red = new Node.Rect(0, 0, 20, 20, 0, Fill.of(0xFFB42318), null);
        Node.Group inner = new Node.Group("inner", 20, 10, new Node.Clip(0, 0, 40, 100), null, null, List.of(red));
        n.add(new Node.Group("outer", 130, 100, new Node.Clip(0, 0, 60, 40), null, null, List.of(wide, inner)));
        n.add(new Node.Rect(200, 100, 0, 40, 0, Fill.of(0xFF000000), null));
        n.add(new Node.Rect(210, 100, 40, 0, 0, new Fill(0xFF000000, 0), null));
        n.add(new Node.Path(PathData.builder().build(), Fill.of(0xFF000000), Stroke.of(0xFF000000, 1)));
        n.add(new Node.Circle(280, 120, 0, Fill.of(0xFF000000), null));
        double y = 165;
        for (Node.Text.Anchor anchor : Node.Text.Anchor.values()) {
            n.add(text(200, y, "Anchored " + anchor, Weight.REGULAR, 13, anchor));
            y += 20;
        }
        n.add(text(10, 230, "Revenue GBP 1,461,756.25", Weight.BOLD, 15, Node.Text.Anchor.START));
        n.add(text(10, 255, "office traffic \u2212 9 \u20AC", Weight.MEDIUM, 22, Node.Text.Anchor.START));
        n.add(text(10, 280, "中华 and 😀 and 🧿", Weight.REGULAR, 12, Node.Text.Anchor.START));
        n.add(turned(330, 110, "Downwards", Node.Text.Anchor.START, 90));
        n.add(turned(385, 195, "Reads upwards", Node.Text.Anchor.END, -90));
        n.add(new Node.Group(
                "mark", 300, 250, null, new Datum("November 2011", List.of(), Map.of()), null, List.of(red)));
        return new Scene(400, 300, "Everything", "All that there is.", Node.Group.at(0, 0, n));
    }

    private static Node.Text text(double x, double y, String s, Weight weight, double size, Node.Text.Anchor anchor) {
        return new Node.Text(x, y, s, new TextStyle(size, weight, 0xFF1B2330), anchor);
    }

    private static Node.Text turned(double x, double y, String s, Node.Text.Anchor anchor, double degrees) {
        return new Node.Text(x, y, s, new TextStyle(12, Weight.REGULAR, 0xFF1B2330), anchor, degrees);
    }

    /** All texts of a scene, in painting order. */
    public static List<String> texts(Node node) {
        List<String> all = new ArrayList<>();
        if (node instanceof Node.Group g) {
            g.children().forEach(child -> all.addAll(texts(child)));
        } else if (node instanceof Node.Text t) {
            all.add(t.text());
        }
        return all;
    }
}
