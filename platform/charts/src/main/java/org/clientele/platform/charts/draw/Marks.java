package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.jspecify.annotations.Nullable;

/** The parts of a picture that stand for something. */
public final class Marks {
    private Marks() {}

    /**
     * A group with a datum that a click selects where it stands for members.
     *
     * @param preferred the dimension that the gesture names if the members have it
     */
    public static Node.Group group(
            String id,
            String title,
            List<Datum.Entry> entries,
            Map<String, @Nullable String> members,
            String preferred,
            List<Node> nodes) {
        Gesture select = null;
        if (!members.isEmpty()) {
            select = select(members.containsKey(preferred) ? preferred : new TreeMap<>(members).firstKey(), members);
        }
        return new Node.Group(id, 0, 0, null, new Datum(title, entries, members), select, nodes);
    }

    /**
     * Selects what a mark stands for; null where that names no member of a column.
     *
     * @param column whose member the gesture names, "" for the unknown one
     */
    public static @Nullable Gesture select(String column, Map<String, @Nullable String> members) {
        return members.containsKey(column)
                ? new Gesture(Gesture.Kind.SELECT, column, Objects.requireNonNullElse(members.get(column), ""))
                : null;
    }

    /** A group that writes into the view state when it is clicked. */
    public static Node.Group click(String id, Datum datum, String parameter, String value, List<Node> nodes) {
        return new Node.Group(id, 0, 0, null, datum, new Gesture(Gesture.Kind.CLICK, parameter, value), nodes);
    }

    /** Nodes on which parameters of analyses are chosen together: a value by name. */
    public static List<Node> choosing(Map<String, String> values, List<Node> nodes) {
        List<Node> inner = nodes;
        for (Map.Entry<String, String> value : values.entrySet()) {
            Gesture choose = new Gesture(Gesture.Kind.CHOOSE, value.getKey(), value.getValue());
            inner = List.of(new Node.Group("", 0, 0, null, null, choose, inner));
        }
        return inner;
    }

    /** The same nodes with ids that begin with a prefix, for a picture within another. */
    public static List<Node> prefixed(List<Node> nodes, String prefix) {
        List<Node> out = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (node instanceof Node.Group g) {
                String id = g.id().isEmpty() ? "" : prefix + g.id();
                out.add(new Node.Group(
                        id, g.x(), g.y(), g.clip(), g.datum(), g.gesture(), prefixed(g.children(), prefix)));
            } else {
                out.add(node);
            }
        }
        return out;
    }
}
