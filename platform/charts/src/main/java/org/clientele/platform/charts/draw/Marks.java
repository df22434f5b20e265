package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;

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
            Map<String, String> members,
            String preferred,
            List<Node> nodes) {
        Gesture select = null;
        if (!members.isEmpty()) {
            String name = members.containsKey(preferred) ? preferred : new TreeMap<>(members).firstKey();
            select = new Gesture(Gesture.Kind.SELECT, name, members.getOrDefault(name, ""));
        }
        return new Node.Group(id, 0, 0, null, new Datum(title, entries, members), select, nodes);
    }

    /** A group that writes into the view state when it is clicked. */
    public static Node.Group click(String id, Datum datum, String parameter, String value, List<Node> nodes) {
        return new Node.Group(id, 0, 0, null, datum, new Gesture(Gesture.Kind.CLICK, parameter, value), nodes);
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
