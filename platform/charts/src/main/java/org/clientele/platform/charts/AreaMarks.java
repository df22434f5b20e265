package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The marks that a picture lets somebody select by an outline around them, each where its middle is. Immutable. */
public final class AreaMarks {
    private record Mark(double x, double y, String member) {}

    private final List<Mark> marks = new ArrayList<>();

    /**
     * @param area the gesture of kind {@link Gesture.Kind#AREA} that the picture offers
     */
    public AreaMarks(Scene scene, Gesture area) {
        collect(scene.root(), 0, 0, area, false);
    }

    private void collect(Node.Group g, double outsideX, double outsideY, Gesture area, boolean outside) {
        double x = outsideX + g.x();
        double y = outsideY + g.y();
        boolean inside = outside || area.equals(g.gesture());
        Datum datum = g.datum();
        if (inside && datum != null) {
            Map<String, @Nullable String> members = datum.members();
            String member = members.get(area.parameter());
            Bounds b = Bounds.of(g).moved(outsideX, outsideY);
            if (member != null && !b.isEmpty()) {
                marks.add(new Mark((b.left() + b.right()) / 2, (b.top() + b.bottom()) / 2, member));
            }
        }
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner) {
                collect(inner, x, y, area, inside);
            }
        }
    }

    /**
     * The members of the marks inside of an outline, each once, sorted.
     *
     * @param outline closed, in the scene's coordinates
     */
    public Set<String> within(PathData outline) {
        Bounds reach = Bounds.of(new Node.Path(outline, null, null));
        List<double[]> segments = Outline.segments(outline);
        Set<String> found = new TreeSet<>();
        for (Mark m : marks) {
            if (m.x() >= reach.left()
                    && m.x() <= reach.right()
                    && m.y() >= reach.top()
                    && m.y() <= reach.bottom()
                    && Outline.contains(segments, m.x(), m.y())) {
                found.add(m.member());
            }
        }
        return found;
    }
}
