package org.clientele.platform.charts.kind.flow;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.scene.TextStyle;

/** Names in narrow places. */
final class Names {
    private Names() {}

    /** At most {@code lines} lines that break between words; one cut line where a word alone is too wide. */
    static List<String> lines(Drawing d, String name, double room, int lines, TextStyle style) {
        if (d.width(name, style) <= room) {
            return List.of(name);
        }
        for (String word : name.split(" ", -1)) {
            if (d.width(word, style) > room) {
                String cut = d.fit(name, room, style);
                return cut.isEmpty() ? List.of() : List.of(cut);
            }
        }
        return d.balanced(name, room, lines, style);
    }
}
