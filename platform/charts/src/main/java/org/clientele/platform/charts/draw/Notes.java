package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;

/** What a picture leaves out, puts together or assumes: one quiet line at its foot. Not thread-safe. */
public final class Notes {
    private static final double LINE = 18;

    private final List<String> said = new ArrayList<>();

    /** Adds a sentence. */
    public void add(String sentence) {
        said.add(sentence);
    }

    /** The room that the line takes at the foot, in pixels; 0 where nothing is to be said. */
    public double height() {
        return said.isEmpty() ? 0 : LINE;
    }

    /** All sentences, for the scene's description; "" where there is none. */
    public String text() {
        return String.join(" ", said);
    }

    /** The description of a picture with these sentences at its end. */
    public String after(String description) {
        return said.isEmpty() ? description : description + " " + text();
    }

    /** Draws the line at the foot of the picture; its tooltip has what the line has no room for. */
    public void draw(Drawing d, ChartRequest r) {
        if (said.isEmpty()) {
            return;
        }
        TextStyle quiet = Drawing.style(11, r.theme().secondary());
        Drawing line = d.fresh();
        line.add(
                new Node.Rect(0, Math.max(0, r.height() - LINE), r.width(), Math.min(LINE, r.height()), 0, null, null));
        line.text(0, r.height() - 4, d.fit(text(), r.width(), quiet), quiet);
        d.add(Node.Group.of("note", new Datum(text(), List.of(), Map.of()), line.nodes()));
    }
}
