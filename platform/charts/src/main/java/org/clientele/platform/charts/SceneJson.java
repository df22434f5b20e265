package org.clientele.platform.charts;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.jspecify.annotations.Nullable;

/** A scene as stable JSON, one node a line, numbers rounded to 0.01: what golden tests compare and people read. */
public final class SceneJson {
    private final StringBuilder out = new StringBuilder();

    private SceneJson() {}

    /** The JSON of a scene, ending with a line break. */
    public static String of(Scene scene) {
        SceneJson json = new SceneJson();
        json.out.append('{');
        json.field("width", scene.width()).field("height", scene.height());
        json.field("title", scene.title()).field("description", scene.description());
        json.key("root");
        json.node(scene.root(), "");
        json.out.append("}\n");
        return json.out.toString();
    }

    private void node(Node node, String indent) {
        out.append("\n").append(indent);
        if (node instanceof Node.Group g) {
            group(g, indent);
            return;
        }
        out.append('{');
        if (node instanceof Node.Rect r) {
            field("rect", r.x(), r.y(), r.width(), r.height());
            if (r.radius() != 0) {
                field("radius", r.radius());
            }
            paint(r.fill(), r.stroke());
        } else if (node instanceof Node.Circle c) {
            field("circle", c.cx(), c.cy(), c.radius());
            paint(c.fill(), c.stroke());
        } else if (node instanceof Node.Path p) {
            field("path", outline(p.data()));
            paint(p.fill(), p.stroke());
        } else if (node instanceof Node.Text t) {
            field("text", t.text()).field("at", t.x(), t.baseline());
            field("anchor", t.anchor().name().toLowerCase(java.util.Locale.ROOT));
            if (t.turn() != 0) {
                field("turn", t.turn());
            }
            field("size", t.style().size());
            field("weight", t.style().weight().name().toLowerCase(java.util.Locale.ROOT));
            field("color", color(t.style().argb()));
        }
        out.append('}');
    }

    private void group(Node.Group g, String indent) {
        out.append('{');
        if (!g.id().isEmpty()) {
            field("id", g.id());
        }
        if (g.x() != 0 || g.y() != 0) {
            field("move", g.x(), g.y());
        }
        Node.Clip clip = g.clip();
        if (clip != null) {
            field("clip", clip.x(), clip.y(), clip.width(), clip.height());
        }
        Datum datum = g.datum();
        if (datum != null) {
            field("datum", datum.sentence());
            if (!datum.members().isEmpty()) {
                field("members", datum.members().toString());
            }
        }
        Gesture gesture = g.gesture();
        if (gesture != null) {
            field("gesture", gesture.kind() + " " + gesture.parameter() + "=" + gesture.value());
        }
        key("children");
        out.append('[');
        for (int i = 0; i < g.children().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            node(g.children().get(i), indent + "  ");
        }
        out.append("]}");
    }

    private void paint(@Nullable Fill fill, @Nullable Stroke stroke) {
        if (fill != null) {
            field("fill", fill.isGradient() ? color(fill.argb()) + ">" + color(fill.endArgb()) : color(fill.argb()));
        }
        if (stroke != null) {
            field("stroke", color(stroke.argb())).field("line", stroke.width());
            if (stroke.dash() > 0) {
                field("dash", stroke.dash());
            }
        }
    }

    private SceneJson field(String name, double... values) {
        key(name);
        if (values.length == 1) {
            out.append(number(values[0]));
            return this;
        }
        out.append('[');
        for (int i = 0; i < values.length; i++) {
            out.append(i > 0 ? "," : "").append(number(values[i]));
        }
        out.append(']');
        return this;
    }

    private SceneJson field(String name, String value) {
        key(name);
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(value))
                .append('"');
        return this;
    }

    private void key(String name) {
        out.append(out.charAt(out.length() - 1) == '{' ? "" : ",")
                .append('"')
                .append(name)
                .append("\":");
    }

    private static String outline(PathData data) {
        StringBuilder s = new StringBuilder();
        data.visit(new PathWriter(s, 2));
        return s.toString();
    }

    private static String color(int argb) {
        return String.format("#%08x", argb);
    }

    private static String number(double v) {
        BigDecimal d = BigDecimal.valueOf(v).setScale(2, RoundingMode.HALF_UP);
        return d.signum() == 0 ? "0" : d.stripTrailingZeros().toPlainString();
    }
}
